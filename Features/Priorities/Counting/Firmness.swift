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
    /// Steps of Schulze's rule over all samples that take less than half a second.
    private static let mostWork = 200_000_000
    static let confidence = 0.9

    init?(_ votes: Votes, regions: [ID<Region>?], round: Round) {
        let count = votes.candidates.count
        // Schulze takes the cube of the candidates for each sample: of a hundred candidates more than anybody waits for.
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
        bounds = placeBounds(scores: scores, silent: silent, reach: adding.reach(count, votes.kind, most: votes.reachable)) ?? []
        change = smallestChange(points: points, counts: points.map { _ in 1 }, reach: adding.reach(count, votes.kind, most: votes.reachable), top: round.size)
    }

    /// Orders candidates from how often each vote counts.
    private static func ranking(_ votes: Votes, _ rule: Round.Rule, _ size: Int) -> ([Int]) -> Ranking {
        let indices = votes.candidates.indices
        switch rule {
        case .schulze:
            let nothing = Ranking(scores: indices.map { _ in 0 })
            guard var box = RankedBallotBox(candidateCount: indices.count) else { return { _ in nothing } }
            let rows = votes.votes.map { box.rank($0.tiers, count: 1) }, ballots = box.ballots
            return { weights in
                var counts = [Int](repeating: 0, count: ballots.distinctCount)
                for (row, weight) in zip(rows, weights) { if let row { counts[row] += weight } }
                return ballots.recounted(counts).flatMap { PairwiseVotes($0) }.map { SchulzeResult($0).ranking } ?? nothing
            }
        case .mean:
            let given = votes.given
            return { weights in Ranking(scores: votes.means(of: given, weights).map { $0 ?? -1 }) }
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
