/// Who can carry what: players with whole numbers of votes, and how many votes carry a proposal.
package struct VotingGame: Equatable, Sendable {
    package static let mostPlayers = 250
    /// All votes together.
    package static let mostVotes = 100_000
    /// Additions that one table of counts may cost: players squared times the quota.
    package static let mostWork = 12_000_000

    package let weights: [Int]
    package let quota: Int

    /// Nil for more players or votes than are counted, for votes below 0, and for a quota that is not from 1 to all votes.
    package init?(weights: [Int], quota: Int) {
        guard weights.count <= VotingGame.mostPlayers, weights.allSatisfy({ (0...VotingGame.mostVotes).contains($0) }) else { return nil }
        let total = weights.reduce(0, +)
        guard total <= VotingGame.mostVotes, quota >= 1, quota <= total else { return nil }
        self.weights = weights
        self.quota = quota
    }

    package var total: Int { weights.reduce(0, +) }
    /// How many votes together keep a proposal from being carried.
    package var blocking: Int { total - quota + 1 }

    package func carries(_ members: [Int]) -> Bool { votes(of: members) >= quota }
    package func blocks(_ members: [Int]) -> Bool { votes(of: members) >= blocking }
    package func votes(of members: [Int]) -> Int { members.reduce(0) { $0 + weights[$1] } }

    /// The same question with the smallest numbers: votes without their common divisor.
    var reduced: VotingGame {
        let divisor = weights.reduce(0, VotingGame.divisor)
        guard divisor > 1, let game = VotingGame(weights: weights.map { $0 / divisor }, quota: (quota + divisor - 1) / divisor) else { return self }
        return game
    }

    private static func divisor(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while other > 0 { (one, other) = (other, one % other) }
        return one
    }
}
