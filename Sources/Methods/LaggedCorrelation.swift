import Foundation

/// Whether the data agree with a supposed influence of one series on another; agreement is never proof.
package enum LinkVerdict: String, Codable, Sendable, CaseIterable {
    case consistent, notConsistent, notEnoughData
}

/// How one series follows another at one delay.
package struct LaggedCorrelation: Equatable, Sendable {
    /// Delay in periods.
    package let lag: Int

    /// Number of pairs in which both series have a value.
    package let n: Int

    /// Pearson's r, -1...1; nil with too few pairs, when either series does not vary, and on overflow.
    package let correlation: Double?
}

/// The test of a supposed influence: does the effect rise and fall with the cause, at once or up to four periods later?
///
/// Consistent when at some delay r is positive and significant: Fisher's `atanh(r) * sqrt(n - 3)` reaches 2.326, one-sided 1 %, that is 5 %
/// shared among the five delays. Not enough data when no delay has an r. Trends common to both series also produce agreement, so show r and n
/// beside the verdict. Sources: lags and least n, house default; Fisher, "On the probable error of a coefficient of correlation", Metron 1, 1921.
package struct LinkTest: Equatable, Sendable {
    /// The delays tried, in periods.
    package static let delays = 0...4

    /// The fewest pairs that say anything.
    package static let leastPairs = 8

    /// The Fisher statistic from which a delay counts as significant.
    package static let criticalValue = 2.326

    /// One per delay, ascending.
    package let lags: [LaggedCorrelation]

    /// The delay with the most evidence for an influence, the shortest of equals; nil when no delay has an r.
    package let strongest: LaggedCorrelation?

    /// What may be said of the influence; see the rule above.
    package let verdict: LinkVerdict

    /// Tests two series that share their periods, one value per period, nil where there is none; a value that is not finite counts as none.
    ///
    /// Where the lengths differ, the periods beyond the shorter series have no pair.
    package init(cause: [Double?], effect: [Double?]) {
        lags = Self.delays.map { LaggedCorrelation(cause: cause, effect: effect, lag: $0) }
        strongest = lags.filter { $0.correlation != nil }.reduce(nil) { best, next in
            guard let best else { return next }
            return next.evidence > best.evidence ? next : best
        }
        guard let strongest else {
            verdict = .notEnoughData
            return
        }
        verdict = strongest.evidence >= Self.criticalValue ? .consistent : .notConsistent
    }
}

extension LaggedCorrelation {
    fileprivate init(cause: [Double?], effect: [Double?], lag: Int) {
        let pairs = zip(cause, effect.dropFirst(lag)).compactMap { before, after -> (x: Double, y: Double)? in
            guard let before, let after, before.isFinite, after.isFinite else { return nil }
            return (before, after)
        }
        self.lag = lag
        n = pairs.count
        correlation = n < LinkTest.leastPairs ? nil : pearson(pairs.map(\.x), pairs.map(\.y))
    }

    /// Fisher's statistic; minus infinity without a correlation, infinite for a perfect one.
    fileprivate var evidence: Double {
        guard let correlation else { return -.infinity }
        return atanh(correlation) * Double(n - 3).squareRoot()
    }
}

/// Pearson's product-moment correlation of two series of the same length; nil when one does not vary or a sum overflows.
private func pearson(_ x: [Double], _ y: [Double]) -> Double? {
    // Rounding leaves a constant series a tiny variance and a meaningless r, so constancy is tested on the values themselves.
    guard x.min() != x.max(), y.min() != y.max() else { return nil }
    let dx = deviations(x)
    let dy = deviations(y)
    let spread = sumOfProducts(dx, dx).squareRoot() * sumOfProducts(dy, dy).squareRoot()
    let r = sumOfProducts(dx, dy) / spread
    return r.isFinite ? min(max(r, -1), 1) : nil
}

private func deviations(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 - mean }
}

private func sumOfProducts(_ x: [Double], _ y: [Double]) -> Double {
    zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
}
