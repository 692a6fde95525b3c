/// What one unit of a voter's satisfaction is, where a budget is shared.
package enum BudgetUtility: String, Sendable, CaseIterable {
    /// Each chosen candidate that a ballot names counts one.
    case cardinality

    /// Each chosen candidate that a ballot names counts what it costs.
    case cost

    /// Each chosen candidate counts the points that the ballot gives it.
    case points
}

/// Candidates with costs, a budget, and ballots: what is to be bought with everybody's money?
///
/// Of equal candidates the one with the lower number comes first: number them in the order in which ties are to be broken. Costs and budget are whole
/// numbers of the smallest unit; `unit` of them make one unit of money, the step by which Add1 raises each voter's share.
package struct BudgetElection: Sendable {
    package let costs: [Int]
    package let budget: Int
    package let unit: Int
    package let ballots: WeightedBallots

    /// The most that costs, budget and the points of all voters for one candidate may come to: whole numbers up to here have an exact binary form.
    package static let most = 1 << 53

    /// Nil where the costs are not as many as the candidates of the ballots, where a cost, the budget or the sum of costs is negative or above `most`,
    /// where the unit is not within 1 and `most`, and where a candidate has more than `most` points in all.
    package init?(costs: [Int], budget: Int, unit: Int, ballots: WeightedBallots) {
        let isWithin = costs.allSatisfy { 0...BudgetElection.most ~= $0 } && 0...BudgetElection.most ~= budget && 1...BudgetElection.most ~= unit
        guard costs.count == ballots.candidateCount, isWithin else { return nil }
        guard BudgetElection.sum(costs) != nil, BudgetElection.totals(ballots) != nil else { return nil }
        self.costs = costs
        self.budget = budget
        self.unit = unit
        self.ballots = ballots
    }

    /// The same with its ballots in another order.
    init(_ election: BudgetElection, reordered ballots: WeightedBallots) {
        (costs, budget, unit) = (election.costs, election.budget, election.unit)
        self.ballots = ballots
    }

    /// The points of all voters for each candidate; for approvals how many name it.
    package var totals: [Int] { BudgetElection.totals(ballots) ?? [] }

    /// How many voters name each candidate.
    package var supporters: [Int] { BudgetElection.totals(ballots.approvals) ?? [] }

    /// What these candidates cost together.
    package func cost(of candidates: some Sequence<Int>) -> Int { candidates.reduce(0) { $0 + costs[$1] } }

    private static func totals(_ ballots: WeightedBallots) -> [Int]? {
        var totals = [Int](repeating: 0, count: ballots.candidateCount)
        for ballot in 0..<ballots.distinctCount {
            for place in ballots.range(ballot) {
                let (weight, isOver) = ballots.counts[ballot].multipliedReportingOverflow(by: ballots.points(at: place))
                let candidate = Int(ballots.candidates[place])
                guard !isOver, weight <= most - totals[candidate] else { return nil }
                totals[candidate] += weight
            }
        }
        return totals
    }

    private static func sum(_ costs: [Int]) -> Int? {
        var sum = 0
        for cost in costs {
            guard cost <= most - sum else { return nil }
            sum += cost
        }
        return sum
    }
}
