/// What each payer still has in one run of Equal Shares, and the inner loops over it.
///
/// Money is that of all voters behind a distinct ballot together. All numbers carry a bound: `error` is how far what one voter has left may lie from the
/// truth. Pointers instead of arrays, because these loops are nearly all of the time and every index in them was checked when the lists were made.
final class PayerState {
    let lists: SupportLists
    let costs: [Double]
    private let multiplicities: [Double]

    let remaining: UnsafeMutableBufferPointer<Double>

    /// The round in which a payer paid its last; -1 while it has some.
    let spentIn: UnsafeMutableBufferPointer<Int32>

    /// How far what one voter has left may lie from the truth.
    private(set) var error = 0.0

    /// What each voter began with.
    private(set) var share = 0.0

    /// How many at the front of each candidate's list may still have money.
    private var live: [Int]
    private let moneyLeft: UnsafeMutableBufferPointer<Double>
    private let weightLeft: UnsafeMutableBufferPointer<Double>

    /// Half a unit in the last place of 1.
    static let rounding = 0x1p-53

    init(_ lists: SupportLists, costs: [Int], multiplicities: [Int]) {
        self.lists = lists
        self.costs = costs.map(Double.init)
        self.multiplicities = multiplicities.map(Double.init)
        live = zip(lists.starts, lists.starts.dropFirst()).map { $1 - $0 }
        let longest = live.max() ?? 0
        remaining = .allocate(capacity: lists.payerCount)
        spentIn = .allocate(capacity: lists.payerCount)
        moneyLeft = .allocate(capacity: longest)
        weightLeft = .allocate(capacity: longest)
    }

    deinit {
        remaining.deallocate()
        spentIn.deallocate()
        moneyLeft.deallocate()
        weightLeft.deallocate()
    }

    /// Gives everybody a share, less what `spent` says of each payer, which is known as well as sums of so many uncapped rounds are.
    func begin(share: Double, spent: [Double], rounds: Int) {
        self.share = share
        // Nobody spent more than the share; each price is known to 16 roundings, each sum takes two more.
        error = share * PayerState.rounding * (24 + 4 * Double(rounds))
        multiplicities.withUnsafeBufferPointer { multiplicities in
            spent.withUnsafeBufferPointer { spent in
                for payer in 0..<lists.payerCount { remaining[payer] = multiplicities[payer] * share - spent[payer] }
            }
        }
        spentIn.update(repeating: -1)
        for candidate in live.indices { live[candidate] = lists.starts[candidate + 1] - lists.starts[candidate] }
    }

    /// What a candidate would cost its supporters now for one unit of weight: the least price at which their payments reach its cost.
    ///
    /// Newton's method from below on a sum of min(money, price x weight), which is concave in the price: each step is a lower bound, and the last is the
    /// price. Stops as soon as the price is known to exceed `ceiling`. `floor` is any lower bound.
    func quote(_ candidate: Int, floor: Double, ceiling: Double) -> Quote {
        let cost = costs[candidate]
        var sums = sort(candidate, at: floor)
        if isUnaffordable(sums, cost) { return .unaffordable }
        while sums.weightLeft > 0 {
            let price = (cost - sums.paid) / sums.weightLeft
            let error = spread(sums, paid: sums.paid, cost) / sums.weightLeft
            guard price - error <= ceiling else { return .above(price - error) }
            let before = sums.leftCount
            let isNearby = sort(&sums, at: price, doubt: 4 * (error + self.error + PayerState.rounding * (price + share)))
            guard sums.leftCount == before else { continue }
            return .price(price, error: error, isUncapped: sums.leftCount == lists.starts[candidate + 1] - lists.starts[candidate], isCertain: !isNearby)
        }
        return .uncertain
    }

    private func isUnaffordable(_ sums: Sums, _ cost: Double) -> Bool {
        sums.all < cost - (sums.weightOfAll * error + Double(sums.count + 8) * PayerState.rounding * (sums.all + cost))
    }

    /// How far the payments of those who pay their last may be from what they are said to be.
    private func spread(_ sums: Sums, paid: Double, _ cost: Double) -> Double {
        sums.weightPaid * error + Double(sums.paidCount + 8) * PayerState.rounding * (paid + cost)
    }

