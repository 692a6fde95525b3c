import Foundation
import Testing

@testable import Methods

@Suite("Eras, and what a new curve would gain")
struct SCurveEraTests {
    private let curve = SCurve(.logistic, limit: 100, rate: 0.5, midpoint: 2010)

    private func standing(_ time: Double, design: Bool? = nil, discontinuity: Bool = false) throws -> SCurveStanding {
        SCurveStanding(try #require(curve), at: time, seen: SCurveSighting(hasDominantDesign: design, hasDiscontinuity: discontinuity))
    }

    @Test("The landmarks part ferment, the window of a dominant design, increments and maturity")
    func byCurve() throws {
        #expect(try [2000, 2008, 2011, 2020].map { try standing($0).era } == [.ferment, .dominantDesign, .incremental, .maturity])
        #expect(abs(try standing(2010).share - 0.5) < 1e-12)
        #expect(try standing(2010).era == .incremental && !standing(2010).isContradicted)
    }

    @Test("What people have seen counts: a standard ends the ferment, none keeps it open, a discontinuity begins it anew")
    func seen() throws {
        #expect(try standing(2000, design: true).era == .incremental)
        #expect(try standing(2008, design: false).era == .ferment)
        #expect(try standing(2011, design: false).era == .dominantDesign)
        #expect(try standing(2020, design: false).era == .maturity)
        #expect(try standing(2020, design: true, discontinuity: true).era == .ferment)
        #expect(try standing(2020, discontinuity: true).isContradicted && standing(2020, discontinuity: true).byCurve == .maturity)
        #expect(try !standing(2020, design: true).isContradicted)
    }

    @Test("A design dominates with more than half of all")
    func concentration() {
        #expect(SCurveSighting.isConcentrated([60, 30, 10]) == true)
        #expect(SCurveSighting.isConcentrated([50, 50]) == false)
        #expect(SCurveSighting.isConcentrated([0.4, 0.3, 0.3]) == false)
        for shares in [[], [0, 0], [-1, 2], [.nan, 1], [.infinity]] { #expect(SCurveSighting.isConcentrated(shares) == nil) }
    }

    @Test("Who explores has both areas: the gain is what the new curve has above the old")
    func areas() throws {
        let old = try #require(SCurve(.logistic, limit: 100, rate: 2, midpoint: 1990)), scenario = try #require(ExploreScenario(start: 2025, cost: 500, limit: 180, rise: 8))
        let comparison = try #require(scenario.comparison(with: old, over: 2020...2050, worth: 1))
        #expect(abs(comparison.kept - 3000) < 0.1)
        // The area of a logistic: L / r (ln(1 + exp(r (b - t0))) - ln(1 + exp(r (a - t0)))).
        let curve = scenario.curve, jump = try #require(comparison.jump)
        func area(_ time: Double) -> Double { curve.limit / curve.rate * log1p(exp(curve.rate * (time - curve.midpoint))) }
        #expect(abs(comparison.gain - (area(2050) - area(jump) - 100 * (2050 - jump))) < 1)
        #expect(abs(try #require(curve.time(of: 100 / 180)) - jump) < 0.01)
        #expect(abs(try #require(comparison.costPerGain) - 500 / comparison.gain) < 1e-9)
        let repaid = try #require(comparison.repaid)
        #expect(repaid > jump && abs(area(repaid) - area(jump) - 100 * (repaid - jump) - 500) < 2)
        #expect(scenario.value(at: 2024.9) == 0 && abs(scenario.value(at: 2025) - 1.8) < 1e-9)
    }

    @Test("A new limit below the old gains nothing")
    func nothing() throws {
        let old = try #require(SCurve(.logistic, limit: 100, rate: 2, midpoint: 1990)), scenario = try #require(ExploreScenario(start: 2025, cost: 500, limit: 90, rise: 8))
        let comparison = try #require(scenario.comparison(with: old, over: 2020...2050, worth: 1))
        #expect(comparison.gain == 0 && comparison.jump == nil && comparison.costPerGain == nil && comparison.repaid == nil)
    }

    @Test("No strange number traps")
    func strangeNumbers() throws {
        let old = try #require(curve)
        for a in strange {
            for b in strange {
                guard let scenario = ExploreScenario(start: a, cost: b, limit: b, rise: abs(a)) else { continue }
                _ = scenario.comparison(with: old, over: 2000...2010, worth: a)
                if a < b { _ = scenario.comparison(with: old, over: a...b, worth: nil) }
            }
        }
    }
}
