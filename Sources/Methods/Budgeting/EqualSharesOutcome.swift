/// What Equal Shares bought, and how every ballot counted.
package struct EqualSharesOutcome: Sendable {
    /// One candidate bought by its supporters.
    package struct Round: Sendable {
        package let candidate: Int

        /// The price of one unit of utility, rho.
        package let price: Double

        /// The same, exact: money in the smallest unit for one unit of utility.
        package let exactPrice: ExactFraction
    }

    /// What one voter paid in a round.
    package struct Payment: Sendable, Equatable {
        package let round: Int

        /// In the smallest unit of money.
        package let amount: Double

        /// Whether it was all the voter had left, be it less than the others paid or just as much.
        package let isLast: Bool
    }

    package let utility: BudgetUtility

    /// In the order in which they were bought.
    package let rounds: [Round]

    /// By how many units of money each share was raised before.
    package let raise: Int

    /// What each voter had at the beginning, in the smallest unit of money.
    package let share: Double

    /// What each voter behind a distinct ballot has left, in the smallest unit of money.
    package let leftovers: [Double]

    /// What was bought greedily afterwards, in order, with nobody's share.
    package internal(set) var completion: [Int] = []

    private let election: BudgetElection
    /// The round in which each distinct ballot paid its last; -1 for those with something left.
    private let spentIn: [Int32]
    private let roundOf: [Int]

    /// Bought by shares, in order.
    package var bought: [Int] { rounds.map(\.candidate) }

    /// Everything bought, by shares first.
    package var selected: [Int] { bought + completion }

    package var cost: Int { election.cost(of: selected) }

    /// What one voter with this distinct ballot paid, in order of rounds.
    package func payments(of ballot: Int) -> [Payment] {
        let ballots = election.ballots
        var left = share, payments: [Payment] = []
        let bought = ballots.range(ballot).map { (round: roundOf[Int(ballots.candidates[$0])], points: utility == .points ? ballots.points(at: $0) : 1) }
        for (round, points) in bought.filter({ $0.round >= 0 }).sorted(by: { $0.round < $1.round }) {
            guard spentIn[ballot] < 0 || round <= Int(spentIn[ballot]) else { break }
            let isLast = round == Int(spentIn[ballot])
            let candidate = rounds[round].candidate
            let price = rounds[round].price * (utility == .cost ? Double(election.costs[candidate]) : Double(points))
            let amount = isLast ? left : min(price, left)
            payments.append(Payment(round: round, amount: amount, isLast: isLast))
            left -= amount
        }
        return payments
    }
}

extension EqualSharesOutcome {
    /// Nothing bought, for there are no voters.
    init(election: BudgetElection, utility: BudgetUtility) {
        self.election = election
        self.utility = utility
        (rounds, raise, share, leftovers, spentIn) = ([], 0, 0, [], [])
        roundOf = Array(repeating: -1, count: election.costs.count)
    }

    /// What a run bought.
    ///
    /// - Parameter places: beside each ballot of the run its place among those of the election; nil where the order is the same.
    init(_ run: EqualSharesRun, of given: BudgetElection, utility: BudgetUtility, places: [Int]?) {
        run.enterExactPrices()
        let exact = run.exact
        election = given
        self.utility = utility
        raise = run.raise
        share = run.state.share
        roundOf = run.roundOf
        let counts = run.ballots.counts, remaining = run.state.remaining, spent = run.state.spending.rounds
        var spentIn = [Int32](repeating: -1, count: counts.count), leftovers = [Double](repeating: 0, count: counts.count)
        for own in counts.indices {
            let place = places?[own] ?? own
            (spentIn[place], leftovers[place]) = (spent[own], remaining[own] / Double(counts[own]))
        }
        (self.spentIn, self.leftovers) = (spentIn, leftovers)
        rounds = zip(run.rounds, exact.prices).map { round, price in
            let scale = run.lists.scales[round.candidate]
            let fraction = ExactFraction(price, over: exact.denominator * scale) ?? ExactFraction(0)
            return Round(candidate: round.candidate, price: fraction.approximation, exactPrice: fraction)
        }
    }
}
