import Foundation

/// The three curves by which growth towards a limit is described.
///
/// Sources: Verhulst 1838 (logistic); Gompertz 1825, as a curve of growth Winsor, PNAS 18, 1932; Richards, "A flexible growth function for empirical use",
/// Journal of Experimental Botany 10, 1959.
package enum SCurveModel: String, Codable, Sendable, CaseIterable {
    case logistic, gompertz, richards

    /// How many numbers describe a curve of this kind.
    package var parameters: Int { self == .richards ? 4 : 3 }
    /// The fewest points that it may be fitted to: house default.
    package var leastPoints: Int { self == .richards ? 8 : 6 }
}

/// One curve that rises from zero towards a limit.
///
/// * logistic: `L / (1 + exp(-x))`
/// * Gompertz: `L exp(-exp(-x))`
/// * Richards: `L / (1 + nu exp(-x))^(1/nu)`; with nu = 1 it is the logistic, towards nu = 0 the Gompertz
///
/// with `x = r (t - t0)`: it rises fastest at `t0`. It answers for every time; a value too small to be told from zero is zero.
package struct SCurve: Equatable, Sendable {
    package let model: SCurveModel
    /// L, above zero, in the unit of the measure.
    package let limit: Double
    /// r, above zero, per unit of time.
    package let rate: Double
    /// t0: when it rises fastest.
    package let midpoint: Double
    /// nu, above zero; read of Richards' curve only.
    package let shape: Double

    /// Nil where limit, rate or shape are not above zero, or anything is not finite.
    package init?(_ model: SCurveModel, limit: Double, rate: Double, midpoint: Double, shape: Double = 1) {
        guard limit > 0, rate > 0, shape > 0, limit.isFinite, rate.isFinite, midpoint.isFinite, shape.isFinite else { return nil }
        self.model = model
        self.limit = limit
        self.rate = rate
        self.midpoint = midpoint
        self.shape = model == .richards ? shape : 1
    }

    package func value(at time: Double) -> Double { limit * share(at: time) }

    /// The share of the limit that is reached at a time, 0...1.
    package func share(at time: Double) -> Double { share(after: rate * (time - midpoint)) }

    /// `x` as above.
    private func share(after x: Double) -> Double {
        let fallen = exp(-min(max(x, -SCurve.farthest), SCurve.farthest))
        return switch model {
        case .logistic: 1 / (1 + fallen)
        case .gompertz: exp(-fallen)
        case .richards: exp(-log1p(shape * fallen) / shape)
        }
    }

    /// Beyond it every curve is as good as at its limit or at zero, and no exponential overflows.
    static let farthest = 150.0
}

/// The three times and levels that part the eras: where the curve bends most upwards, where it rises fastest, where it bends most downwards.
package struct SCurveLandmarks: Equatable, Sendable {
    /// Times, ascending, as far apart on one side as on the other.
    package let times: [Double]
    /// Shares of the limit, ascending.
    package let shares: [Double]
}

extension SCurve {
    /// Where the third derivative is zero, and the inflection between.
    ///
    /// With `u = exp(-x)` the third derivative of Richards' curve vanishes where `u² - (3 + nu) u + 1 = 0`, that is at `x = -+ arcosh((3 + nu) / 2)`: -+1.317 for
    /// the logistic (nu = 1), -+0.962 for the Gompertz (nu = 0).
    package var landmarks: SCurveLandmarks {
        let bend = acosh((3 + bent) / 2), places = [-bend, 0, bend]
        return SCurveLandmarks(times: places.map { midpoint + $0 / rate }, shares: places.map(share(after:)))
    }

    /// The time from a tenth to nine tenths of the limit; `4.394 / r` for the logistic.
    package var riseTime: Double { (place(of: 0.9) - place(of: 0.1)) / rate }

    /// When a share of the limit is reached; nil outside 0 and 1.
    package func time(of share: Double) -> Double? {
        guard share > 0, share < 1 else { return nil }
        let time = midpoint + place(of: share) / rate
        return time.isFinite ? time : nil
    }

    private var bent: Double {
        switch model {
        case .logistic: 1
        case .gompertz: 0
        case .richards: shape
        }
    }

    private func place(of share: Double) -> Double {
        switch model {
        case .logistic: log(share / (1 - share))
        case .gompertz: -log(-log(share))
        case .richards: -log(expm1(-shape * log(share)) / shape)
        }
    }
}
