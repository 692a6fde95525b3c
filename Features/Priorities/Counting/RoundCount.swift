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
        /// The first ones of the region, of those that somebody there named.
        let first: Set<Int>
        /// Whether it may be shown by itself.
        let isShown: Bool
    }

    let round: Round
    let votes: Votes
    let members: Count
    /// Each region as much as any other; `nil` where that cannot be counted, and where a region with ballots may not be shown: from two sums with other weights its
    /// ballots would follow.
    let regions: Count?
    let byRegion: [RegionCount]
    /// Whether every region that has ballots may be shown; otherwise no view by region is.
    let isWhole: Bool
    /// Beside each candidate in how many of the regions that are shown it is among the first.
    let supportingRegions: [Int]
    /// From the regions that are shown; `nil` where fewer than two are.
    let classes: [Consensus]?
    /// `nil` where there are no regions, too many candidates to try, or a region with ballots that may not be shown.
    let guaranteed: GuaranteedSelection?
    /// - Parameter least: regions with fewer ballots are not shown, nor others from which they would follow; 0 for all.
    init?(_ box: BallotBox, _ priorities: Priorities, of id: ID<Round>, _ register: Register, least: Int = 0) {
        guard let round = priorities.rounds[id] else { return nil }
        let votes = Votes(box, priorities, of: id)
        let costs = RoundCount.costs(round, votes.candidates.compactMap { priorities.candidates[$0] })
        guard let members = Count(votes, weights: votes.weights(.members), size: round.size, costs: costs) else { return nil }
        self.round = round
        self.votes = votes
        self.members = members
        let all = votes.regions(register)
        byRegion = zip(all, disclosed(all.map { votes.count(in: $0) }, least: least)).map { region, isShown in
            let ranking = votes.ranking(of: region)
            return RegionCount(
                region: region, asked: votes.asked.count { $0 == region }, votes: votes.count(in: region), ranking: ranking,
                first: Set(ranking?.top(round.size) ?? []).intersection(votes.named(in: .some(region))), isShown: isShown)
        }
        // Members without a region are no region.
        let voting = byRegion.filter { $0.region != nil && $0.votes > 0 }
        let shown = voting.filter(\.isShown)
        isWhole = byRegion.allSatisfy { $0.isShown || $0.votes == 0 }
        regions = isWhole ? Count(votes, weights: votes.weights(.regions), size: round.size, costs: nil) : nil
        supportingRegions = votes.candidates.indices.map { candidate in shown.count { $0.first.contains(candidate) } }
        classes = shown.count < 2 ? nil : consensus(ofTops: shown.map { $0.first.sorted() }, candidateCount: votes.candidates.count, thresholds: round.thresholds)
        guaranteed =
            voting.isEmpty || !isWhole
            ? nil
            : guaranteedSelection(scores: members.borda.doubled, size: min(round.size, votes.candidates.count), groups: voting.map(\.first), least: round.guaranteed)
    }

    /// How many regions its classes are told from.
    var shownRegions: Int { byRegion.count { $0.region != nil && $0.votes > 0 && $0.isShown } }

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
        // What nobody named is tied for the last place with all its like, or fits into what is left of a budget, and is wanted by nobody.
        let named = votes.named()
        if rule == .equalShares { return count.shares.selected.filter(named.contains) }
        let first = Set(count.ranking(by: rule).top(round.size)).intersection(named)
        return count.ranking(by: rule).groups.joined().filter(first.contains)
    }

    func place(of candidate: Int, by rule: Round.Rule, _ electorate: Round.Electorate = .members) -> Int? {
        guard let count = electorate == .members ? members : regions else { return nil }
        if rule == .equalShares { return first(by: rule, electorate).firstIndex(of: candidate).map { $0 + 1 } }
        return count.ranking(by: rule).places[candidate]
    }

    /// The list that the round's own rule proposes, one Member one vote.
    var proposed: [ID<Candidate>] { first(by: round.rule).map { votes.candidates[$0] } }

    /// Whether a list has what was counted in the order of the count; those that are tied may stand in any.
    func isInOrder(_ list: [ID<Candidate>]) -> Bool {
        let places = list.compactMap(index).map { place(of: $0, by: round.rule) ?? .max }
        return zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
    }

    func index(of id: ID<Candidate>) -> Int? { votes.candidates.firstIndex(of: id) }

    /// The share of ballots that have a candidate among their first ones.
    func support(of candidate: Int) -> Double { Double(members.approval[candidate]) / Double(max(1, members.weight)) }
}
