/// A row of a sheet that holds something.
struct SheetRow {
    /// As the sheet numbers it, from 1.
    let number: Int
    /// From column A to the last that holds something.
    var cells: [String] = []
    /// The first cell that is an error, such as `#N/A`.
    var faulty: (column: Int, text: String)?
}

/// Hears a sheet, and keeps what stands in its cells as text.
final class SheetListener: WorkbookListener {
    private(set) var rows: [SheetRow] = []
    private let book: Workbook
    private let part: String
    private let limits: WorkbookLimits
    private let columns: Int
    private var row: SheetRow?
    private var last = 0
    /// Those written in the file.
    private var cells = 0
    /// Those that there will be: a row is as wide as the header, whatever of it the file left out.
    private var places = 0
    private var width = 0
    private var column = 0
    private var kind = ""
    private var style: Int?
    private var written = ""
    private var isValue = false
    private var phonetic = 0

    /// - Parameter columns: cells beyond are refused: a table has a header, and a header has an end.
    init(_ book: Workbook, part: String, limits: WorkbookLimits, columns: Int) {
        (self.book, self.part, self.limits, self.columns) = (book, part, limits, columns)
    }

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row": beginRow(attributes["r"])
        case "c": beginCell(attributes)
        case "v": isValue = true
        case "is", "f": break
        case "t":
            if !written.isEmpty { countFiner() }
            isValue = kind == "inlineStr" && phonetic == 0
        case "rPh":
            countFiner()
            phonetic += 1
        default: countFiner()
        }
    }

    override func end(_ name: String) {
        switch name {
        case "row": endRow()
        case "c": endCell()
        case "v", "t": isValue = false
        case "rPh": phonetic -= 1
        default: break
        }
    }

    override func text(_ text: String) { if isValue { written += text } }

    private func beginRow(_ written: String?) {
        let number = written.map { Int($0) ?? 0 } ?? last + 1
        guard number > last, number <= 1_048_576 else { return fault = .damaged(part: part) }
        last = number
        column = -1
        row = SheetRow(number: number)
    }

    private func endRow() {
        defer { row = nil }
        guard let row, row.faulty != nil || row.cells.contains(where: { !$0.isEmpty }) else { return }
        guard rows.count <= limits.rows else { return fault = .tooManyRows(limit: limits.rows) }
        if rows.isEmpty { width = row.cells.count }
        places += max(width, row.cells.count)
        guard places <= limits.cells else { return fault = .tooManyCells(limit: limits.cells) }
        rows.append(row)
    }

    private func beginCell(_ attributes: [String: String]) {
        cells += 1
        guard cells <= limits.cells else { return fault = .tooManyCells(limit: limits.cells) }
        guard let next = attributes["r"].map({ CellName.column(of: $0) }) ?? column + 1, next > column else { return fault = .damaged(part: part) }
        column = next
        kind = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) }
        written = ""
    }

    private func endCell() {
        let text = plain
        if kind == "e", row?.faulty == nil { row?.faulty = (column, written) }
        guard !text.isEmpty else { return }
        guard column < columns else { return fault = .tooManyCells(limit: columns) }
        let gap = column - (row?.cells.count ?? 0)
        if gap > 0 { row?.cells.append(contentsOf: repeatElement("", count: gap)) }
        row?.cells.append(text)
    }

    /// What a reader of the sheet would copy out, numbers without their format.
    private var plain: String {
        switch kind {
        case "s": return Int(written).flatMap { book.strings.indices.contains($0) ? book.strings[$0] : nil } ?? ""
        case "inlineStr", "str": return WorkbookText.read(written)
        case "b": return written == "1" ? "true" : "false"
        case "e": return written
        case "d": return String(written.prefix { $0 != "T" })
        default:
            guard let number = Double(written), number.isFinite else { return written }
            if book.dates.shows(style), let day = book.dates.text(number) { return day }
            return CSVWriter.digits(of: number, decimalMark: .point)
        }
    }
}
