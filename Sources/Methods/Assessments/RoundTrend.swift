/// What became of a mean from one round to the next.
///
/// The change is *notable* where it exceeds the 97.5 % quantile of Student's t times its standard error, √(s₁²/n₁ + s₂²/n₂), with the degrees of freedom of Welch, "The generalization of Student's
/// problem", Biometrika 34, 1947. Of fewer than eight respondents in either round, or where all answered alike in both, nothing is called notable: then the quantile promises more than it holds
/// (house default). Partly the same people answer both times, which the journal does not follow up: with them the true error is mostly smaller, so that some notable changes are not called so. Of
/// many categories some are notable by chance alone.
package struct RoundTrend: Equatable, Sendable {
    package static let fewest = 8

    package let before: Double
    package let change: Double
    package let isNotable: Bool

    /// - Parameters:
    ///   - before: mean, spread and number of the round before.
    ///   - now: of this one.
    package init(from before: CategoryScore, to now: CategoryScore) {
        self.before = before.mean
        change = now.mean - before.mean
        guard let one = before.spread, let other = now.spread, min(before.count, now.count) >= RoundTrend.fewest else {
            isNotable = false
            return
        }
        let (first, second) = (one * one / Double(before.count), other * other / Double(now.count)), sum = first + second
        guard sum > 0 else {
            isNotable = false
            return
        }
        let freedom = sum * sum / (first * first / Double(before.count - 1) + second * second / Double(now.count - 1))
        isNotable = abs(change) > RoundTrend.quantile(freedom) * sum.squareRoot()
    }

    /// The 97.5 % quantile of Student's t, by Fisher's expansion about the normal one: within 0.001 from seven degrees of freedom on. Source: Abramowitz and Stegun, 26.7.5.
    static func quantile(_ freedom: Double) -> Double {
        let x = 1.959963984540054, cube = x * x * x, fifth = cube * x * x, seventh = fifth * x * x
        let first = (cube + x) / 4, second = (5 * fifth + 16 * cube + 3 * x) / 96, third = (3 * seventh + 19 * fifth + 17 * cube - 15 * x) / 384
        return x + first / freedom + second / (freedom * freedom) + third / (freedom * freedom * freedom)
    }
}
