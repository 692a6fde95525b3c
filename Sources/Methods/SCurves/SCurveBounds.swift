import Foundation

/// Within which numbers a curve is looked for.
package struct SCurveBounds: Equatable, Sendable {
    /// In the unit of the measure. One number alone, where what is possible at most is known: then the limit is not looked for.
    package let limit: ClosedRange<Double>
    /// Per year.
    package let rate: ClosedRange<Double>
    package let midpoint: ClosedRange<Double>
    /// nu of Richards' curve.
    package let shape: ClosedRange<Double>

    /// What is known of the limit beforehand.
    package enum Limit: Equatable, Sendable {
        /// Nothing: from a hundredth of the highest value up to so many times it.
        case upTo(timesHighest: Double)
        /// It lies between two numbers.
        case within(ClosedRange<Double>)
        /// A physical or theoretical limit, such as all households, or all Members.
        case known(Double)

        /// So far that what is still without a bend is not forced to have one.
        ///
        /// The field notes' twenty times the highest value would fit early series worse than need be. It is no forecast: a limit of more than twice what was
        /// seen is always called not identifiable.
        package static let wide = Limit.upTo(timesHighest: 10_000)
        /// The range of the field notes: for forecasts, which go by how far the limit may lie off.
        package static let twentyfold = Limit.upTo(timesHighest: 20)
    }

    /// Around a series.
    ///
    /// A limit may lie below the highest value, as it does wherever a series scatters around its plateau. The rate is at most 5 per year (from a tenth to nine
    /// tenths in 0.9 years), more where there are several points in a year, and less where they are so far apart that it could not be told from a jump; at least
    /// a tenth over the whole series. Nil where the series has no time or no value above zero, or the limit is none.
    package init?(around series: SCurveSeries, limit: Limit) {
        let span = series.span, highest = series.highest, step = series.step
        guard span.isNormal, step.isNormal, highest.isNormal, highest > 0, let first = series.times.first, let last = series.times.last else { return nil }
        switch limit {
        case .upTo(let times):
            guard times >= 1, (times * highest).isFinite else { return nil }
            self.limit = highest / 100...times * highest
        case .within(let range): self.limit = range
        case .known(let known): self.limit = known...known
        }
        guard self.limit.lowerBound > 0, self.limit.upperBound.isFinite else { return nil }
        let steepest = min(5 / min(step, 1), 50 / step), flattest = 0.1 / span
        rate = flattest...max(steepest, flattest)
        midpoint = first - 10 * span...last + 10 * span
        shape = 0.0001...20
        guard steepest.isFinite, midpoint.lowerBound.isFinite, midpoint.upperBound.isFinite else { return nil }
    }

    /// Whether the limit is given rather than looked for.
    package var knowsLimit: Bool { limit.lowerBound == limit.upperBound }
}
