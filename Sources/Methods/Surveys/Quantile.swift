/// The value below which a share of weighted values lies, between neighbours in proportion.
///
/// With weights all alike it is Hyndman and Fan's type 7, which spreadsheets and R use; otherwise as many values as Kish's effective number stand in the
/// place of those there are. Nil without values, for a share outside 0...1, for what is not finite, and where weights are negative or all zero.
/// Sources: Hyndman and Fan, "Sample quantiles in statistical packages", American Statistician 50, 1996; Akinshin, "Weighted quantile estimators", 2023, 2.3.
package func quantile(_ share: Double, of values: [(value: Double, weight: Double)]) -> Double? {
    guard 0...1 ~= share, values.allSatisfy({ $0.value.isFinite }), let effective = WeightingLoss(weights: values.map(\.weight))?.effectiveSize else { return nil }
    let sorted = values.sorted { $0.value < $1.value }, total = sorted.reduce(0) { $0 + $1.weight }
    let start = share * (effective - 1)
    var sum = 0.0, quantile = 0.0, before = 0.0
    for (place, item) in sorted.enumerated() {
        sum += item.weight
        // What is left of rounding must not keep the last value out.
        let reached = place == sorted.count - 1 ? effective : sum / total * effective
        let part = min(max(reached - start, 0), 1)
        quantile += (part - before) * item.value
        before = part
    }
    return quantile
}

/// The same of values that all count alike.
package func quantile(_ share: Double, of values: [Double]) -> Double? { quantile(share, of: values.map { (value: $0, weight: 1) }) }

/// The lowest step of a scale up to which at least half of all weights lie: the median of what has an order and no distances.
///
/// `weights[s]` is what chose step `s`. Nil where all are zero, or one is negative or not finite.
package func middleStep(_ weights: [Double]) -> Int? {
    let total = weights.reduce(0, +)
    guard total > 0, total.isFinite, weights.allSatisfy({ $0 >= 0 }) else { return nil }
    var sum = 0.0
    for (step, weight) in weights.enumerated() {
        sum += weight
        if sum / total >= 0.5 - 1e-9 { return step }
    }
    return nil
}
