import Foundation

/// Along what a step goes.
///
/// *Plain* ones are theta itself, for steps along a bound. *Straight* ones are the logarithm of the relative growth at the anchor, `x` at the anchor, and ln nu. A
/// series without a bend says little more than its relative growth; in theta that leaves a long bent valley, in which descents end too early, and here a straight one.
struct SCurveCoordinates {
    typealias Theta = SCurveProblem.Theta

    private let isPlain: Bool
    private let before: Theta
    private let model: SCurveModel
    private let anchor: Double
    /// `x` at the anchor.
    private let place: Double
    /// How the three changes of `SCurveProjection` follow from these three: a column for each of these.
    private let columns: (Theta, Theta, Theta)

    init(plain problem: SCurveProblem, at theta: Theta) {
        let rate = exp(theta[0]), anchor = SCurveProblem.anchor(theta), place = rate * (anchor - theta[1])
        self.init(problem.model, theta, isPlain: true, anchor, place, (Theta(1, place, 0), Theta(0, -rate, 0), Theta(0, 0, 1)))
    }

    init(straight problem: SCurveProblem, at theta: Theta) {
        let anchor = SCurveProblem.anchor(theta), place = exp(theta[0]) * (anchor - theta[1])
        let bend = SCurveCoordinates.bend(problem.model, place, theta[2]), left = problem.model == .gompertz ? 1 : 1 / (1 + bend)
        self.init(problem.model, theta, isPlain: false, anchor, place, (Theta(1, 0, 0), Theta(left, 1, 0), Theta(problem.width == 3 ? 1 - left : 0, 0, 1)))
    }

    private init(_ model: SCurveModel, _ before: Theta, isPlain: Bool, _ anchor: Double, _ place: Double, _ columns: (Theta, Theta, Theta)) {
        (self.model, self.before, self.isPlain, self.anchor, self.place, self.columns) = (model, before, isPlain, anchor, place, columns)
    }

    func right(_ right: Theta) -> Theta {
        Theta((columns.0 * right).sum(), (columns.1 * right).sum(), (columns.2 * right).sum())
    }

    func normal(_ normal: (Theta, Theta, Theta)) -> (Theta, Theta, Theta) {
        func product(_ column: Theta) -> Theta { column[0] * normal.0 + column[1] * normal.1 + column[2] * normal.2 }
        return (right(product(columns.0)), right(product(columns.1)), right(product(columns.2)))
    }

    func theta(after step: Theta) -> Theta {
        guard !isPlain else { return before + step }
        let next = place + step[1], shape = before[2] + step[2]
        let growth = before[0] + SCurveCoordinates.steepness(model, place, before[2]) + step[0]
        let rate = growth - SCurveCoordinates.steepness(model, next, shape)
        return Theta(rate, anchor - next * exp(-rate), shape)
    }

    /// `nu exp(-x)`, of the logistic `exp(-x)`, of the Gompertz nothing.
    private static func bend(_ model: SCurveModel, _ x: Double, _ shape: Double) -> Double {
        switch model {
        case .logistic: exp(-x)
        case .gompertz: 0
        case .richards: exp(shape - x)
        }
    }

    /// The logarithm of how steeply the logarithm of the curve rises with `x`: `exp(-x) / (1 + nu exp(-x))`.
    private static func steepness(_ model: SCurveModel, _ x: Double, _ shape: Double) -> Double { -x - log1p(bend(model, x, shape)) }
}
