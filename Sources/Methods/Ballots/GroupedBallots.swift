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
        let count = given.candidateCount
        func key(_ ballot: Int, _ named: Int) -> Int {
            let place = given.starts[ballot] + named
            return place < given.starts[ballot + 1] ? Int(given.candidates[place]) : count
        }
        func sorted(_ order: [Int], by named: Int) -> [Int] {
            var next = [Int](repeating: 0, count: count + 2)
            for ballot in order { next[key(ballot, named) + 1] += 1 }
            for place in 1..<next.count { next[place] += next[place - 1] }
            var sorted = [Int](repeating: 0, count: order.count)
            for ballot in order {
                let key = key(ballot, named)
                sorted[next[key]] = ballot
                next[key] += 1
            }
            return sorted
        }
        let order = sorted(sorted(Array(0..<given.distinctCount), by: 1), by: 0)
        var starts: [Int] = [0], candidates: [Int32] = [], points: [Int32]? = given.points.map { _ in [] }
        starts.reserveCapacity(given.starts.count)
        candidates.reserveCapacity(given.candidates.count)
        for ballot in order {
            candidates += given.candidates[given.range(ballot)]
            if let all = given.points { points?.append(contentsOf: all[given.range(ballot)]) }
            starts.append(candidates.count)
        }
        places = order
        ballots = WeightedBallots(
            candidateCount: count, starts: starts, candidates: candidates, points: points, counts: order.map { given.counts[$0] }, voterCount: given.voterCount)
    }
}
