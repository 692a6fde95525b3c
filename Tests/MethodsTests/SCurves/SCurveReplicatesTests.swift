import Foundation
import Testing

@testable import Methods

@Suite("How far a curve may be another")
struct SCurveReplicatesTests {
    private let times = Array(stride(from: 2000.0, through: 2020, by: 1))

    private func fitted(_ curve: SCurve, seed: UInt64, limit: SCurveBounds.Limit = .twentyfold, until: Double = 2020) throws -> (SCurveFit, SCurveSeries, SCurveBounds) {
        var random = SeededGenerator(seed: seed)
        let series = curve.seen(times.filter { $0 <= until }, noise: 0.04, using: &random), bounds = try #require(SCurveBounds(around: series, limit: limit))
        return (try #require(SCurveFit(series, model: curve.model, scale: .linear, bounds: bounds)), series, bounds)
    }

    @Test("The same seed has the same replicates, another has others")
    func seeds() throws {
        let (fit, series, bounds) = try fitted(#require(SCurve(.logistic, limit: 80, rate: 0.5, midpoint: 2009)), seed: 1)
        let one = try #require(SCurveReplicates(fit, of: series, bounds: bounds, count: 40, seed: 7)).curves
        #expect(one == SCurveReplicates(fit, of: series, bounds: bounds, count: 40, seed: 7)?.curves)
        #expect(one != SCurveReplicates(fit, of: series, bounds: bounds, count: 40, seed: 8)?.curves)
        #expect(one.count == 40)
    }

    @Test("An interval of nine tenths holds the true limit about that often")
    func coverage() throws {
        let curve = try #require(SCurve(.logistic, limit: 80, rate: 0.5, midpoint: 2009))
        let held = try (0..<30).count { seed in
            let (fit, series, bounds) = try fitted(curve, seed: UInt64(seed))
            let interval = try #require(SCurveReplicates(fit, of: series, bounds: bounds, count: 60, seed: 1)?.interval(0.9, of: \.limit))
            return interval.contains(80)
        }
        #expect((22...30).contains(held), "\(held) of 30")
    }

    @Test("Of an early series many end at the bound of the limit, and stay among the others")
    func bounds() throws {
        let (fit, series, bounds) = try fitted(#require(SCurve(.logistic, limit: 160, rate: 0.5, midpoint: 2024)), seed: 2, until: 2018)
        let replicates = try #require(SCurveReplicates(fit, of: series, bounds: bounds, count: 80, seed: 1))
        #expect(replicates.atLimit > 0)
        #expect(replicates.curves.count { $0.limit == bounds.limit.upperBound } > 0)
        #expect(replicates.curves.count == 80)
        let interval = try #require(replicates.interval(0.8, of: \.limit))
        #expect(interval.upperBound > 2 * interval.lowerBound)
    }

    @Test("A fan widens after the data end")
    func fan() throws {
        let (fit, series, bounds) = try fitted(#require(SCurve(.logistic, limit: 80, rate: 0.4, midpoint: 2016)), seed: 3)
        let replicates = try #require(SCurveReplicates(fit, of: series, bounds: bounds, count: 60, seed: 1))
        func width(_ time: Double) throws -> Double {
            let band = try #require(replicates.band(0.8, at: time))
            return band.upperBound - band.lowerBound
        }
        #expect(try width(2030) > 2 * width(2015))
        #expect(replicates.interval(1, of: \.limit) == nil)
    }

    @Test("A known limit does not scatter, and nothing is computed beyond the limits")
    func limits() throws {
        let (fit, series, bounds) = try fitted(#require(SCurve(.gompertz, limit: 100, rate: 0.3, midpoint: 2009)), seed: 4, limit: .known(100))
        let replicates = try #require(SCurveReplicates(fit, of: series, bounds: bounds, count: 20, seed: 1))
        #expect(replicates.interval(0.95, of: \.limit) == 100...100 && replicates.atLimit == 0)
        for count in [0, -1, SCurveLimits.replicates + 1, .max, .min] { #expect(SCurveReplicates(fit, of: series, bounds: bounds, count: count, seed: 1) == nil) }
    }
}
