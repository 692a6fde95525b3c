/// The exact prices of rounds, from who paid their last in which.
extension EqualSharesRun {
    /// Enters the exact prices of all rounds so far, or of those before one.
    func enterExactPrices(before end: Int? = nil) {
        state.spending.enter()
        let first = exact.prices.count, end = end ?? rounds.count
        // To go through all ballots in their order takes no longer than to go to those of some rounds here and there; the table must remain small.
        let all = end - first > 8 && end <= 512 ? forms(before: end) : []
        for round in stride(from: first, to: end, by: 1) {
            let (form, divisor) = rounds[round].exact ?? (all.isEmpty ? form(of: round) : all[round])
            exact.append(form, over: divisor)
        }
    }

    /// The price of a round from who paid the last in it and who paid in full.
    private func form(of round: Int) -> (PriceForm, Int) {
        let candidate = rounds[round].candidate, lists = lists, spentIn = state.spending.rounds
        var sum = FormSum(cost: election.costs[candidate], round: round)
        var spent: [Int] = [], divisor = 0.0
        for place in lists.starts[candidate]..<lists.starts[candidate + 1] {
            let payer = Int(lists.payers[place]), last = Int(spentIn[payer])
            if last < 0 || last > round {
                // Whole numbers that come to 2^53 at most.
                divisor += lists.weights[place]
            } else if last == round {
                spent.append(payer)
            }
        }
        sum.takeLeft(of: spent, ballots, roundOf: roundOf)
        return (sum.form, Int(divisor))
    }

    /// The same for all rounds before one.
    ///
    /// A table has a row for each round: what those who paid their last in it paid before, by round. Its last row has, by round, the points of those who had
    /// paid their last in that round or before; its last column is what was not bought, and not read. Without branches, as in `FormSum`.
    private func forms(before end: Int) -> [(PriceForm, Int)] {
        let ballots = ballots, roundOf = roundOf, spentIn = state.spending.rounds, width = end + 1
        var table = [Int](repeating: 0, count: width * width), shares = [Int](repeating: 0, count: end)
        table.withUnsafeMutableBufferPointer { table in
            for payer in 0..<lists.payerCount where spentIn[payer] >= 0 && spentIn[payer] < end {
                let round = Int(spentIn[payer]), count = ballots.counts[payer]
                shares[round] -= count
                for place in ballots.range(payer) {
                    let paidIn = Int(min(UInt(bitPattern: roundOf[Int(ballots.candidates[place])]), UInt(end)))
                    table[(paidIn < round ? round : end) * width + paidIn] &+= ballots.points(at: place) &* count
                }
            }
        }
        return (0..<end).map { round in
            let candidate = rounds[round].candidate, row = table[round * width..<round * width + round]
            let multiples = row.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) }
            let form = PriceForm(constant: election.costs[candidate], shares: shares[round], multiples: multiples)
            return (form, lists.totals[candidate] - table[end * width + round])
        }
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
}
