/// Who supports each candidate and with what weight, candidate by candidate, for the inner loops of Equal Shares.
///
/// A distinct ballot cast by `m` voters counts as one payer with m-fold money and m-fold weight: min(b, price x w) for each of m voters is
/// min(m b, price x m w) for all. Supporters of weight 1 come first in each list: they are most, and need no weights. Each list is cut into stretches.
final class SupportLists {
    /// Some supporters of one candidate.
    struct Stretch {
        let places: Range<Int>

        /// Whether all weights are 1.
        let isPlain: Bool

        let weight: Double
    }

    let candidateCount: Int

    /// How many distinct ballots there are.
    let payerCount: Int

    /// Where each candidate's list begins in `payers` and `weights`; one more than there are candidates.
    let starts: [Int]
    let payers: UnsafeMutableBufferPointer<Int32>

    /// Multiplicity times points, a whole number.
    let weights: UnsafeMutableBufferPointer<Double>

    let stretches: [Stretch]

    /// The stretches of each candidate.
    let stretchesOf: [Range<Int>]

    /// The sum of each candidate's weights, exact: at most 2^53.
    let totals: [Int]

    /// The largest number of points that any one voter gives each candidate.
    let largestPoints: [Int]

    /// What the price for one unit of weight is divided by to compare candidates: the cost where utility is cost, otherwise 1.
    let scales: [Int]

    /// Candidates of cost 0 under cost utility are worth nothing to anybody and have empty lists.
    init(_ election: BudgetElection, utility: BudgetUtility) {
        let ballots = utility == .points ? election.ballots : election.ballots.approvals
        candidateCount = election.costs.count
        payerCount = ballots.distinctCount
        scales = election.costs.map { utility == .cost ? $0 : 1 }
        let isWorthless = election.costs.map { utility == .cost && $0 == 0 }
        var tallies = [Tally](repeating: Tally(), count: candidateCount)
        tallies.withUnsafeMutableBufferPointer { tallies in
            SupportLists.forEach(of: ballots, but: isWorthless) { _, candidate, points, weight in tallies[candidate].add(weight, points: points) }
        }
        var starts: [Int] = [0]
        for tally in tallies { starts.append((starts.last ?? 0) + tally.length) }
        self.starts = starts
        let payers = UnsafeMutableBufferPointer<Int32>.allocate(capacity: starts.last ?? 0)
        let weights = UnsafeMutableBufferPointer<Double>.allocate(capacity: starts.last ?? 0)
        (self.payers, self.weights) = (payers, weights)
        // Two places each: where the next supporter of another weight goes, and the next of weight 1.
        var next = zip(starts, tallies).flatMap { [$0 + $1.plain, $0] }
        next.withUnsafeMutableBufferPointer { next in
            SupportLists.forEach(of: ballots, but: isWorthless) { ballot, candidate, _, weight in
                let list = 2 * candidate + (weight == 1 ? 1 : 0), target = next[list]
                next[list] = target + 1
                payers[target] = Int32(truncatingIfNeeded: ballot)
                weights[target] = Double(weight)
            }
        }
        totals = tallies.map(\.total)
        largestPoints = tallies.map(\.largest)
        var stretches: [Stretch] = [], stretchesOf: [Range<Int>] = []
        for candidate in tallies.indices {
            let first = stretches.count, start = starts[candidate], end = starts[candidate + 1], border = start + tallies[candidate].plain
            for (part, isPlain) in [(start..<border, true), (border..<end, false)] {
                for place in stride(from: part.lowerBound, to: part.upperBound, by: SupportLists.longest) {
                    let places = place..<min(place + SupportLists.longest, part.upperBound)
                    let weight = isPlain ? Double(places.count) : places.reduce(0) { $0 + weights[$1] }
                    stretches.append(Stretch(places: places, isPlain: isPlain, weight: weight))
                }
            }
            stretchesOf.append(first..<stretches.count)
        }
        self.stretches = stretches
        self.stretchesOf = stretchesOf
    }

    private static let longest = 512

    /// What is counted of one candidate's supporters.
    private struct Tally {
        var length = 0
        var plain = 0
        var total = 0
        var largest = 0

        mutating func add(_ weight: Int, points: Int) {
            length += 1
            plain += weight == 1 ? 1 : 0
            total += weight
            largest = max(largest, points)
        }
    }

    /// Every name on every ballot with its points and weight, but those of candidates that are worth nothing.
    @inline(__always)
    private static func forEach(
        of ballots: WeightedBallots, but isWorthless: [Bool], _ body: (_ ballot: Int, _ candidate: Int, _ points: Int, _ weight: Int) -> Void
    ) {
        ballots.candidates.withUnsafeBufferPointer { candidates in
            for ballot in 0..<ballots.distinctCount {
                let count = ballots.counts[ballot]
                for place in ballots.range(ballot) where !isWorthless[Int(candidates[place])] {
                    let points = ballots.points(at: place)
                    body(ballot, Int(candidates[place]), points, count * points)
                }
            }
        }
    }

    deinit {
        payers.deallocate()
        weights.deallocate()
    }
}
