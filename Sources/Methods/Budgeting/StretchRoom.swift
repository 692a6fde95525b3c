/// The supporters who still have money in one run, and those of the candidate looked at who would have something left.
///
/// Loops without branches: each entry is written where the next one goes, which moves on only where the entry is kept.
final class StretchRoom {
    /// A supporter and its weight.
    struct Payer {
        let payer: Int
        let weight: Double
    }

    private let source: SupportLists
    private let remaining: UnsafeMutableBufferPointer<Double>
    private let payers: UnsafeMutableBufferPointer<Int32>
    private let weights: UnsafeMutableBufferPointer<Double>
    private let moneyLeft: UnsafeMutableBufferPointer<Double>
    private let weightLeft: UnsafeMutableBufferPointer<Double>

    init(_ lists: SupportLists, remaining: UnsafeMutableBufferPointer<Double>) {
        source = lists
        self.remaining = remaining
        payers = .allocate(capacity: lists.payers.count)
        weights = .allocate(capacity: lists.weights.count)
        let longest = zip(lists.starts, lists.starts.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) }
        moneyLeft = .allocate(capacity: longest)
        weightLeft = .allocate(capacity: longest)
    }

    deinit {
        for buffer in [weights, moneyLeft, weightLeft] { buffer.deallocate() }
        payers.deallocate()
    }

    /// Sorts the supporters of a stretch at a price and leaves out who has no money; the candidate's list begins at `first`.
    func look(_ state: inout StretchState, _ stretch: SupportLists.Stretch, at price: Double, from first: Int) {
        if stretch.isPlain { lookAtPlain(&state, stretch, at: price, from: first) } else { lookAtWeighted(&state, stretch, at: price, from: first) }
        state.isHere = true
        state.roundings = state.count + 4
    }

    private func lookAtPlain(_ state: inout StretchState, _ stretch: SupportLists.Stretch, at price: Double, from first: Int) {
        let start = stretch.places.lowerBound, remaining = remaining, payers = payers, moneyLeft = moneyLeft
        let seen = state.isHere ? payers : source.payers
        var next = start, kept = start - first
        var all = 0.0, payments = 0.0
        for place in start..<start + state.count {
            let payer = seen[place], money = remaining[Int(payer)]
            payers[next] = payer
            next &+= Mask(0, isBelow: money).count
            moneyLeft[kept] = money
            kept &+= Mask(price, isBelow: money).count
            all += money
            payments += min(money, price)
        }
        (state.count, state.leftCount) = (next - start, kept - (start - first))
        (state.weightPaid, state.weightLeft) = (Double(state.count - state.leftCount), Double(state.leftCount))
        (state.all, state.paid) = (all, max(payments - price * state.weightLeft, 0))
    }

    private func lookAtWeighted(_ state: inout StretchState, _ stretch: SupportLists.Stretch, at price: Double, from first: Int) {
        let start = stretch.places.lowerBound, remaining = remaining, payers = payers, weights = weights, moneyLeft = moneyLeft, weightLeft = weightLeft
        let seen = state.isHere ? payers : source.payers, seenWeights = state.isHere ? weights : source.weights
        var next = start, kept = start - first
        var all = 0.0, payments = 0.0, weight = 0.0, weightKept = 0.0
        for place in start..<start + state.count {
            let payer = seen[place], mine = seenWeights[place], money = remaining[Int(payer)], asked = price * mine
            let hasMoney = Mask(0, isBelow: money), isLeft = Mask(asked, isBelow: money)
            payers[next] = payer
            weights[next] = mine
            next &+= hasMoney.count
            moneyLeft[kept] = money
            weightLeft[kept] = mine
            kept &+= isLeft.count
            all += money
            payments += min(money, asked)
            weight += hasMoney.isOn(mine)
            weightKept += isLeft.isOn(mine)
        }
        (state.count, state.leftCount) = (next - start, kept - (start - first))
        (state.weightPaid, state.weightLeft) = (weight - weightKept, weightKept)
        (state.all, state.paid) = (all, max(payments - price * weightKept, 0))
    }

    /// Sorts those of a stretch who had something left at a lower price; answers how many would have so little left that it is in doubt.
    func narrow(_ state: inout StretchState, _ stretch: SupportLists.Stretch, at price: Double, nearly: Double, from first: Int) -> Int {
        let start = stretch.places.lowerBound - first, moneyLeft = moneyLeft, weightLeft = weightLeft
        var kept = start, far = 0
        var paid = 0.0, weightPaid = 0.0
        if stretch.isPlain {
            // Mostly the price is hardly higher than it was known to be, and nobody is near it.
            if isEachAbove(nearly, start..<start + state.leftCount) {
                state.roundings += 1
                return 0
            }
            for place in start..<start + state.leftCount {
                let money = moneyLeft[place], isLeft = Mask(price, isBelow: money)
                far &+= Mask(nearly, isBelow: money).count
                moneyLeft[kept] = money
                kept &+= isLeft.count
                paid += isLeft.isOff(money)
            }
            weightPaid = Double(state.leftCount - (kept - start))
        } else {
            for place in start..<start + state.leftCount {
                let money = moneyLeft[place], weight = weightLeft[place], isLeft = Mask(price * weight, isBelow: money)
                far &+= Mask(nearly * weight, isBelow: money).count
                moneyLeft[kept] = money
                weightLeft[kept] = weight
                kept &+= isLeft.count
                paid += isLeft.isOff(money)
                weightPaid += isLeft.isOff(weight)
            }
        }
        let nearby = state.leftCount - far
        state.paid += paid
        state.weightPaid += weightPaid
        state.weightLeft -= weightPaid
        // Who is added adds one rounding, and the sum another.
        state.roundings += state.leftCount - (kept - start) + 1
        state.leftCount = kept - start
        return nearby
    }

    /// Whether more than that is left at each of these places. Numbers above zero are in the order of their bits, and several differences are taken at a time.
    private func isEachAbove(_ limit: Double, _ places: Range<Int>) -> Bool {
        let moneyLeft = moneyLeft, bits = Int64(bitPattern: limit.bitPattern)
        var differences: Int64 = -1
        for place in places { differences &= bits &- Int64(bitPattern: moneyLeft[place].bitPattern) }
        return differences < 0
    }

    /// Takes a price for each unit of weight from those of a stretch.
    func pay(_ state: StretchState, _ stretch: SupportLists.Stretch, price: Double, tolerance: Double, log: inout SpendingLog, doubtful: inout [Payer]) {
        let start = stretch.places.lowerBound, remaining = remaining, payers = payers, weights = weights, isPlain = stretch.isPlain
        let spent = log.payers
        var count = log.count
        for place in start..<start + state.count {
            let payer = payers[place], weight = isPlain ? 1 : weights[place]
            let rest = remaining[Int(payer)] - price * weight
            if abs(rest) <= tolerance * weight {
                doubtful.append(Payer(payer: Int(payer), weight: weight))
                continue
            }
            let isSpent = Mask(isNegative: rest)
            spent[count] = payer
            count &+= isSpent.count
            remaining[Int(payer)] = isSpent.isOff(rest)
        }
        log.count = count
    }
}
