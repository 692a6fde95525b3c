/// Where a cloud of weighted values lies and how far it spreads: mean and standard deviation by weight, lowest and highest.
///
/// Mean `Σ w x / Σ w`; deviation `√(Σ w (x − mean)² / Σ w)`: of all that there is, not of a sample. What weighs nothing, or is no number, enters nothing. Source: the innovation strategy map,
/// budget-weighted with its spread, after the field notes; house default.
package struct WeightedSpread: Equatable, Sendable {
    package struct Item: Sendable {
        package let value: Double
        /// In any unit, such as money; above zero to count.
        package let weight: Double

        package init(_ value: Double, weight: Double) {
            self.value = value
            self.weight = weight
        }
    }

    package let mean: Double
    /// 0 where all are alike.
    package let deviation: Double
    package let low: Double
    package let high: Double
    /// All that counted together.
    package let weight: Double
    package let count: Int

    /// Nil where nothing has a weight.
    package init?(_ items: [Item]) {
        let counted = items.filter { $0.value.isFinite && $0.weight.isFinite && $0.weight > 0 }
        guard let heaviest = counted.map(\.weight).max(), let low = counted.map(\.value).min(), let high = counted.map(\.value).max() else { return nil }
        // By shares of the heaviest: sums of the largest numbers overflow.
        let shares = counted.map { $0.weight / heaviest }, all = shares.reduce(0, +)
        let mean = zip(counted, shares).reduce(0) { $0 + $1.0.value * $1.1 } / all
        let squares = zip(counted, shares).reduce(0) { $0 + $1.1 * ($1.0.value - mean) * ($1.0.value - mean) }
        guard mean.isFinite, squares.isFinite else { return nil }
        self.mean = min(max(mean, low), high)
        self.low = low
        self.high = high
        deviation = (squares / all).squareRoot()
        weight = all * heaviest
        count = counted.count
    }
}
