import Foundation

/// How far a fitted curve would be another if chance had fallen otherwise: the residual bootstrap.
///
/// Residuals are centred, widened by `√(n / (n - k))` for the k parameters that were fitted, drawn anew with replacement and added to the curve (on the logarithmic
/// scale to its logarithm); each time the curve is fitted again, from the point fit and within the same bounds. What ends at a bound is kept: leaving it out would
/// make an interval too narrow just where the limit cannot be told. Residuals are drawn one by one, so that intervals are too narrow where they hang together in
/// time. Sources: Efron 1979; Davison and Hinkley, "Bootstrap methods and their application", 1997, 6.2.3 and 7.3.
package struct SCurveReplicates: Sendable {
    package let curves: [SCurve]
    /// How many ended with the limit at a bound; none where it is known.
    package let atLimit: Int

    /// The same for the same seed, on however many cores.
    ///
    /// - Parameters:
    ///   - fit: of this series within these bounds.
    ///   - count: 500 at least for intervals that are shown.
    ///
    /// Nil for none, for more than `SCurveLimits`, and where a fit has as many parameters as there are points.
    package init?(_ fit: SCurveFit, of series: SCurveSeries, bounds: SCurveBounds, count: Int, seed: UInt64) {
        guard 1...SCurveLimits.replicates ~= count, series.count * count <= SCurveLimits.work else { return nil }
        let free = fit.curve.model.parameters - (bounds.knowsLimit ? 1 : 0)
        guard series.count > free, fit.scale == .linear || series.values.allSatisfy({ $0 > 0 }) else { return nil }
        let problem = SCurveProblem(series, model: fit.curve.model, scale: fit.scale, bounds: bounds)
        let drawing = SCurveDrawing(series, fit, problem, widened: (Double(series.count) / Double(series.count - free)).squareRoot())
        var random = SeededGenerator(seed: seed)
        // Each has a generator of its own, so that it does not matter who comes first.
        let seeds = (0..<count).map { _ in random.next() }
        var found = [SCurvePlace?](repeating: nil, count: count)
        found.withUnsafeMutableBufferPointer { found in
            // Each part writes its own places only.
            nonisolated(unsafe) let places = found
            let parts = min(count, SCurveReplicates.parts)
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                var desk = SCurveDesk(points: series.count)
                for replicate in stride(from: part, to: count, by: parts) { places[replicate] = drawing.place(seed: seeds[replicate], &desk) }
            }
        }
        let kept = found.compactMap { $0 }
        curves = kept.compactMap(problem.curve)
        atLimit = bounds.knowsLimit ? 0 : kept.count { $0.projection.isHeld }
        guard curves.count == count else { return nil }
    }

    private static let parts = 16

    /// Between which numbers the middle `confidence` of the replicates lie, by percentile; nil unless it is within 0 and 1.
    package func interval(_ confidence: Double, of number: (SCurve) -> Double) -> ClosedRange<Double>? {
        guard confidence > 0, confidence < 1 else { return nil }
        let numbers = curves.map(number)
        guard let low = quantile((1 - confidence) / 2, of: numbers), let high = quantile((1 + confidence) / 2, of: numbers) else { return nil }
        return low...max(low, high)
    }

    /// The same for the curve's value at a time: a fan chart is made of these. It says where the curve may lie, not where a next value will.
    package func band(_ confidence: Double, at time: Double) -> ClosedRange<Double>? { interval(confidence) { $0.value(at: time) } }
}

/// One fit after chance has been drawn anew.
private struct SCurveDrawing: Sendable {
    private let problem: SCurveProblem
    private let descent: SCurveDescent
    private let start: SCurveProblem.Theta
    private let fitted: [Double]
    private let residuals: [Double]

    init(_ series: SCurveSeries, _ fit: SCurveFit, _ problem: SCurveProblem, widened: Double) {
        self.problem = problem
        descent = SCurveDescent(problem: problem, tolerance: 1e-7, steps: 60)
        start = problem.theta(fit.curve)
        fitted = problem.targets(series.times.map { fit.curve.value(at: $0) })
        let missed = zip(problem.targets, fitted).map { $0 - $1 }, mean = missed.reduce(0, +) / Double(max(1, missed.count))
        residuals = missed.map { ($0 - mean) * widened }
    }

    func place(seed: UInt64, _ desk: inout SCurveDesk) -> SCurvePlace {
        var random = SeededGenerator(seed: seed)
        let drawn = fitted.map { $0 + residuals[Int.random(in: 0..<residuals.count, using: &random)] }
        return descent.with(problem.with(drawn)).run(from: start, &desk)
    }
}
