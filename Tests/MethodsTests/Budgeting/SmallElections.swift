import Testing

@testable import Methods

/// The example of ten voters: candidates 0...4 stand for P1...P5.
func tenVoters() throws -> BudgetElection {
    var box = try #require(WeightedBallotBox(approvalsOf: 5))
    for voter in 0..<10 {
        var named = voter <= 5 ? [0, 1, 2] : []
        if voter >= 5 { named.append(3) }
        if voter == 0 || voter == 9 { named.append(4) }
        _ = box.approve(named, count: 1)
    }
    return try #require(BudgetElection(costs: [300, 250, 250, 350, 150], budget: 1000, unit: 1, ballots: box.ballots))
}

/// A small election made at random, with many ties: few prices, few voters.
func randomElection(using random: inout SeededGenerator) throws -> BudgetElection {
    let candidates = Int.random(in: 1...6, using: &random), voters = Int.random(in: 1...7, using: &random)
    var box = try #require(WeightedBallotBox(pointsFor: candidates))
    for _ in 0..<voters {
        let named = (0..<candidates).filter { _ in Bool.random(using: &random) }
        let ballot = named.map { (candidate: $0, points: Int.random(in: 1...3, using: &random)) }
        _ = box.give(ballot, count: Int.random(in: 1...2, using: &random))
    }
    let costs = (0..<candidates).map { _ in Int.random(in: 0...12, using: &random) }
    return try #require(BudgetElection(costs: costs, budget: Int.random(in: 0...30, using: &random), unit: 1, ballots: box.ballots))
}

/// Equal Shares by the definition, every voter alone, every number a fraction over one common denominator.
struct SlowEqualShares {
    let election: BudgetElection
    let utility: BudgetUtility

    /// What is bought when everybody's share is raised by so many units.
    func bought(raise: Int) -> [Int] {
        let ballots = election.ballots
        let voters = ballots.counts.indices.flatMap { Array(repeating: $0, count: ballots.counts[$0]) }
        var denominator = WideInteger(voters.count)
        var left = voters.map { _ in WideInteger(election.budget + raise * voters.count) }
        var bought: [Int] = []
        while true {
            var best: (candidate: Int, rho: Rho)?
            for candidate in election.costs.indices where !bought.contains(candidate) {
                guard let rho = rho(candidate, voters, left, denominator) else { continue }
                if let now = best, now.rho.missing * rho.worths <= rho.missing * now.rho.worths { continue }
                best = (candidate, rho)
            }
            guard let (candidate, rho) = best else { return bought }
            bought.append(candidate)
            denominator = denominator * rho.worths
            for voter in voters.indices {
                left[voter] = max(left[voter] * rho.worths - rho.missing * worth(candidate, voters[voter]), .zero)
            }
        }
    }

    /// `missing` over the common denominator, divided by `worths`.
    private struct Rho {
        let missing: WideInteger
        let worths: Int
    }

    /// Add1 by unit steps.
    func add1() -> [Int] {
        var last = bought(raise: 0), raise = 0
        let supported = election.costs.indices.filter { candidate in election.ballots.counts.indices.contains { worth(candidate, $0) > 0 } }
        while !isExhaustive(last), last.count < supported.count {
            raise += 1
            let next = bought(raise: raise)
            if election.cost(of: next) > election.budget { return last }
            last = next
        }
        return last
    }

    private func isExhaustive(_ bought: [Int]) -> Bool {
        !election.costs.indices.contains { !bought.contains($0) && election.cost(of: bought) + election.costs[$0] <= election.budget }
    }

    /// What a candidate is worth to who cast a ballot.
    private func worth(_ candidate: Int, _ ballot: Int) -> Int {
        guard let place = election.ballots.range(ballot).first(where: { Int(election.ballots.candidates[$0]) == candidate }) else { return 0 }
        return utility == .points ? election.ballots.points(at: place) : utility == .cost ? election.costs[candidate] : 1
    }

    /// The least price at which payments reach the cost: those who would pay their last are taken out in the order of what they have for their worth.
    private func rho(_ candidate: Int, _ voters: [Int], _ left: [WideInteger], _ denominator: WideInteger) -> Rho? {
        let supporters = voters.indices.filter { worth(candidate, voters[$0]) > 0 }
        let ordered = supporters.sorted { left[$0] * worth(candidate, voters[$1]) < left[$1] * worth(candidate, voters[$0]) }
        var missing = denominator * election.costs[candidate], worths = ordered.reduce(0) { $0 + worth(candidate, voters[$1]) }
        for voter in ordered {
            let mine = worth(candidate, voters[voter])
            if left[voter] * worths >= missing * mine { return Rho(missing: missing, worths: worths) }
            missing = missing - left[voter]
            worths -= mine
        }
        return nil
    }
}
