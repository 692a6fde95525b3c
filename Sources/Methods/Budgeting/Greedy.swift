/// Buys candidates by the utility that a unit of money buys, as long as they fit into what is left of the budget.
///
/// For cost utility that is the number of supporters, for cardinality supporters over cost, for points points over cost; of equal candidates the lower
/// number comes first. Candidates that nobody supports come last and are bought too where they fit; so are those that cost nothing, before all others
/// if somebody supports them. `beginningWith` is bought already. Answers what is bought besides, in order. Exact.
package func greedy(_ election: BudgetElection, utility: BudgetUtility, beginningWith bought: [Int]) -> [Int] {
    let worths = utility == .points ? election.totals : election.supporters
    var isBought = [Bool](repeating: false, count: election.costs.count)
    for candidate in bought { isBought[candidate] = true }
    let order = election.costs.indices.filter { !isBought[$0] }
        .map { Worth(candidate: $0, cost: election.costs[$0], worth: worths[$0], utility: utility) }
        .sorted()
    var left = election.budget - election.cost(of: bought)
    var chosen: [Int] = []
    for next in order where election.costs[next.candidate] <= left {
        left -= election.costs[next.candidate]
        chosen.append(next.candidate)
    }
    return chosen
}

/// A candidate's utility for one unit of money, as a fraction.
private struct Worth: Comparable {
    let candidate: Int
    private let numerator: UInt
    /// Zero where something is had for nothing.
    private let denominator: UInt

    init(candidate: Int, cost: Int, worth: Int, utility: BudgetUtility) {
        self.candidate = candidate
        let isWorthless = worth == 0 || (utility == .cost && cost == 0)
        numerator = isWorthless ? 0 : UInt(worth)
        denominator = isWorthless || utility == .cost ? 1 : UInt(cost)
    }

    static func < (left: Worth, right: Worth) -> Bool {
        let one = left.numerator.multipliedFullWidth(by: right.denominator), other = right.numerator.multipliedFullWidth(by: left.denominator)
        if (one.high, one.low) != (other.high, other.low) { return (one.high, one.low) > (other.high, other.low) }
        return left.candidate < right.candidate
    }
}
