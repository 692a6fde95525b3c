import Testing

@testable import Methods

@Suite("Stress test of an aim")
struct StressTestTests {
    private func test(_ rows: [[Int?]], least: Int = 3) -> StressTest { StressTest(rows: rows, scenarios: 4, least: least) }

    @Test("robust where no median is below zero, fragile where one is and none above, contingent otherwise")
    func verdicts() {
        #expect(StressTest.verdict([0, 1, 2, 0.5]) == .robust && StressTest.verdict([0, 0, 0, 0]) == .robust)
        #expect(StressTest.verdict([-0.5, 0, 0, 0]) == .fragile && StressTest.verdict([-2, -1, -1, -2]) == .fragile)
        #expect(StressTest.verdict([-0.5, 0.5, 0, 0]) == .contingent && StressTest.verdict([]) == nil)
    }

    @Test("median, lowest, highest and number of each scenario, by hand: 1 1 2 2 is 1.5; -2 0 1 is 0")
    func spreads() {
        let test = test([[1, -2, 0, 2], [2, 0, 0, 2], [1, 1, 1, 2], [2, nil, nil, nil]])
        #expect(test.spreads[0] == StressTest.Spread(median: 1.5, low: 1, high: 2, count: 4))
        #expect(test.spreads[1] == StressTest.Spread(median: 0, low: -2, high: 1, count: 3))
        #expect(test.spreads[2]?.median == 0 && test.spreads[3]?.median == 2 && test.verdict == .robust)
    }

    @Test("nothing is said where one scenario has fewer raters than are asked for, and their figures are not told")
    func tooFew() {
        let test = test([[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, nil]])
        #expect(test.verdict == nil && test.spreads[3] == nil && test.spreads[0]?.count == 3 && test.counts == [3, 3, 3, 2] && test.agreeing == 0 && !test.hangsOnOne)
        #expect(self.test([]).verdict == nil && StressTest(rows: [[1]], scenarios: 0, least: 3).verdict == nil)
    }

    @Test("how many come to the same by themselves is counted among those who rated everything")
    func agreement() {
        // Medians 1, -1, 0, 0: contingent. The first comes to contingent, the second to robust, the third to contingent; the fourth did not rate everything.
        let test = test([[1, -1, 0, 0], [2, 1, 0, 1], [1, -1, 0, 0], [nil, -2, nil, nil]])
        #expect(test.spreads.map { $0?.median } == [1, -1, 0, 0])
        #expect(test.verdict == .contingent && test.full == 3 && test.agreeing == 2)
    }

    @Test("where leaving one rater out changes the class, it is said to hang on one")
    func hangs() {
        // The median of 0 0 -1 -1 is -0.5; without the last it is 0, and everything is robust.
        #expect(test([[0, 0, 0, 0], [0, 0, 0, 0], [-1, 0, 0, 0], [-1, 0, 0, 0]]).hangsOnOne)
        let firm = test([[-2, 0, 0, 0], [-2, 0, 0, 0], [-1, 0, 0, 0], [-1, 0, 0, 0], [-1, 0, 0, 0]])
        #expect(firm.verdict == .fragile && !firm.hangsOnOne)
        #expect(test([[1, 1, 1, 1]], least: 1).hangsOnOne, "alone")
    }

    @Test("rows of another length, which only a hostile journal could hold, are read as far as they go")
    func hostile() {
        let test = StressTest(rows: [[1], [1, 1, 1, 1, 1], [2, 2], []], scenarios: 4, least: 1)
        #expect(test.counts == [3, 2, 1, 1] && test.full == 0)
    }

    @Test("the class never depends on the order of the raters", arguments: 1...20)
    func order(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<9).map { _ in (0..<4).map { _ in Int.random(in: 0...5, using: &generator) == 0 ? nil : Int.random(in: -2...2, using: &generator) } }
        #expect(test(rows) == test(rows.shuffled(using: &generator)))
    }
}
