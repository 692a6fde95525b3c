/// Which way an indicator improves.
///
/// `up`: larger is better. `down`: smaller is better. `range`: best inside an interval, worse on either side.
package enum Direction: String, Codable, Sendable, CaseIterable {
    case up, down, range
}

/// How far an indicator has come, in percent of the way it has to go.
///
/// Always finite. `raw` is for display and may be negative (regression) or above 100 (over-achievement); `clamped` is `raw` held to 0...100
/// and is what a roll-up takes. Source: house default, standard Balanced Scorecard practice.
package struct Score: Equatable, Sendable {
    /// Percent, unbounded.
    package let raw: Double

    /// Percent, 0...100.
    package var clamped: Double { min(max(raw, 0), 100) }

    /// A score of `raw` percent; nil when `raw` is NaN or infinite.
    package init?(raw: Double) {
        guard raw.isFinite else { return nil }
        self.raw = raw
    }
}

/// The score of `actual` on the way from `baseline` to `target`.
///
/// `100 * (actual - baseline) / (target - baseline)`, which serves both directions because the sign cancels; all values in the indicator's unit.
/// A `floor` replaces the baseline as the value that scores 0, a `ceiling` replaces the target as the value that scores 100.
/// Where the two ends coincide there is no way to go and the maintain rule applies, the only place that reads `direction` and `tolerance`:
/// 100 if `actual` is at least as good as the target, else `100 - 100 * |actual - target| / tolerance`; under `range` only the target itself is
/// good. A tolerance of 0 scores every shortfall 0. Nil when an input is not finite, when the result overflows, and when the maintain rule needs
/// a tolerance that is missing or negative. Source: house default, standard Balanced Scorecard practice.
package func score(
    actual: Double, baseline: Double, target: Double, direction: Direction, tolerance: Double?, floor: Double? = nil, ceiling: Double? = nil
) -> Score? {
    let zero = floor ?? baseline
    let hundred = ceiling ?? target
    guard [actual, baseline, target, zero, hundred].allSatisfy(\.isFinite) else { return nil }
    guard zero == hundred else { return Score(raw: 100 * (actual - zero) / (hundred - zero)) }
    return score(excess: excess(of: actual, over: hundred, direction: direction), tolerance: tolerance)
}

/// The score of `actual` against the interval from `low` to `high`, both ends included.
///
/// 100 inside; outside it falls linearly and reaches 0 at `tolerance` beyond the nearer end; all in the indicator's unit. A tolerance of 0 scores
/// everything outside 0. Nil when an input is not finite, when `low` exceeds `high`, when the result overflows, and when `actual` is outside
/// and the tolerance is missing or negative. Source: house default, standard Balanced Scorecard practice.
package func score(actual: Double, low: Double, high: Double, tolerance: Double?) -> Score? {
    guard [actual, low, high].allSatisfy(\.isFinite), low <= high else { return nil }
    return score(excess: max(low - actual, actual - high, 0), tolerance: tolerance)
}

/// How far `actual` lies on the wrong side of `limit`; 0 on the right side.
private func excess(of actual: Double, over limit: Double, direction: Direction) -> Double {
    switch direction {
    case .up: max(limit - actual, 0)
    case .down: max(actual - limit, 0)
    case .range: abs(actual - limit)
    }
}

private func score(excess: Double, tolerance: Double?) -> Score? {
    guard excess > 0 else { return Score(raw: 100) }
    guard let tolerance, tolerance.isFinite, tolerance >= 0 else { return nil }
    return tolerance == 0 ? Score(raw: 0) : Score(raw: 100 - 100 * excess / tolerance)
}

/// One step of a piece of work that is either done or not.
package struct Milestone: Equatable, Sendable {
    /// Any non-negative unit; only its share of the sum matters.
    package let weight: Double

    /// Whether the step is complete; partly done is not done.
    package let isDone: Bool

    package init(weight: Double, isDone: Bool) {
        self.weight = weight
        self.isDone = isDone
    }
}

/// The weighted share of milestones done, in percent.
///
/// Nil when there are none, when a weight is negative or not finite, and when the weights sum to 0 or overflow.
/// Source: house default, for indicators that are described rather than measured.
package func score(milestones: [Milestone]) -> Score? {
    guard milestones.allSatisfy({ $0.weight.isFinite && $0.weight >= 0 }) else { return nil }
    let all = milestones.reduce(0) { $0 + $1.weight }
    let done = milestones.filter(\.isDone).reduce(0) { $0 + $1.weight }
    guard all > 0, all.isFinite else { return nil }
    return Score(raw: 100 * (done / all))
}

/// The relative change from one value to the next: 0.1 is ten percent more.
///
/// `(current - previous) / previous`; over a negative base the sign turns round, as the formula says. Nil for a zero base (show the counts
/// instead), for inputs that are not finite, and on overflow. Source: house default, standard Balanced Scorecard practice.
package func variation(from previous: Double, to current: Double) -> Double? {
    guard previous != 0, previous.isFinite, current.isFinite else { return nil }
    let change = (current - previous) / previous
    return change.isFinite ? change : nil
}
