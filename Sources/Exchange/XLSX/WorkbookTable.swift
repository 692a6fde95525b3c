/// A table read from a workbook: the same rows as from a CSV file, so that nobody after this needs to know which it was.
struct WorkbookTable {
    let columns: CSVColumns
    private(set) var rows: [CSVTable.Row] = []
    private(set) var problems: [CSVProblem] = []
    let template: WorkbookTemplate?

    /// - Parameter kind: which table is wanted; `nil` for any.
    init(_ bytes: [UInt8], limits: CSVLimits, kind: String?) throws(CSVFault) {
        let found: (rows: [SheetRow], template: WorkbookTemplate?)
        do throws(WorkbookFault) { found = try WorkbookTable.sheet(bytes, limits: limits, kind: kind) } catch { throw .workbook(error) }
        template = found.template
        guard let first = found.rows.first else { throw .empty }
        columns = try CSVColumns(names: first.cells, line: first.number)
        for row in found.rows.dropFirst() { try take(row, limits) }
    }

    /// The sheet named by the hidden template, or else the first that people see.
    private static func sheet(
        _ bytes: [UInt8], limits: CSVLimits, kind: String?
    ) throws(WorkbookFault) -> (rows: [SheetRow], template: WorkbookTemplate?) {
        var bounds = WorkbookLimits.standard
        bounds.rows = min(bounds.rows, limits.rows)
        let book = try Workbook(bytes, limits: bounds)
        let hidden = try book.sheets.first { $0.name == WorkbookTemplate.sheet }.map { sheet throws(WorkbookFault) in
            try book.rows(of: sheet, limits: bounds, columns: 8)
        }
        let template = hidden.flatMap { WorkbookTemplate($0) }
        if let template {
            if let kind, template.kind != kind { throw .otherTable(found: template.kind, wanted: kind) }
            if template.version > WorkbookTemplate.currentVersion { throw .newerTemplate(version: template.version) }
        }
        let named = template.flatMap { template in book.sheets.first { $0.name == template.kind } }
        guard let sheet = named ?? book.sheets.first(where: { !$0.isHidden }) else { throw .noSheet }
        return (try book.rows(of: sheet, limits: bounds, columns: limits.columns), template)
    }

    /// Cells after the last that holds something are not in the file: they are blank.
    private mutating func take(_ row: SheetRow, _ limits: CSVLimits) throws(CSVFault) {
        let (found, expected) = (row.cells.count, columns.names.count)
        for cell in row.cells where cell.utf8.count > limits.cellBytes { throw .cellTooLong(line: row.number, limit: limits.cellBytes) }
        if let faulty = row.faulty {
            let cell = CellName.of(column: faulty.column, row: row.number)
            problems.append(CSVProblem(line: row.number, what: .errorInCell(cell: cell, text: String(faulty.text.prefix(20)))))
        } else if found > expected {
            problems.append(CSVProblem(line: row.number, what: .tooManyCells(found: found, expected: expected)))
        } else {
            let cells = row.cells + Array(repeating: "", count: expected - found)
            rows.append(CSVTable.Row(line: row.number, cells: cells, columns: columns))
        }
    }
}
