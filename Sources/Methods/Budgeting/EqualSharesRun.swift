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

    /// By how many units of money everybody's share was raised in this run.
    private(set) var raise = 0
    private(set) var rounds: [Round] = []
    private(set) var exact: ExactPrices

    /// The round in which each candidate was bought; -1 for the others.
    private(set) var roundOf: [Int]

    private var queue = CandidateQueue()
    private var floors: [Double]
    private var quotes: [(round: Int, price: Double, error: Double, isUncapped: Bool, isCertain: Bool)]

    /// The price each candidate has as long as all its supporters pay in full, and the candidates in that order; those without support left out.
    private let freshPrices: [Double]
    private let order: [Int]

    /// How many candidates anybody supports.
    var supportedCount: Int { order.count }

    private(set) var keptRounds = 0
    private var keptSpent: [Double]

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

    init(_ election: BudgetElection, utility: BudgetUtility) {
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
        order = election.costs.indices.filter { lists.totals[$0] > 0 }.sorted { one, other in
            let left = WideInteger(election.costs[one]) * lists.totals[other] * lists.scales[other]
            let right = WideInteger(election.costs[other]) * lists.totals[one] * lists.scales[one]
            return left == right ? one < other : left < right
        }
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
        rounds.removeLast(rounds.count - keptRounds)
        state.begin(share: share, spent: keptSpent, rounds: keptRounds)
        let money = WideInteger(election.budget) + WideInteger(raise) * election.unit * ballots.voterCount
        exact = ExactPrices(money: money, voters: ballots.voterCount)
        queue.removeAll()
        for candidate in roundOf.indices {
            quotes[candidate].round = -1
            if roundOf[candidate] >= keptRounds { roundOf[candidate] = -1 }
        }
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
            keptRounds += 1
        }
    }
}

// MARK: - One round

extension EqualSharesRun {
    /// The candidate with the least price for one unit of utility, taken out of the queue; nil when nobody can pay for any.
    private func choose() -> Round? {
        while let first = queue.first {
            guard isQuoted(first.candidate) else {
                quoteFirst(ceiling: queue.secondKey)
                continue
            }
            let quote = quotes[first.candidate]
            let atMost = perUtility(quote.price + quote.error, first.candidate) * (1 + 0x1p-50)
            guard quote.isCertain, queue.secondKey > atMost else { return contest() }
            queue.removeFirst()
            return Round(
                candidate: first.candidate, price: quote.price, error: quote.error, isUncapped: quote.isUncapped, atMost: atMost,
                others: queue.first?.key ?? .infinity)
        }
        return nil
    }

    private func isQuoted(_ candidate: Int) -> Bool { quotes[candidate].round == rounds.count }

    private func perUtility(_ price: Double, _ candidate: Int) -> Double { price / Double(lists.scales[candidate]) }

    /// Looks at the first of the queue: its price now, or that it exceeds the ceiling for one unit of utility, or that nobody can pay for it.
    private func quoteFirst(ceiling: Double) {
        guard let candidate = queue.first?.candidate else { return }
        // So far above that whoever is found beyond it no longer comes first, whatever is rounded on the way: or it would be looked at for ever.
        let ceiling = ceiling * Double(lists.scales[candidate]) * (1 + 0x1p-46)
        switch state.quote(candidate, floor: floors[candidate], ceiling: ceiling) {
        case .unaffordable: queue.removeFirst()
        case .above(let price): raise(candidate, to: price)
        case .price(let price, let error, let isUncapped, let isCertain):
            quotes[candidate] = (rounds.count, price, error, isUncapped, isCertain)
            raise(candidate, to: price - error)
        case .uncertain:
            quotes[candidate] = (rounds.count, floors[candidate], 0, false, false)
        }
    }

    private func raise(_ candidate: Int, to floor: Double) {
        floors[candidate] = max(floors[candidate], floor)
        queue.raiseFirst(to: max(queue.first?.key ?? 0, perUtility(floors[candidate], candidate) * (1 - 0x1p-50)))
    }

    private func buy(_ round: Round) {
        let points = Double(lists.largestPoints[round.candidate])
        let place = rounds.count
        rounds.append(round)
        roundOf[round.candidate] = place
        let doubtful = state.buy(round.candidate, round: place, price: round.price, error: round.error, largestPoints: points)
        if !doubtful.isEmpty { settle(doubtful) }
    }
}

// MARK: - Where binary fractions do not tell

extension EqualSharesRun {
    /// Decides exactly among all whose price may be the least.
    private func contest() -> Round? {
        var contenders: [(candidate: Int, price: ExactQuote)] = []
        var atMost = Double.infinity
        while let first = queue.first, first.key <= atMost {
            if !isQuoted(first.candidate) {
                quoteFirst(ceiling: atMost)
                continue
            }
            queue.removeFirst()
            enterExactPrices()
            guard let quote = exactQuote(first.candidate, money: { state.remaining[Int(lists.payers[$0])] }) else { continue }
            contenders.append((first.candidate, quote))
            atMost = min(atMost, perUtility(quote.approximation(exact), first.candidate) * (1 + 0x1p-40))
        }
        guard var best = contenders.first else { return choose() }
        for other in contenders.dropFirst() where isCheaper(other, best) { best = other }
        for other in contenders where other.candidate != best.candidate { queue.insert(other.candidate, key: perUtility(floors[other.candidate], other.candidate) * (1 - 0x1p-50)) }
        let price = best.price.approximation(exact)
        return Round(
            candidate: best.candidate, price: price, error: price * 0x1p-49, isUncapped: best.price.isUncapped,
            atMost: perUtility(price, best.candidate) * (1 + 0x1p-46), others: queue.first?.key ?? .infinity, exact: (best.price.form, best.price.divisor))
    }

