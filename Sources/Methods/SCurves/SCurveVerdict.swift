import Foundation

/// Why a series is no S-curve, or none that can be told.
package enum SCurveRefusal: String, Codable, Sendable, CaseIterable {
    /// Fewer different times than any model asked for needs: six, or eight for Richards'.
    case tooFew = "too-few"
    /// More points than are computed (`SCurveLimits`).
    case tooMany = "too-many"
    /// All values are the same.
    case constant
    /// No rise that a constant would not describe as well.
    case flat
    /// It falls, or has lost more than half of what it had risen, and not in one jump.
    case decline
    /// No value above zero, or on the logarithmic scale one that is not.
    case notPositive = "not-positive"
    /// Numbers beyond all measure, or a limit that is none.
    case outOfRange = "out-of-range"
}

/// What is to be said beside a curve.
package enum SCurveRemark: String, Codable, Sendable, CaseIterable {
    /// Less than half of the fitted limit has been seen, or a straight line would do: where it lies cannot be told.
    case limitNotIdentifiable = "limit-not-identifiable"
    /// A straight line describes it as well as any curve: neither limit nor era can be told.
    case straight
    /// The last point lies before the inflection: such curves forecast badly (Sandberg et al. 2021).
    case beforeInflection = "before-inflection"
    /// Something lies at a bound; see `SCurveFit.atBound`.
    case atBound = "at-bound"
    /// More than a fifth of what it had risen is lost again, and the curve cannot say so.
    case fallsAtTheEnd = "falls-at-the-end"
}

/// Whether a series is an S-curve, and which.
package struct SCurveVerdict: Equatable, Sendable {
    /// Nil where it is one.
    package let refusal: SCurveRefusal?
    /// What was fitted. Of a series that is flat or declines too, so that it can be seen how badly; nil where nothing could be.
    package let choice: SCurveChoice?
    package let remarks: Set<SCurveRemark>

    /// By how much the Akaike criterion of a constant has to be higher than that of the curve: from about seven on it has hardly any support (Burnham and Anderson 2002).
    static let leastEvidence = 7.0
    static let lostToBeSaid = 0.2

    package init(_ series: SCurveSeries, models: Set<SCurveModel>, scale: SCurveScale, limit: SCurveBounds.Limit) {
        if let refusal = series.refusal(models: models, scale: scale) {
            self.init(refusal: refusal)
            return
        }
        guard let bounds = SCurveBounds(around: series, limit: limit), let choice = SCurveChoice(series, models: models, scale: scale, bounds: bounds) else {
            self.init(refusal: .outOfRange)
            return
        }
        let best = choice.best
        if best.advantage(points: series.count, knowsLimit: bounds.knowsLimit) <= SCurveVerdict.leastEvidence {
            self.init(refusal: series.falls || series.declines ? .decline : .flat, choice)
            return
        }
        let isStraight = series.isStraight(beside: best, knowsLimit: bounds.knowsLimit)
        let said: [(SCurveRemark, Bool)] = [
            (.limitNotIdentifiable, !bounds.knowsLimit && (isStraight || !best.identifiesLimit(of: series))), (.straight, isStraight),
            (.beforeInflection, (series.times.last ?? best.curve.midpoint) < best.curve.midpoint),
            (.atBound, !best.atBound.isEmpty), (.fallsAtTheEnd, series.lost > SCurveVerdict.lostToBeSaid),
        ]
        self.init(refusal: series.declines ? .decline : nil, choice, Set(said.filter(\.1).map(\.0)))
    }

    private init(refusal: SCurveRefusal?, _ choice: SCurveChoice? = nil, _ remarks: Set<SCurveRemark> = []) {
        self.refusal = refusal
        self.choice = choice
        self.remarks = remarks
    }
}

extension SCurveFit {
    /// How much higher the criterion of Akaike is for a constant.
    fileprivate func advantage(points: Int, knowsLimit: Bool) -> Double {
        let left = max(1 - (determination ?? 0), .leastNormalMagnitude)
        return -Double(points) * log(left) - 2 * Double(curve.model.parameters - 1 - (knowsLimit ? 1 : 0))
    }
}
