import Foundation

/// Whether a curve should miss by as little as possible in the unit of the measure, or in proportion.
package enum SCurveScale: String, Codable, Sendable, CaseIterable {
    /// Sums of squares of differences.
    case linear
    /// Of differences of natural logarithms: for errors that grow with the measure. Every value must be above zero.
    case log
}

/// A series and a model in numbers of like size: time from 0 to 1 over the series, values as shares of the highest.
///
/// What is looked for is `theta` = (ln(r × span), t0 as such a time, ln nu). The limit is not among it: for every theta the best one is known at once (variable
/// projection, Golub and Pereyra 1973). On the linear scale that is the factor `c` of the basis, on the logarithmic one the constant `c` that is added.
struct SCurveProblem: Sendable {
    typealias Theta = SIMD3<Double>

    let model: SCurveModel
    let scale: SCurveScale
    let times: [Double]
    let targets: [Double]
    /// Bounds of theta and of `c`.
    let least: Theta
    let most: Theta
    let constant: ClosedRange<Double>
    /// The bounds of the limit as they were given, which numbers of another size do not hit exactly.
    private let limits: ClosedRange<Double>
    private let first: Double
    private let span: Double
    private let unit: Double

    /// How many members of theta are looked for.
    var width: Int { model == .richards ? 3 : 2 }

    /// The bounds have been made around this series; on the logarithmic scale its values are above zero.
    init(_ series: SCurveSeries, model: SCurveModel, scale: SCurveScale, bounds: SCurveBounds) {
        let first = series.times.first ?? 0, span = series.span, unit = series.highest
        self.model = model
        self.scale = scale
        limits = bounds.limit
        self.first = first
        self.span = span
        self.unit = unit
        times = series.times.map { ($0 - first) / span }
        targets = series.values.map { scale == .linear ? $0 / unit : Foundation.log($0 / unit) }
        least = Theta(Foundation.log(bounds.rate.lowerBound * span), (bounds.midpoint.lowerBound - first) / span, Foundation.log(bounds.shape.lowerBound))
        most = Theta(Foundation.log(bounds.rate.upperBound * span), (bounds.midpoint.upperBound - first) / span, Foundation.log(bounds.shape.upperBound))
        let low = bounds.limit.lowerBound / unit, high = bounds.limit.upperBound / unit
        constant = scale == .linear ? low...high : Foundation.log(low)...Foundation.log(high)
    }

    private init(_ other: SCurveProblem, model: SCurveModel, targets: [Double]) {
        self.model = model
        self.targets = targets
        (scale, times, least, most, constant) = (other.scale, other.times, other.least, other.most, other.constant)
        (limits, first, span, unit) = (other.limits, other.first, other.span, other.unit)
    }

    /// Other targets at the same times, in the same bounds.
    func with(_ targets: [Double]) -> SCurveProblem { SCurveProblem(self, model: model, targets: targets) }

    /// The same points, for another model.
    func with(_ model: SCurveModel) -> SCurveProblem { SCurveProblem(self, model: model, targets: targets) }

    /// Values as they are compared. A curve may fall below the smallest number: its logarithm is taken from there.
    func targets(_ values: [Double]) -> [Double] {
        values.map { scale == .linear ? $0 / unit : Foundation.log(max($0 / unit, .leastNormalMagnitude)) }
    }

    /// The time within the series that is next to the midpoint.
    static func anchor(_ theta: Theta) -> Double { min(max(theta[1], 0), 1) }

    /// A place in the units of the series; nil only where a number has overflown.
    func curve(_ place: SCurvePlace) -> SCurve? {
        let theta = place.theta, constant = place.projection.constant
        let limit =
            switch constant {
            case self.constant.upperBound: limits.upperBound
            case self.constant.lowerBound: limits.lowerBound
            default: unit * (scale == .linear ? constant : exp(constant))
            }
        return SCurve(model, limit: limit, rate: exp(theta[0]) / span, midpoint: first + theta[1] * span, shape: exp(theta[2]))
    }

    /// The other way round.
    func theta(_ curve: SCurve) -> Theta {
        Theta(Foundation.log(curve.rate * span), (curve.midpoint - first) / span, Foundation.log(curve.shape)).clamped(lowerBound: least, upperBound: most)
    }

    /// A sum of squares in the unit of the measure; in that of its logarithm on the logarithmic scale.
    func squares(_ sum: Double) -> Double { scale == .linear ? sum * unit * unit : sum }

    /// What its logarithm has more than that of squares in numbers of like size.
    var logarithmOfUnitSquared: Double { scale == .linear ? 2 * Foundation.log(unit) : 0 }
}