    private func isCheaper(_ one: (candidate: Int, price: ExactQuote), _ other: (candidate: Int, price: ExactQuote)) -> Bool {
        let left = exact.value(one.price.form) * other.price.divisor * lists.scales[other.candidate]
        let right = exact.value(other.price.form) * one.price.divisor * lists.scales[one.candidate]
        return left == right ? one.candidate < other.candidate : left < right
    }

    /// Settles exactly who of these supporters of the last bought candidate paid the last they had.
    private func settle(_ doubtful: [Int]) {
        let round = rounds.count - 1
        let candidate = rounds[round].candidate
        enterExactPrices(before: round)
        if rounds[round].exact == nil {
            let isDoubtful = Set(doubtful)
            let quote = exactQuote(candidate) { place in
                let payer = Int(lists.payers[place])
                guard state.spentIn[payer] < 0 else { return nil }
                return state.remaining[payer] + (isDoubtful.contains(place) ? 0 : rounds[round].price * lists.weights[place])
            }
            rounds[round].exact = quote.map { ($0.form, $0.divisor) }
        }
        guard let (form, divisor) = rounds[round].exact else { return }
        let price = exact.value(form)
        for place in doubtful {
            let payer = Int(lists.payers[place])
            let points = Int(lists.weights[place]) / ballots.counts[payer]
            if exact.value(left(payer, before: round)) * divisor <= price * points {
                state.spentIn[payer] = Int32(round)
                state.remaining[payer] = 0
            } else {
                // More than nothing, though perhaps too little for these digits.
                state.remaining[payer] = max(state.remaining[payer] - rounds[round].price * lists.weights[place], .leastNormalMagnitude)
            }
        }
    }

    /// Enters the exact prices of all rounds so far, or of those before one.
    func enterExactPrices(before end: Int? = nil) {
        while exact.prices.count < end ?? rounds.count {
            let round = exact.prices.count
            let (form, divisor) = rounds[round].exact ?? form(of: round)
            exact.append(form, over: divisor)
        }
    }

    /// The price of a round from who paid the last in it and who paid in full.
    private func form(of round: Int) -> (PriceForm, Int) {
        let candidate = rounds[round].candidate
        var sum = FormSum(cost: election.costs[candidate])
        for place in lists.starts[candidate]..<lists.starts[candidate + 1] {
            let payer = Int(lists.payers[place]), spentIn = Int(state.spentIn[payer])
            if spentIn < 0 || spentIn > round {
                sum.divisor += Int(lists.weights[place])
            } else if spentIn == round {
                sum.take(left(payer, before: round), times: ballots.counts[payer])
            }
        }
        return (sum.form, sum.divisor)
    }

    /// What one voter behind a payer has left before a round, as long as it never paid its last before.
    func left(_ payer: Int, before round: Int) -> PriceForm {
        var form = PriceForm()
        form.shares = 1
        for place in ballots.range(payer) {
            let paidIn = roundOf[Int(ballots.candidates[place])]
            if paidIn >= 0, paidIn < round { form.multiples.append((paidIn, -ballots.points(at: place))) }
        }
        return form
    }

    /// The exact price of a candidate, with all rounds before this one entered; nil where its supporters have not enough.
    ///
    /// Newton's method again, from a price that is too low: whoever cannot pay it in full is set apart, until all others can pay what is asked of them.
    /// `money` says what a supporter at a place has left, as well as `state.error` knows, or nil where it is known to pay its last.
    private func exactQuote(_ candidate: Int, money: (Int) -> Double?) -> ExactQuote? {
        let round = exact.prices.count
        var sum = FormSum(cost: election.costs[candidate])
        var paying: [Int] = []
        for place in lists.starts[candidate]..<lists.starts[candidate + 1] {
            let payer = Int(lists.payers[place]), spentIn = state.spentIn[payer]
            guard spentIn < 0 || Int(spentIn) >= round else { continue }
            if money(place) == nil {
                sum.take(left(payer, before: round), times: ballots.counts[payer])
            } else {
                sum.divisor += Int(lists.weights[place])
                paying.append(place)
            }
        }
        while sum.divisor > 0 {
            let quote = ExactQuote(form: sum.form, divisor: sum.divisor, isUncapped: paying.count == lists.starts[candidate + 1] - lists.starts[candidate])
            let price = exact.value(quote.form), about = quote.approximation(exact)
            let tolerance = state.error + 0x1p-46 * (abs(about) + state.share)
            let rest = paying.filter { place in
                let payer = Int(lists.payers[place]), weight = lists.weights[place]
                let difference = (money(place) ?? 0) - about * weight
                if difference > tolerance * weight { return true }
                let form = left(payer, before: round)
                let points = Int(weight) / ballots.counts[payer]
                if difference >= -tolerance * weight, exact.value(form) * quote.divisor >= price * points { return true }
                sum.take(form, times: ballots.counts[payer])
                sum.divisor -= Int(weight)
                return false
            }
            guard rest.count < paying.count else { return quote }
            paying = rest
        }
        // Had they together just enough, whoever has most for its points would pay its last in full and still be among the paying.
        return nil
    }
}
