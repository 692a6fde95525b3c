import Foundation

/// Series over time, one point a line: a column for the time, one for the value, and one or more that say of which series (`technology`; `entity` and `iso3`).
///
/// Columns are known by the names that public data use, or are named. A table without a column for the series is one series. A value that is missing is left out;
/// what is neither a number nor missing is refused with its line.
package struct SeriesTable: Sendable {
    package struct Series: Sendable {
        /// As its columns call it, in their order.
        package let names: [String]
        /// Times in years; what is left out has none. In the order of the file.
        package fileprivate(set) var points: [(time: Double, value: Double)] = []
        /// How many values were missing.
        package fileprivate(set) var missing = 0
    }

    /// In the order in which they begin.
    package let series: [Series]
    /// What was read nevertheless.
    package let remarks: [BallotFault]

    /// - Parameter columns: which columns are meant, where not those that are known.
    package init(bytes: [UInt8], columns: SeriesColumns, limits: CSVLimits) throws(BallotFault) {
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: limits) } catch { throw BallotFault(table: error) }
        if let problem = table.problems.first(where: { $0.what != .blankLine }) { throw BallotFault(problem) }
        let found = try columns.found(in: table), mark = table.decimalMark(in: [found.value])
        var places: [[String]: Int] = [:], series: [Series] = [], remarks: [BallotFault] = []
        // Several values of one time are told once a series.
        var seen: Set<Moment> = [], isTold: Set<Int> = []
        for row in table.rows {
            let names = found.series.map { (row[$0] ?? "").trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping }
            let place = places[names] ?? series.count
            if place == series.count {
                places[names] = place
                series.append(Series(names: names))
            }
            let time = try SeriesTable.time(row[found.time] ?? "", line: row.line)
            guard let value = try SeriesTable.value(row[found.value] ?? "", mark, line: row.line) else {
                series[place].missing += 1
                continue
            }
            series[place].points.append((time, value))
            if !seen.insert(Moment(series: place, time: time)).inserted, isTold.insert(place).inserted {
                remarks.append(BallotFault(line: row.line, "\((names.first ?? "The series").quotable) has two values at this time; both count."))
            }
        }
        self.series = series
        self.remarks = remarks
    }

    /// The series of a name, by any of its columns; case and outer blanks do not matter where that leaves no doubt. The only one, where no name is given.
    package func one(_ name: String?) throws(BallotFault) -> Series {
        guard let name else {
            if series.count == 1 { return series[0] }
            throw BallotFault(what: series.isEmpty ? "There is no line with a value." : "There are \(series.count) series; say which with --series: \(listed).")
        }
        let wanted = name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        let exact = series.filter { $0.names.contains(wanted) }
        let alike = exact.isEmpty ? series.filter { $0.names.contains { $0.lowercased() == wanted.lowercased() } } : exact
        guard let first = alike.first else { throw BallotFault(what: "There is no series \(name.quotable). There are: \(listed).") }
        guard alike.count == 1 else { throw BallotFault(what: "\(name.quotable) are \(alike.count) series: say which column names them with --series-column.") }
        return first
    }

    private var listed: String {
        let most = 40, names = series.prefix(most).map { $0.names.map(\.quotable).joined(separator: " or ") }.joined(separator: ", ")
        return series.count > most ? "\(names) and \(series.count - most) more" : names
    }

    private struct Moment: Hashable {
        let series: Int
        let time: Double
    }
}

extension SeriesTable {
    /// A year, with or without a fraction, or a date as such a year.
    private static func time(_ text: String, line: Int) throws(BallotFault) -> Double {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let time = number(trimmed, .point) ?? WrittenYear.reading(trimmed) else {
            throw BallotFault(line: line, "The time \(text.quotable) is neither a year nor a date such as 2021-07-02.")
        }
        return time
    }

    /// Nil for what is missing.
    private static func value(_ text: String, _ mark: DecimalMark, line: Int) throws(BallotFault) -> Double? {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if missing.contains(trimmed.lowercased()) { return nil }
        guard let number = number(trimmed, mark) else { throw BallotFault(line: line, "The value \(text.quotable) is not a number.") }
        return number
    }

    private static let missing: Set = ["", "nan", "na", "n/a", "null", "none", "nil", "-", "–", "—", ".", ".."]

    /// As programs write it, with exponents, or as people do.
    private static func number(_ text: String, _ mark: DecimalMark) -> Double? {
        let isPlain = text.utf8.count <= 400 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
        if isPlain, mark == .point || !text.contains("."), let number = Double(text) { return number.isFinite ? number : nil }
        return WrittenNumber(text, decimalMark: mark)?.value
    }
}

extension BallotFault {
    /// What can be said of a table that is none.
    fileprivate init(table fault: CSVFault) {
        let line = fault.arguments["line"].flatMap { Int($0) }
        switch fault {
        case .empty: self.init(line: nil, "The file is empty.")
        case .tooManyBytes(let limit): self.init(line: nil, "The file is larger than \(limit) bytes.")
        case .tooManyRows(_, let limit): self.init(line: line, "There are more than \(limit) lines.")
        case .emptyColumnName(_, let column): self.init(line: line, "Column \(column) has no name.")
        case .duplicateColumnName(_, let name): self.init(line: line, "Two columns are called \(name.quotable).")
        default: self.init(fault)
        }
    }

    fileprivate init(_ problem: CSVProblem) {
        switch problem.what {
        case .tooFewCells(let found, let expected), .tooManyCells(let found, let expected):
            self.init(line: problem.line, "There are \(found) fields, and \(expected) columns.")
        case .errorInCell(let cell, let text): self.init(line: problem.line, "Cell \(cell) holds \(text.quotable).")
        case .textAfterQuote, .blankLine: self.init(line: problem.line, "A quotation mark is closed within a field.")
        }
    }
}
