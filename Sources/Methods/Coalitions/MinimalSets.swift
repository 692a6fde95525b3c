/// The sets of players that reach a number of votes and no longer do without any one of them: blocking minorities, where the number is what blocks.
///
/// Counted exactly and listed up to a bound. A set reaches it minimally when it reaches it and falls below it without its lightest member, so players are taken from the heaviest to
/// the lightest: each set is met once, where its lightest member comes in.
package struct MinimalSets: Sendable {
    /// The fewest players in any of them; nil where all votes together do not reach it.
    package let smallest: Int?
    /// How many there are, in decimal.
    package let count: String
    /// The first of them, heaviest players first; members in that order.
    package let sets: [[Int]]

    package init(of game: VotingGame, reaching wanted: Int, listing most: Int) {
        let order = game.weights.indices.filter { game.weights[$0] > 0 }.sorted { (game.weights[$1], $0) < (game.weights[$0], $1) }
        let weights = order.map { game.weights[$0] }
        var sum = 0, fewest: Int?
        for (place, weight) in weights.enumerated() where fewest == nil {
            sum += weight
            if sum >= wanted { fewest = place + 1 }
        }
        smallest = wanted > 0 ? fewest : nil
        guard wanted > 0, fewest != nil else {
            (count, sets) = ("0", [])
            return
        }
        count = MinimalSets.count(weights, wanted)
        sets = MinimalSets.list(weights, wanted, most).map { set in set.map { order[$0] } }
    }

    private static func count(_ weights: [Int], _ wanted: Int) -> String {
        // Subsets of the players so far by their votes, as long as these do not reach.
        var below = [WideCount](repeating: .zero, count: wanted), found = WideCount.zero
        below[0] = .one
        for weight in weights {
            for votes in stride(from: wanted - 1, through: 0, by: -1) where !below[votes].isZero {
                if votes + weight >= wanted { found += below[votes] } else { below[votes + weight] += below[votes] }
            }
        }
        return found.whole.description
    }

    private static func list(_ weights: [Int], _ wanted: Int, _ most: Int) -> [[Int]] {
        var behind = weights
        for place in weights.indices.dropLast().reversed() { behind[place] += behind[place + 1] }
        var found: [[Int]] = [], chosen: [Int] = []
        func walk(from place: Int, _ sum: Int) {
            // Wherever what is behind still reaches, a set is found below: no step is lost.
            guard found.count < most, place < weights.count, sum + behind[place] >= wanted else { return }
            chosen.append(place)
            if sum + weights[place] >= wanted { found.append(chosen) } else { walk(from: place + 1, sum + weights[place]) }
            chosen.removeLast()
            walk(from: place + 1, sum)
        }
        walk(from: 0, 0)
        return found
    }
}
