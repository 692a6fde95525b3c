import Testing

@testable import Methods

@Suite("Meeting a target")
struct TargetTestTests {
    @Test(
        "A target is met from its bound on, whichever bounds it has",
        arguments: [
            (actual: 80.0, minimum: 80.0 as Double?, maximum: nil as Double?, verdict: TargetTest.met),
            (79.9, 80, nil, .notMet),
            (5, nil, 5, .met),
            (5.1, nil, 5, .notMet),
            (10, 10, 20, .met),
            (20, 10, 20, .met),
            (9, 10, 20, .notMet),
            (21, 10, 20, .notMet),
            (7, 7, 7, .met),
        ])
    func bounds(actual: Double, minimum: Double?, maximum: Double?, verdict: TargetTest) {
        #expect(TargetTest(actual: actual, minimum: minimum, maximum: maximum) == verdict)
    }

    @Test("Without a value, a bound, or sense between the bounds, nothing is decided")
    func undetermined() {
        #expect(TargetTest(actual: nil, minimum: 1, maximum: 2) == .undetermined)
        #expect(TargetTest(actual: .nan, minimum: 1, maximum: 2) == .undetermined)
        #expect(TargetTest(actual: .infinity, minimum: 1, maximum: nil) == .undetermined)
        #expect(TargetTest(actual: 1, minimum: nil, maximum: nil) == .undetermined)
        #expect(TargetTest(actual: 1, minimum: .nan, maximum: nil) == .undetermined)
        #expect(TargetTest(actual: 1, minimum: nil, maximum: .infinity) == .undetermined)
        #expect(TargetTest(actual: 1, minimum: 2, maximum: 1) == .undetermined)
    }
}
