import Testing

@testable import Methods

@Suite("Keeping pace")
struct PaceTests {
    @Test("Half-way through the year, half of the way is exactly on pace")
    func midYear() {
        let expected = expectedValue(baseline: 40, target: 80, elapsed: 6, total: 12, along: [])
        #expect(expected == 60)
        let pace = paceIndex(score: scored(60), expected: expected.flatMap(scored))
        #expect(pace == 1)
        #expect(Rating(achievement: pace, thresholds: .standard) == .onTrack)
        #expect(Rating(achievement: scored(60).map { $0.raw / 100 }, thresholds: .standard) == .offTrack)
    }

    @Test("On the first day nothing is expected and there is no pace")
    func firstDay() {
        let expected = expectedValue(baseline: 40, target: 80, elapsed: 0, total: 12, along: [])
        #expect(expected == 40)
        #expect(paceIndex(score: scored(45), expected: expected.flatMap(scored)) == nil)
    }

    @Test("A maintained level has a pace from the first day")
    func maintained() {
        func kept(_ actual: Double) -> Score? { score(actual: actual, baseline: 90, target: 90, direction: .up, tolerance: 10) }
        let expected = expectedValue(baseline: 90, target: 90, elapsed: 0, total: 12, along: [])
        #expect(paceIndex(score: kept(88), expected: expected.flatMap(kept)) == 0.8)
    }

    @Test("A curve bends the expected course and keeps its ends")
    func curve() {
        let late = [CurvePoint(fraction: 0.5, value: 45), CurvePoint(fraction: 0.75, value: 60)]
        func expected(_ elapsed: Double) -> Double? { expectedValue(baseline: 40, target: 80, elapsed: elapsed, total: 12, along: late) }
        #expect(expected(-1) == 40)
        #expect(expected(3) == 42.5)
        #expect(expected(6) == 45)
        #expect(expected(9) == 60)
        #expect(expected(10.5) == 70)
        #expect(expected(12) == 80)
        #expect(expected(99) == 80)
    }

    @Test("A curve with its own ends overrides baseline and target")
    func ownEnds() {
        let curve = [CurvePoint(fraction: 0, value: 42), CurvePoint(fraction: 1, value: 78)]
        #expect(expectedValue(baseline: 40, target: 80, elapsed: 0, total: 4, along: curve) == 42)
        #expect(expectedValue(baseline: 40, target: 80, elapsed: 2, total: 4, along: curve) == 60)
        #expect(expectedValue(baseline: 40, target: 80, elapsed: 4, total: 4, along: curve) == 78)
    }

    @Test(
        "A curve that does not rise in time within the period is refused",
        arguments: [[0.5, 0.5], [0.6, 0.4], [-0.1], [1.1], [Double.nan]])
    func brokenCurve(fractions: [Double]) {
        let curve = fractions.map { CurvePoint(fraction: $0, value: 50) }
        #expect(expectedValue(baseline: 40, target: 80, elapsed: 6, total: 12, along: curve) == nil)
    }

    @Test("Regression has a negative pace; a negative expectation has none")
    func signs() {
        #expect(paceIndex(score: Score(raw: -25), expected: Score(raw: 50)) == -0.5)
        #expect(paceIndex(score: Score(raw: -25), expected: Score(raw: -50)) == nil)
        #expect(paceIndex(score: nil, expected: Score(raw: 50)) == nil)
        #expect(paceIndex(score: Score(raw: 50), expected: nil) == nil)
    }

    @Test("No combination of strange numbers traps or yields a value that is not finite")
    func strangeNumbers() {
        for a in strange {
            for b in strange {
                let pace = paceIndex(score: Score(raw: a), expected: Score(raw: b))
                #expect(pace?.isFinite != false)
                for c in strange {
                    let point = CurvePoint(fraction: 0.5, value: c)
                    #expect(expectedValue(baseline: a, target: b, elapsed: c, total: b, along: [])?.isFinite != false)
                    #expect(expectedValue(baseline: a, target: b, elapsed: 1, total: 3, along: [point])?.isFinite != false)
                }
            }
        }
    }

    private func scored(_ actual: Double) -> Score? {
        score(actual: actual, baseline: 40, target: 80, direction: .up, tolerance: nil)
    }
}
