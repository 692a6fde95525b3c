/// Where a technology or practice stands between one discontinuity and the next.
///
/// Source: Anderson and Tushman, "Technological discontinuities and dominant designs", Administrative Science Quarterly 35, 1990. That landmarks of a fitted curve part
/// the eras is a house default, with no authority behind it.
package enum SCurveEra: String, Codable, Sendable, CaseIterable {
    /// Designs compete and performance is low: before the curve bends up most.
    case ferment
    /// From there to the inflection: when a dominant design would be expected.
    case dominantDesign = "dominant-design"
    /// From the inflection to where it bends down most.
    case incremental
    /// After it: near the limit, and exposed to a discontinuity.
    case maturity

    /// By a curve alone, at a time.
    package init(_ curve: SCurve, at time: Double) {
        let passed = curve.landmarks.times.count { time >= $0 }
        self = [.ferment, .dominantDesign, .incremental, .maturity][passed]
    }
}

/// What people have seen, and no curve shows.
package struct SCurveSighting: Equatable, Sendable {
    /// Whether one design has become the standard; nil where nobody has said.
    package let hasDominantDesign: Bool?
    /// Whether a new technology has entered that breaks with this one.
    package let hasDiscontinuity: Bool

    package init(hasDominantDesign: Bool?, hasDiscontinuity: Bool) {
        self.hasDominantDesign = hasDominantDesign
        self.hasDiscontinuity = hasDiscontinuity
    }

    /// Whether shares of designs speak of a dominant one: the leading share, or the index of Herfindahl and Hirschman, is above one half.
    ///
    /// - Parameter shares: in any unit. Nil without a share above zero, and where one is negative or not finite.
    package static func isConcentrated(_ shares: [Double]) -> Bool? {
        let whole = shares.reduce(0, +)
        guard whole > 0, whole.isFinite, let most = shares.max(), shares.allSatisfy({ $0 >= 0 }) else { return nil }
        return most / whole > 0.5 || shares.reduce(0) { $0 + ($1 / whole) * ($1 / whole) } > 0.5
    }
}

/// The era that a curve and what people have seen come to together.
package struct SCurveStanding: Equatable, Sendable {
    package let byCurve: SCurveEra
    package let era: SCurveEra
    /// Whether what people have seen contradicts the curve: then theirs counts, and the reader should be told both.
    package let isContradicted: Bool
    /// The share of the fitted limit that is reached at the time.
    package let share: Double

    /// A discontinuity opens a new ferment, whatever the curve of the old says. A standard that is there ends the ferment, and without one there is neither
    /// a window that has closed nor increments to it.
    package init(_ curve: SCurve, at time: Double, seen: SCurveSighting) {
        byCurve = SCurveEra(curve, at: time)
        share = curve.share(at: time)
        era =
            switch (seen.hasDiscontinuity, seen.hasDominantDesign, byCurve) {
            case (true, _, _): .ferment
            case (false, true, .ferment), (false, true, .dominantDesign): .incremental
            case (false, false, .dominantDesign): .ferment
            case (false, false, .incremental): .dominantDesign
            default: byCurve
            }
        isContradicted = era != byCurve
    }
}
