/// Weights that give each group its share of the population: members over answers, N_h / n_h.
///
/// Nil for a group without answers, whom no weight can speak for. Nil at all where the lists differ in length or a number is negative.
/// Source: Särndal, Swensson and Wretman, "Model Assisted Survey Sampling", 1992, 7.6.
package func postStratification(population: [Int], responses: [Int]) -> [Double?]? {
    guard population.count == responses.count, (population + responses).allSatisfy({ $0 >= 0 }) else { return nil }
    return zip(population, responses).map { $1 == 0 ? nil : Double($0) / Double($1) }
}

/// What weighting costs: how many answers drawn at random and weighted alike would be as good.
package struct WeightingLoss: Equatable, Sendable {
    /// Kish's effective number of answers, (sum of w)^2 / sum of w^2.
    package let effectiveSize: Double

    /// Answers over effective answers, 1 + CV^2 of the weights: by so much the variance grows.
    package let designEffect: Double

    /// Nil without weights, with a weight that is negative or not finite, and where all are zero. Source: Kish, "Survey Sampling", 1965, 11.7.
    package init?(weights: [Double]) {
        guard let largest = weights.max(), largest > 0, weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
        // Over the largest, so that no square overflows or vanishes.
        let scaled = weights.map { $0 / largest }
        let sum = scaled.reduce(0, +), squares = scaled.reduce(0) { $0 + $1 * $1 }
        effectiveSize = sum * sum / squares
        designEffect = Double(weights.count) * squares / (sum * sum)
    }
}

/// Weights none of which is far above the others.
package struct TrimmedWeights: Equatable, Sendable {
    package let weights: [Double]

    /// How many were cut.
    package let trimmed: Int

    /// More than four times the median is too far. Source: house default, common practice (Potter, "A study of procedures to identify and trim extreme
    /// sampling weights", ASA 1990).
    package static let standardLimit = 4.0

    /// Cuts weights to `limit` times their median, and raises the others in proportion, once, so that the sum stays.
    ///
    /// Raised weights may come to lie above the limit by that factor. Nil without weights, with one that is negative or not finite, where the median is
    /// zero, and for a limit below 1.
    package init?(_ weights: [Double], limit: Double) {
        guard !weights.isEmpty, limit >= 1, weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
        let sorted = weights.sorted(), middle = weights.count / 2
        let median = weights.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        let most = median * limit
        guard median > 0, most.isFinite else { return nil }
        let kept = weights.filter { $0 <= most }.reduce(0, +)
        let cut = weights.filter { $0 > most }.reduce(0) { $0 + ($1 - most) }
        self.weights = weights.map { $0 > most ? most : $0 * (1 + cut / kept) }
        trimmed = weights.count { $0 > most }
    }
}
