import Testing

@testable import Methods

@Suite("Coalitions by what they want")
struct CoalitionTests {
    static let positions: [[Int?]] = [[2, 2, -1], [2, 1, -1], [-2, -1, 2], [-1, -2, 2], [1, -1, 1], [nil, nil, nil]]

    static func question(_ positions: [[Int?]] = positions, salience: Int = 3, power: [Int] = [4, 2, 3, 1, 2, 0], votes: [Int] = [1, 1, 1, 1, 1, 0], quota: String = "1/2") throws
        -> CoalitionAnalysis.Question
    {
        let share = try #require(ExactShare(quota)), threshold = try #require(ExactShare("0.6"))
        let stances = try #require(Stances(positions: positions, salience: positions.map { $0.map { _ in salience } }))
        return CoalitionAnalysis.Question(
            stances: stances, power: power, votes: votes, rule: DecisionRule(quota: .init(share, isMoreThan: true), quorum: nil, abstentionsCount: true), entitled: 5, threshold: threshold,
            salientFrom: 2)
    }

    private func analysis(_ question: CoalitionAnalysis.Question) throws -> CoalitionAnalysis { try #require(CoalitionAnalysis(question)) }

    @Test("by hand: the cosine of (2, 2, -1) and (2, 1, -1) is 7 / √54; of issues that one of them does not mind nothing counts")
    func similarity() throws {
        let stances = try Self.question().stances
        #expect(abs((stances.similarity(0, 1, salientFrom: 2).value ?? 0) - 7 / 54.0.squareRoot()) < 1e-12)
        #expect(stances.similarity(0, 5, salientFrom: 2).value == nil && stances.similarity(0, 1, salientFrom: 4).value == nil)
        let weighed = try #require(Stances(positions: [[2, -2], [2, 2]], salience: [[4, 1], [4, 1]]))
        // (16·4 − 1·4) / (16·4 + 1·4)
        #expect(abs((weighed.similarity(0, 1, salientFrom: 1).value ?? 0) - 60.0 / 68) < 1e-12 && weighed.similarity(0, 1, salientFrom: 2).value == 1)
    }

    @Test("whether a cosine reaches a threshold is exact: 3/5 reaches 0.6, not 0.601")
    func threshold() throws {
        // (2·1 + 1·1) / (√5 · √5) = 3/5.
        let stances = try #require(Stances(positions: [[2, 1, 0, 0, 0], [1, 1, 1, 1, 1]], salience: [[1, 1, 1, 1, 1], [1, 1, 1, 1, 1]])), similarity = stances.similarity(0, 1, salientFrom: 1)
        let exact = try #require(ExactShare("3/5")), above = try #require(ExactShare("0.601")), nothing = try #require(ExactShare(0, of: 1))
        #expect(similarity.reaches(exact) && similarity.value == 0.6 && !similarity.reaches(above))
        #expect(!stances.similarity(0, 1, salientFrom: 2).reaches(nothing))
    }

    @Test("one common issue makes nobody alike where there are more: of one alone every cosine is 1 or -1, however strongly somebody wants it")
    func oneIssue() throws {
        let threshold = try #require(ExactShare("0.6")), two = try #require(Stances(positions: [[1, 2], [2, -2], [2, 2]], salience: [[3, 0], [3, 3], [3, 3]]))
        let weak = two.similarity(0, 1, salientFrom: 2)
        #expect(weak.value == 1 && weak.shared == 1 && !weak.reaches(threshold) && two.similarity(1, 2, salientFrom: 2).shared == 2)
        let single = try #require(Stances(positions: [[1], [2]], salience: [[3], [3]]))
        #expect(single.similarity(0, 1, salientFrom: 2).reaches(threshold), "there is no other")
    }

    @Test("two may reach the threshold and oppose each other on an issue all the same")
    func opposed() throws {
        let stances = try #require(Stances(positions: [[2, 2, 2, -1], [2, 2, 2, 1]], salience: [[1, 1, 1, 1], [1, 1, 1, 1]])), threshold = try #require(ExactShare("0.6"))
        let similarity = stances.similarity(0, 1, salientFrom: 1)
        #expect(similarity.reaches(threshold) && abs((similarity.value ?? 0) - 11.0 / 13) < 1e-12)
    }

    @Test("where all actors together are no quorum there is nothing to carry, to block or to decide: 42 votes of 186 under more than half")
    func noQuorum() throws {
        var question = try Self.question(votes: [10, 12, 8, 7, 5, 0]), half = question.rule.quota
        half = DecisionRule.Threshold(half.share, isMoreThan: true)
        question.rule = DecisionRule(quota: question.rule.quota, quorum: half, abstentionsCount: true)
        question.entitled = 186
        let short = try analysis(question)
        #expect(short.present == 42 && short.quorum == 94 && !short.isQuorate && short.game == nil)
        #expect(short.outcomes.allSatisfy { $0.verdict == .noQuorum && $0.critical.isEmpty } && short.coalitions.allSatisfy { !$0.canCarry && !$0.canBlock && $0.won == 0 } && short.dominant == nil)
        question.entitled = 84
        #expect(try analysis(question).game == nil, "43 are more than half of 84")
        question.entitled = 83
        let enough = try analysis(question)
        #expect(enough.quorum == 42 && enough.isQuorate && enough.game?.quota == 22 && enough.coalitions[0].canCarry)
    }

    @Test("every two of a coalition are alike, where single linkage would chain one end to the other")
    func complete() {
        let chain: [[Double?]] = [[nil, 0.9, nil, nil], [0.9, nil, 0.8, nil], [nil, 0.8, nil, 0.7], [nil, nil, 0.7, nil]]
        #expect(completeLinkage(4) { chain[$0][$1] } == [[0, 1], [2, 3]])
        #expect(completeLinkage(3) { _, _ in 0.7 } == [[0, 1, 2]] && completeLinkage(2) { _, _ in nil } == [[0], [1]] && completeLinkage(0) { _, _ in 1 } == [])
    }

    @Test("strength, votes, what each wins from others, the dominant one, and whoever stands between")
    func whole() throws {
        let analysis = try analysis(Self.question())
        #expect(analysis.coalitions.map(\.members) == [[0, 1], [2, 3], [4], [5]])
        // 4·9 + 2·9 and 3·9 + 1·9.
        #expect(analysis.coalitions.map(\.strength) == [54, 36, 18, 0] && analysis.coalitions.map(\.votes) == [2, 2, 1, 0])
        // For, against and for by three of five votes: the first carries the first issue, the second the others.
        #expect(analysis.outcomes.map(\.verdict) == [.adopted, .rejected, .adopted] && analysis.outcomes.map(\.tally.yes) == [3, 2, 3])
        #expect(analysis.coalitions.map(\.won) == [1, 2, 3, 0] && analysis.coalitions.map(\.lost) == [4, 2, 0, 0])
        #expect(analysis.dominant == 1, "one alone is no coalition")
        #expect(analysis.outcomes[0].critical == [0, 1, 4] && analysis.outcomes[1].critical == [2, 3, 4])
        #expect(analysis.coalitions.map(\.canBlock) == [false, false, false, false] && analysis.game?.blocking == 3)
    }

    @Test("two alike in what they win and in strength leave none dominant; without a quorum nobody wins")
    func noneDominant() throws {
        let two: [[Int?]] = [[2, -2], [2, -2], [-2, 2], [-2, 2]]
        #expect(try analysis(try Self.question(two, power: [1, 1, 1, 1], votes: [1, 1, 1, 1])).dominant == nil)
        var question = try Self.question(two, power: [2, 1, 1, 1], votes: [1, 1, 1, 1])
        #expect(try analysis(question).dominant == 0, "they win as often as the others, and are stronger")
        question.entitled = 100
        question.rule = DecisionRule(quota: question.rule.quota, quorum: question.rule.quota, abstentionsCount: true)
        #expect(try analysis(question).coalitions.allSatisfy { $0.won == 0 && $0.lost == 0 })
    }

    @Test("betweenness by hand: the middle of a star of five lies on all six ways, of a way of four on two each, on a ring of four on half of one")
    func between() {
        #expect(betweenness(neighbours: [[1, 2, 3, 4], [0], [0], [0], [0]]) == [6, 0, 0, 0, 0])
        #expect(betweenness(neighbours: [[1], [0, 2], [1, 3], [2]]) == [0, 2, 2, 0] && betweenness(neighbours: [[1, 3], [0, 2], [1, 3], [2, 0]]) == [0.5, 0.5, 0.5, 0.5])
        #expect(betweenness(neighbours: []) == [])
    }

    @Test("what is not in shape, or out of range, is refused")
    func refused() {
        #expect(Stances(positions: [[1], [1, 2]], salience: [[1], [1, 1]]) == nil && Stances(positions: [[3]], salience: [[1]]) == nil && Stances(positions: [[1]], salience: [[5]]) == nil)
        #expect(Stances(positions: [[1]], salience: []) == nil && Stances(positions: Array(repeating: [0], count: 251), salience: Array(repeating: [1], count: 251)) == nil)
        #expect(Stances(positions: [], salience: [])?.actors == 0)
    }
}
