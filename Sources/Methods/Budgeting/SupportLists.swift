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
        var lengths = [Int](repeating: 0, count: candidateCount), plain = lengths, totals = lengths, largest = lengths
        for ballot in 0..<ballots.distinctCount {
            for place in ballots.range(ballot) where !isWorthless[Int(ballots.candidates[place])] {
                let candidate = Int(ballots.candidates[place]), points = ballots.points(at: place), weight = ballots.counts[ballot] * points
                lengths[candidate] += 1
                plain[candidate] += weight == 1 ? 1 : 0
                totals[candidate] += weight
                largest[candidate] = max(largest[candidate], points)
            }
        }
        var starts: [Int] = [0]
        for length in lengths { starts.append((starts.last ?? 0) + length) }
        self.starts = starts
        payers = .allocate(capacity: starts.last ?? 0)
        let weights = UnsafeMutableBufferPointer<Double>.allocate(capacity: starts.last ?? 0)
        self.weights = weights
        var nextPlain = starts, next = zip(starts, plain).map { $0 + $1 }
        for ballot in 0..<ballots.distinctCount {
            for place in ballots.range(ballot) where !isWorthless[Int(ballots.candidates[place])] {
                let candidate = Int(ballots.candidates[place]), weight = ballots.counts[ballot] * ballots.points(at: place)
                let target = weight == 1 ? nextPlain[candidate] : next[candidate]
                if weight == 1 { nextPlain[candidate] += 1 } else { next[candidate] += 1 }
                payers[target] = Int32(ballot)
                weights[target] = Double(weight)
            }
        }
        self.totals = totals
        largestPoints = largest
        var stretches: [Stretch] = [], stretchesOf: [Range<Int>] = []
        for candidate in lengths.indices {
            let first = stretches.count, start = starts[candidate], end = starts[candidate + 1], border = start + plain[candidate]
            for (part, isPlain) in [(start..<border, true), (border..<end, false)] {
                for place in stride(from: part.lowerBound, to: part.upperBound, by: SupportLists.longest) {
                    let places = place..<min(place + SupportLists.longest, part.upperBound)
                    stretches.append(Stretch(places: places, isPlain: isPlain, weight: places.reduce(0) { $0 + weights[$1] }))
                }
            }
            stretchesOf.append(first..<stretches.count)
        }
        self.stretches = stretches
        self.stretchesOf = stretchesOf
    }

    private static let longest = 512

    deinit {
        payers.deallocate()
        weights.deallocate()
    }
}
