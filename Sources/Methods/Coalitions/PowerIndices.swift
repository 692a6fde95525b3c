/// How often each player of a voting game decides it: counted over all coalitions, exactly.
///
/// Counts come from the generating function Π (1 + y·x^w), kept as a table by size and votes; a player is taken out of it by dividing, one table for each distinct weight. Nothing is
/// sampled. Sources: Penrose, "The elementary statistics of majority voting", J. Royal Statistical Society 109, 1946; Banzhaf, Rutgers Law Review 19, 1965; Shapley and Shubik, American
/// Political Science Review 48, 1954; Brams and Affuso, "Power and size", Theory and Decision 7, 1976, for the generating functions.
package struct PowerIndices: Sendable {
    /// Penrose: the share of the divisions of all others in which the player decides, 0 to 1.
    package let penrose: [ExactFraction]
    /// Banzhaf: the player's share of all such divisions of all players; all together 1.
    package let banzhaf: [ExactFraction]
    /// Shapley and Shubik: the share of the orders of all players in which the player brings the votes to the quota; all together 1.
    package let shapleyShubik: [ExactFraction]

    /// Nil where the game is too large to be counted: players squared times quota above `VotingGame.mostWork`, votes without their common divisor.
    package init?(_ game: VotingGame) {
        let game = game.reduced, players = game.weights.filter { $0 > 0 }
        guard players.count * players.count * game.quota <= VotingGame.mostWork else { return nil }
        let table = SubsetTable(players, below: game.quota)
        let factorials = PowerIndices.factorials(players.count)
        var known: [Int: (swings: WideInteger, orders: WideInteger)] = [0: (.zero, .zero)]
        for weight in Set(players) {
            let bySize = table.swings(of: weight)
            var swings = WideInteger.zero, orders = WideInteger.zero
            for (size, count) in bySize.enumerated() where !count.isZero {
                swings = swings + count.whole
                orders = orders + count.whole * factorials[size] * factorials[players.count - size - 1]
            }
            known[weight] = (swings, orders)
        }
        let figures = game.weights.map { known[$0] ?? (.zero, .zero) }, all = figures.reduce(WideInteger.zero) { $0 + $1.swings }
        let divisions = (1..<max(1, players.count)).reduce(WideInteger(1)) { product, _ in product * 2 }
        let zero = ExactFraction(0)
        penrose = figures.map { ExactFraction($0.swings, over: divisions) ?? zero }
        banzhaf = figures.map { ExactFraction($0.swings, over: all) ?? zero }
        shapleyShubik = figures.map { ExactFraction($0.orders, over: factorials[players.count]) ?? zero }
    }

    private static func factorials(_ count: Int) -> [WideInteger] {
        var all = [WideInteger(1)]
        for number in 0..<count { all.append(all[number] * (number + 1)) }
        return all
    }
}

/// How many subsets of some players have a size and a number of votes below a bound.
private struct SubsetTable {
    private let players: Int
    private let bound: Int
    /// Size after size.
    private var counts: [WideCount]

    init(_ weights: [Int], below bound: Int) {
        players = weights.count
        self.bound = bound
        counts = Array(repeating: .zero, count: (weights.count + 1) * bound)
        counts[0] = .one
        for (taken, weight) in weights.enumerated() where weight < bound {
            for size in stride(from: taken, through: 0, by: -1) {
                let from = size * bound, to = from + bound + weight
                for votes in 0..<(bound - weight) where !counts[from + votes].isZero { counts[to + votes] += counts[from + votes] }
            }
        }
    }

    /// By size, the subsets of the others that miss the bound without one player of this weight, and reach it with that player.
    func swings(of weight: Int) -> [WideCount] {
        var rest = counts
        if weight < bound {
            for size in 1..<max(1, players) {
                let from = (size - 1) * bound, to = size * bound + weight
                for votes in 0..<(bound - weight) where !rest[from + votes].isZero { rest[to + votes] -= rest[from + votes] }
            }
        }
        return (0..<players).map { size in
            var sum = WideCount.zero
            for votes in max(0, bound - weight)..<bound { sum += rest[size * bound + votes] }
            return sum
        }
    }
}