    /// Takes the price from each supporter and marks those who paid their last; answers those of whom the numbers do not say whether they did.
    func buy(_ candidate: Int, round: Int, price: Double, error priceError: Double, largestPoints: Double) -> [Int] {
        let start = lists.starts[candidate], end = start + live[candidate]
        let tolerance = error + priceError + 4 * PayerState.rounding * (price + share)
        var doubtful: [Int] = []
        for place in start..<end {
            let payer = Int(lists.payers[place]), weight = lists.weights[place]
            let money = remaining[payer], rest = money - price * weight
            if rest > tolerance * weight {
                remaining[payer] = rest
            } else if rest < -tolerance * weight {
                if money > 0 { spentIn[payer] = Int32(round) }
                remaining[payer] = 0
            } else if money > 0 {
                doubtful.append(place)
            }
        }
        error += largestPoints * priceError + 4 * PayerState.rounding * share
        return doubtful
    }
}

/// What is known of a candidate's price.
enum Quote {
    /// Its supporters have not enough left, and never will.
    case unaffordable
    /// Above the ceiling that was asked about: at least this.
    case above(Double)
    /// Within `error` of this from below, and from above too where certain, which it is where nobody's last unit is in doubt; uncapped where every supporter pays in full.
    case price(Double, error: Double, isUncapped: Bool, isCertain: Bool)
    /// The numbers do not say whether it can be paid.
    case uncertain
}

extension PayerState {
    /// Of a candidate's supporters: those who would pay their last, and those who would have something left.
    private struct Sums {
        /// What all have, and what those have who would pay their last.
        var all = 0.0, paid = 0.0
        var weightPaid = 0.0, weightLeft = 0.0
        var paidCount = 0, leftCount = 0
        var weightOfAll: Double { weightPaid + weightLeft }
        var count: Int { paidCount + leftCount }
    }

    /// Sorts supporters at a price, and moves those without money to the end of the list, where nobody looks again in this run.
    private func sort(_ candidate: Int, at price: Double) -> Sums {
        let start = lists.starts[candidate]
        let payers = lists.payers, weights = lists.weights, remaining = remaining, moneyLeft = moneyLeft, weightLeft = weightLeft
        var place = start, end = start + live[candidate], kept = 0
        var all = 0.0, paid = 0.0, weight = 0.0, weightKept = 0.0
        while place < end {
            let payer = payers[place], mine = weights[place]
            let money = remaining[Int(payer)]
            guard money > 0 else {
                end -= 1
                payers[place] = payers[end]
                weights[place] = weights[end]
                payers[end] = payer
                weights[end] = mine
                continue
            }
            place += 1
            // Without a branch: written where the next one goes, and kept only where something is left.
            let isLeft = money > price * mine
            moneyLeft[kept] = money
            weightLeft[kept] = mine
            kept &+= isLeft ? 1 : 0
            all += money
            paid += isLeft ? 0 : money
            weight += mine
            weightKept += isLeft ? mine : 0
        }
        live[candidate] = end - start
        var sums = Sums()
        (sums.all, sums.paid, sums.weightLeft, sums.weightPaid) = (all, paid, weightKept, weight - weightKept)
        (sums.leftCount, sums.paidCount) = (kept, live[candidate] - kept)
        return sums
    }

    /// Sorts those who had something left at a lower price; answers whether anybody would have so little left that it is in doubt.
    private func sort(_ sums: inout Sums, at price: Double, doubt: Double) -> Bool {
        let moneyLeft = moneyLeft, weightLeft = weightLeft
        var kept = 0, nearby = 0
        var paid = 0.0, weightPaid = 0.0
        let nearly = price + doubt
        for place in 0..<sums.leftCount {
            let money = moneyLeft[place], weight = weightLeft[place]
            let isLeft = money > price * weight
            nearby &+= money <= nearly * weight ? 1 : 0
            moneyLeft[kept] = money
            weightLeft[kept] = weight
            kept &+= isLeft ? 1 : 0
            paid += isLeft ? 0 : money
            weightPaid += isLeft ? 0 : weight
        }
        sums.paid += paid
        sums.weightPaid += weightPaid
        sums.weightLeft -= weightPaid
        sums.paidCount += sums.leftCount - kept
        sums.leftCount = kept
        return nearby > 0
    }
}
