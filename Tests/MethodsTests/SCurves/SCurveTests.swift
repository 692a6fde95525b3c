import Foundation
import Testing

@testable import Methods

@Suite("The three curves")
struct SCurveTests {
    private func curve(_ model: SCurveModel, nu: Double = 1) throws -> SCurve {
        try #require(SCurve(model, limit: 100, rate: 0.25, midpoint: 2010, shape: nu))
    }

    @Test("The logistic bends at 0.2113 and 0.7887 of its limit, 1.317 / r from the middle, and takes 4.394 / r from a tenth to nine tenths")
    func logistic() throws {
        let curve = try curve(.logistic), landmarks = curve.landmarks
        expect(landmarks.shares, [0.211325, 0.5, 0.788675], 1e-6)
        expect(landmarks.times, [2010 - 1.316958 / 0.25, 2010, 2010 + 1.316958 / 0.25], 1e-5)
        #expect(abs(curve.riseTime * 0.25 - 4.394449) < 1e-6)
        #expect(curve.value(at: 2010) == 50)
    }

    @Test("The Gompertz bends at 0.0729 and 0.6825 of its limit and rises fastest at 1 / e")
    func gompertz() throws {
        let landmarks = try curve(.gompertz).landmarks
        expect(landmarks.shares, [0.072946, 0.367879, 0.682518], 1e-6)
        expect(landmarks.times, [2010 - 0.962424 / 0.25, 2010, 2010 + 0.962424 / 0.25], 1e-5)
    }

    @Test("Richards' curve rises fastest at a share that its shape says", arguments: [(0.5, 0.4444), (1, 0.5), (2, 0.57735)])
    func inflection(nu: Double, share: Double) throws {
        #expect(abs(try curve(.richards, nu: nu).landmarks.shares[1] - share) < 5e-5)
    }

    @Test("The landmarks are where the third and the second derivative vanish", arguments: [0.05, 0.5, 1, 2, 7])
    func derivatives(nu: Double) throws {
        let curve = try curve(.richards, nu: nu), landmarks = curve.landmarks
        for time in [landmarks.times[0], landmarks.times[2]] {
            let h = 0.05, v = [-2, -1, 1, 2].map { curve.value(at: time + $0 * h) }
            let third = (v[3] - 2 * v[2] + 2 * v[1] - v[0]) / (2 * h * h * h)
            #expect(abs(third) < 2e-4, "\(third)")
        }
        let h = 0.05, second = (curve.value(at: 2010 + h) - 2 * curve.value(at: 2010) + curve.value(at: 2010 - h)) / (h * h)
        #expect(abs(second) < 1e-3, "\(second)")
    }

    @Test("Richards' curve is the logistic at nu = 1 and nears the Gompertz towards 0")
    func family() throws {
        let one = try curve(.richards, nu: 1), none = try curve(.richards, nu: 1e-7)
        for time in stride(from: 1980.0, through: 2040, by: 3) {
            #expect(abs(one.value(at: time) - (try curve(.logistic)).value(at: time)) < 1e-10)
            #expect(abs(none.value(at: time) - (try curve(.gompertz)).value(at: time)) < 1e-4)
        }
    }

    @Test("When a share is reached is the other way round of what is reached then", arguments: SCurveModel.allCases)
    func inverse(model: SCurveModel) throws {
        let curve = try curve(model, nu: 0.4)
        for share in [0.01, 0.1, 0.5, 0.9, 0.999] { #expect(abs(curve.share(at: curve.time(of: share) ?? .nan) - share) < 1e-9) }
        #expect(curve.time(of: 0) == nil && curve.time(of: 1) == nil)
    }

    @Test("No combination of strange numbers traps or leaves 0...L")
    func strangeNumbers() {
        for model in SCurveModel.allCases {
            for a in strange {
                for b in strange {
                    guard let curve = SCurve(model, limit: abs(a), rate: abs(b), midpoint: b, shape: abs(a)) else { continue }
                    for time in strange {
                        let share = curve.share(at: time)
                        #expect(share.isNaN == time.isNaN || (b.isInfinite || time.isInfinite))
                        if !share.isNaN { #expect((0...1).contains(share)) }
                    }
                    _ = (curve.landmarks, curve.riseTime, curve.time(of: b))
                }
            }
        }
    }
}

func expect(_ found: [Double], _ wanted: [Double], _ tolerance: Double, _ location: SourceLocation = #_sourceLocation) {
    #expect(found.count == wanted.count && zip(found, wanted).allSatisfy { abs($0 - $1) <= tolerance }, "\(found), not \(wanted)", sourceLocation: location)
}

extension SeededGenerator {
    /// A draw from the normal distribution (Box and Muller 1958).
    mutating func normal() -> Double {
        let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &self))).squareRoot()
        return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &self))
    }
}

extension SCurve {
    /// What would be seen of it, with errors of a share of each value.
    func seen(_ times: [Double], noise: Double, using random: inout SeededGenerator) -> SCurveSeries {
        SCurveSeries(times.map { ($0, value(at: $0) * (1 + noise * random.normal())) }, direction: .up)
    }
}
