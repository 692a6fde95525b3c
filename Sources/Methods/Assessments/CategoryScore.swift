/// What several respondents make of one category of statements: mean, spread and agreement.
///
/// Each respondent counts once, by the mean of the statements that he or she answered; what does not apply enters nothing. The spread is the standard deviation of those means (n − 1).
/// Agreement is r_wg: 1 minus the variance of a statement over the variance that would come about if all points of the scale were chosen alike, (A² − 1) / 12 for A points, kept within 0
/// and 1 and averaged over the statements. Sources: James, Demaree and Wolf, "Estimating within-group interrater reliability with and without response bias", Journal of Applied Psychology
/// 69, 1984; the average over statements (r*_wg) after LeBreton and Senter, Organizational Research Methods 11, 2008.
package struct CategoryScore: Equatable, Sendable {
    package struct Statement: Equatable, Sendable {
        package let mean: Double
        /// `nil` of one answer alone.
        package let spread: Double?
        /// How many answered it.
        package let count: Int
    }

    package let mean: Double
    /// Between the respondents; `nil` of one alone.
    package let spread: Double?
    /// 0 (as if by chance) to 1 (all alike); `nil` where no statement has two answers.
    package let agreement: Double?
    /// How many answered at least one statement.
    package let count: Int
    /// In their order; `nil` where nobody answered.
    package let statements: [Statement?]

    /// Nil where nobody answered anything.
    ///
    /// - Parameters:
    ///   - rows: of each respondent what was given to each statement; `nil` where nothing was, or where it does not apply.
    ///   - points: how many points the scale has; two at least.
    package init?(rows: [[Int?]], points: Int) {
        let means = rows.compactMap { row in moments(row.compactMap { $0 }.map(Double.init))?.mean }
        guard let all = moments(means) else { return nil }
        let width = rows.map(\.count).max() ?? 0
        let columns = (0..<width).map { place in moments(rows.compactMap { place < $0.count ? $0[place] : nil }.map(Double.init)) }
        mean = all.mean
        spread = all.variance.map { $0.squareRoot() }
        count = means.count
        statements = columns.map { $0.map { Statement(mean: $0.mean, spread: $0.variance?.squareRoot(), count: $0.count) } }
        let steps = Double(max(2, points)), byChance = (steps * steps - 1) / 12
        let agreements = columns.compactMap { $0?.variance }.map { min(1, max(0, 1 - $0 / byChance)) }
        agreement = agreements.isEmpty ? nil : agreements.reduce(0, +) / Double(agreements.count)
    }
}

/// Mean and variance (n − 1, `nil` of one value); nil of none.
func moments(_ values: [Double]) -> (mean: Double, variance: Double?, count: Int)? {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count), mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, values.count > 1 ? squares / (count - 1) : nil, values.count)
}
