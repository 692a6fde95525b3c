import Foundation

/// A curve fitted to a series by nonlinear least squares, from many starts, within bounds.
package struct SCurveFit: Equatable, Sendable {
    package let curve: SCurve
    package let scale: SCurveScale
    /// The sum of squared residuals, in the unit of the measure squared; on the logarithmic scale of differences of logarithms.
    package let squares: Double
    /// 1 − residual sum of squares / sum of squares about the mean, on the scale of the fit; nil where the values are all alike.
    package let determination: Double?
    /// The second-order Akaike criterion of Hurvich and Tsai 1989, `n ln(squares / n) + 2k + 2k(k + 1) / (n - k - 1)`, the variance counted among the k. Lower is
    /// better; infinite where n is too small for it.
    package let criterion: Double
    /// What lies at a bound, so that the series alone does not say it.
    package let atBound: Set<Member>

    package enum Member: String, Codable, Sendable, CaseIterable {
        /// Lower and upper bound of the limit.
        case limitBelow = "limit-below", limitAbove = "limit-above"
        case rate, midpoint, shape
    }

    /// Fits one model.
    ///
    /// Nil for fewer points, or fewer different times, than the model needs; where on the logarithmic scale a value is not above zero; and beyond `SCurveLimits`.
    package init?(_ series: SCurveSeries, model: SCurveModel, scale: SCurveScale, bounds: SCurveBounds) {
        guard series.count <= SCurveLimits.points, series.moments >= model.leastPoints, scale == .linear || series.values.allSatisfy({ $0 > 0 }) else { return nil }
        let problem = SCurveProblem(series, model: model, scale: scale, bounds: bounds)
        let place = SCurveSearch(problem).best
        self.init(problem, place, knowsLimit: bounds.knowsLimit)
    }

    init?(_ problem: SCurveProblem, _ place: SCurvePlace, knowsLimit: Bool) {
        guard place.squares.isFinite, let curve = problem.curve(place) else { return nil }
        let count = Double(problem.targets.count), mean = problem.targets.reduce(0, +) / count
        let spread = problem.targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.curve = curve
        scale = problem.scale
        squares = problem.squares(place.squares)
        determination = spread > 0 ? 1 - place.squares / spread : nil
        criterion = informationCriterion(problem, squares: place.squares, parameters: problem.model.parameters - (knowsLimit ? 1 : 0))
        atBound = Set(problem.bound(place, knowsLimit: knowsLimit))
    }

    /// How much of the limit the highest value of a series has to reach before a limit may be told from it: half (field notes).
    package static let leastShareSeen = 0.5

    /// Whether the series says where the limit lies: it has been seen to bend.
    package func identifiesLimit(of series: SCurveSeries) -> Bool { series.highest >= SCurveFit.leastShareSeen * curve.limit }
}

/// How much is computed at all, so that nobody can stall a server.
package enum SCurveLimits {
    package static let points = 10_000
    package static let replicates = 10_000
    /// Points times replicates.
    package static let work = 20_000_000
}

/// Akaike's criterion with its correction for few points. Squares below rounding count as if they were at it, or a perfect fit could not be compared.
func informationCriterion(_ problem: SCurveProblem, squares: Double, parameters: Int) -> Double {
    informationCriterion(of: problem.targets, squares: squares, parameters: parameters) + Double(problem.targets.count) * problem.logarithmOfUnitSquared
}

/// The same of any description of some values.
func informationCriterion(of targets: [Double], squares: Double, parameters: Int) -> Double {
    let count = Double(targets.count), size = targets.reduce(0) { $0 + $1 * $1 }
    let k = Double(parameters + 1), least = max(squares, 1e-20 * size, .leastNormalMagnitude)
    guard count > k + 1 else { return .infinity }
    return count * log(least / count) + 2 * k + 2 * k * (k + 1) / (count - k - 1)
}

extension SCurveProblem {
    fileprivate func bound(_ place: SCurvePlace, knowsLimit: Bool) -> [SCurveFit.Member] {
        var found: [SCurveFit.Member] = []
        let near = 1e-6, found0 = place.theta - least, found1 = most - place.theta
        if min(found0[0], found1[0]) < near { found.append(.rate) }
        if min(found0[1], found1[1]) < near { found.append(.midpoint) }
        if width == 3, min(found0[2], found1[2]) < near { found.append(.shape) }
        guard !knowsLimit else { return found }
        let (low, high) = (constant.lowerBound, constant.upperBound), margin = near * (high - low)
        if place.projection.constant <= low + margin { found.append(.limitBelow) }
        if place.projection.constant >= high - margin { found.append(.limitAbove) }
        return found
    }
}
