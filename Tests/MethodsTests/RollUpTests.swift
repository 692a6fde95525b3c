import Testing

@testable import Methods

@Suite("Rolling up")
struct RollUpTests {
    typealias Child = RollUp.Child

    @Test("The worked example: a missing child lowers the coverage, not the score")
    func vector() throws {
        let rollUp = try #require(RollUp(of: [child(0.5, 80), child(0.3, 40), child(0.2, nil)], rules: .standard))
        let score = try #require(rollUp.score)
        #expect(abs(score - 65) < 1e-9)
        #expect(abs(rollUp.coverage - 0.8) < 1e-9)
        #expect(rollUp.rating == .offTrack)
        #expect(rollUp.counted == 2)
        #expect(rollUp.of == 3)
    }

    @Test("Below the minimum coverage the score stays to be seen and the rating is withheld")
    func thinCoverage() {
        let thin = RollUp(of: [child(0.59, 95), child(0.41, nil)], rules: .standard)
        #expect(thin?.score == 95)
        #expect(thin?.rating == .noData)
        let enough = RollUp(of: [child(0.2, 95), child(0.2, 95), child(0.2, 95), child(0.4, nil)], rules: .standard)
        #expect(enough?.rating == .onTrack)
    }

    @Test("Mid-year the whole is rated by its pace")
    func midYear() {
        let onPace = [child(1, 50, expected: 50), child(1, 45, expected: 50)]
        #expect(RollUp(of: onPace, rules: .standard)?.rating == .onTrack)
        let sameAtYearEnd = [child(1, 50), child(1, 45)]
        #expect(RollUp(of: sameAtYearEnd, rules: .standard)?.rating == .offTrack)
        let firstDay = [child(1, 5, expected: 0)]
        #expect(RollUp(of: firstDay, rules: .standard)?.rating == .noData)
    }

    @Test("An over-achiever never hides a failing sibling")
    func overAchiever() {
        let rollUp = RollUp(of: [child(1, 300), child(1, -40)], rules: .standard)
        #expect(rollUp?.score == 50)
    }

    @Test("A heavy child off track holds the whole at risk, where the group wants it so")
    func worstChild() {
        let heavy = [child(0.7, 100), child(0.3, 69, .offTrack)]
        #expect(RollUp(of: heavy, rules: .standard)?.rating == .onTrack)
        #expect(RollUp(of: heavy, rules: .strict)?.rating == .atRisk)
        let exactlyAQuarter = [child(0.75, 100), child(0.25, 69, .offTrack)]
        #expect(RollUp(of: exactlyAQuarter, rules: .strict)?.rating == .onTrack)
        let alreadyLower = [child(0.5, 20, .offTrack), child(0.5, 20, .offTrack)]
        #expect(RollUp(of: alreadyLower, rules: .strict)?.rating == .offTrack)
    }

    @Test("A child rated as without data does not count, whatever its score")
    func greyChild() {
        let rollUp = RollUp(of: [child(1, 90), child(1, 10, .noData), child(1, .nan)], rules: .standard)
        #expect(rollUp?.score == 90)
        #expect(rollUp?.counted == 1)
        #expect(rollUp?.rating == .noData)
    }

    @Test("Nothing to roll up is no data")
    func nothing() {
        for children in [[], [child(1, nil)], [child(0, 80)]] {
            let rollUp = RollUp(of: children, rules: .standard)
            #expect(rollUp?.score == nil)
            #expect(rollUp?.coverage == 0)
            #expect(rollUp?.rating == .noData)
            #expect(rollUp?.of == children.count)
        }
        let anyCoverage = RollUp.Rules(minimumCoverage: 0, worstChildShare: nil, thresholds: .standard)
        #expect(RollUp(of: [], rules: anyCoverage)?.rating == .noData)
    }

    @Test("Weights that mean nothing are refused", arguments: [-1, Double.nan, .infinity, .greatestFiniteMagnitude])
    func badWeights(weight: Double) {
        #expect(RollUp(of: [child(weight, 80), child(1, 80)], rules: .standard) == nil)
    }

    @Test("The order of the children never matters, to the last digit")
    func permutation() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            let children = (0..<Int.random(in: 1...12, using: &random)).map { _ in randomChild(using: &random) }
            let rollUp = RollUp(of: children, rules: .strict)
            #expect(rollUp != nil)
            #expect(rollUp == RollUp(of: children.shuffled(using: &random), rules: .strict))
        }
    }

    @Test("The score of the whole lies between its lowest and highest part")
    func between() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<500 {
            let children = (0..<8).map { _ in randomChild(using: &random) }.filter { $0.score != nil && $0.rating != .noData }
            guard let score = RollUp(of: children, rules: .standard)?.score else { continue }
            let parts = children.compactMap(\.score).map { min(max($0, 0), 100) }
            let lowest = try #require(parts.min())
            let highest = try #require(parts.max())
            #expect(score >= lowest - 1e-9)
            #expect(score <= highest + 1e-9)
        }
    }

    private func child(_ weight: Double, _ score: Double?, _ rating: Rating = .onTrack, expected: Double = 100) -> Child {
        Child(weight: weight, score: score, expected: expected, rating: rating)
    }

    private func randomChild(using random: inout SeededGenerator) -> Child {
        Child(
            weight: .random(in: 0...1, using: &random),
            score: Int.random(in: 0...4, using: &random) == 0 ? nil : .random(in: -50...150, using: &random),
            expected: .random(in: 0...100, using: &random),
            rating: Rating.allCases.randomElement(using: &random) ?? .noData)
    }
}
