/// An order of candidates in groups, best first; those of one group are tied.
package struct Ranking: Hashable, Sendable {
    /// Ascending within each group; every candidate is in exactly one.
    package let groups: [[Int]]

    /// Takes groups as they are given.
    init(groups: [[Int]]) { self.groups = groups.map { $0.sorted() } }

    /// Orders candidates by their scores, the highest first; equal scores are tied. Scores that are not equal to themselves come last.
    package init<Score: Comparable>(scores: [Score]) {
        let isScore = scores.map { $0 == $0 }
        let order = scores.indices.sorted { one, other in
            guard isScore[one], isScore[other] else { return isScore[one] == isScore[other] ? one < other : isScore[one] }
            return scores[one] == scores[other] ? one < other : scores[one] > scores[other]
        }
        var groups: [[Int]] = []
        for candidate in order {
            if let tied = groups.last?.first, scores[tied] == scores[candidate] || (!isScore[tied] && !isScore[candidate]) {
                groups[groups.count - 1].append(candidate)
            } else {
                groups.append([candidate])
            }
        }
        self.groups = groups
    }

    package var candidateCount: Int { groups.reduce(0) { $0 + $1.count } }

    /// The place of each candidate, from 1: one more than how many stand strictly above it.
    package var places: [Int] {
        var places = [Int](repeating: 0, count: candidateCount), above = 0
        for group in groups {
            for candidate in group { places[candidate] = above + 1 }
            above += group.count
        }
        return places
    }

    /// The place of each candidate, from 1, tied ones sharing the mean of theirs.
    package var meanPlaces: [Double] {
        var places = [Double](repeating: 0, count: candidateCount), above = 0
        for group in groups {
            for candidate in group { places[candidate] = Double(above) + Double(group.count + 1) / 2 }
            above += group.count
        }
        return places
    }

    /// Whom fewer than `k` stand strictly above, ascending; more than `k` where the last of them are tied.
    package func top(_ k: Int) -> [Int] { places.enumerated().filter { $0.element <= k }.map(\.offset) }
}
