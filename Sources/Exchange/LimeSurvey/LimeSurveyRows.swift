/// The rows of a survey's table, each with the names of its columns. Rows that end early are filled up: whoever writes one by hand does not count tabs.
struct LimeSurveyRows {
    struct Row {
        let line: Int
        let cells: [String]
        let positions: [String: Int]

        /// Without the blanks around it; empty where there is no such column.
        subscript(column: String) -> String {
            guard let position = positions[column], cells.indices.contains(position) else { return "" }
            return CSVFormula.unguarded(cells[position]).asTyped.trimmingBlanks
        }

        /// Every other column that says something.
        func others(than known: Set<String>) -> [String: String] {
            positions.keys.reduce(into: [:]) { found, name in
                if !known.contains(name), !self[name].isEmpty { found[name] = self[name] }
            }
        }
    }

    private(set) var rows: [Row] = []
    private(set) var problems: [LimeSurveyProblem] = []
    private var positions: [String: Int] = [:]

    init(_ bytes: [UInt8], limits: CSVLimits) throws(LimeSurveyFault) {
        do throws(CSVFault) {
            if Archive.looksLikeOne(bytes) { try readWorkbook(bytes, limits) } else { try readText(bytes, limits) }
        } catch { throw .table(error) }
    }

    private mutating func readWorkbook(_ bytes: [UInt8], _ limits: CSVLimits) throws(CSVFault) {
        let table = try CSVTable(bytes: bytes, limits: limits)
        positions = LimeSurveyRows.positions(table.header)
        rows = table.rows.map { [positions] in Row(line: $0.line, cells: $0.cells, positions: positions) }
        problems = table.problems.map { problem in
            if case .tooManyCells = problem.what { return LimeSurveyProblem(line: problem.line, what: .tooManyCells) }
            return LimeSurveyProblem(line: problem.line, what: .unreadable)
        }
    }

    private mutating func readText(_ bytes: [UInt8], _ limits: CSVLimits) throws(CSVFault) {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        if let foreign = ForeignFile(bytes) { throw .foreign(foreign) }
        let text = try CSVText(bytes: bytes)
        // Half of the format are empty cells, so that tabs are many; texts with commas do not matter.
        let header = text.bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let separator = header.contains(CSVSeparator.tab.rawValue) ? .tab : CSVSeparator.likely(in: text.bytes)
        var records = CSVRecords(bytes: text.bytes, from: 0, line: 1, separator: separator, limits: limits), width: Int?, count = 0
        while let record = try records.next() {
            if record.isBlank { continue }
            guard let width else {
                positions = LimeSurveyRows.positions(record.cells)
                width = record.cells.count
                continue
            }
            count += 1
            guard count <= limits.rows else { throw .tooManyRows(line: record.line, limit: limits.rows) }
            if record.cells.count > width, record.cells.dropFirst(width).contains(where: { !$0.trimmingBlanks.isEmpty }) {
                problems.append(LimeSurveyProblem(line: record.line, what: .tooManyCells))
            }
            if record.hasTextAfterQuote { problems.append(LimeSurveyProblem(line: record.line, what: .textAfterQuote)) }
            if record.cells.allSatisfy({ $0.trimmingBlanks.isEmpty }) { continue }
            rows.append(Row(line: record.line, cells: record.cells, positions: positions))
        }
        if width == nil { throw .empty }
    }

    func hasColumn(_ name: String) -> Bool { positions[name] != nil }

    /// The first of its name counts.
    private static func positions(_ header: [String]) -> [String: Int] {
        Dictionary(header.enumerated().map { ($0.element.asTyped.trimmingBlanks.lowercased(), $0.offset) }) { first, _ in first }
    }
}

extension String {
    /// Without the blanks and line breaks around it.
    var trimmingBlanks: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
