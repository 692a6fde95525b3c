/// How little would have to be otherwise for another candidate to be among the first `k`.
package struct SmallestChange: Equatable, Sendable {
    /// Points between the last of the first `k` and the best of the others; 0 where they are tied.
    package let margin: Int

    /// The fewest ballots that, cast otherwise, put some candidate of the others strictly above one of the first `k`; nil where all ballots would not do.
    package let changed: Int?

    /// The fewest ballots that, cast besides, do the same; nil where a ballot cannot favour one candidate over another.
    package let added: Int?
}

/// The smallest change that would change the first `k` under a rule that adds up points ballot by ballot; exact.
///
/// `points[b]` says how many points distinct ballot `b` gives each candidate, in the smallest unit, and `counts[b]` how many voters cast it. `reach` is the
/// most by which one ballot can favour one candidate over another: 1 for approvals, the highest number of points for points, twice the number of
/// candidates less one for Borda in half points. A ballot cast otherwise gives what it did to all others, the least to the one and the most to the
/// other, so that for a pair the ballots that favour the one most are the first to change: the fewest for a pair are found by taking those, and the
/// fewest of all by trying every pair. For points this supposes that a ballot may give both extremes to any two candidates whatever it gives the others.
/// Nil unless 0 < k < number of candidates and the tables fit together.
package func smallestChange(points: [[Int]], counts: [Int], reach: Int, top k: Int) -> SmallestChange? {
    guard let width = points.first?.count, points.allSatisfy({ $0.count == width }), points.count == counts.count else { return nil }
    guard k > 0, k < width, reach >= 0, counts.allSatisfy({ $0 >= 0 }) else { return nil }
    var scores = [Int](repeating: 0, count: width)
    for (row, count) in zip(points, counts) {
        for candidate in row.indices { scores[candidate] += row[candidate] * count }
    }
    let order = scores.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
    let margin = scores[order[k - 1]] - scores[order[k]]
    var changed: Int?
    for inside in order[..<k] {
        for outside in order[k...] {
            let gains = zip(points, counts).map { row, count in (gain: row[inside] - row[outside] + reach, count: count) }
            guard let fewest = fewest(gains, toExceed: scores[inside] - scores[outside]) else { continue }
            changed = min(changed ?? fewest, fewest)
        }
    }
    return SmallestChange(margin: margin, changed: changed, added: reach > 0 ? margin / reach + 1 : nil)
}

/// How many ballots it takes for their gains to come to more than a difference, the largest gains first.
private func fewest(_ gains: [(gain: Int, count: Int)], toExceed difference: Int) -> Int? {
    var left = difference, taken = 0
    for (gain, count) in gains.sorted(by: { $0.gain > $1.gain }) where gain > 0 {
        let needed = left / gain + 1
        if needed <= count { return taken + needed }
        left -= gain * count
        taken += count
    }
    return nil
}
