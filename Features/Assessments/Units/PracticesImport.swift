import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is laid down of units beside their flows, as a table: a line each, known by the unit. An empty cell says nothing; flows stay as they are.
struct PracticesImport: Importing {
    let name = "unit-practices"
    let title = "assessments.units.practices"
    let columns = PracticeColumn.allCases.map(\.column)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation)
        var reading = PracticeRows(organisation)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.result)
    }
}

enum PracticeColumn: String, CaseIterable {
    case unit, asks
    case decidesOn = "decides-on"
    case asksOn = "asks-on"
    case passesNothing = "passes-nothing"

    static let allCases: [PracticeColumn] = [.unit, .decidesOn, .asksOn, .asks, .passesNothing]

    enum Said: String, CaseIterable { case yes, no }

    var column: ImportColumn {
        ImportColumn(
            rawValue, required: self == .unit, help: "assessments.units.practices.\(rawValue)", example: example, choices: self == .passesNothing ? Said.allCases.map(\.rawValue) : [])
    }

    private var example: String {
        switch self {
        case .unit: "nav"
        case .decidesOn: "Purchases up to 20,000"
        case .asksOn: "Larger purchases"
        case .asks: "unit:sec; body:steering"
        case .passesNothing: "no"
        }
    }
}

/// Line by line.
struct PracticeRows {
    private(set) var result = ImportResult()
    private var lines: [ID<Unit>: Int] = [:]
    private let records: TreeDictionary<ID<Unit>, RecordedPractice>
    private let register: Register
    private let language: Language

    init(_ organisation: Organisation) {
        records = organisation[UnitPractices.self].records
        register = organisation[Register.self]
        language = organisation.firstLanguage
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            let unit = try row.unit(PracticeColumn.unit.rawValue, register)
            if let line = lines[unit] { throw Refusal("assessments.units.refusal.unit-twice", ["line": "\(line)"], field: PracticeColumn.unit.rawValue) }
            let before = records[unit]?.practice, practice = try read(row, of: unit, over: before ?? UnitPractice())
            // A line that is refused, or says nothing, is no line: another may speak of the unit.
            if PracticeColumn.allCases.contains(where: { $0 != .unit && row.text($0.rawValue) != nil }) { lines[unit] = row.line }
            if practice == before ?? UnitPractice() {
                result.same += 1
                return
            }
            if before == nil { result.new += 1 } else { result.changed += 1 }
            result.proposals.append(Proposal(UnitPractices.self, .unitDescribed(id: unit, practice)))
        } catch { result.refuse(row.line, error) }
    }

    private func read(_ row: CSVTable.Row, of unit: ID<Unit>, over before: UnitPractice) throws(Refusal) -> UnitPractice {
        var practice = before
        if let text = try row.text(PracticeColumn.decidesOn.rawValue, max: UnitPractice.longest) { practice.decidesOn = practice.decidesOn.taking(text, in: language) }
        if let text = try row.text(PracticeColumn.asksOn.rawValue, max: UnitPractice.longest) { practice.asksOn = practice.asksOn.taking(text, in: language) }
        // What is no longer there stands in no table, and stays.
        if let named = row.list(PracticeColumn.asks.rawValue) { practice.asks = try asked(named, by: unit) + before.asks.filter { !$0.isThere(in: register) } }
        if let said = try row.choice(PracticeColumn.passesNothing.rawValue, of: PracticeColumn.Said.self) { practice.passesNothing = said == .yes }
        if practice.passesNothing == true, !practice.flows.isEmpty { throw Refusal("assessments.units.refusal.nothing-and-flows", field: PracticeColumn.passesNothing.rawValue) }
        practice = practice.inOrder
        if practice.isEmpty, !before.isEmpty { throw Refusal("assessments.units.refusal.empty", field: PracticeColumn.passesNothing.rawValue) }
        return practice
    }

    private func asked(_ named: [String], by unit: ID<Unit>) throws(Refusal) -> [Unit.Superior] {
        var asked: [Unit.Superior] = []
        for text in named {
            guard let superior = Unit.Superior(text: text), superior.isThere(in: register) else {
                throw Refusal("assessments.units.refusal.unknown-asked", ["text": String(text.prefix(60))], field: PracticeColumn.asks.rawValue)
            }
            if superior == .unit(unit) { throw Refusal("assessments.units.refusal.asks-itself", field: PracticeColumn.asks.rawValue) }
            if !asked.contains(superior) { asked.append(superior) }
        }
        return asked
    }
}

/// The same table on its way out.
struct PracticesExport: Exporting {
    let name = "unit-practices"
    let title = "assessments.units.practices"
    let audience = Audience.participants

    func columns(for organisation: Organisation) -> [ImportColumn] { PracticeColumn.allCases.map(\.column) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        let language = visit.organisation.firstLanguage, register = visit.register
        for (id, practice) in visit.practicesTold {
            let asked = practice.asks.filter { $0.isThere(in: register) }.map(\.text).joined(separator: "; ")
            // Of flows alone the other table speaks.
            if practice.decidesOn.isEmpty, practice.asksOn.isEmpty, asked.isEmpty, practice.passesNothing != true { continue }
            try take([
                .text(id.text), CSVCell(practice.decidesOn.plain(in: language)), CSVCell(practice.asksOn.plain(in: language)), .text(asked), .text(practice.passesNothing == true ? "yes" : ""),
            ])
        }
    }
}
