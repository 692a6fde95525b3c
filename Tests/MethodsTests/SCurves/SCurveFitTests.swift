import Foundation
import Testing

@testable import Methods

@Suite("Fitting S-curves")
struct SCurveFitTests {
    private func fit(_ series: SCurveSeries, _ model: SCurveModel, scale: SCurveScale = .linear, limit: SCurveBounds.Limit = .wide) throws -> SCurveFit {
        let bounds = try #require(SCurveBounds(around: series, limit: limit))
        return try #require(SCurveFit(series, model: model, scale: scale, bounds: bounds))
    }

    private func series(_ curve: SCurve, _ times: [Double]) -> SCurveSeries { SCurveSeries(times.map { ($0, curve.value(at: $0)) }, direction: .up) }

    @Test("A curve without noise is found again", arguments: SCurveModel.allCases, SCurveScale.allCases)
    func exact(model: SCurveModel, scale: SCurveScale) throws {
        let curve = try #require(SCurve(model, limit: 83, rate: 0.31, midpoint: 2004, shape: 0.4))
        let found = try fit(series(curve, Array(stride(from: 1990.0, through: 2020, by: 1))), model, scale: scale)
        #expect(abs(found.curve.limit / 83 - 1) < 1e-5)
        #expect(abs(found.curve.rate / 0.31 - 1) < 1e-4)
        #expect(abs(found.curve.midpoint - 2004) < 1e-2)
        #expect(try #require(found.determination) > 1 - 1e-9)
    }

    @Test(
        "The unit of the measure changes nothing, nor does the year from which is counted", arguments: [1e-90, 1e-9, 1, 1e12, 1e90], [0, -2000, 1e6])
    func units(unit: Double, shift: Double) throws {
        var random = SeededGenerator(seed: 3)
        let curve = try #require(SCurve(.logistic, limit: 70, rate: 0.4, midpoint: 2007))
        let seen = curve.seen(Array(stride(from: 1995.0, through: 2020, by: 1)), noise: 0.05, using: &random)
        let moved = SCurveSeries(zip(seen.times, seen.values).map { ($0 + shift, $1 * unit) }, direction: .up)
        let one = try fit(seen, .logistic), other = try fit(moved, .logistic)
        #expect(abs(other.curve.limit / unit / one.curve.limit - 1) < 1e-5)
        #expect(abs(other.curve.midpoint - shift - one.curve.midpoint) < 1e-4)
        #expect(abs(other.squares / unit / unit / one.squares - 1) < 1e-9)
    }

    @Test("Times may lie anyhow: in any order, far apart, several at once, within days")
    func times() throws {
        let curve = try #require(SCurve(.gompertz, limit: 40, rate: 0.2, midpoint: 1990))
        let sparse = [2010.0, 1960, 1975, 1984, 1989, 1990, 1990, 2003, 2030]
        #expect(abs(try fit(series(curve, sparse), .gompertz).curve.limit - 40) < 1e-3)
        let fast = try #require(SCurve(.logistic, limit: 40, rate: 100, midpoint: 2020.1))
        #expect(abs(try fit(series(fast, (0..<60).map { 2020 + Double($0) / 365 }), .logistic).curve.rate - 100) < 1e-2)
    }

    @Test("A known limit is kept, and is one parameter less")
    func known() throws {
        var random = SeededGenerator(seed: 8)
        let curve = try #require(SCurve(.logistic, limit: 100, rate: 0.3, midpoint: 2015))
        let seen = curve.seen(Array(stride(from: 2000.0, through: 2014, by: 1)), noise: 0.03, using: &random)
        let free = try fit(seen, .logistic), kept = try fit(seen, .logistic, limit: .known(100))
        #expect(kept.curve.limit == 100)
        #expect(kept.squares >= free.squares)
        #expect(abs(kept.curve.midpoint - 2015) < 1)
        #expect(kept.atBound.isEmpty)
        let within = try fit(seen, .logistic, limit: .within(20...30))
        #expect(within.curve.limit == 30 && within.atBound == [.limitAbove])
    }

