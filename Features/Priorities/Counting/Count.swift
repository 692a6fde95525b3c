import Journal
import Methods
import Organisation

/// What the ballots come to with one weighing of them, by every rule.
struct Count: Sendable {
    let borda: BordaScores
    let schulze: SchulzeResult
    /// How many name each candidate among their first ones.
    let approval: [Int]
    /// The mean of what each candidate was given by those who named it: points where ballots give points, otherwise Borda's points; `nil` where nobody did.
    let mean: [Double?]
    /// In the order in which they are bought, each costing the same.
    let shares: EqualSharesOutcome
    /// The same with what each costs; `nil` where there are no costs.
    let costed: EqualSharesOutcome?
    /// The sum of all weights.
    let weight: Int
    /// Beside each vote its place among the distinct ballots that shares were paid with; `nil` for those that weigh nothing or name nothing.
    let rows: [Int?]

    /// - Parameters:
    ///   - weights: beside each vote how often it counts.
    ///   - costs: of each candidate in hundredths, with what there is in all; `nil` for a list of `size`.
    /// - Returns: `nil` without ballots, with more candidates than can be compared pair by pair, or with weights that are too large.
    init?(_ votes: Votes, weights: [Int], size: Int, costs: (each: [Int], budget: Int)?) {
        let count = votes.candidates.count
        guard count > 0, var ranked = RankedBallotBox(candidateCount: count), var named = WeightedBallotBox(approvalsOf: count),
            var given = WeightedBallotBox(pointsFor: count)
        else { return nil }
        var rows: [Int?] = []
        for (vote, weight) in zip(votes.votes, weights) {
            guard weight > 0 else {
                rows.append(nil)
                continue
            }
            // A ballot that names nothing that stands counts as a Member that was heard and wants none of it.
            guard ranked.rank(vote.tiers, count: weight) != nil, named.approve(vote.first(size), count: weight) != nil else { return nil }
            guard !vote.tiers.isEmpty else {
                _ = given.give([], count: weight)
                rows.append(nil)
                continue
            }
            guard let row = given.give(Count.points(vote, votes.kind, size), count: weight) else { return nil }
            rows.append(row)
        }
        let ballots = ranked.ballots, points = given.ballots
        guard ballots.voterCount > 0, let pairs = PairwiseVotes(ballots) else { return nil }
        borda = ballots.borda
        schulze = SchulzeResult(pairs)
        approval = named.ballots.approvalScores
        mean = votes.kind == .points ? points.meanScoresOfNamed.map { $0.map { $0 / Count.pointScale } } : votes.means(of: votes.given, weights)
        weight = ballots.voterCount
        self.rows = rows
        let each = Count.unitPrice * weight
        guard let list = BudgetElection(costs: Array(repeating: each, count: count), budget: each * min(size, count), unit: 1, ballots: points) else { return nil }
        shares = equalShares(list, utility: .points, completion: .add1Greedy)
        // Shares are raised by a ten-thousandth of what there is, and by one unit of money at least: in single units a large budget would take hours.
        costed = costs.flatMap { BudgetElection(costs: $0.each, budget: $0.budget, unit: max(100, $0.budget / 10_000), ballots: points) }.map {
            equalShares($0, utility: .points, completion: .add1Greedy)
        }
    }

    /// What one candidate costs for each ballot, so that shares can be raised in steps of a hundredth of it.
    private static let unitPrice = 100
    /// Points are counted to a thousandth.
    static let pointScale = 1000.0

    /// What a Member has of a candidate: its points; of a ranking as many as places within the first ones stand from there on; of approvals the same of all.
    private static func points(_ vote: Votes.Vote, _ kind: BallotBox.Kind, _ size: Int) -> [(candidate: Int, points: Int)] {
        switch kind {
        case .points: vote.points.map { (candidate: $0.key, points: Int(exactly: ($0.value * pointScale).rounded()) ?? 0) }
        case .approval: vote.first(.max).map { (candidate: $0, points: 1) }
        case .ranking: vote.first(size).compactMap { candidate in vote.place(of: candidate).map { (candidate: candidate, points: size + 1 - $0) } }
        }
    }
}

extension Count {
    /// The order that a rule gives; those that Equal Shares does not buy are tied behind the others.
    func ranking(by rule: Round.Rule) -> Ranking {
        switch rule {
        case .borda: borda.ranking
        case .schulze: schulze.ranking
        case .approval: Ranking(scores: approval)
        case .mean: Ranking(scores: mean.map { $0 ?? -1 })
        case .equalShares: Count.ranking(of: shares, count: approval.count)
        }
    }

    static func ranking(of outcome: EqualSharesOutcome, count: Int) -> Ranking {
        var scores = [Int](repeating: 0, count: count)
        for (place, candidate) in outcome.selected.enumerated() { scores[candidate] = count - place }
        return Ranking(scores: scores)
    }

    /// Of all the points that could be had, the share that a candidate has by Borda's rule, 0 to 1.
    func bordaShare(of candidate: Int) -> Double {
        let most = 2 * weight * (approval.count - 1)
        return most > 0 ? Double(borda.doubled[candidate]) / Double(most) : 0
    }
}
