import Foundation

/// What a theta comes to: the best limit with it, the sum of squares, and the normal equations of a step to a better one.
///
/// The equations are for small changes of `x` about an anchor, the time within the series that is next to the midpoint: (stretching it there, shifting it, ln nu).
struct SCurveProjection {
    typealias Theta = SCurveProblem.Theta

    private(set) var constant = 0.0
    private(set) var squares = Double.infinity
    /// Whether the limit is kept at a bound.
    private(set) var isHeld = false
    /// `normal[i][j]` and the right-hand side, as if the limit stayed where it is.
    private(set) var normal = (Theta.zero, Theta.zero, Theta.zero)
    private(set) var right = Theta.zero
    /// What stands beside them for a change of `c`, and on its diagonal; to its right is nothing, for it is the best.
    private(set) var along = Theta.zero
    private(set) var size = 0.0
}

/// Room for the basis and its slopes at each point, so that nothing is allocated while a curve is looked for.
struct SCurveDesk {
    private var basis: [Double]
    private var slopes: [SCurveProblem.Theta]

    init(points: Int) {
        basis = Array(repeating: 0, count: points)
        slopes = Array(repeating: .zero, count: points)
    }

    mutating func project(_ problem: SCurveProblem, at theta: SCurveProblem.Theta) -> SCurveProjection {
        basis.withUnsafeMutableBufferPointer { basis in
            slopes.withUnsafeMutableBufferPointer { slopes in
                problem.times.withUnsafeBufferPointer { times in
                    SCurveDesk.lay(problem, theta, times, basis, slopes)
                    return problem.targets.withUnsafeBufferPointer { SCurveProjection(problem, targets: $0, basis: basis, slopes: slopes) }
                }
            }
        }
    }

    /// The curve at each point, and how it changes. On the logarithmic scale both of its logarithm.
    private static func lay(
        _ problem: SCurveProblem, _ theta: SCurveProblem.Theta, _ times: UnsafeBufferPointer<Double>, _ basis: UnsafeMutableBufferPointer<Double>,
        _ slopes: UnsafeMutableBufferPointer<SCurveProblem.Theta>
    ) {
        let rate = exp(theta[0]), nu = exp(theta[2]), anchor = SCurveProblem.anchor(theta), isLinear = problem.scale == .linear, model = problem.model
        for point in times.indices {
            let x = min(max(rate * (times[point] - theta[1]), -SCurve.farthest), SCurve.farthest), fallen = exp(-x)
            // The logarithm of the curve and its slopes in x and in ln nu.
            let value: Double, steep: Double
            var bent = 0.0
            switch model {
            case .logistic:
                let share = 1 / (1 + fallen)
                value = isLinear ? share : -log1p(fallen)
                steep = fallen * share
            case .gompertz:
                value = isLinear ? exp(-fallen) : -fallen
                steep = fallen
            case .richards:
                let lost = log1p(nu * fallen) / nu
                value = isLinear ? exp(-lost) : -lost
                steep = fallen / (1 + nu * fallen)
                bent = lost - steep
            }
            let slope = SCurveProblem.Theta(steep * rate * (times[point] - anchor), steep, bent)
            basis[point] = value
            slopes[point] = isLinear ? slope * value : slope
        }
    }
}

extension SCurveProjection {
    fileprivate init(
        _ problem: SCurveProblem, targets: UnsafeBufferPointer<Double>, basis: UnsafeMutableBufferPointer<Double>,
        slopes: UnsafeMutableBufferPointer<Theta>
    ) {
        let isLinear = problem.scale == .linear
        var size = 0.0, likeness = 0.0
        if isLinear {
            for point in targets.indices {
                size += basis[point] * basis[point]
                likeness += basis[point] * targets[point]
            }
        } else {
            for point in targets.indices { likeness += targets[point] - basis[point] }
            size = Double(targets.count)
        }
        // A curve that is nowhere above zero within the series explains nothing, whatever its limit.
        let best = size > 0 ? likeness / size : problem.constant.upperBound
        constant = min(max(best, problem.constant.lowerBound), problem.constant.upperBound)
        isHeld = constant != best
        let factor = isLinear ? constant : 1
        var sum = 0.0, along = Theta.zero, right = Theta.zero, normal = (Theta.zero, Theta.zero, Theta.zero)
        for point in targets.indices {
            let missed = isLinear ? targets[point] - constant * basis[point] : targets[point] - constant - basis[point], slope = slopes[point]
            sum += missed * missed
            right += missed * slope
            along += (isLinear ? basis[point] : 1) * slope
            normal.0 += slope[0] * slope
            normal.1 += slope[1] * slope
            normal.2 += slope[2] * slope
        }
        squares = sum.isNaN ? .infinity : sum
        self.size = size
        self.along = factor * along
        self.right = factor * right
        self.normal = (factor * factor * normal.0, factor * factor * normal.1, factor * factor * normal.2)
    }
}
