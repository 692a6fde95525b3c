/// One run of the Method of Equal Shares after another, over the same ballots with different shares.
///
/// Decides with binary fractions and their error bounds, and with exact ones wherever the bounds do not tell two candidates apart. Candidates wait by the
/// last price they were known to have: prices only rise within a run, so whoever is first with a price of this round is the next to be bought, and
/// most are never looked at. Rounds at the beginning in which every supporter paid in full are the same for every larger share and are kept.
final class EqualSharesRun {
    let election: BudgetElection
    let ballots: WeightedBallots
    let lists: SupportLists
    let state: PayerState

    /// By how many units of money everybody's share was raised in this run; -1 before the first.
    private(set) var raise = -1
    var rounds: [Round] = []
    var exact: ExactPrices

    /// The round in which each candidate was bought; -1 for the others.
    var roundOf: [Int]

    var queue = CandidateQueue()
    var floors: [Double]
    var quotes: [(round: Int, price: Double, error: Double, isUncapped: Bool, isCertain: Bool)]

    /// The price each candidate has as long as all its supporters pay in full, and the candidates in that order; those without support left out.
    private let freshPrices: [Double]
    private let order: [Int]

    /// How many candidates anybody supports.
    var supportedCount: Int { order.count }

    /// What every run begins with, and what each payer spent in it.
    private var kept: [Round] = []
    private var keptSpent: [Double]

    var keptRounds: Int { kept.count }

    /// What happened in one round.
    struct Round {
        let candidate: Int

        /// For one unit of weight, to within `error`.
        let price: Double
        let error: Double

        /// Whether every supporter paid in full.
        let isUncapped: Bool

        /// At most and at least that much for one unit of utility: the candidate bought, and every other that was not yet bought.
        let atMost: Double
        let others: Double

        /// The exact price, where it was needed.
        var exact: (form: PriceForm, divisor: Int)?
    }

    /// - Parameter reordered: those of the election, in any order.
    init(_ given: BudgetElection, ballots reordered: WeightedBallots, utility: BudgetUtility) {
        let election = BudgetElection(given, reordered: reordered)
        self.election = election
        ballots = utility == .points ? election.ballots : election.ballots.approvals
        let lists = SupportLists(election, utility: utility)
        self.lists = lists
        state = PayerState(lists, costs: election.costs, multiplicities: election.ballots.counts)
        roundOf = Array(repeating: -1, count: lists.candidateCount)
        floors = Array(repeating: 0, count: lists.candidateCount)
        quotes = Array(repeating: (-1, 0, 0, false, false), count: lists.candidateCount)
        keptSpent = Array(repeating: 0, count: lists.payerCount)
        freshPrices = zip(election.costs, lists.totals).map { $1 == 0 ? .infinity : Double($0) / Double($1) * (1 - 0x1p-50) }
        let costs = election.costs.map(WideInteger.init), worths = zip(lists.totals, lists.scales).map { WideInteger($0) * $1 }
        order = election.costs.indices.filter { lists.totals[$0] > 0 }.sorted { one, other in
            let left = costs[one] * worths[other], right = costs[other] * worths[one]
            return left == right ? one < other : left < right
        }
        exact = ExactPrices(money: .zero, voters: 1)
    }

    /// Another one over the same lists, which nobody changes: the two can run side by side.
    init(beside other: EqualSharesRun) {
        election = other.election
        ballots = other.ballots
        lists = other.lists
        state = PayerState(lists, costs: election.costs, multiplicities: election.ballots.counts)
        roundOf = other.roundOf
        floors = other.floors
        quotes = other.quotes
        kept = other.kept
        keptSpent = other.keptSpent
        freshPrices = other.freshPrices
        order = other.order
        exact = ExactPrices(money: .zero, voters: 1)
    }

    /// Runs with everybody's share raised by so many units of money, no fewer than in the last run whose rounds were kept.
    func run(raise: Int) {
        self.raise = raise
        begin()
        while let next = choose() {
            buy(next)
        }
    }

    /// Everybody's share: the budget divided equally, and the raise.
    private var share: Double { Double(election.budget) / Double(ballots.voterCount) + Double(raise) * Double(election.unit) }

    private func begin() {
        rounds = kept
        state.begin(share: share, spent: keptSpent, rounds: keptRounds)
        let money = WideInteger(election.budget) + WideInteger(raise) * election.unit * ballots.voterCount
        exact = ExactPrices(money: money, voters: ballots.voterCount)
        queue.removeAll()
        for candidate in roundOf.indices {
            quotes[candidate].round = -1
            roundOf[candidate] = -1
        }
        for (place, round) in kept.enumerated() { roundOf[round.candidate] = place }
        for candidate in order where roundOf[candidate] < 0 {
            floors[candidate] = freshPrices[candidate]
            queue.insert(candidate, key: floors[candidate] / Double(lists.scales[candidate]) * (1 - 0x1p-50))
        }
    }

    /// Who was bought first, in the order of fresh prices and each paid in full by everybody, is bought so with any larger share: a price never falls
    /// below the fresh one, and what somebody has left only grows with the share. Kept for runs with no smaller raise.
    func keepUncappedRounds(of rounds: [Round]) {
        while keptRounds < rounds.count, rounds[keptRounds].isUncapped, rounds[keptRounds].candidate == order[keptRounds] {
            let candidate = rounds[keptRounds].candidate, price = rounds[keptRounds].price
            for place in lists.starts[candidate]..<lists.starts[candidate + 1] {
                keptSpent[Int(lists.payers[place])] += price * lists.weights[place]
            }
            kept.append(rounds[keptRounds])
        }
    }
}
