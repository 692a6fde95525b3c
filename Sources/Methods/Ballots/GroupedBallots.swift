/// The same ballots in another order: those that begin with the same two candidates lie together.
///
/// Whoever goes through the supporters of one candidate after another then finds many of them side by side in memory. Only the order changes, and with it nothing
/// that is counted.
struct GroupedBallots {
    let ballots: WeightedBallots

    /// Beside each ballot its place among those that were handed in.
    let places: [Int]

    /// Two counting sorts, by the second candidate named and then by the first: as many steps as there are ballots and names.
    init(_ given: WeightedBallots) {
        let count = given.candidateCount, all = Array(0..<Int32(given.distinctCount))
        func keys(_ named: Int) -> [Int32] {
            zip(given.starts, given.starts.dropFirst()).map { start, end in start + named < end ? given.candidates[start + named] : Int32(count) }
        }
        let order = GroupedBallots.sorted(GroupedBallots.sorted(all, by: keys(1), below: count + 1), by: keys(0), below: count + 1).map(Int.init)
        var starts: [Int] = [0]
        starts.reserveCapacity(given.starts.count)
        for ballot in order { starts.append((starts.last ?? 0) + given.range(ballot).count) }
        func reordered(_ values: [Int32]) -> [Int32] {
            [Int32](unsafeUninitializedCapacity: values.count) { reordered, initialized in
                for ballot in order {
                    for place in given.range(ballot) {
                        reordered[initialized] = values[place]
                        initialized += 1
                    }
                }
            }
        }
        places = order
        ballots = WeightedBallots(
            candidateCount: count, starts: starts, candidates: reordered(given.candidates), points: given.points.map(reordered),
            counts: order.map { given.counts[$0] }, voterCount: given.voterCount)
    }

    /// Those of one key stay in the order in which they came.
    private static func sorted(_ order: [Int32], by keys: [Int32], below end: Int) -> [Int32] {
        var next = [Int](repeating: 0, count: end + 1)
        for key in keys { next[Int(key) + 1] += 1 }
        for place in 1..<next.count { next[place] += next[place - 1] }
        return [Int32](unsafeUninitializedCapacity: order.count) { sorted, initialized in
            for ballot in order {
                let key = Int(keys[Int(ballot)])
                sorted[next[key]] = ballot
                next[key] += 1
            }
            initialized = order.count
        }
    }
}
