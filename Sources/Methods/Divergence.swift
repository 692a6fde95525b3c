/// How far groups differ in what they say: the statistic of Kruskal and Wallis on ranks, with ties shared, and how often chance alone would do as much.
///
/// Sources: Kruskal and Wallis, "Use of ranks in one-criterion variance analysis", Journal of the American Statistical Association 47, 1952; effect size
/// ε² = H / (n − 1) after Tomczak and Tomczak, Trends in Sport Sciences 21, 2014; the permutation test after Good, "Permutation Tests", 2000, with the
/// observed arrangement counted among the shuffled ones (Phipson and Smyth 2010), so that it is never 0.
package struct Divergence: Equatable, Sendable {
    /// The statistic H, corrected for ties.
    package let statistic: Double
    /// ε², 0 (the groups are alike) to 1 (they do not overlap, and are alike within).
    package let effect: Double
    /// How many values, in how many groups that have any.
    package let values: Int
    package let groups: Int
    private let pooled: [Double]
    private let sizes: [Int]

    /// Nil where fewer than two groups have values, or all values are the same: then nothing can differ.
    package init?(_ groups: [[Double]]) {
        let filled = groups.filter { !$0.isEmpty }, all = filled.flatMap { $0 }
        guard filled.count > 1, all.allSatisfy(\.isFinite) else { return nil }
        let (ranks, ties) = midranks(all)
        let count = Double(all.count), correction = 1 - ties / (count * count * count - count)
        guard correction > 0 else { return nil }
        pooled = ranks
        sizes = filled.map(\.count)
        values = all.count
        self.groups = filled.count
        statistic = Divergence.statistic(ranks, sizes) / correction
        effect = min(1, max(0, statistic / (count - 1)))
    }

    /// The share of shuffled arrangements that differ at least as much, 0 to 1: the p of the permutation test.
    ///
    /// - Parameter count: how many times all values are dealt out anew.
    package func chance(shuffles count: Int, using generator: inout some RandomNumberGenerator) -> Double {
        var dealt = pooled, atLeast = 1
        let observed = Divergence.statistic(pooled, sizes) - 1e-9
        for _ in 0..<max(0, count) {
            dealt.shuffle(using: &generator)
            if Divergence.statistic(dealt, sizes) >= observed { atLeast += 1 }
        }
        return Double(atLeast) / Double(max(0, count) + 1)
    }

    /// H before the correction for ties, of ranks that stand group after group. Ties stay the same when ranks are dealt out anew.
    private static func statistic(_ ranks: [Double], _ sizes: [Int]) -> Double {
        let count = Double(ranks.count), mean = ranks.reduce(0, +) / count
        var start = 0, sum = 0.0
        for size in sizes {
            let own = ranks[start..<start + size].reduce(0, +) / Double(size) - mean
            sum += Double(size) * own * own
            start += size
        }
        return 12 / (count * (count + 1)) * sum
    }
}

/// Ranks from 1, shared among equals; and Σ(t³ − t) over the ties of t.
func midranks(_ values: [Double]) -> (ranks: [Double], ties: Double) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count), ties = 0.0, start = 0
    while start < order.count {
        var end = start + 1
        while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
        let tied = Double(end - start)
        for place in order[start..<end] { ranks[place] = Double(start + end + 1) / 2 }
        ties += tied * tied * tied - tied
        start = end
    }
    return (ranks, ties)
}
