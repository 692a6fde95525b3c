import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

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
        language = alone ?? register.firstLanguage
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
        guard !content.isEmpty else { throw Refusal.blank(column) }
        return content
    }
}
