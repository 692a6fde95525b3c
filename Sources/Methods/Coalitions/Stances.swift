/// What actors want of issues, and how much they mind: positions from -2 (strictly against) to +2 (strictly for), salience from 0 to 4.
///
/// A missing position says that nothing is known, or that the actor was absent; 0 is a position between.
package struct Stances: Equatable, Sendable {
    package static let positions = -2...2
    package static let saliences = 0...4
    package static let mostActors = 250
    package static let mostIssues = 1000

    package let actors: Int
    package let issues: Int
    /// Actor after actor.
    private let given: [Int?]
    private let saliences: [Int]

    /// Nil where rows differ in length, a value is out of its range, or there are more actors or issues than are compared.
    ///
    /// - Parameters:
    ///   - positions: a row for each actor, a value for each issue.
    ///   - salience: in the same shape.
    package init?(positions: [[Int?]], salience: [[Int]]) {
        actors = positions.count
        issues = positions.first?.count ?? 0
        let width = issues
        guard actors <= Stances.mostActors, width <= Stances.mostIssues, salience.count == positions.count, positions.allSatisfy({ $0.count == width }),
            salience.allSatisfy({ $0.count == width })
        else { return nil }
        given = positions.flatMap { $0 }
        saliences = salience.flatMap { $0 }
        guard given.allSatisfy({ $0.map(Stances.positions.contains) ?? true }), saliences.allSatisfy(Stances.saliences.contains) else { return nil }
    }

    package func position(_ actor: Int, _ issue: Int) -> Int? { given[actor * issues + issue] }
    package func salience(_ actor: Int, _ issue: Int) -> Int { saliences[actor * issues + issue] }

    /// How alike two actors think of what matters to both: the cosine of their positions, each issue weighed by the product of both saliences.
    ///
    /// Issues of which one of them has no position, or which one minds less than `salientFrom`, count nothing.
    package func similarity(_ one: Int, _ other: Int, salientFrom least: Int) -> Similarity {
        var dot = 0, left = 0, right = 0, shared = 0
        let first = one * issues, second = other * issues
        for issue in 0..<issues {
            let weight = saliences[first + issue] * saliences[second + issue]
            guard weight > 0, saliences[first + issue] >= least, saliences[second + issue] >= least, let mine = given[first + issue], let theirs = given[second + issue] else { continue }
            dot += weight * mine * theirs
            left += weight * mine * mine
            right += weight * theirs * theirs
            shared += 1
        }
        return Similarity(dot: dot, left: left, right: right, shared: shared, needed: min(Similarity.fewest, issues))
    }
}

/// A cosine as the whole numbers that it is made of, so that whether it reaches a threshold is exact.
package struct Similarity: Equatable, Sendable {
    let dot: Int
    let left: Int
    let right: Int
    /// On how many issues both have a position that matters to both.
    package let shared: Int
    /// On how many they must have one to be held alike.
    let needed: Int

    /// Of one issue alone the cosine is 1 or -1, however strongly somebody wants it: where there are several, so many must be shared.
    package static let fewest = 2

    /// -1 to 1; nil where one of them is for nothing and against nothing that matters to both.
    package var value: Double? { left > 0 && right > 0 ? Double(dot) / (Double(left) * Double(right)).squareRoot() : nil }

    /// Whether it is at least so large; never where there is none, nor where it rests on too few issues.
    package func reaches(_ threshold: ExactShare) -> Bool {
        guard shared >= needed, left > 0, right > 0, dot >= 0 else { return false }
        // dot ≤ 64,000 and the denominator ≤ 1,000: both sides stay below 2^62.
        return dot * dot * (threshold.denominator * threshold.denominator) >= threshold.numerator * threshold.numerator * left * right
    }
}
