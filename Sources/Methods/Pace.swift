/// One bend of an expected course: the value expected once a share of the time has passed.
package struct CurvePoint: Equatable, Sendable {
    /// Share of the whole time, 0...1.
    package let fraction: Double

    /// In the indicator's unit.
    package let value: Double

    package init(fraction: Double, value: Double) {
        self.fraction = fraction
        self.value = value
    }
}

/// The value an indicator should have reached by now.
///
/// With an empty `curve` the straight line `baseline + (target - baseline) * elapsed / total`; otherwise straight lines from bend to bend. The
/// curve starts at the baseline and ends at the target unless it has its own points at 0 and 1. `elapsed` and `total` share any one unit of
/// time; before the start the first value holds, after the end the last. Nil when an input is not finite, when `total` is not positive, when
/// the curve's fractions do not rise strictly within 0...1, and on overflow. Source: house default, standard Balanced Scorecard practice.
package func expectedValue(
    baseline: Double, target: Double, elapsed: Double, total: Double, along curve: [CurvePoint]
) -> Double? {
    guard baseline.isFinite, target.isFinite, elapsed.isFinite, total.isFinite, total > 0, isRising(curve) else { return nil }
    let now = min(max(elapsed / total, 0), 1)
    let points = withEnds(curve, baseline: baseline, target: target)
    guard let next = points.firstIndex(where: { $0.fraction >= now }) else { return nil }
    guard next > 0, points[next].fraction > now else { return points[next].value }
    return value(at: now, from: points[next - 1], to: points[next])
}

/// How an achieved score compares with the score expected by now: 1 is exactly on pace.
///
/// `score.raw / expected.raw`, where `expected` is the score of the expected value under the same baseline and target. Unbounded above;
/// negative for regression. Nil when the expected score is missing, 0 or negative, or so small that the quotient overflows: at elapsed time 0
/// nothing is expected yet and there is no pace. An indicator to be maintained is expected at 100 throughout and always has one.
/// Source: house default, standard Balanced Scorecard practice.
package func paceIndex(score: Score?, expected: Score?) -> Double? {
    guard let score, let expected, expected.raw > 0 else { return nil }
    let index = score.raw / expected.raw
    return index.isFinite ? index : nil
}

private func isRising(_ curve: [CurvePoint]) -> Bool {
    let isWithin = curve.allSatisfy { (0...1).contains($0.fraction) && $0.value.isFinite }
    return isWithin && zip(curve, curve.dropFirst()).allSatisfy { $0.fraction < $1.fraction }
}

private func withEnds(_ curve: [CurvePoint], baseline: Double, target: Double) -> [CurvePoint] {
    let start = curve.first?.fraction == 0 ? [] : [CurvePoint(fraction: 0, value: baseline)]
    let end = curve.last?.fraction == 1 ? [] : [CurvePoint(fraction: 1, value: target)]
    return start + curve + end
}

private func value(at fraction: Double, from left: CurvePoint, to right: CurvePoint) -> Double? {
    let share = (fraction - left.fraction) / (right.fraction - left.fraction)
    let value = left.value + (right.value - left.value) * share
    return value.isFinite ? value : nil
}
