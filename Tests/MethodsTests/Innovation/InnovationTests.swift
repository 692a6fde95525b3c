import Testing

@testable import Methods

@Suite("Innovation: the map, exploring, the landscape and enablers")
struct InnovationTests {
    private func lines(_ pairs: [(Double, Double)]) -> [ExploreShare.Line] { pairs.compactMap { ExploreShare.Line(amount: $0.0, share: $0.1) } }

    @Test("of a million that exploits, 300,000 that explore and 200,000 that do half, 26.7 % explores")
    func share() throws {
        let share = try #require(ExploreShare(lines([(1_000_000, 0), (300_000, 1), (200_000, 0.5)])))
        #expect(abs(share.explore - 400_000.0 / 1_500_000) < 1e-12 && (share.explore * 1000).rounded() == 267 && share.amount == 1_500_000)
        #expect(ExploreShare([]) == nil && ExploreShare(lines([(0, 1)])) == nil)
        for (amount, share) in [(-1.0, 0.5), (.nan, 0.5), (.infinity, 0.5), (1, -0.1), (1, 1.1), (1, .nan)] { #expect(ExploreShare.Line(amount: amount, share: share) == nil) }
        #expect(ExploreShare(lines([(.greatestFiniteMagnitude, 1), (.greatestFiniteMagnitude, 1)])) == nil, "more than can be counted")
    }

    @Test("the ends of the tolerance belong to it")
    func gap() throws {
        let share = try #require(ExploreShare(lines([(75, 0), (25, 1)])))
        #expect(ExploreGap(share, agreed: 0.28, tolerance: 0.03).verdict == .within && ExploreGap(share, agreed: 0.22, tolerance: 0.03).verdict == .within)
        #expect(ExploreGap(share, agreed: 0.29, tolerance: 0.03).verdict == .below && ExploreGap(share, agreed: 0.2, tolerance: 0.03).verdict == .above)
        #expect(abs(ExploreGap(share, agreed: 0.29, tolerance: 0.03).difference + 0.04) < 1e-12)
    }

    @Test("known of four fifths: a quarter of that explores, and of all a fifth at least and two fifths at most")
    func coverage() throws {
        let share = try #require(ExploreShare(lines([(60, 0), (20, 1)]), of: 100))
        #expect(share.explore == 0.25 && share.coverage == 0.8 && abs(share.range.lowerBound - 0.2) < 1e-12 && abs(share.range.upperBound - 0.4) < 1e-12)
        for (agreed, verdict) in [(0.1, ExploreGap.Verdict.above), (0.3, .undecided), (0.5, .below)] { #expect(ExploreGap(share, agreed: agreed, tolerance: 0.03).verdict == verdict, "\(agreed)") }
        #expect(ExploreGap(share, agreed: 0.3, tolerance: 0.1).verdict == .within)
        #expect(ExploreShare(lines([(60, 0)]), of: 10)?.coverage == 1, "never more than all")
    }

    @Test("five answers make a share; one that is open makes none")
    func answers() {
        #expect(ExploreShare.share(answers: [true, false, true, false, false]) == 0.4 && ExploreShare.share(answers: [true, nil, true, true, true]) == nil && ExploreShare.share(answers: []) == nil)
    }

    @Test("60/25/15 lies 0.10 from 70/20/10")
    func distance() throws {
        #expect(abs(try #require(totalVariation([0.6, 0.25, 0.15], InnovationHorizons.reference)) - 0.1) < 1e-12)
        let horizons = try #require(InnovationHorizons(lines([(60, 0.2), (25, 0.4), (15, 1)])))
        #expect(horizons.shares == [0.6, 0.25, 0.15] && abs(horizons.distance - 0.1) < 1e-12)
        #expect(totalVariation([1], [0.5, 0.5]) == nil && totalVariation([1, 0], [0, 1]) == 1 && InnovationHorizons([]) == nil)
        #expect([0, 0.2, 0.4, 0.6, 0.8, 1].map { InnovationHorizons.Horizon(share: $0) } == [.core, .core, .adjacent, .adjacent, .transformational, .transformational])
    }

    @Test("weights 1, 1 and 2 at −2, 0 and 1 have their mean at 0 and their deviation at the root of 1.5")
    func spread() throws {
        let spread = try #require(WeightedSpread([.init(-2, weight: 1), .init(0, weight: 1), .init(1, weight: 2), .init(2, weight: 0), .init(2, weight: -1), .init(.nan, weight: 5)]))
        #expect(spread.mean == 0 && abs(spread.deviation - 1.5.squareRoot()) < 1e-12 && spread.low == -2 && spread.high == 1 && spread.weight == 4 && spread.count == 3)
        #expect(WeightedSpread([]) == nil && WeightedSpread([.init(1, weight: 0)]) == nil)
        let large = try #require(WeightedSpread([.init(-2, weight: .greatestFiniteMagnitude), .init(2, weight: .greatestFiniteMagnitude)]))
        #expect(large.mean == 0 && large.deviation == 2)
    }

    @Test("balance and the combined dimension: 3 and 3 of 4 are balanced, 4 and 2 do less and are less so")
    func ambidexterity() throws {
        let even = try #require(Ambidexterity(exploit: 3, explore: 3, most: 4)), uneven = try #require(Ambidexterity(exploit: 4, explore: 2, most: 4))
        #expect(even.balance == 1 && even.combined == 0.5625 && abs(uneven.balance - 2.0 / 3) < 1e-12 && uneven.combined == 0.5)
        #expect(Ambidexterity(exploit: 0, explore: 0, most: 4) == nil && Ambidexterity(exploit: 5, explore: 1, most: 4) == nil && Ambidexterity(exploit: .nan, explore: 1, most: 4) == nil)
    }

    @Test("four quadrants of the landscape")
    func landscape() {
        let all = [(false, false), (true, false), (false, true), (true, true)].map { LandscapeQuadrant(needsNewCompetences: $0.0, needsNewModel: $0.1) }
        #expect(all == LandscapeQuadrant.allCases)
    }

    @Test("a system needs an enabler of a lower level, be it by another system; cycles and enablers from above are named")
    func enablers() throws {
        // 0 product → 1 model → 2 system → 3 system; 4 system alone.
        let checks = try #require(EnablerChecks(levels: [0, 1, 2, 2, 2], links: [Link(from: 0, to: 1), Link(from: 1, to: 2), Link(from: 2, to: 3)], top: 2))
        #expect(checks.unenabled == [4] && checks.cycles.isEmpty && checks.downward.isEmpty)
        let wrong = try #require(EnablerChecks(levels: [2, 1, 2], links: [Link(from: 0, to: 2), Link(from: 2, to: 0), Link(from: 0, to: 1), Link(from: 1, to: 1)], top: 2))
        #expect(wrong.cycles == [[0, 2], [1]] && wrong.downward == [Link(from: 0, to: 1)] && wrong.unenabled == [0, 2])
        #expect(EnablerChecks(levels: [1], links: [Link(from: 0, to: 1)], top: 2) == nil)
        #expect(EnablerChecks(levels: [], links: [], top: 2)?.unenabled == [])
    }
}
