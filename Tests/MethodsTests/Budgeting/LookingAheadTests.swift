import Testing

@testable import Methods

@Suite("Equal Shares of many voters")
struct LookingAheadTests {
    @Test("Two raises found out at a time, of ballots in another order, give what one at a time gives", arguments: BudgetUtility.allCases)
    func looksAhead(utility: BudgetUtility) throws {
        var random = SeededGenerator(seed: 44)
        var raised = 0
        for place in 0..<200 {
            let election = try randomElection(using: &random)
            let alone = equalShares(election, utility: utility, completion: .add1Greedy, looksAhead: false)
            let both = equalShares(election, utility: utility, completion: .add1Greedy, looksAhead: true)
            #expect(isSame(alone, both))
            if place < 20 { #expect(both.bought == SlowEqualShares(election: election, utility: utility).add1()) }
            raised += both.raise > 1 ? 1 : 0
        }
        #expect(raised > 20)
    }

    @Test("Of lists looked at piece by piece the price is that of fractions", arguments: BudgetUtility.allCases)
    func longLists(utility: BudgetUtility) throws {
        var random = SeededGenerator(seed: 1030)
        let election = try manyVoters(using: &random)
        let alone = equalShares(election, utility: utility, completion: .add1, looksAhead: false)
        let both = equalShares(election, utility: utility, completion: .add1, looksAhead: true)
        #expect(isSame(alone, both))
        #expect(both.bought == SlowEqualShares(election: election, utility: utility).bought(raise: both.raise))
        #expect(both.bought.count > 2)
        #expect(both.cost <= election.budget)
    }

    @Test("Who has spent everything pays nothing more, also where rounding says that less than nothing is left")
    func spentToNothing() throws {
        // Every ballot is its own: beside what it approves of it names things that nobody could ever pay for.
        var box = try #require(WeightedBallotBox(approvalsOf: 12))
        for voter in 0..<40 {
            let real = [[0, 1, 2, 3], [3, 5], [3, 4], [3]][voter / 10]
            _ = box.approve(real + (0..<6).filter { (voter + 1) >> $0 & 1 == 1 }.map { 6 + $0 }, count: 1)
        }
        let election = try #require(BudgetElection(costs: [1, 2, 3, 15, 4, 7] + Array(repeating: 1000, count: 6), budget: 24, unit: 1, ballots: box.ballots))
        for utility in BudgetUtility.allCases {
            for looksAhead in [false, true] {
                let outcome = equalShares(election, utility: utility, completion: .add1, looksAhead: looksAhead)
                #expect(outcome.bought == SlowEqualShares(election: election, utility: utility).add1(), "\(utility)")
            }
        }
    }

    @Test("Shares that are spent to the last unit again and again give what fractions give", arguments: BudgetUtility.allCases)
    func spentShares(utility: BudgetUtility) throws {
        var random = SeededGenerator(seed: 1511)
        for _ in 0..<60 {
            let candidates = Int.random(in: 3...6, using: &random), groups = Int.random(in: 2...4, using: &random)
            var box = try #require(WeightedBallotBox(approvalsOf: candidates + 5))
            for group in 0..<groups {
                let named = (0..<candidates).filter { _ in Bool.random(using: &random) }
                for voter in 0..<8 { _ = box.approve(named + (0..<5).filter { (8 * group + voter + 1) >> $0 & 1 == 1 }.map { candidates + $0 }, count: 1) }
            }
            let costs = (0..<candidates).map { _ in Int.random(in: 1...16, using: &random) } + Array(repeating: 5000, count: 5)
            let election = try #require(BudgetElection(costs: costs, budget: Int.random(in: 12...40, using: &random), unit: 1, ballots: box.ballots))
            #expect(equalShares(election, utility: utility, completion: .add1).bought == SlowEqualShares(election: election, utility: utility).add1())
        }
    }

    private func isSame(_ one: EqualSharesOutcome, _ other: EqualSharesOutcome) -> Bool {
        // What is added up in another order is rounded otherwise.
        one.selected == other.selected && one.raise == other.raise && one.share == other.share
            && zip(one.leftovers, other.leftovers).allSatisfy { abs($0 - $1) <= 1e-9 * one.share } && one.leftovers.count == other.leftovers.count
            && one.rounds.map(\.exactPrice) == other.rounds.map(\.exactPrice)
    }

    /// Eight candidates with lists of more than one piece, of ballots that differ: some are worth one, some more.
    private func manyVoters(using random: inout SeededGenerator) throws -> BudgetElection {
        let candidates = 8
        var box = try #require(WeightedBallotBox(pointsFor: candidates))
        for _ in 0..<750 {
            let named = (0..<candidates).filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
            _ = box.give(named.map { (candidate: $0, points: Int.random(in: 1...2, using: &random)) }, count: Int.random(in: 0..<8, using: &random) == 0 ? 2 : 1)
        }
        let costs = (0..<candidates).map { _ in Int.random(in: 1000...20_000, using: &random) }
        return try #require(BudgetElection(costs: costs, budget: 30_000, unit: 1, ballots: box.ballots))
    }
}
