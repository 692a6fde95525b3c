import Foundation

/// A table read from a CSV file: one header and the rows that fit it.
///
/// RFC 4180, and what spreadsheets write in its name: UTF-8, UTF-16 or Windows-1252; `,` `;` tab or `|`; a first line `sep=;`; LF, CR or CRLF.
/// Cells are kept as they stand, line breaks inside quotes included; only column names are cleaned. Rows that do not fit the header are not in
/// `rows` but in `problems`, with their line. Blank lines at the end are no rows. Reading is linear in the bytes and never traps.
package struct CSVTable: Hashable, Sendable {
    /// The column names as written: trimmed, in NFC, none empty, no two alike when case is ignored.
    package let header: [String]
    /// Every record with exactly one cell for each column, in the order of the file.
    package let rows: [Row]
    /// The records left out, and the oddities in records kept, in the order of the file.
    package let problems: [CSVProblem]
    /// What the file did not say and the reader concluded; shown in the import report.
    package let assumed: Assumptions
    /// What a workbook taken along from here says of itself; `nil` for any other file.
    package let template: WorkbookTemplate?
    /// Whether it comes from a workbook, whose numbers are numbers and whose cells have names: then nothing was assumed.
    package let isWorkbook: Bool

    /// One record of the table.
    package struct Row: Hashable, Sendable {
        /// The physical line where the record starts, counted from 1 (a quoted cell can hold further lines).
        package let line: Int
        /// One cell for each column of the header.
        package let cells: [String]
        let columns: CSVColumns
        /// How its numbers are written, as far as whoever reads them has found out.
        package var decimalMark: DecimalMark = .point

        /// The cell in the named column, or nil if the table has no such column; case, NFC and outer blanks do not matter.
        package subscript(column: String) -> String? {
            columns.position(of: column).map { cells[$0] }
        }

        package static func == (one: Row, other: Row) -> Bool { one.line == other.line && one.cells == other.cells }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(line)
            hasher.combine(cells)
        }
    }

    /// Whether the header has this column; case, NFC and outer blanks do not matter.
    package func hasColumn(_ name: String) -> Bool { columns.position(of: name) != nil }

    let columns: CSVColumns

    /// Reads a whole file: a workbook, known by its first bytes, or else text.
    ///
    /// - Parameter kind: which table is wanted, so that a workbook taken along as another is refused; `nil` for any.
    /// - Throws: `CSVFault`, with the line, for a file that is no table at all or exceeds `limits`.
    package init(bytes: [UInt8], limits: CSVLimits, kind: String? = nil) throws(CSVFault) {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        if let foreign = ForeignFile(bytes) { throw .foreign(foreign) }
        if Archive.looksLikeOne(bytes) {
            let table = try WorkbookTable(bytes, limits: limits, kind: kind)
            columns = table.columns
            header = table.columns.names
            rows = table.rows
            problems = table.problems
            assumed = Assumptions(encoding: .utf8, separator: .comma, separatorIsDeclared: true)
            template = table.template
            isWorkbook = true
            return
        }
        let text = try CSVText(bytes: bytes)
        let declared = try CSVSeparator.declared(in: text.bytes)
        let start = declared?.end ?? 0
        let separator = declared?.separator ?? CSVSeparator.likely(in: text.bytes)
        var records = CSVRecords(bytes: text.bytes, from: start, line: declared == nil ? 1 : 2, separator: separator, limits: limits)

        var first = try records.next()
        while let blank = first, blank.isBlank { first = try records.next() }
        guard let first else { throw .empty }
        let columns = try CSVColumns(names: first.cells, line: first.line)
        let body = try CSVBody(reading: &records, columns: columns, limits: limits)

        self.columns = columns
        header = columns.names
        rows = body.rows
        problems = body.problems
        assumed = Assumptions(encoding: text.encoding, separator: separator, separatorIsDeclared: declared != nil)
        template = nil
        isWorkbook = false
    }

    /// `C7`: where a value stood, for remarks on a workbook; `nil` for text, whose lines are counted instead.
    package func cell(_ column: String, line: Int) -> String? {
        guard isWorkbook, let position = columns.position(of: column) else { return nil }
        return CellName.of(column: position, row: line)
    }

    package static func == (one: CSVTable, other: CSVTable) -> Bool {
        one.header == other.header && one.rows == other.rows && one.problems == other.problems && one.assumed == other.assumed
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(header)
        hasher.combine(rows)
    }
}

/// The records after the header, sorted into rows and problems.
struct CSVBody {
    private(set) var rows: [CSVTable.Row] = []
    private(set) var problems: [CSVProblem] = []

    init(reading records: inout CSVRecords, columns: CSVColumns, limits: CSVLimits) throws(CSVFault) {
        var blanks: [CSVRecord] = []
        var count = 0
        while let record = try records.next() {
            count += 1
            guard count <= limits.rows else { throw .tooManyRows(line: record.line, limit: limits.rows) }
            if record.isBlank {
                blanks.append(record)
                continue
            }
            for blank in blanks { take(blank, columns: columns) }
            blanks.removeAll(keepingCapacity: true)
            take(record, columns: columns)
        }
    }

    private mutating func take(_ record: CSVRecord, columns: CSVColumns) {
        let (found, expected) = (record.cells.count, columns.names.count)
        if found == expected {
            rows.append(CSVTable.Row(line: record.line, cells: record.cells, columns: columns))
            if record.hasTextAfterQuote { problems.append(CSVProblem(line: record.line, what: .textAfterQuote)) }
        } else if record.isBlank {
            problems.append(CSVProblem(line: record.line, what: .blankLine))
        } else if found < expected {
            problems.append(CSVProblem(line: record.line, what: .tooFewCells(found: found, expected: expected)))
        } else {
            problems.append(CSVProblem(line: record.line, what: .tooManyCells(found: found, expected: expected)))
        }
    }
}