    @Test("A measure of which less is better is fitted by its reciprocal")
    func direction() throws {
        let curve = try #require(SCurve(.logistic, limit: 0.5, rate: 0.3, midpoint: 2010)), times = Array(stride(from: 1998.0, through: 2025, by: 1))
        let hours = SCurveSeries(times.map { ($0, 1 / curve.value(at: $0)) } + [(2026, 0), (2027, -1), (2028, .nan)], direction: .down)
        #expect(hours.missing == 3)
        #expect(abs(try fit(hours, .logistic).curve.limit - 0.5) < 1e-6)
        #expect(SCurveSeries([(1, 2)], direction: .range).times.isEmpty)
    }

    @Test("Growth without a bend runs its limit up, and the limit is called not identifiable")
    func exponential() throws {
        let growth = SCurveSeries((0..<20).map { (Double($0), exp(0.3 * Double($0))) }, direction: .up), found = try fit(growth, .logistic)
        #expect(!found.identifiesLimit(of: growth))
        #expect(abs(found.curve.rate - 0.3) < 1e-3)
        #expect(found.squares < 1e-6 * growth.highest * growth.highest)
    }

    @Test("Six points are needed, eight for Richards' curve, at six and eight different times")
    func few() throws {
        let curve = try #require(SCurve(.logistic, limit: 10, rate: 1, midpoint: 4))
        func canFit(_ times: [Double], _ model: SCurveModel) -> Bool {
            let series = series(curve, times)
            return SCurveBounds(around: series, limit: .wide).flatMap { SCurveFit(series, model: model, scale: .linear, bounds: $0) } != nil
        }
        #expect(!canFit([1, 2, 3, 4, 5], .logistic) && canFit([1, 2, 3, 4, 5, 6], .logistic))
        #expect(!canFit([1, 2, 3, 4, 5, 5, 5], .gompertz))
        #expect(!canFit([1, 2, 3, 4, 5, 6, 7], .richards) && canFit([1, 2, 3, 4, 5, 6, 7, 8], .richards))
        #expect(!canFit([], .logistic) && !canFit([3, 3, 3, 3, 3, 3, 3], .logistic))
    }

    @Test("The model that made the data is chosen; where two are as good, both are told")
    func choice() throws {
        var random = SeededGenerator(seed: 5)
        let times = Array(stride(from: 1990.0, through: 2025, by: 1))
        let gompertz = try #require(SCurve(.gompertz, limit: 80, rate: 0.2, midpoint: 2003)).seen(times, noise: 0.02, using: &random)
        let bounds = try #require(SCurveBounds(around: gompertz, limit: .wide))
        let choice = try #require(SCurveChoice(gompertz, models: Set(SCurveModel.allCases), scale: .linear, bounds: bounds))
        #expect(choice.best.curve.model == .gompertz)
        #expect(choice.fits.map(\.criterion) == choice.fits.map(\.criterion).sorted())
        let early = try #require(SCurve(.logistic, limit: 80, rate: 0.2, midpoint: 2030)).seen(Array(stride(from: 2005.0, through: 2013, by: 1)), noise: 0.15, using: &random)
        let wider = try #require(SCurveBounds(around: early, limit: .twentyfold))
        let open = try #require(SCurveChoice(early, models: [.logistic, .gompertz], scale: .linear, bounds: wider))
        #expect(open.alsoGood.count == 1)
    }

    @Test("Strange series are fitted or refused, and never trap")
    func strangeSeries() {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<60 {
            let points = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                (time: strange.randomElement(using: &random) ?? 0, value: strange.randomElement(using: &random) ?? 0)
            }
            for direction in [Direction.up, .down] {
                let verdict = SCurveVerdict(SCurveSeries(points, direction: direction), models: [.logistic, .gompertz], scale: .linear, limit: .wide)
                #expect(verdict.choice?.fits.allSatisfy { $0.squares.isFinite && $0.curve.limit.isFinite } != false)
            }
        }
    }
}
