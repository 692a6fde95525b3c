import Testing

@testable import Methods

@Suite("What respondents make of categories")
struct AssessmentMethodTests {
    @Test("a category by hand: 4 and 2 of one, 5 of another who finds the second inapplicable; nothing of a third")
    func category() throws {
        let score = try #require(CategoryScore(rows: [[4, 2], [5, nil], [nil, nil]], points: 5))
        #expect(score.mean == 3.25 && score.count == 2 && score.spread.map { abs($0 - 2.squareRoot()) < 1e-12 } == true)
        #expect(score.statements[0] == .init(mean: 4.5, spread: 0.5.squareRoot(), count: 2) && score.statements[1] == .init(mean: 2, spread: nil, count: 1))
        // Of the first statement alone: variance 0.5, by chance 2.
        #expect(score.agreement.map { abs($0 - 0.75) < 1e-12 } == true)
        let few = try #require(CategoryScore(rows: [[4, 2], [5, nil], [4, 1]], points: 5, least: 3))
        #expect(abs(few.mean - 13.0 / 3) < 1e-12 && few.statements[1] == nil && few.count == 3, "two answers tell nothing, and enter nothing")
        #expect(CategoryScore(rows: [[4, nil], [nil, 2]], points: 5, least: 2) == nil)
        #expect(CategoryScore(rows: [[nil], []], points: 5) == nil && CategoryScore(rows: [], points: 5) == nil)
    }

    @Test("all alike agree wholly; at the two ends of the scale not at all")
    func agreement() throws {
        #expect(CategoryScore(rows: [[3], [3], [3]], points: 5)?.agreement == 1 && CategoryScore(rows: [[1], [5], [1], [5]], points: 5)?.agreement == 0)
        // r*_wg of two statements: 1 − ((16/3 + 0) / 2) / 2 is below 0, and each alone would give 0 and 1.
        #expect(CategoryScore(rows: [[1, 3], [5, 3], [1, 3], [5, 3]], points: 5)?.agreement == 0)
        #expect(CategoryScore(rows: [[3]], points: 5)?.agreement == nil && CategoryScore(rows: [[3]], points: 5)?.spread == nil)
    }

    @Test(
        "mastered needs the mean, no low statement and evidence",
        arguments: [(3.5, 2.5, true, Mastery.mastered), (3.5, 2.4, true, .partly), (4.9, 4, false, .partly), (2.5, 1, true, .partly), (2.4, 2, true, .not)])
    func mastery(_ mean: Double, _ lowest: Double, _ hasEvidence: Bool, _ expected: Mastery) {
        #expect(Mastery(mean: mean, lowest: lowest, hasEvidence: hasEvidence) == expected)
    }

    @Test("the bands are 0 to 4, 5 to 6, 7 to 8")
    func bands() { #expect((0...8).map { Mastery.Band(mastered: $0) } == [.below, .below, .below, .below, .below, .reported, .reported, .strongest, .strongest]) }

    private let phases = [[0, 1, 2], [3, 4], [5]]

    @Test("1.5, 2.0, 2.5, 1.5, 1.7, 2.6: links six and three are weakest together; poor in ideas from outside and in diffusion")
    func chain() throws {
        let chain = try #require(ChainStrength(scores: [1.5, 2.0, 2.5, 1.5, 1.7, 2.6], phases: phases, middle: 2))
        #expect(chain.weakest == [5, 2] && chain.phases.map(\.highest) == [2.5, 1.7, 2.6] && chain.poor == [0, 2] && chain.phases[0].weakest == [2])
        #expect(chain.phases[0].mean == 2)
    }

    @Test("one phase is poor where it leads by a quarter; none where the weakest link is no weakness; nothing is said of a broken chain")
    func types() {
        #expect(ChainStrength(scores: [1, 1, 2.25, 2, 2, 2.5], phases: phases, middle: 2)?.poor == [2])
        #expect(ChainStrength(scores: [1, 1, 2.26, 2, 2, 2.5], phases: phases, middle: 2)?.poor == [0, 2])
        #expect(ChainStrength(scores: [1, 1, 1, 1, 1.9, 1], phases: phases, middle: 2)?.poor == [])
        #expect(
            ChainStrength(scores: [1], phases: [[0, 1]], middle: 2) == nil && ChainStrength(scores: [], phases: [], middle: 2) == nil && ChainStrength(scores: [.nan], phases: [[0]], middle: 2) == nil)
    }

    @Test("the nearest prototype with its margin; between two it is mixed")
    func prototypes() throws {
        let high = [Double](repeating: 4.2, count: 10), low = [Double](repeating: 2.2, count: 10)
        let found = try #require(NearestPrototype([Double](repeating: 4, count: 10), among: [high, low]))
        #expect(found.nearest == 0 && found.second == 1 && abs(found.margin - (1.8 - 0.2) / 1.8) < 1e-12 && !found.isMixed)
        #expect(NearestPrototype([Double](repeating: 3.2, count: 10), among: [high, low])?.isMixed == true)
        #expect(NearestPrototype([1], among: [[1, 2], [3, 4]]) == nil && NearestPrototype([1], among: [[1]]) == nil && NearestPrototype([1], among: [[2], [2]])?.margin == 0)
    }

    @Test("a change between rounds is notable beyond its error")
    func trend() throws {
        func score(_ values: [Int]) throws -> CategoryScore { try #require(CategoryScore(rows: values.map { [$0] }, points: 5)) }
        let before = try score([2, 2, 3, 3, 2, 3, 2, 3]), now = try score([4, 4, 3, 4, 4, 3, 4, 4]), trend = RoundTrend(from: before, to: now)
        #expect(trend.before == 2.5 && trend.change == 1.25 && trend.isNotable && !RoundTrend(from: before, to: before).isNotable)
        #expect(!RoundTrend(from: try score([2, 2, 3, 3, 2, 3, 2]), to: now).isNotable, "seven are too few to say so")
        #expect(!RoundTrend(from: try score([2, 2, 2, 2, 2, 2, 2, 2]), to: try score([5, 5, 5, 5, 5, 5, 5, 5])).isNotable, "all alike, both times: no error is known")
        #expect(abs(RoundTrend.quantile(7) - 2.3646) < 1e-3 && abs(RoundTrend.quantile(30) - 2.0423) < 1e-4 && abs(RoundTrend.quantile(1e9) - 1.95996) < 1e-5)
    }

    @Test("a requirement is met from half a point below the top on, whatever rounding makes of it")
    func readiness() throws {
        let score = try #require(CategoryScore(rows: [[1, 3, 1], [3, 2, 3], [3, 3, 3], [3, 3, 3], [3, 3, 2], [3, 1, 2]], points: 3))
        #expect(Readiness(mean: score.mean, points: 3) == .met && Readiness(mean: 2.4, points: 3) == .partly && Readiness(mean: 1.4, points: 3) == Readiness.none)
    }

    @Test("those who are in the sum and never shown hide others until there are enough of them")
    func withheld() {
        #expect(disclosed([9, 8], withheld: 0, least: 5) == [true, true] && disclosed([9, 8], withheld: 2, least: 5) == [true, false])
        #expect(disclosed([9, 3, 8], withheld: 4, least: 5) == [true, false, true], "seven together, and two kinds of them")
        #expect(disclosed([9, 4], least: 5) == [false, false])
    }
}
