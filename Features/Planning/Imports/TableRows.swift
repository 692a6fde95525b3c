import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A table on its way in: its rows, and what is wrong with those that are none.
struct TableRows {
    let rows: [CSVTable.Row]
    let file: ImportTable

    /// - Parameter numbers: the columns with numbers, from which the decimal mark of the file is learnt.
    init(_ bytes: [UInt8], for door: any Importing, numbers: [String], into organisation: Organisation, _ report: inout ImportReport) throws(Refusal) {
        file = try ImportTable(bytes, for: door.name, into: organisation, limits: .standard)
        let table = file.table, columns = door.columns
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
        let mark = table.decimalMark(in: numbers)
        rows = table.rows.map { row in
            var row = row
            row.decimalMark = mark
            return row
        }
    }
}

/// Reading cells as what they should be. A blank cell, or a column that is not there, is `nil`: what stands is kept.
extension CSVTable.Row {
    func text(_ column: String) -> String? {
        guard let raw = self[column] else { return nil }
        let text = CSVFormula.unguarded(raw).asCell
        return text.isEmpty ? nil : text
    }

    func line(_ column: String, max: Int) throws(Refusal) -> String? {
        guard let text = text(column) else { return nil }
        guard text.unicodeScalars.count <= max else { throw Refusal("planning.import.too-long", ["column": column, "max": "\(max)"]) }
        return text
    }

    func day(_ column: String) throws(Refusal) -> Day? {
        guard let text = text(column) else { return nil }
        guard let day = Day(text) else { throw Refusal("planning.import.not-a-day", ["column": column, "text": String(text.prefix(40))]) }
        return day
    }

    func number(_ column: String, in range: ClosedRange<Double> = -1e15...1e15) throws(Refusal) -> Double? {
        guard let text = text(column) else { return nil }
        guard let written = WrittenNumber(text, decimalMark: decimalMark), range.contains(written.value) else {
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
    /// Whether a text without words in this language is blank, instead of being shown in another.
    private let isAlone: Bool
    private let register: Register
    private var units: [NameKey: ID<Unit>] = [:]
    private var made: [ID<Unit>: Unit] = [:]

    /// - Parameter alone: nothing but what stands in this language is shown; where `nil`, the organisation's first, or what stands for it.
    init(_ register: Register, alone: Language? = nil) {
        language = alone ?? register.profile?.languages.first ?? .en
        isAlone = alone != nil
        self.register = register
        for (id, unit) in register.units.sorted(by: { $1.key < $0.key }) { call(id, unit) }
    }

    private mutating func call(_ id: ID<Unit>, _ unit: Unit) {
        units[NameKey(id.text)] = id
        for prose in unit.name.texts.values { if let name = prose.text?.asCell { units[NameKey(name)] = id } }
    }

    /// One that the file itself brings.
    mutating func add(_ id: ID<Unit>, _ unit: Unit) {
        made[id] = unit
        call(id, unit)
    }

    /// Also one that has been closed.
    func unit(_ id: ID<Unit>) -> Unit? { register.units[id] ?? made[id] ?? register.formerUnits[id] }

    /// Whether nothing else of the register goes by an identifier.
    func isFree(_ id: ID<Unit>) -> Bool {
        let text = id.text
        return register.regions[ID(text) ?? ID("none")] == nil && register.described[ID(text) ?? ID("none")] == nil
            && register.bodies[ID(text) ?? ID("none")] == nil && register.mandates[ID(text) ?? ID("none")] == nil
    }

    /// How a file names a unit: by its name where that leads back to it, or else by its identifier.
    func text(of id: ID<Unit>?) -> String {
        guard let id else { return "" }
        let name = unit(id)?.name.plain(in: language).asCell ?? ""
        return name.isEmpty || units[NameKey(name)].map { $0 != id } ?? false ? id.text : name
    }

    /// - Parameter present: what stands now; a cell that names it leaves it, even where it has been closed meanwhile.
    func unit(_ row: CSVTable.Row, _ column: String, instead present: ID<Unit>?) throws(Refusal) -> ID<Unit>? {
        guard let text = row.text(column) else { return nil }
        if present != nil, self.text(of: present) == text { return present }
        guard let unit = units[NameKey(text)] else {
            let known = register.units.values.flatMap { $0.name.texts.values.compactMap(\.text) }
            throw Refusal.lookAlike(of: text, among: known, field: column) ?? Refusal("planning.import.no-such-unit", ["text": String(text.prefix(80))], field: column)
        }
        return unit
    }

    /// A text as it is shown in the tables.
    func text(of content: Localized) -> String { isAlone ? content.texts[language]?.text ?? "" : content.plain(in: language) }

    /// A cell in place of what stands in the language of the file; a blank cell changes nothing.
    func content(_ row: CSVTable.Row, _ column: String, instead present: Localized?) -> Localized {
        (present ?? .empty).taking(row.text(column) ?? "", in: language)
    }

    func required(_ row: CSVTable.Row, _ column: String, instead present: Localized?) throws(Refusal) -> Localized {
        let content = content(row, column, instead: present)
        guard !content.isEmpty else { throw Refusal("planning.import.blank", ["column": column]) }
        return content
    }
}
