/// What each payer still has in one run of Equal Shares, and the inner loops over it.
///
/// Money is that of all voters behind a distinct ballot together. All numbers carry a bound: `error` is how far what one voter has left may lie from the
/// truth. Pointers instead of arrays, because these loops are nearly all of the time and every index in them was checked when the lists were made.
final class PayerState {
    let lists: SupportLists
    let costs: [Double]
    private let multiplicities: [Double]

    let remaining: UnsafeMutableBufferPointer<Double>

    /// How far what one voter has left may lie from the truth.
    private(set) var error = 0.0

    /// What each voter began with.
    private(set) var share = 0.0

    var spending: SpendingLog

    /// What is known of each stretch, and with which one the next look at a candidate begins.
    private var stretches: [StretchState]
    private var next: [Int]
    private let room: StretchRoom

    /// Half a unit in the last place of 1.
    static let rounding = 0x1p-53

    init(_ lists: SupportLists, costs: [Int], multiplicities: [Int]) {
        self.lists = lists
        self.costs = costs.map(Double.init)
        self.multiplicities = multiplicities.map(Double.init)
        remaining = .allocate(capacity: lists.payerCount)
        spending = SpendingLog(payerCount: lists.payerCount)
        stretches = lists.stretches.map { StretchState($0, share: 0) }
        next = lists.stretchesOf.map(\.lowerBound)
        room = StretchRoom(lists, remaining: remaining)
    }

    deinit {
        remaining.deallocate()
        spending.deallocate()
    }

    /// Gives everybody a share, less what `spent` says of each payer, which is known as well as sums of so many uncapped rounds are.
    func begin(share: Double, spent: [Double], rounds: Int) {
        self.share = share
        // Nobody spent more than the share; each price is known to 16 roundings, each sum takes two more.
        error = share * PayerState.rounding * (24 + 4 * Double(rounds))
        multiplicities.withUnsafeBufferPointer { multiplicities in
            spent.withUnsafeBufferPointer { spent in
                // Rounding may leave less than nothing, and what compares bits takes that for more than all.
                for payer in 0..<lists.payerCount { remaining[payer] = max(0, multiplicities[payer] * share - spent[payer]) }
            }
        }
        spending.begin(rounds: rounds)
        for place in stretches.indices { stretches[place] = StretchState(lists.stretches[place], share: share) }
        for candidate in next.indices { next[candidate] = lists.stretchesOf[candidate].lowerBound }
    }

    /// What a candidate would cost its supporters now for one unit of weight: the least price at which their payments reach its cost.
    ///
    /// Newton's method from below on a sum of min(money, price x weight), which is concave in the price: each step is a lower bound, and the last is the
    /// price. Stops as soon as the price is known to exceed `ceiling`. `floor` is any lower bound.
    ///
    /// Looks at one stretch of supporters after the other, beginning where it stopped before: of the others what was seen last is still a bound, for
    /// nobody's money grows.
    func quote(_ candidate: Int, floor: Double, ceiling: Double) -> Quote {
        let cost = costs[candidate], range = lists.stretchesOf[candidate]
        guard !range.isEmpty else { return .unaffordable }
        let first = lists.starts[candidate]
        var price = floor, sums = sum(range)
        for _ in range {
            let place = next[candidate]
            next[candidate] = place + 1 < range.upperBound ? place + 1 : range.lowerBound
            room.look(&stretches[place], lists.stretches[place], at: price, from: first)
            sums = sum(range)
            if isUnaffordable(sums, cost) { return .unaffordable }
            let least = atLeast(sums, at: price, cost)
            guard least <= ceiling else { return .above(least) }
            price = max(price, least)
        }
        while sums.weightLeft > 0 {
            let price = (cost - sums.paid) / sums.weightLeft
            let error = spread(sums, at: price, cost) / sums.weightLeft
            guard price - error <= ceiling else { return .above(price - error) }
            let before = sums.leftCount, nearly = price + 4 * (error + self.error + PayerState.rounding * (price + share))
            var nearby = 0
            for place in range { nearby += room.narrow(&stretches[place], lists.stretches[place], at: price, nearly: nearly, from: first) }
            sums = sum(range)
            guard sums.leftCount == before else { continue }
            return .price(price, error: error, isUncapped: sums.leftCount == lists.starts[candidate + 1] - first, isCertain: nearby == 0)
        }
        return .uncertain
    }

    /// Takes the price from each supporter of a candidate just looked at wholly, and notes who paid their last; answers those of whom the numbers do not
    /// say whether they did.
    func buy(_ candidate: Int, price: Double, error priceError: Double, largestPoints: Double) -> [StretchRoom.Payer] {
        let tolerance = error + priceError + 4 * PayerState.rounding * (price + share)
        var doubtful: [StretchRoom.Payer] = []
        for place in lists.stretchesOf[candidate] {
            room.pay(stretches[place], lists.stretches[place], price: price, tolerance: tolerance, log: &spending, doubtful: &doubtful)
        }
        spending.endRound()
        error += largestPoints * priceError + 4 * PayerState.rounding * share
        return doubtful
    }
}

extension PayerState {
    /// Of a candidate's supporters: those who would pay their last, and those who would have something left.
    private struct Sums {
        /// What all have, and what those have who would pay their last.
        var all = 0.0, paid = 0.0
        var weightPaid = 0.0, weightLeft = 0.0
        var count = 0, leftCount = 0

        /// How often what they pay was rounded at most: no sum is longer than a stretch, and those of the stretches are added up.
        var roundings = 0.0
    }

    private func sum(_ range: Range<Int>) -> Sums {
        stretches.withUnsafeBufferPointer { stretches in
            var sums = Sums(), longest = 0
            for place in range {
                sums.all += stretches[place].all
                sums.paid += stretches[place].paid
                sums.weightPaid += stretches[place].weightPaid
                sums.weightLeft += stretches[place].weightLeft
                sums.count += stretches[place].count
                sums.leftCount += stretches[place].leftCount
                longest = max(longest, stretches[place].roundings)
            }
            sums.roundings = Double(longest + range.count + 8)
            return sums
        }
    }

    private func isUnaffordable(_ sums: Sums, _ cost: Double) -> Bool {
        let weight = sums.weightPaid + sums.weightLeft
        return sums.all < cost - (weight * error + Double(sums.count + 8) * PayerState.rounding * (sums.all + cost))
    }

    /// What the price is at least.
    private func atLeast(_ sums: Sums, at price: Double, _ cost: Double) -> Double {
        sums.weightLeft > 0 ? (cost - sums.paid - spread(sums, at: price, cost)) / sums.weightLeft : 0
    }

    /// How far the payments of those who pay their last may be from what they are said to be.
    private func spread(_ sums: Sums, at price: Double, _ cost: Double) -> Double {
        sums.weightPaid * error + sums.roundings * PayerState.rounding * (sums.paid + price * sums.weightLeft + cost)
    }
}
