import Testing

@testable import Methods

@Suite("How a body decides")
struct DecisionRuleTests {
    private func rule(_ quota: String, moreThan: Bool = false, abstentionsCount: Bool = true) throws -> DecisionRule {
        let half = try #require(ExactShare("1/2"))
        let share = try #require(ExactShare(quota))
        return DecisionRule(
            quota: .init(share, isMoreThan: moreThan), quorum: .init(half, isMoreThan: true), abstentionsCount: abstentionsCount)
    }

    @Test("of 186 entitled more than half is 94; of 100 present two thirds is 67, and more than a third, 34, blocks; 93 decide nothing")
    func council() throws {
        let rule = try rule("2/3")
        #expect(rule.quorum?.least(of: 186) == 94 && rule.quota.least(of: 100) == 67 && rule.blocking(of: 100) == 34)
        #expect(rule.verdict(VoteTally(yes: 67, no: 33, abstaining: 0), entitled: 186) == .adopted)
        #expect(rule.verdict(VoteTally(yes: 66, no: 34, abstaining: 0), entitled: 186) == .rejected)
        #expect(rule.verdict(VoteTally(yes: 93, no: 0, abstaining: 0), entitled: 186) == .noQuorum)
        #expect(rule.verdict(VoteTally(yes: 94, no: 0, abstaining: 0), entitled: 186) == .adopted)
    }

    @Test("whether who abstains counts is a setting, and changes what is needed; for the quorum they are there")
    func abstentions() throws {
        let tally = VoteTally(yes: 60, no: 20, abstaining: 20), counted = try rule("2/3"), uncounted = try rule("2/3", abstentionsCount: false)
        #expect(counted.needed(by: tally) == 67 && counted.verdict(tally, entitled: 186) == .rejected)
        #expect(uncounted.needed(by: tally) == 54 && uncounted.verdict(tally, entitled: 186) == .adopted)
    }

    @Test("shares are exact fractions: 2/3, 0.6 and 1 are, 5/4, 1.5, -1, .5 and words are not")
    func shares() {
        #expect(ExactShare("2/3") == ExactShare(2, of: 3) && ExactShare("0.6") == ExactShare(600, of: 1000) && ExactShare("1") == ExactShare(1000, of: 1000))
        for text in ["5/4", "1.5", "-1", ".5", "half", "", "1/0", "0.1234", "2/3/4", "0.", "0.6e1", "1/2000"] { #expect(ExactShare(text) == nil, "\(text)") }
    }

    @Test("who could have turned a vote: one in favour too few, each of those against and abstaining; of a clear vote nobody")
    func critical() throws {
        let rule = try rule("2/3"), stands: [Stand?] = [.yes, .yes, .yes, .no, .no, .abstaining, nil]
        // Three of six for, four are needed: each of the three others could have carried it.
        #expect(rule.critical(stands, weights: Array(repeating: 1, count: 7), entitled: 7) == [3, 4, 5])
        #expect(rule.critical([.yes, .yes, .no], weights: [1, 1, 1], entitled: 3) == [0, 1])
        #expect(rule.critical([.yes, .yes, .yes, .yes], weights: [1, 1, 1, 1], entitled: 4) == [])
        #expect(rule.critical([.yes, nil, nil], weights: [1, 1, 1], entitled: 3) == [])
        // Uncounted, whoever abstains would keep it from being carried by a vote against: three of three become three of four, where four are needed.
        let without = try self.rule("4/5", abstentionsCount: false)
        #expect(without.critical([.yes, .yes, .yes, .abstaining], weights: [1, 1, 1, 1], entitled: 4) == [0, 1, 2, 3])
    }

    @Test("the largest totals do not overflow")
    func large() throws {
        #expect(try rule("999/1000").quota.least(of: 1_000_000_000_000) == 999_000_000_000)
    }
}
