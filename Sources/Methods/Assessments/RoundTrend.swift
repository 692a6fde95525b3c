/// What became of a mean from one round to the next.
///
/// The change is *notable* where it exceeds 1.96 times its standard error, √(s₁²/n₁ + s₂²/n₂): Welch, "The generalization of Student's problem", Biometrika 34, 1947, by the normal limit.
/// Partly the same people answer both times, which the journal does not follow up: with them the true error is mostly smaller, so that some notable changes are not called so.
package struct RoundTrend: Equatable, Sendable {
    package let before: Double
    package let change: Double
    package let isNotable: Bool

    /// - Parameters:
    ///   - before: mean, spread and number of the round before.
    ///   - now: of this one.
    package init(from before: CategoryScore, to now: CategoryScore) {
        self.before = before.mean
        change = now.mean - before.mean
        guard let one = before.spread, let other = now.spread else {
            isNotable = false
            return
        }
        let error = (one * one / Double(before.count) + other * other / Double(now.count)).squareRoot()
        isNotable = abs(change) > 1.96 * error && abs(change) > 1e-9
    }
}
