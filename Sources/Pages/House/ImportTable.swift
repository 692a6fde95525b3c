import Exchange
import Journal
import Organisation

/// A table on its way in through a door: opened, known not to be another one, and with what is to be said of the file before a row is read.
package struct ImportTable: Sendable {
    package let table: CSVTable
    /// With the decimal mark of the file.
    package let rows: [CSVTable.Row]
    /// Of the columns and lines that are left out, and of what the file did not say of itself.
    private let said: ImportResult
    private let stranger: String?

    /// - Parameters:
    ///   - door: where it comes in: a workbook that was taken along as another table is refused, and so is a table that lacks a required column.
    ///   - numbers: the columns with numbers, from which the decimal mark of the file is learnt.
    package init(
        _ bytes: [UInt8], for door: any Importing, numbers: [String] = [], into organisation: Organisation, limits: CSVLimits = .standard
    ) throws(Refusal) {
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: limits, kind: door.name) } catch { throw Refusal(error.key, error.arguments.mapValues(\.asTyped)) }
        for column in door.columns where column.isRequired && !table.hasColumn(column.name) {
            throw Refusal("pages.import.no-column", ["column": column.name])
        }
        self.table = table
        rows = table.rows(with: table.decimalMark(in: numbers))
        said = ImportResult(of: table, known: Set(door.columns.map(\.name)))
        stranger = table.template.flatMap { $0.organisation == organisation.id.text ? nil : $0.organisation }
    }

    /// The result with what is to be said of the file as a whole, in the order of the file, and with the cells of a workbook named.
    package func finished(_ result: ImportResult) -> ImportResult {
        var finished = result
        finished.refused += said.refused
        finished.remarks = said.remarks + result.remarks
        finished.sortRemarks()
        for index in finished.remarks.indices {
            guard let column = finished.remarks[index].column else { continue }
            // A fault can also name a field of the form, which the table has not.
            guard table.hasColumn(column) else { finished.remarks[index].column = nil; continue }
            guard let line = finished.remarks[index].line, let cell = table.cell(column, line: line) else { continue }
            finished.remarks[index].arguments["cell"] = cell
        }
        if let stranger { finished.remarks.insert(ImportRemark(.noted, line: nil, "pages.import.of-another", ["organisation": stranger]), at: 0) }
        return finished
    }
}

extension ImportResult {
    /// Before any row is read.
    ///
    /// - Parameter known: the columns that the door has.
    fileprivate init(of table: CSVTable, known: Set<String>) {
        self.init()
        if !table.assumed.separatorIsDeclared, table.assumed.separator != .comma {
            note(nil, "pages.import.separator.\(table.assumed.separator.key)")
        }
        if table.assumed.encoding == .windows1252 { note(nil, "pages.import.windows1252") }
        for column in table.header where !known.contains(column.lowercased()) {
            note(nil, "pages.import.unknown-column", ["column": String(column.prefix(60))])
        }
        for problem in table.problems {
            switch problem.what {
            case .blankLine: note(problem.line, problem.key, problem.arguments)
            case .textAfterQuote: repaired(problem.line, problem.key, problem.arguments)
            case .tooFewCells, .tooManyCells, .errorInCell: refuse(problem.line, Refusal(problem.key, problem.arguments))
            }
        }
    }
}

extension CSVTable {
    fileprivate func rows(with mark: DecimalMark) -> [Row] {
        // A point is what each has already.
        if mark == .point { return rows }
        return rows.map { row in
            var row = row
            row.decimalMark = mark
            return row
        }
    }
}
