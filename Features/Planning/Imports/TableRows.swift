import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A table on its way in: its rows, and what is wrong with those that are none.
struct TableRows {
    let rows: [CSVTable.Row]

    init(_ bytes: [UInt8], columns: [ImportColumn], _ report: inout ImportReport) throws(Refusal) {
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: .standard) } catch { throw Refusal(error.key, error.arguments) }
        for column in columns where column.isRequired && !table.hasColumn(column.name) {
            throw Refusal("planning.import.column-missing", ["column": column.name])
        }
        for problem in table.problems {
            if case .textAfterQuote = problem.what {
                report.repaired(problem.line, problem.key, problem.arguments)
            } else {
                report.refuse(problem.line, Refusal(problem.key, problem.arguments))
            }
        }
        let known = Set(columns.map(\.name))
        for name in table.header where !known.contains(name.lowercased()) { report.note(1, "planning.import.column-unknown", ["column": String(name.prefix(80))]) }
        rows = table.rows
    }
}

/// Reading cells as what they should be. A blank cell, or a column that is not there, is `nil`: what stands is kept.
extension CSVTable.Row {
    func text(_ column: String) -> String? {
        guard let text = self[column]?.cell, !text.isEmpty else { return nil }
        return text
    }

    func line(_ column: String, max: Int) throws(Refusal) -> String? {
        guard let text = text(column) else { return nil }
        guard text.count <= max else { throw Refusal("planning.import.too-long", ["column": column, "max": "\(max)"]) }
        return text
    }

    func day(_ column: String) throws(Refusal) -> Day? {
        guard let text = text(column) else { return nil }
        guard let day = Day(text) else { throw Refusal("planning.import.not-a-day", ["column": column, "text": String(text.prefix(40))]) }
        return day
    }

    func number(_ column: String, in range: ClosedRange<Double> = -1e15...1e15) throws(Refusal) -> Double? {
        guard let text = text(column) else { return nil }
        guard let written = WrittenNumber(text, decimalMark: .point), range.contains(written.value) else {
            throw Refusal("planning.import.not-a-number", ["column": column, "text": String(text.prefix(40))])
        }
        return written.value
    }

    /// One of a closed list; spaces, hyphens and capitals do not matter.
    func choice<Kind: RawRepresentable & CaseIterable>(_ column: String, of: Kind.Type = Kind.self) throws(Refusal) -> Kind?
    where Kind.RawValue == String {
        guard let text = text(column) else { return nil }
        let plain = text.lowercased().filter(\.isLetter)
        if let choice = Kind.allCases.first(where: { $0.rawValue.lowercased() == plain }) { return choice }
        let possible = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal("planning.import.not-among", ["column": column, "text": String(text.prefix(40)), "possible": possible])
    }

    func id<Kind>(_ column: String) throws(Refusal) -> ID<Kind>? {
        guard let text = text(column) else { return nil }
        guard let id = ID<Kind>(text), text != "new" else {
            throw Refusal("planning.import.not-an-id", ["column": column, "text": String(text.prefix(40))])
        }
        return id
    }

    /// Several of them, separated by `;` or `|`.
    func list(_ column: String) -> [String]? {
        text(column).map { text in
            text.split { $0 == ";" || $0 == "|" }.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        }
    }
}

/// Finding things by identifier, or by what people write instead.
struct TableNames {
    let language: Language
    private var units: [String: ID<Unit>] = [:]

    init(_ register: Register) {
        language = register.profile?.languages.first ?? .en
        for (id, unit) in register.units {
            units[id.text] = id
            for prose in unit.name.texts.values { if let name = prose.text { units[name.lowercased()] = id } }
        }
    }

    func unit(_ row: CSVTable.Row, _ column: String) throws(Refusal) -> ID<Unit>? {
        guard let text = row.text(column) else { return nil }
        guard let unit = units[text.lowercased()] else { throw Refusal("planning.import.no-such-unit", ["text": String(text.prefix(80))]) }
        return unit
    }

    /// A cell in place of what stands in the language of the file; a blank cell changes nothing.
    func content(_ row: CSVTable.Row, _ column: String, instead present: Localized?) -> Localized {
        guard let text = row.text(column) else { return present ?? .empty }
        guard let present, !present.isEmpty else { return Localized(text, language) }
        return present.with(text, in: language)
    }

    func required(_ row: CSVTable.Row, _ column: String, instead present: Localized?) throws(Refusal) -> Localized {
        let content = content(row, column, instead: present)
        guard !content.isEmpty else { throw Refusal("planning.import.blank", ["column": column]) }
        return content
    }
}
