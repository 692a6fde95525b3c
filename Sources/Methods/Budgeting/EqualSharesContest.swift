/// Where binary fractions do not tell.
extension EqualSharesRun {
    /// Decides exactly among all whose price may be the least.
    func contest() -> Round? {
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
    func settle(_ doubtful: [StretchRoom.Payer]) {
        let round = rounds.count - 1
        let candidate = rounds[round].candidate
        enterExactPrices(before: round)
        if rounds[round].exact == nil {
            let isDoubtful = Set(doubtful.map(\.payer))
            let quote = exactQuote(candidate) { place in
                let payer = Int(lists.payers[place])
                guard state.spending.rounds[payer] < 0 else { return nil }
                return state.remaining[payer] + (isDoubtful.contains(payer) ? 0 : rounds[round].price * lists.weights[place])
            }
            rounds[round].exact = quote.map { ($0.form, $0.divisor) }
        }
        guard let (form, divisor) = rounds[round].exact else { return }
        let price = exact.value(form)
        for supporter in doubtful {
            let payer = supporter.payer
            let points = Int(supporter.weight) / ballots.counts[payer]
            if exact.value(left(payer, before: round)) * divisor <= price * points {
                state.spending.add(payer)
                state.remaining[payer] = 0
            } else {
                // More than nothing, though perhaps too little for these digits.
                state.remaining[payer] = max(state.remaining[payer] - rounds[round].price * supporter.weight, .leastNormalMagnitude)
            }
        }
    }

    /// The exact price of a candidate, with all rounds before this one entered; nil where its supporters have not enough.
    ///
    /// Newton's method again, from a price that is too low: whoever cannot pay it in full is set apart, until all others can pay what is asked of them.
    /// `money` says what a supporter at a place has left, as well as `state.error` knows, or nil where it is known to pay its last.
    private func exactQuote(_ candidate: Int, money: (Int) -> Double?) -> ExactQuote? {
        let round = exact.prices.count
        var sum = FormSum(cost: election.costs[candidate], round: round)
        var divisor = 0
        var paying: [Int] = [], spending: [Int] = []
        for place in lists.starts[candidate]..<lists.starts[candidate + 1] {
            let payer = Int(lists.payers[place]), spentIn = state.spending.rounds[payer]
            guard spentIn < 0 || Int(spentIn) >= round else { continue }
            if money(place) == nil {
                spending.append(payer)
            } else {
                divisor += Int(lists.weights[place])
                paying.append(place)
            }
        }
        while divisor > 0 {
            sum.takeLeft(of: spending, ballots, roundOf: roundOf)
            spending = []
            let quote = ExactQuote(form: sum.form, divisor: divisor, isUncapped: paying.count == lists.starts[candidate + 1] - lists.starts[candidate])
            let price = exact.value(quote.form), about = quote.approximation(exact)
            let tolerance = state.error + 0x1p-46 * (abs(about) + state.share)
            let rest = paying.filter { place in
                let payer = Int(lists.payers[place]), weight = lists.weights[place]
                let difference = (money(place) ?? 0) - about * weight
                if difference > tolerance * weight { return true }
                let points = Int(weight) / ballots.counts[payer]
                if difference >= -tolerance * weight, exact.value(left(payer, before: round)) * quote.divisor >= price * points { return true }
                spending.append(payer)
                divisor -= Int(weight)
                return false
            }
            guard rest.count < paying.count else { return quote }
            paying = rest
        }
        // Had they together just enough, whoever has most for its points would pay its last in full and still be among the paying.
        return nil
    }
}
