/// One round after the other.
extension EqualSharesRun {
    /// The candidate with the least price for one unit of utility, taken out of the queue; nil when nobody can pay for any.
    func choose() -> Round? {
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

    func isQuoted(_ candidate: Int) -> Bool { quotes[candidate].round == rounds.count }

    func perUtility(_ price: Double, _ candidate: Int) -> Double { price / Double(lists.scales[candidate]) }

    /// Looks at the first of the queue: its price now, or that it exceeds the ceiling for one unit of utility, or that nobody can pay for it.
    func quoteFirst(ceiling: Double) {
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

    func buy(_ round: Round) {
        let points = Double(lists.largestPoints[round.candidate])
        let place = rounds.count
        rounds.append(round)
        roundOf[round.candidate] = place
        let doubtful = state.buy(round.candidate, price: round.price, error: round.error, largestPoints: points)
        if !doubtful.isEmpty { settle(doubtful) }
    }
}
