import Testing

@testable import Methods

@Suite("Who decides a voting game")
struct PowerTests {
    private func near(_ one: [ExactFraction], _ other: [Double]) -> Bool { one.count == other.count && zip(one, other).allSatisfy { abs($0.approximation - $1) < 1e-12 } }

    private func indices(_ weights: [Int], quota: Int) throws -> PowerIndices {
        let game = try #require(VotingGame(weights: weights, quota: quota))
        return try #require(PowerIndices(game))
    }

    @Test("by hand: 51 of 50, 49 and 1 give 3, 1 and 1 of five swings, and 4, 1 and 1 of six orders")
    func byHand() throws {
        let indices = try indices([50, 49, 1], quota: 51)
        #expect(near(indices.banzhaf, [3.0 / 5, 1.0 / 5, 1.0 / 5]) && near(indices.penrose, [3.0 / 4, 1.0 / 4, 1.0 / 4]) && near(indices.shapleyShubik, [4.0 / 6, 1.0 / 6, 1.0 / 6]))
    }

    @Test("published: the Council of six in 1958, where the smallest member's vote never decided")
    func council() throws {
        let indices = try indices([4, 4, 4, 2, 2, 1], quota: 12)
        #expect(near(indices.banzhaf, [5, 5, 5, 3, 3, 0].map { $0 / 21.0 }) && near(indices.shapleyShubik, [14, 14, 14, 9, 9, 0].map { $0 / 60.0 }))
    }

    @Test("every coalition and every order of seeded games, one by one, comes to the same")
    func bruteForce() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<40 {
            let players = Int.random(in: 1...7, using: &generator), weights = (0..<players).map { _ in Int.random(in: 0...6, using: &generator) }, total = weights.reduce(0, +)
            guard total > 0 else { continue }
            let game = try #require(VotingGame(weights: weights, quota: Int.random(in: 1...total, using: &generator)))
            let indices = try #require(PowerIndices(game))
            let brute = BruteForce(game)
            let all = brute.swings.reduce(0, +)
            #expect(near(indices.banzhaf, brute.swings.map { Double($0) / Double(all) }) && near(indices.shapleyShubik, brute.shapley), "\(game)")
            let sets = MinimalSets(of: game, reaching: game.blocking, listing: 1000)
            #expect(Set(sets.sets.map { $0.sorted() }) == brute.minimal(game.blocking) && sets.count == "\(sets.sets.count)" && sets.smallest == brute.minimal(game.blocking).map(\.count).min())
        }
    }

    @Test("186 equal votes at two thirds: alike for all, the blocking minority is 63, and as many of them as there are choices of 63")
    func equalVotes() throws {
        let game = try #require(VotingGame(weights: Array(repeating: 5, count: 186), quota: 620))
        let indices = try #require(PowerIndices(game))
        #expect(near(indices.banzhaf, Array(repeating: 1.0 / 186, count: 186)) && near(indices.shapleyShubik, Array(repeating: 1.0 / 186, count: 186)))
        // Penrose: the choices of 123 of the 185 others, of 2^185.
        var choices = 1.0
        for number in 1...62 { choices = choices * Double(185 - 62 + number) / Double(number) }
        #expect(abs((indices.penrose.first?.approximation ?? 0) / (choices / Double(sign: .plus, exponent: 185, significand: 1)) - 1) < 1e-10)
        let sets = MinimalSets(of: game, reaching: game.blocking, listing: 2)
        #expect(sets.smallest == 63 && sets.sets.map(\.count) == [63, 63] && sets.count.count == 51)
    }

    @Test("more than can be counted is refused, not begun")
    func limits() throws {
        #expect(
            VotingGame(weights: [1, 2], quota: 4) == nil && VotingGame(weights: [1, -1], quota: 1) == nil && VotingGame(weights: [], quota: 1) == nil && VotingGame(weights: [1], quota: 0) == nil)
        #expect(VotingGame(weights: [VotingGame.mostVotes, 1], quota: 1) == nil && VotingGame(weights: [Int.max, Int.max], quota: 1) == nil)
        let large = try #require(VotingGame(weights: (1...200).map { $0 * 2 + 1 }, quota: 20_000))
        #expect(PowerIndices(large) == nil)
    }
}

/// Every subset, one by one.
struct BruteForce {
    let swings: [Int]
    let shapley: [Double]
    private let game: VotingGame

    init(_ game: VotingGame) {
        self.game = game
        let count = game.weights.count, factorials = (0...count).map { (1...max(1, $0)).reduce(1.0) { $0 * Double($1) } }
        var swings = Array(repeating: 0, count: count), shapley = Array(repeating: 0.0, count: count)
        for set in 0..<(1 << count) {
            let members = (0..<count).filter { set >> $0 & 1 == 1 }, votes = game.votes(of: members)
            for player in 0..<count where set >> player & 1 == 0 && votes < game.quota && votes + game.weights[player] >= game.quota {
                swings[player] += 1
                shapley[player] += factorials[members.count] * factorials[count - members.count - 1] / factorials[count]
            }
        }
        (self.swings, self.shapley) = (swings, shapley)
    }

    func minimal(_ wanted: Int) -> Set<[Int]> {
        let count = game.weights.count
        return Set(
            (0..<(1 << count)).map { set in (0..<count).filter { set >> $0 & 1 == 1 } }.filter { members in
                game.votes(of: members) >= wanted && members.allSatisfy { member in game.votes(of: members.filter { $0 != member }) < wanted }
            })
    }
}
