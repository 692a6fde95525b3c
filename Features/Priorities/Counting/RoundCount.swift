import HashTreeCollections
import Journal
import Methods
import Organisation

/// All that the ballots of a round come to.
struct RoundCount: Sendable {
    struct RegionCount: Sendable {
        let region: ID<Region>?
        let asked: Int
        let votes: Int
        /// By Borda's rule; `nil` where nobody there has a ballot.
        let ranking: Ranking?
        /// The first ones of the region.
        let first: Set<Int>
    }

    let round: Round
    let votes: Votes
    let members: Count
    /// Each region as much as any other; `nil` where that cannot be counted.
    let regions: Count?
    let byRegion: [RegionCount]
    /// Beside each candidate in how many regions it is among the first.
    let supportingRegions: [Int]
    /// `nil` without regions that voted.
    let classes: [Consensus]?
    /// `nil` where there are no regions, or too many candidates to try.
    let guaranteed: GuaranteedSelection?
    let firmness: Firmness?

    init?(_ box: BallotBox, _ priorities: Priorities, of id: ID<Round>, _ register: Register) {
        guard let round = priorities.rounds[id] else { return nil }
        let votes = Votes(box, priorities, of: id, register)
        let costs = RoundCount.costs(round, votes.candidates.compactMap { priorities.candidates[$0] })
        guard let members = Count(votes, weights: votes.weights(.members), size: round.size, costs: costs) else { return nil }
        self.round = round
        self.votes = votes
        self.members = members
        regions = Count(votes, weights: votes.weights(.regions), size: round.size, costs: costs)
        let all = votes.regions(register)
        byRegion = all.map { region in
            let ranking = votes.ranking(of: region)
            return RegionCount(
                region: region, asked: votes.asked.count { $0 == region }, votes: votes.count(in: region), ranking: ranking,
                first: Set(ranking?.top(round.size) ?? []))
        }
        // Members without a region are no region.
        let voting = byRegion.filter { $0.region != nil && $0.votes > 0 }
        supportingRegions = votes.candidates.indices.map { candidate in voting.count { $0.first.contains(candidate) } }
        classes = consensus(of: voting.compactMap(\.ranking), top: round.size, thresholds: round.thresholds)
        guaranteed =
            voting.isEmpty
            ? nil
            : guaranteedSelection(scores: members.borda.doubled, size: min(round.size, votes.candidates.count), groups: voting.map(\.first), least: round.guaranteed)
        firmness = Firmness(votes, regions: all, round: round)
    }

    /// In hundredths, where each candidate has a cost and there is something to pay with.
    private static func costs(_ round: Round, _ candidates: [Candidate]) -> (each: [Int], budget: Int)? {
        let costs = candidates.compactMap(\.cost)
        guard let budget = round.budget, costs.count == candidates.count else { return nil }
        func hundredths(_ amount: Double) -> Int? { Int(exactly: (amount * 100).rounded()) }
        let each = costs.compactMap(hundredths)
        guard each.count == costs.count, let all = hundredths(budget) else { return nil }
        return (each, all)
    }
}

extension RoundCount {
    /// The first ones by a rule, in its order: as many as are looked for, and those that are tied with the last of them.
    func first(by rule: Round.Rule, _ electorate: Round.Electorate = .members) -> [Int] {
        guard let count = electorate == .members ? members : regions else { return [] }
        let first = Set(count.ranking(by: rule).top(round.size))
        if rule == .equalShares { return count.shares.selected }
        return count.ranking(by: rule).groups.joined().filter(first.contains)
    }

    func place(of candidate: Int, by rule: Round.Rule, _ electorate: Round.Electorate = .members) -> Int? {
        guard let count = electorate == .members ? members : regions else { return nil }
        if rule == .equalShares { return count.shares.selected.firstIndex(of: candidate).map { $0 + 1 } }
        return count.ranking(by: rule).places[candidate]
    }

    func index(of id: ID<Candidate>) -> Int? { votes.candidates.firstIndex(of: id) }

    /// The share of ballots that have a candidate among their first ones.
    func support(of candidate: Int) -> Double { Double(members.approval[candidate]) / Double(max(1, members.weight)) }
}
