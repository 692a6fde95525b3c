/// How much of a table is read before it is refused.
package struct CSVLimits: Hashable, Sendable {
    package var bytes: Int
    package var columns: Int
    /// Records after the header, those with problems included.
    package var rows: Int
    /// UTF-8 bytes in one cell.
    package var cellBytes: Int

    package init(bytes: Int, columns: Int, rows: Int, cellBytes: Int) {
        self.bytes = bytes
        self.columns = columns
        self.rows = rows
        self.cellBytes = cellBytes
    }

    /// 20 MiB, 200 columns, a million rows, 64 KiB a cell.
    package static let standard = CSVLimits(bytes: 20 << 20, columns: 200, rows: 300_000, cellBytes: 64 << 10)
}

/// Why a file is not read as a table at all.
///
/// `key` and `arguments` are for the interface, which says it in the reader's language. Arguments can hold text of the file, at most 80
/// characters: escape it like any text of a stranger.
package enum CSVFault: Error, Hashable, Sendable {
    case empty
    case tooManyBytes(limit: Int)
    case tooManyColumns(line: Int, limit: Int)
    case tooManyRows(line: Int, limit: Int)
    case cellTooLong(line: Int, limit: Int)
    /// NUL or another C0 control that is neither tab nor line break.
    case controlCharacter(line: Int, code: UInt8)
    /// Bytes that are no text in the encoding the file declares or appears to have.
    case undecodable(line: Int, encoding: CSVEncoding)
    /// A first line `sep=` with something other than `,` `;` tab `|`.
    case unknownSeparator
    case emptyColumnName(line: Int, column: Int)
    case duplicateColumnName(line: Int, name: String)
    /// A quoted cell that starts on this line and never ends.
    case unterminatedQuote(line: Int)
    /// Neither text nor workbook.
    case foreign(ForeignFile)
    /// A workbook that is damaged, hostile, or another than the one wanted.
    case workbook(WorkbookFault)

    /// A stable key for the interface's sentence.
    package var key: String {
        switch self {
        case .empty: "csv.fault.empty"
        case .tooManyBytes: "csv.fault.too-many-bytes"
        case .tooManyColumns: "csv.fault.too-many-columns"
        case .tooManyRows: "csv.fault.too-many-rows"
        case .cellTooLong: "csv.fault.cell-too-long"
        case .controlCharacter: "csv.fault.control-character"
        case .undecodable: "csv.fault.undecodable"
        case .unknownSeparator: "csv.fault.unknown-separator"
        case .emptyColumnName: "csv.fault.empty-column-name"
        case .duplicateColumnName: "csv.fault.duplicate-column-name"
        case .unterminatedQuote: "csv.fault.unterminated-quote"
        case .foreign(.spreadsheet): "csv.fault.other-spreadsheet"
        case .foreign(.document): "csv.fault.other-document"
        case .foreign(.xml): "csv.fault.other-xml"
        case .foreign(.protected): "xlsx.fault.protected"
        case .workbook(let fault): fault.key
        }
    }

    /// What the sentence of `key` needs: `line`, `limit`, `code`, `encoding`, `column`, `name`, `what`.
    package var arguments: [String: String] {
        switch self {
        case .empty, .unknownSeparator: [:]
        case .tooManyBytes(let limit): ["limit": "\(limit)"]
        case .tooManyColumns(let line, let limit), .tooManyRows(let line, let limit), .cellTooLong(let line, let limit):
            ["line": "\(line)", "limit": "\(limit)"]
        case .controlCharacter(let line, let code): ["line": "\(line)", "code": "\(code)"]
        case .undecodable(let line, let encoding): ["line": "\(line)", "encoding": encoding.rawValue]
        case .emptyColumnName(let line, let column): ["line": "\(line)", "column": "\(column)"]
        case .duplicateColumnName(let line, let name): ["line": "\(line)", "name": String(name.prefix(80))]
        case .unterminatedQuote(let line): ["line": "\(line)"]
        case .foreign(.xml), .foreign(.protected): [:]
        case .foreign(let file): ["what": file.name]
        case .workbook(let fault): fault.arguments
        }
    }
}

/// Something wrong with one record of a table that is otherwise read.
package struct CSVProblem: Hashable, Sendable {
    /// The physical line where the record starts, counted from 1.
    package let line: Int
    package let what: Kind

    /// What is wrong; of these only `textAfterQuote` leaves the record among the rows.
    package enum Kind: Hashable, Sendable {
        case tooFewCells(found: Int, expected: Int)
        case tooManyCells(found: Int, expected: Int)
        /// A blank line between records of a table with several columns.
        case blankLine
        /// A cell goes on after its closing quote (`"a"b`); it is read as `ab`.
        case textAfterQuote
        /// A formula of a workbook that came to nothing, such as `#N/A`.
        case errorInCell(cell: String, text: String)
    }

    /// A stable key for the interface's sentence.
    package var key: String {
        switch what {
        case .tooFewCells: "csv.problem.too-few-cells"
        case .tooManyCells: "csv.problem.too-many-cells"
        case .blankLine: "csv.problem.blank-line"
        case .textAfterQuote: "csv.problem.text-after-quote"
        case .errorInCell: "xlsx.problem.error-in-cell"
        }
    }

    /// What the sentence of `key` needs: `line`, `found`, `expected`.
    package var arguments: [String: String] {
        switch what {
        case .tooFewCells(let found, let expected), .tooManyCells(let found, let expected):
            ["line": "\(line)", "found": "\(found)", "expected": "\(expected)"]
        case .blankLine, .textAfterQuote: ["line": "\(line)"]
        case .errorInCell(let cell, let text): ["line": "\(line)", "cell": cell, "text": text]
        }
    }
}
