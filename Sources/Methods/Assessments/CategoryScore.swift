/// What several respondents make of one category of statements: mean, spread and agreement.
///
/// The mean is that of the statements' means; what does not apply enters nothing. The spread is the standard deviation (n − 1) of the respondents' own means.
/// Agreement is r*_wg: 1 minus the mean variance of the statements over the variance that would come about if all points of the scale were chosen alike, (A² − 1) / 12 for A points, not below
/// 0. Sources: James, Demaree and Wolf, "Estimating within-group interrater reliability with and without response bias", Journal of Applied Psychology 69, 1984; r*_wg after LeBreton and
/// Senter, Organizational Research Methods 11, 2008.
///
/// A statement that fewer than `least` answered is told by nothing, and enters neither mean nor agreement. Because the mean is made of the statements' means and of nothing else, it tells nothing of
/// somebody who left one of them out.
///
/// Answers that a reader knows by themselves, such as those that he typed in from paper, protect nobody: he takes them away and reads the rest. So what is told rests on nobody besides them, or on
/// `least` others.
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
    /// 0 (as if by chance, or further apart) to 1 (all alike); `nil` where no statement has two answers, and as many as `least`.
    package let agreement: Double?
    /// How many answered at least one statement.
    package let count: Int
    /// In their order; `nil` of too few.
    package let statements: [Statement?]

    /// Nil where no statement has answers enough.
    ///
    /// - Parameters:
    ///   - rows: of each respondent what was given to each statement; `nil` where nothing was, or where it does not apply.
    ///   - points: how many points the scale has; two at least.
    ///   - least: from how many answers on something is told of a statement.
    ///   - known: which of the respondents' answers somebody knows who reads this; none where it is empty.
    package init?(rows: [[Int?]], points: Int, least: Int = 1, known: [Bool] = []) {
        let own = rows.compactMap { row in moments(row.compactMap { $0 }.map(Double.init))?.mean }, width = rows.map(\.count).max() ?? 0
        let columns = (0..<width).map { place in moments(rows.compactMap { place < $0.count ? $0[place] : nil }.map(Double.init)) }
        let others = known.isEmpty ? rows : zip(rows, known).filter { !$0.1 }.map(\.0)
        func isTold(_ place: Int, _ count: Int) -> Bool {
            let unknown = others.count { place < $0.count && $0[place] != nil }
            return count >= least && (unknown == 0 || unknown >= least)
        }
        let told = columns.enumerated().map { place, column in column.flatMap { isTold(place, $0.count) ? $0 : nil } }
        guard let all = moments(told.compactMap { $0?.mean }) else { return nil }
        mean = all.mean
        spread = moments(own)?.variance.map { $0.squareRoot() }
        count = own.count
        statements = told.map { $0.map { Statement(mean: $0.mean, spread: $0.variance?.squareRoot(), count: $0.count) } }
        let steps = Double(max(2, points)), byChance = (steps * steps - 1) / 12, variances = told.compactMap { $0?.variance }
        agreement = variances.isEmpty ? nil : max(0, 1 - variances.reduce(0, +) / Double(variances.count) / byChance)
    }
}

/// Mean and variance (n − 1, `nil` of one value); nil of none.
func moments(_ values: [Double]) -> (mean: Double, variance: Double?, count: Int)? {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count), mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, values.count > 1 ? squares / (count - 1) : nil, values.count)
}
