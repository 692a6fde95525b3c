/// Weights that fit several margins at once, and how well they do.
package struct Raking: Equatable, Sendable {
    /// One for each answer; they add up to the total of the margins.
    package let weights: [Double]

    /// How often all margins were gone through.
    package let rounds: Int

    /// The largest difference that is left between a category's weights and its margin, over the margin's total.
    package let largestDifference: Double

    /// Whether that is within the tolerance.
    package let hasConverged: Bool

    /// Categories of a margin above zero without any answer: no weights can fit them.
    package let empty: [Empty]

    package struct Empty: Hashable, Sendable {
        package let margin: Int
        package let category: Int
    }

    /// Iterative proportional fitting: goes through the margins again and again and multiplies the weights of each category by what it lacks.
    ///
    /// `categories[m][i]` is the category of answer `i` in margin `m`; `margins[m]` what each of its categories should come to, in any unit and with the same
    /// total in each margin up to `tolerance` of it. Begins with weights all alike. Ends when no category is off by more than `tolerance` of the total, or
    /// after `mostRounds`. With categories without answers the others keep their margins' proportions and it is said that it did not converge. Nil
    /// without margins or answers, where the tables do not fit together, and for margins that are negative, not finite or of different totals.
    /// Sources: Deming and Stephan, Annals of Mathematical Statistics 11, 1940; Deville, Särndal and Sautory, JASA 88, 1993.
    package init?(categories: [[Int]], margins: [[Double]], tolerance: Double, mostRounds: Int) {
        guard let answers = categories.first?.count, answers > 0, categories.count == margins.count, mostRounds > 0, tolerance > 0 else { return nil }
        guard margins.allSatisfy({ $0.allSatisfy { $0 >= 0 && $0.isFinite } }) else { return nil }
        let totals = margins.map { $0.reduce(0, +) }
        guard let total = totals.first, total > 0, total.isFinite, totals.allSatisfy({ abs($0 - total) <= tolerance * total }) else { return nil }
        for (column, margin) in zip(categories, margins) where column.count != answers || !column.allSatisfy(margin.indices.contains) { return nil }
        var weights = [Double](repeating: total / Double(answers), count: answers)
        var rounds = 0, largest = Double.infinity
        while rounds < mostRounds, largest > tolerance {
            for (column, margin) in zip(categories, margins) {
                let sums = Raking.sums(weights, column, margin.count)
                for answer in weights.indices where sums[column[answer]] > 0 { weights[answer] *= margin[column[answer]] / sums[column[answer]] }
            }
            rounds += 1
            largest =
                zip(categories, margins).map { column, margin in
                    zip(Raking.sums(weights, column, margin.count), margin).map { abs($0 - $1) / total }.max() ?? 0
                }.max() ?? 0
        }
        self.weights = weights
        self.rounds = rounds
        largestDifference = largest
        hasConverged = largest <= tolerance
        empty = margins.indices.flatMap { margin in
            let answered = Set(categories[margin])
            return margins[margin].indices.filter { margins[margin][$0] > 0 && !answered.contains($0) }.map { Empty(margin: margin, category: $0) }
        }
    }

    private static func sums(_ weights: [Double], _ column: [Int], _ count: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for (weight, category) in zip(weights, column) { sums[category] += weight }
        return sums
    }
}
