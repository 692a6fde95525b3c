/// Schulze's method: the strengths of the strongest paths of victories, and the order they give.
///
/// A path is as strong as its weakest link; a link is the number of voters who prefer one candidate to the next, where they are more than those of the
/// contrary opinion (winning votes). One is before another if its strongest path to it is stronger than the one back; that is transitive. Groups: first
/// all whom nobody is before, then all whom nobody of the rest is before, and so on; so one of an earlier group need not be before all of a later one.
/// Source: Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and
/// Welfare 36, 2011. Time grows with the cube of the candidates.
package struct SchulzeResult: Sendable, Hashable {
    package let ranking: Ranking
    private let candidateCount: Int
    private let paths: [Int]

    package init(_ votes: PairwiseVotes) {
        let count = votes.candidateCount
        candidateCount = count
        var paths = [Int](repeating: 0, count: count * count)
        for one in 0..<count {
            for other in 0..<count where votes[one, other] > votes[other, one] { paths[one * count + other] = votes[one, other] }
        }
        paths.withUnsafeMutableBufferPointer { paths in
            for via in 0..<count {
                for from in 0..<count where from != via {
                    let first = paths[from * count + via]
                    guard first > 0 else { continue }
                    for to in 0..<count where to != from {
                        let strength = min(first, paths[via * count + to])
                        if strength > paths[from * count + to] { paths[from * count + to] = strength }
                    }
                }
            }
        }
        self.paths = paths
        ranking = Ranking(groups: SchulzeResult.groups(paths, count))
    }

    /// The strength of the strongest path from one candidate to another; 0 where there is none.
    package func strength(from one: Int, to other: Int) -> Int { paths[one * candidateCount + other] }

    /// In how many pairs each candidate is before the other: a number to show beside the order.
    package var wins: [Int] {
        (0..<candidateCount).map { one in (0..<candidateCount).count { strength(from: one, to: $0) > strength(from: $0, to: one) } }
    }

    private static func groups(_ paths: [Int], _ count: Int) -> [[Int]] {
        var rest = Array(0..<count), groups: [[Int]] = []
        while !rest.isEmpty {
            let first = rest.filter { one in rest.allSatisfy { paths[$0 * count + one] <= paths[one * count + $0] } }
            // Never empty, for the relation has no cycles.
            guard !first.isEmpty else { return groups + [rest] }
            groups.append(first)
            let isFirst = Set(first)
            rest.removeAll { isFirst.contains($0) }
        }
        return groups
    }
}
