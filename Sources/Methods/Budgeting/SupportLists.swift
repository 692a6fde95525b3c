/// Who supports each candidate and with what weight, candidate by candidate, for the inner loops of Equal Shares.
///
/// A distinct ballot cast by `m` voters counts as one payer with m-fold money and m-fold weight: min(b, price x w) for each of m voters is
/// min(m b, price x m w) for all. The lists are reordered as payers run out of money: `live` says how many at the front of a list still have some.
final class SupportLists {
    let candidateCount: Int

    /// How many distinct ballots there are.
    let payerCount: Int

    /// Where each candidate's list begins in `payers` and `weights`; one more than there are candidates.
    let starts: [Int]
    let payers: UnsafeMutableBufferPointer<Int32>

    /// Multiplicity times points, a whole number.
    let weights: UnsafeMutableBufferPointer<Double>

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
        var lengths = [Int](repeating: 0, count: candidateCount), totals = lengths, largest = lengths
        for candidate in ballots.candidates where !isWorthless[Int(candidate)] { lengths[Int(candidate)] += 1 }
        var next: [Int] = [0]
        for length in lengths { next.append((next.last ?? 0) + length) }
        starts = next
        payers = .allocate(capacity: next.last ?? 0)
        weights = .allocate(capacity: next.last ?? 0)
        for ballot in 0..<ballots.distinctCount {
            for place in ballots.range(ballot) {
                let candidate = Int(ballots.candidates[place]), points = ballots.points(at: place)
                guard !isWorthless[candidate] else { continue }
                payers[next[candidate]] = Int32(ballot)
                weights[next[candidate]] = Double(ballots.counts[ballot] * points)
                next[candidate] += 1
                totals[candidate] += ballots.counts[ballot] * points
                largest[candidate] = max(largest[candidate], points)
            }
        }
        self.totals = totals
        largestPoints = largest
    }

    deinit {
        payers.deallocate()
        weights.deallocate()
    }
}
