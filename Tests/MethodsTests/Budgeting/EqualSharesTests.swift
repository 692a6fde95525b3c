import Testing

@testable import Methods

@Suite("The Method of Equal Shares")
struct EqualSharesTests {
    @Test("Ten voters: cardinality buys P2, P3 and P4, and v5 has nothing left, the others 50/3")
    func cardinality() throws {
        let election = try tenVoters()
        let outcome = equalShares(election, utility: .cardinality, completion: .none)
        #expect(outcome.bought == [1, 2, 3])
        #expect(outcome.cost == 850)
        let prices = try [(125, 3), (125, 3), (250, 3)].map { try #require(ExactFraction(WideInteger($0.0), over: WideInteger($0.1))) }
        #expect(outcome.rounds.map(\.exactPrice) == prices)
        // v0, v1...v4, v5, v6...v8, v9.
        #expect(election.ballots.counts == [1, 4, 1, 3, 1])
        for (ballot, left) in outcome.leftovers.enumerated() { #expect(abs(left - (ballot == 2 ? 0 : 50.0 / 3)) < 1e-10) }
    }

    @Test("Ten voters: cost utility buys P1, P2 and P4 for 1/6, 1/6 and 41/168")
    func cost() throws {
        let outcome = equalShares(try tenVoters(), utility: .cost, completion: .none)
        #expect(outcome.bought == [0, 1, 3])
        #expect(outcome.cost == 900)
        let prices = try [(1, 6), (1, 6), (41, 168)].map { try #require(ExactFraction(WideInteger($0.0), over: WideInteger($0.1))) }
        #expect(outcome.rounds.map(\.exactPrice) == prices)
    }

    @Test("Ten voters: raised shares add nothing, greedy completion adds P5, and greedy alone leaves v6 to v8 with nothing")
    func completion() throws {
        let election = try tenVoters()
        #expect(equalShares(election, utility: .cardinality, completion: .add1).selected == [1, 2, 3])
        let completed = equalShares(election, utility: .cardinality, completion: .add1Greedy)
        #expect(completed.selected == [1, 2, 3, 4])
        #expect(completed.cost == 1000)
        #expect(equalShares(election, utility: .cardinality, completion: .greedy).completion == [4])
        #expect(greedy(election, utility: .cost, beginningWith: []) == [0, 1, 2, 4])
    }

    @Test("Every ballot says what it paid, and all payments of a round are its cost")
    func payments() throws {
        var random = SeededGenerator(seed: 5)
        for utility in BudgetUtility.allCases {
            for _ in 0..<60 {
                let election = try randomElection(using: &random)
                let outcome = equalShares(election, utility: utility, completion: .add1)
                var paid = [Double](repeating: 0, count: outcome.rounds.count)
                for ballot in election.ballots.counts.indices {
                    let payments = outcome.payments(of: ballot)
                    for payment in payments { paid[payment.round] += payment.amount * Double(election.ballots.counts[ballot]) }
                    let left = outcome.share - payments.reduce(0) { $0 + $1.amount }
                    #expect(abs(left - outcome.leftovers[ballot]) < 1e-9)
                    #expect(outcome.leftovers[ballot] >= 0)
                }
                for (round, sum) in zip(outcome.rounds, paid) { #expect(abs(sum - Double(election.costs[round.candidate])) < 1e-9) }
            }
        }
    }

    @Test("Of 400 small elections full of ties, each is decided as fractions decide it, with shares raised too", arguments: BudgetUtility.allCases)
    func exactness(utility: BudgetUtility) throws {
        var random = SeededGenerator(seed: 2026)
        for _ in 0..<400 {
            let election = try randomElection(using: &random)
            let slow = SlowEqualShares(election: election, utility: utility)
            let outcome = equalShares(election, utility: utility, completion: .none)
            #expect(outcome.bought == slow.bought(raise: 0))
            #expect(outcome.cost <= election.budget)
            let raised = equalShares(election, utility: utility, completion: .add1)
            #expect(raised.bought == slow.add1())
            #expect(raised.cost <= election.budget)
            #expect(equalShares(election, utility: utility, completion: .add1Greedy).cost <= election.budget)
        }
    }

    @Test("Neither the order of voters nor doubling them and the budget changes anything", arguments: BudgetUtility.allCases)
    func invariance(utility: BudgetUtility) throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<60 {
            let election = try randomElection(using: &random)
            let expected = equalShares(election, utility: utility, completion: .none).bought
            var turned = try #require(WeightedBallotBox(pointsFor: election.costs.count)), doubled = turned
            for ballot in election.ballots.counts.indices.shuffled(using: &random) {
                let row = election.ballots.range(ballot).map { (candidate: Int(election.ballots.candidates[$0]), points: election.ballots.points(at: $0)) }
                _ = turned.give(row.shuffled(using: &random), count: election.ballots.counts[ballot])
                _ = doubled.give(row, count: election.ballots.counts[ballot])
                _ = doubled.give(row, count: election.ballots.counts[ballot])
            }
            let same = try #require(BudgetElection(costs: election.costs, budget: election.budget, unit: 1, ballots: turned.ballots))
            #expect(equalShares(same, utility: utility, completion: .none).bought == expected)
            let costs = election.costs.map { $0 * 2 }
            let twice = try #require(BudgetElection(costs: costs, budget: election.budget * 2, unit: 2, ballots: turned.ballots))
            #expect(equalShares(twice, utility: utility, completion: .none).bought == expected)
            let crowd = try #require(BudgetElection(costs: costs, budget: election.budget * 2, unit: 2, ballots: doubled.ballots))
            #expect(equalShares(crowd, utility: utility, completion: .none).bought == expected)
        }
    }

    @Test("Raises that change nothing are skipped, be they three hundred trillion")
    func longRaise() throws {
        var box = try #require(WeightedBallotBox(approvalsOf: 3))
        _ = box.approve([0, 1], count: 1)
        _ = box.approve([2], count: 1)
        let costs = [400_000_000_000_000, 400_000_000_000_000, 3_000_000_000_000_000]
        let election = try #require(BudgetElection(costs: costs, budget: 1_000_000_000_000_000, unit: 1, ballots: box.ballots))
        let outcome = equalShares(election, utility: .cost, completion: .add1)
        #expect(outcome.bought == [0, 1])
        #expect(outcome.raise == 300_000_000_000_000)
    }

    @Test("Without voters, money or candidates nothing is bought")
    func nothing() throws {
        let nobody = try #require(WeightedBallotBox(approvalsOf: 2)).ballots
        let election = try #require(BudgetElection(costs: [1, 2], budget: 10, unit: 1, ballots: nobody))
        #expect(equalShares(election, utility: .cost, completion: .add1).selected == [])
        var box = try #require(WeightedBallotBox(approvalsOf: 1))
        _ = box.approve([0], count: 3)
        let poor = try #require(BudgetElection(costs: [1], budget: 0, unit: 1, ballots: box.ballots))
        #expect(equalShares(poor, utility: .cardinality, completion: .add1).selected == [])
        let free = try #require(BudgetElection(costs: [0], budget: 0, unit: 1, ballots: box.ballots))
        #expect(equalShares(free, utility: .cardinality, completion: .none).selected == [0])
        #expect(BudgetElection(costs: [1, 2], budget: 0, unit: 1, ballots: box.ballots) == nil)
        #expect(BudgetElection(costs: [-1], budget: 0, unit: 1, ballots: box.ballots) == nil)
        #expect(BudgetElection(costs: [.max], budget: 0, unit: 1, ballots: box.ballots) == nil)
    }

    @Test("Ballots that name nobody, somebody twice or somebody unknown are not what they seem")
    func ballots() throws {
        var box = try #require(WeightedBallotBox(approvalsOf: 3))
        #expect(box.approve([1, 0], count: 1) == 0)
        #expect(box.approve([0, 1], count: 2) == 0)
        #expect(box.approve([], count: 1) == 1)
        #expect(box.approve([0, 0], count: 1) == nil)
        #expect(box.approve([3], count: 1) == nil)
        #expect(box.approve([-1], count: 1) == nil)
        #expect(box.approve([0], count: 0) == nil)
        #expect(box.give([(candidate: 0, points: 1)], count: 1) == nil)
        #expect(box.ballots.voterCount == 4)
        #expect(box.ballots.counts == [3, 1])
        #expect(WeightedBallotBox(approvalsOf: -1) == nil)
    }
}
