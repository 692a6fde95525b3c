import Foundation
import Testing

@testable import Methods

@Suite("What is an S-curve and what is none")
struct SCurveVerdictTests {
    private func verdict(_ values: [Double], from year: Double = 2000, models: Set<SCurveModel> = [.logistic, .gompertz], scale: SCurveScale = .linear) -> SCurveVerdict {
        let points = values.enumerated().map { (time: year + Double($0.offset), value: $0.element) }
        return SCurveVerdict(SCurveSeries(points, direction: .up), models: models, scale: scale, limit: .wide)
    }

    private let rising = (0..<24).map { 90 / (1 + exp(-0.4 * (Double($0) - 11))) }

    @Test("A series that rises to its plateau is one, zeros before it began included")
    func fitted() {
        let verdict = verdict([0, 0, 0, 0] + rising)
        #expect(verdict.refusal == nil)
        #expect(verdict.remarks.isEmpty)
        #expect(verdict.choice?.best.curve.model == .logistic)
    }

    @Test("Too few points, no point, and too many are refused before anything is computed")
    func counts() {
        #expect(verdict([1, 2, 4, 7, 9]).refusal == .tooFew)
        #expect(verdict([]).refusal == .tooFew)
        #expect(verdict([1, 2, 4, 7, 9, .nan, .infinity]).refusal == .tooFew)
        #expect(verdict([1, 2, 4, 7, 9, 10, 11], models: [.richards]).refusal == .tooFew)
        #expect(verdict([1, 2, 4, 7, 9, 10, 11], models: []).refusal == .tooFew)
        #expect(verdict(Array(repeating: 1, count: SCurveLimits.points + 1)).refusal == .tooMany)
    }

    @Test("What stays the same is constant, rounding apart", arguments: [0, 100, 0.1, -3])
    func constant(value: Double) {
        #expect(verdict(Array(repeating: value, count: 9)).refusal == .constant)
        #expect(verdict((0..<9).map { value + value * 1e-15 * Double($0 % 2) }).refusal == .constant)
    }

    @Test("What only falls declines, and so does what has lost more than half of its rise")
    func decline() {
        #expect(verdict(rising.reversed()).refusal == .decline)
        #expect(verdict((0..<12).map { 100 - 5 * Double($0) }).refusal == .decline)
        let landline = rising + (1...10).map { 90 - 6 * Double($0) }
        #expect(verdict(landline).refusal == .decline)
        #expect(verdict(landline).choice != nil, "what came nearest is told all the same")
    }

    @Test("Who loses a third is told so; a single jump down is a break in how it is counted")
    func losses() {
        let third = verdict(rising + (1...10).map { 90 - 3 * Double($0) })
        #expect(third.refusal == nil && third.remarks.contains(.fallsAtTheEnd))
        let broken = verdict(rising.prefix(16) + [25, 28, 32])
        #expect(broken.refusal == nil && broken.remarks.contains(.fallsAtTheEnd))
    }

    @Test("Noise around a level has no rise to be told")
    func noise() {
        var random = SeededGenerator(seed: 1)
        let refused = (0..<60).count { _ in
            let refusal = verdict((0..<20).map { _ in 50 + random.normal() }, models: [.logistic]).refusal
            return refusal == .flat || refusal == .decline
        }
        #expect(refused >= 56, "\(refused) of 60")
    }

    @Test("Values below zero, zeros on a logarithmic scale and numbers beyond all measure are said")
    func values() {
        #expect(verdict([-9, -8, -6, -4, -3, -1, 0]).refusal == .notPositive)
        #expect(verdict([0] + rising, scale: .log).refusal == .notPositive)
        #expect(verdict(rising, scale: .log).refusal == nil)
        #expect(verdict(rising.map { $0 * 1e120 }).refusal == .outOfRange)
        #expect(verdict([-0.4, 0.2] + rising).refusal == nil, "noise below zero is no fault")
        let impossible = SCurveVerdict(SCurveSeries(rising.enumerated().map { (Double($0.offset), $0.element) }, direction: .up), models: [.logistic], scale: .linear, limit: .known(-1))
        #expect(impossible.refusal == .outOfRange)
    }

    @Test("Before half of the limit is seen, and before the inflection, both are said")
    func early() {
        let verdict = verdict(Array(rising.prefix(8)))
        #expect(verdict.refusal == nil)
        #expect(verdict.remarks.contains(.limitNotIdentifiable) && verdict.remarks.contains(.beforeInflection))
    }

    @Test("More than a hundred in a hundred is a limit like any other, and so is one in a million")
    func scales() {
        for unit in [2.0, 1e-6, 1e9] {
            let verdict = verdict(rising.map { $0 * unit })
            #expect(verdict.refusal == nil)
            #expect(abs((verdict.choice?.best.curve.limit ?? 0) / unit - 90) < 1)
        }
    }
}
