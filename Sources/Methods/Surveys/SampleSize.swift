/// How sure an interval is meant to be, as the number of standard errors on either side.
package enum Confidence {
    /// 95 of 100.
    package static let z95 = 1.959963984540054
}

/// How many of a finite population must answer for a share to be known to within a margin.
///
/// `n = n0 / (1 + (n0 - 1) / N)` with `n0 = z^2 p (1 - p) / e^2`, rounded up. `margin` and `share` are between 0 and 1; a share of one half needs the most.
/// Supposes that those who answer are drawn at random, which those who choose to answer are not. Nil for a population, margin or z that is not above
/// zero, a share outside 0...1, and what is not finite. Source: Cochran, "Sampling Techniques", 3rd ed. 1977, 4.4.
package func sampleSize(population: Int, margin: Double, share: Double, z: Double) -> Int? {
    guard population > 0, margin > 0, margin.isFinite, 0...1 ~= share, z > 0, z.isFinite else { return nil }
    let unlimited = z * z * share * (1 - share) / (margin * margin)
    let needed = unlimited / (1 + (unlimited - 1) / Double(population))
    guard needed.isFinite else { return unlimited.isNaN ? nil : population }
    // What reads as a whole number must not be rounded up for its binary form.
    return min(max(Int((needed - 1e-9).rounded(.up)), 1), population)
}

/// To within what a share is known from so many answers of a finite population: a half-width between 0 and 1.
///
/// `z sqrt(deff p (1 - p) / n * (N - n) / (N - 1))`; 0 where all answered. Answers that are weighted know less by their design effect. A floor, not a
/// bound: it says nothing of who chose to answer. Nil unless 0 < n <= N, for a share outside 0...1, and for a z or a design effect that is not above zero.
/// Source: as for `sampleSize`; with weights Kish, "Survey Sampling", 1965, 8.2.
package func marginOfError(responses: Int, population: Int, share: Double, z: Double, designEffect: Double = 1) -> Double? {
    guard responses > 0, responses <= population, 0...1 ~= share, z > 0, z.isFinite, designEffect > 0, designEffect.isFinite else { return nil }
    guard responses < population else { return 0 }
    let correction = Double(population - responses) / Double(population - 1)
    return z * (designEffect * share * (1 - share) / Double(responses) * correction).squareRoot()
}

/// Between what the share in the whole population lies whatever those who did not answer would have said.
///
/// `yes` of `responses` said so: at least `yes / N`, at most `(yes + N - n) / N`. Needs no assumption at all. Nil unless 0 <= yes <= n <= N and N > 0.
/// Source: Horowitz and Manski, "Nonparametric analysis of randomized experiments with missing covariate and outcome data", JASA 95, 2000.
package func nonResponseBounds(yes: Int, responses: Int, population: Int) -> ClosedRange<Double>? {
    guard yes >= 0, yes <= responses, responses <= population, population > 0 else { return nil }
    let all = Double(population)
    return Double(yes) / all...Double(yes + population - responses) / all
}
