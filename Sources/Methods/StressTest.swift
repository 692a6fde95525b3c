/// How one aim fares in several scenarios, after what several raters expect: from -2 (it fails) to +2 (it flourishes) in each.
///
/// *Robust* where no scenario's median lies below 0, *fragile* where one lies below 0 and none above, *contingent* otherwise; nothing where a scenario has fewer
/// raters than are asked for. Source: policy stress-testing (wind-tunnelling) after the Futures Toolkit of the UK Government Office for Science, 2024; the classes are
/// a house default.
package struct StressTest: Equatable, Sendable {
    package enum Verdict: String, Sendable, CaseIterable { case robust, contingent, fragile }

    package struct Spread: Equatable, Sendable {
        package let median: Double
        package let low: Int
        package let high: Int
        /// How many rated.
        package let count: Int
    }

    /// One for each scenario; `nil` where fewer rated than are asked for.
    package let spreads: [Spread?]
    /// `nil` where a scenario has too few.
    package let verdict: Verdict?
    /// How many rated every scenario, and how many of these come to the same verdict by themselves.
    package let full: Int
    package let agreeing: Int
    /// Whether one of the raters, left out, would change the verdict.
    package let hangsOnOne: Bool
    /// How many rated each scenario: told also where it is too few to say more.
    package let counts: [Int]

    /// - Parameters:
    ///   - rows: of each rater what was given in each scenario; `nil` where nothing was.
    ///   - scenarios: how many there are.
    ///   - least: how many have to rate a scenario before anything is said of it; one at least.
    package init(rows: [[Int?]], scenarios: Int, least: Int) {
        let columns = (0..<max(0, scenarios)).map { place in rows.compactMap { place < $0.count ? $0[place] : nil }.sorted() }
        counts = columns.map(\.count)
        spreads = columns.map { column in
            guard column.count >= max(1, least), let low = column.first, let high = column.last, let median = StressTest.median(of: column) else { return nil }
            return Spread(median: median, low: low, high: high, count: column.count)
        }
        let medians = spreads.compactMap { $0?.median }, verdict = medians.count == spreads.count ? StressTest.verdict(medians) : nil
        self.verdict = verdict
        let whole = rows.compactMap { row in row.count == columns.count && !row.isEmpty ? row.compactMap { $0 } : nil }.filter { $0.count == columns.count }
        full = whole.count
        agreeing = verdict.map { verdict in whole.count { StressTest.verdict($0.map(Double.init)) == verdict } } ?? 0
        hangsOnOne = verdict.map { verdict in Set(rows).contains { StressTest.verdict(columns, without: $0) != verdict } } ?? false
    }

    /// Of what is expected in each scenario; `nil` of none.
    package static func verdict(_ expected: [Double]) -> Verdict? {
        guard !expected.isEmpty else { return nil }
        let isBelow = expected.contains { $0 < 0 }, isAbove = expected.contains { $0 > 0 }
        return isBelow ? (isAbove ? .contingent : .fragile) : .robust
    }

    private static func verdict(_ columns: [[Int]], without row: [Int?]) -> Verdict? {
        let medians = columns.enumerated().compactMap { place, column in
            var rest = column
            if place < row.count, let given = row[place], let index = rest.firstIndex(of: given) { rest.remove(at: index) }
            return median(of: rest)
        }
        return medians.count == columns.count ? verdict(medians) : nil
    }

    private static func median(of sorted: [Int]) -> Double? {
        guard let last = sorted.indices.last else { return nil }
        return (Double(sorted[last / 2]) + Double(sorted[(last + 1) / 2])) / 2
    }
}
