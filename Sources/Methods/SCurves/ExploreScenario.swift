import Foundation

/// What an incumbent would gain by exploring a new curve: a supposition to be discussed, not a forecast.
///
/// The new curve is a logistic that has reached a hundredth of its limit at its start and nothing before, and takes a given time from a tenth to nine tenths. Who
/// explores always has the better of both curves, and jumps where the new one passes. Areas are performance times years. House default, after the
/// seed's figure of an incumbent that explores.
package struct ExploreScenario: Equatable, Sendable {
    package let start: Double
    package let curve: SCurve
    /// In any unit of money or effort.
    package let cost: Double

    /// Nil where limit or rise are not above zero, the cost is negative, or anything is not finite.
    ///
    /// - Parameters:
    ///   - limit: expected, in the unit of the measure.
    ///   - rise: years from a tenth to nine tenths of it; an incumbent's own is `SCurve.riseTime`.
    package init?(start: Double, cost: Double, limit: Double, rise: Double) {
        let rate = log(81) / rise
        guard cost >= 0, cost.isFinite, rise > 0, let curve = SCurve(.logistic, limit: limit, rate: rate, midpoint: start + log(99) / rate) else { return nil }
        self.start = start
        self.cost = cost
        self.curve = curve
    }

    package func value(at time: Double) -> Double { time < start ? 0 : curve.value(at: time) }

    /// What it comes to beside a curve that is kept to. Nil for a period that is none.
    ///
    /// - Parameter worth: what one unit of the measure is worth for a year, in the unit of the cost; nil where nobody would say.
    package func comparison(with incumbent: SCurve, over period: ClosedRange<Double>, worth: Double?) -> Comparison? {
        let length = period.upperBound - period.lowerBound
        guard length > 0, length.isFinite, worth?.isFinite != false else { return nil }
        let parts = ExploreScenario.parts, width = length / Double(parts)
        var kept = 0.0, gained = 0.0, jump: Double?, repaid: Double?
        for part in 0..<parts {
            // The middle of each part: as exact as trapezoids, and no part is counted twice where the curve begins.
            let time = period.lowerBound + (Double(part) + 0.5) * width
            let old = incumbent.value(at: time), more = value(at: time) - old
            kept += old * width
            guard more > 0 else { continue }
            gained += more * width
            if jump == nil { jump = time }
            if repaid == nil, let worth, worth * gained >= cost { repaid = time }
        }
        guard kept.isFinite, gained.isFinite else { return nil }
        return Comparison(kept: kept, explored: kept + gained, jump: jump, costPerGain: gained > 0 ? cost / gained : nil, repaid: repaid)
    }

    private static let parts = 4096

    package struct Comparison: Equatable, Sendable {
        /// The area under the curve that is kept to, and that of who explores.
        package let kept: Double
        package let explored: Double
        /// When the new curve passes the old, to a 4,096th of the period; nil where it does not.
        package let jump: Double?
        /// What one unit of the measure for one year costs; nil where nothing is gained.
        package let costPerGain: Double?
        /// When the gain has been worth its cost; nil where it has not by the end, or nobody said what it is worth.
        package let repaid: Double?

        package var gain: Double { explored - kept }
    }
}
