/// Which columns of a table hold a series, its times and its values.
package struct SeriesColumns: Hashable, Sendable {
    private let series: String?
    private let time: String?
    private let value: String?

    /// Nil where the column is to be known by its name.
    package init(series: String?, time: String?, value: String?) {
        self.series = series
        self.time = time
        self.value = value
    }

    struct Found {
        /// None where the table is one series.
        let series: [String]
        let time: String
        let value: String
    }

    private static let seriesNames: Set = ["series", "technology", "entity", "iso3", "country", "country name", "country code", "code", "name", "region", "indicator"]
    private static let timeNames: Set = ["time", "year", "date", "period", "month", "day", "t"]
    private static let valueNames: Set = ["value", "percent", "share", "internet_pct", "mobile_per_100", "broadband_per_100", "y"]

    func found(in table: CSVTable) throws(BallotFault) -> Found {
        let time: String
        if let named = self.time {
            time = try self.named(named, in: table)
        } else {
            time = try only(known(SeriesColumns.timeNames, in: table), "time", in: table)
        }
        var left = table.header.filter { $0 != time }
        let value: String
        if let named = self.value {
            value = try self.named(named, in: table)
        } else {
            let known = known(SeriesColumns.valueNames, in: table).filter { $0 != time && $0.lowercased() != self.series?.lowercased() }
            value = try only(known.isEmpty ? left.filter { isNumeric($0, in: table) && !isSeries($0) } : known, "value", in: table)
        }
        guard value != time else { throw BallotFault(line: 1, "The column \(value.quotable) cannot be both time and value.") }
        left.removeAll { $0 == value }
        if let series { return Found(series: [try named(series, in: table)], time: time, value: value) }
        let known = left.filter(isSeries)
        return Found(series: known.isEmpty ? left.filter { !isNumeric($0, in: table) } : known, time: time, value: value)
    }

    private func isSeries(_ column: String) -> Bool { SeriesColumns.seriesNames.contains(column.lowercased()) || column.lowercased() == series?.lowercased() }

    private func known(_ names: Set<String>, in table: CSVTable) -> [String] { table.header.filter { names.contains($0.lowercased()) } }

    /// By the first cell that holds anything.
    private func isNumeric(_ column: String, in table: CSVTable) -> Bool {
        let first = table.rows.lazy.compactMap { $0[column] }.first { !$0.allSatisfy(\.isWhitespace) }
        return first.map { Double($0) != nil || WrittenNumber($0, decimalMark: .point) != nil } ?? false
    }

    private func named(_ name: String, in table: CSVTable) throws(BallotFault) -> String {
        guard let column = table.header.first(where: { $0.lowercased() == name.lowercased() }) else {
            throw BallotFault(line: 1, "There is no column \(name.quotable). There are: \(listed(table.header)).")
        }
        return column
    }

    private func only(_ columns: [String], _ what: String, in table: CSVTable) throws(BallotFault) -> String {
        guard let first = columns.first else {
            throw BallotFault(line: 1, "No column is known to hold the \(what); say which with --\(what)-column. There are: \(listed(table.header)).")
        }
        guard columns.count == 1 else { throw BallotFault(line: 1, "Several columns may hold the \(what); say which with --\(what)-column: \(listed(columns)).") }
        return first
    }

    private func listed(_ columns: [String]) -> String { columns.prefix(40).map(\.quotable).joined(separator: ", ") }
}
