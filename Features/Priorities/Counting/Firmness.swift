import Journal
import Methods
import Organisation

/// How much the order rests on who happened to vote, on any one region, and on those who were silent.
struct Firmness: Sendable {
    /// By which rule the places are told: that of the round where it can be drawn anew a thousand times, otherwise Borda's.
    let rule: Round.Rule
    /// Beside each candidate the places between which it stands in nine of ten samples.
    let intervals: [RankInterval]
    /// The first ones without each region in turn.
    let leavingOut: [(region: ID<Region>?, first: [Int])]
    /// By which rule the rest is told: one that adds up points.
    let addingRule: Round.Rule
    /// Places whatever the silent would have said.
    let bounds: [PlaceBounds]
    let silent: Int
    let change: SmallestChange?

    static let samples = 1000
    private static let mostWork = 5_000_000
    static let confidence = 0.9

    init?(_ votes: Votes, regions: [ID<Region>?], round: Round) {
        let count = votes.candidates.count
        // Schulze takes the cube of the candidates for each sample: of many candidates that would be minutes.
        let isTooMuch = round.rule == .schulze && Firmness.samples * count * count * count > Firmness.mostWork
        let rule: Round.Rule = round.rule == .equalShares || isTooMuch ? .borda : round.rule
        guard !votes.votes.isEmpty, count > 1 else { return nil }
        let there = regions.filter { votes.count(in: $0) > 0 }
        let groups = there.map { region in votes.votes.map { $0.region == region ? 1 : 0 } }
        let rank = Firmness.ranking(votes, rule, round.size)
        // The same ballots always give the same intervals.
        var random = SeededGenerator(seed: 183)
        guard let intervals = bootstrapRanks(groups: groups, samples: Firmness.samples, confidence: Firmness.confidence, using: &random, rank: rank),
            let without = rankingsLeavingOneOut(groups: groups, rank: rank)
        else { return nil }
        self.rule = rule
        self.intervals = intervals
        leavingOut = there.count > 1 ? zip(there, without).map { (region: $0, first: $1.top(round.size)) } : []
        let adding: Votes.AddingRule = rule == .approval ? .approval(size: round.size) : .borda
        addingRule = rule == .approval ? .approval : .borda
        let points = votes.points(adding), scores = votes.candidates.indices.map { candidate in points.reduce(0) { $0 + $1[candidate] } }
        silent = max(0, votes.asked.count - votes.votes.count - votes.heard)
        bounds = placeBounds(scores: scores, silent: silent, reach: adding.reach(count, votes.kind, most: votes.most)) ?? []
        change = smallestChange(points: points, counts: points.map { _ in 1 }, reach: adding.reach(count, votes.kind, most: votes.most), top: round.size)
    }

    /// Orders candidates from how often each vote counts.
    private static func ranking(_ votes: Votes, _ rule: Round.Rule, _ size: Int) -> ([Int]) -> Ranking {
        let indices = votes.candidates.indices
        switch rule {
        case .schulze:
            return { weights in
                guard var box = RankedBallotBox(candidateCount: indices.count) else { return Ranking(scores: indices.map { _ in 0 }) }
                for (vote, weight) in zip(votes.votes, weights) where weight > 0 { _ = box.rank(vote.tiers, count: weight) }
                return PairwiseVotes(box.ballots).map { SchulzeResult($0).ranking } ?? Ranking(scores: indices.map { _ in 0 })
            }
        case .mean:
            let points = votes.kind == .points ? votes.votes.map { vote in indices.map { vote.points[$0] } } : votes.namedBorda
            return { weights in
                Ranking(
                    scores: indices.map { candidate in
                        var sum = 0.0, voters = 0.0
                        for (row, weight) in zip(points, weights) where weight > 0 {
                            guard let given = row[candidate] else { continue }
                            sum += given * Double(weight)
                            voters += Double(weight)
                        }
                        return voters > 0 ? sum / voters : -1
                    })
            }
        default:
            let points = votes.points(rule == .approval ? .approval(size: size) : .borda)
            return { weights in
                var scores = [Int](repeating: 0, count: indices.count)
                for (row, weight) in zip(points, weights) where weight > 0 { for candidate in indices { scores[candidate] += weight * row[candidate] } }
                return Ranking(scores: scores)
            }
        }
    }
}

extension Votes {
    /// Borda's points of what each vote names, nothing for the rest.
    fileprivate var namedBorda: [[Double?]] {
        zip(votes, points(.borda)).map { vote, points in
            let named = Set(vote.tiers.joined())
            return candidates.indices.map { named.contains($0) ? Double(points[$0]) / 2 : nil }
        }
    }
}
