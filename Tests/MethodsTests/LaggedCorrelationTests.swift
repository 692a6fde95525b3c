import Foundation
import Testing

@testable import Methods

@Suite("Testing a supposed influence")
struct LaggedCorrelationTests {
    private let wave: [Double?] = (0..<24).map { (period: Int) -> Double? in
        let swing: Double = sin(Double(period) * 1.7) * 10
        return swing + Double(period % 5)
    }

    @Test("An effect that repeats its cause two periods later is consistent, at that delay")
    func delayed() throws {
        let test = LinkTest(cause: wave, effect: [nil, nil] + wave.dropLast(2))
        #expect(test.verdict == .consistent)
        #expect(test.strongest?.lag == 2)
        #expect(test.strongest?.n == 22)
        #expect(abs(try #require(test.strongest?.correlation) - 1) < 1e-12)
        #expect(test.lags.map(\.lag) == [0, 1, 2, 3, 4])
    }

    @Test("An effect that falls when its cause rises is not consistent")
    func opposed() {
        let rising: [Double?] = (0..<20).map(Double.init)
        #expect(LinkTest(cause: rising, effect: rising.map { $0.map { -$0 } }).verdict == .notConsistent)
    }

    @Test("Noise seldom passes for an influence")
    func noise() {
        var random = SeededGenerator(seed: 5)
        func series() -> [Double?] { (0..<30).map { _ in Double.random(in: 0...100, using: &random) } }
        let consistent = (0..<1_000).count { _ in LinkTest(cause: series(), effect: series()).verdict == .consistent }
        #expect((20...70).contains(consistent), "5 % expected, found \(consistent) in 1,000")
    }

    @Test("Seven pairs are refused, eight are enough")
    func leastPairs() {
        let seven = LinkTest(cause: Array(wave.prefix(7)), effect: Array(wave.prefix(7)))
        #expect(seven.verdict == .notEnoughData)
        #expect(seven.strongest == nil)
        #expect(seven.lags.map(\.n) == [7, 6, 5, 4, 3])
        let eight = LinkTest(cause: Array(wave.prefix(8)), effect: Array(wave.prefix(8)))
        #expect(eight.verdict == .consistent)
        #expect(eight.lags.map { $0.correlation != nil } == [true, false, false, false, false])
    }

    @Test("Pearson's r is the one of the textbook: Anscombe's first quartet")
    func anscombe() throws {
        let x: [Double?] = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
        let y: [Double?] = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
        let r = try #require(LinkTest(cause: x, effect: y).lags[0].correlation)
        #expect(abs(r - 0.816_420_5) < 1e-7)
    }

    @Test("Gaps and numbers that are not finite leave out their pairs")
    func gaps() {
        var cause = wave
        cause[3] = nil
        cause[4] = .nan
        cause[5] = .infinity
        #expect(LinkTest(cause: cause, effect: wave).lags.map(\.n) == [21, 20, 19, 18, 17])
        #expect(LinkTest(cause: wave, effect: Array(wave.prefix(10))).lags.map(\.n) == [10, 9, 8, 7, 6])
    }

    @Test("A series that does not vary, overflows or is empty says nothing")
    func silent() {
        let constant: [Double?] = Array(repeating: 0.1, count: 24)
        let huge: [Double?] = (0..<24).map { $0 % 2 == 0 ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude }
        #expect(LinkTest(cause: constant, effect: wave).verdict == .notEnoughData)
        #expect(LinkTest(cause: wave, effect: huge).verdict == .notEnoughData)
        #expect(LinkTest(cause: [], effect: []).verdict == .notEnoughData)
        #expect(LinkTest(cause: [], effect: wave).lags.map(\.n) == [0, 0, 0, 0, 0])
    }
}
