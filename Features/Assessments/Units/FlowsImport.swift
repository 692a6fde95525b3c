import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What passes from which unit to which, as a table: a line each, known by the two units. What the table does not name stays as it is.
struct FlowsImport: Importing {
    let name = "unit-flows"
    let title = "assessments.units.import"
    let columns = FlowColumn.allCases.map(\.column)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation)
        var reading = FlowRows(organisation)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.finished)
    }
}

enum FlowColumn: String, CaseIterable {
    case from, to, what, cadence
    case often = "how-often"

    var column: ImportColumn {
        ImportColumn(
            rawValue, required: self != .often && self != .cadence, help: "assessments.units.import.\(rawValue)", example: example,
            choices: self == .cadence ? UnitPractice.Cadence.allCases.map(\.rawValue.asWords) : [])
    }

    private var example: String {
        switch self {
        case .from: "nav"
        case .to: "mem"
        case .what: "Warnings to mariners"
        case .cadence: "as-it-happens"
        case .often: "when a storm is near"
        }
    }
}

/// Line by line; each unit is described once.
struct FlowRows {
    private var result = ImportResult()
    private var practices: [ID<Unit>: UnitPractice] = [:]
    private var lines: [String: Int] = [:]
    private let records: TreeDictionary<ID<Unit>, RecordedPractice>
    private let register: Register
    private let language: Language

    init(_ organisation: Organisation) {
        records = organisation[UnitPractices.self].records
        register = organisation[Register.self]
        language = organisation.firstLanguage
    }

    var finished: ImportResult {
        var finished = result
        finished.proposals = practices.sorted { $0.key < $1.key }.map { Proposal(UnitPractices.self, .unitDescribed(id: $0.key, $0.value.inOrder)) }
        return finished
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            let from = try row.unit(FlowColumn.from.rawValue, register), to = try row.unit(FlowColumn.to.rawValue, register)
            if from == to { throw Refusal("assessments.units.refusal.informs-itself", field: FlowColumn.to.rawValue) }
            if let line = lines["\(from) \(to)"] { throw Refusal("assessments.units.refusal.line-twice", ["line": "\(line)"], field: FlowColumn.to.rawValue) }
            var practice = practices[from] ?? records[from]?.practice ?? UnitPractice()
            let place = practice.flows.firstIndex { $0.to == to }, before = place.map { practice.flows[$0] }
            var flow = before ?? UnitPractice.Flow(to: to, what: .empty)
            guard let what = try row.text(FlowColumn.what.rawValue, max: UnitPractice.longestFlow) ?? before?.what.plain(in: language) else { throw .blank(FlowColumn.what.rawValue) }
            flow.what = flow.what.taking(what, in: language)
            flow.cadence = try row.choice(FlowColumn.cadence.rawValue, of: UnitPractice.Cadence.self) ?? flow.cadence
            if let often = try row.text(FlowColumn.often.rawValue, max: UnitPractice.longestFlow) { flow.often = flow.often.taking(often, in: language) }
            if let place { practice.flows[place] = flow } else { practice.flows.append(flow) }
            if practice.flows.count > UnitPractice.mostFlows { throw Refusal("assessments.units.refusal.many", ["most": "\(UnitPractice.mostFlows)"], field: FlowColumn.to.rawValue) }
            // A line that is refused is no line: another may say the same rightly.
            lines["\(from) \(to)"] = row.line
            if flow == before {
                result.same += 1
                return
            }
            practices[from] = practice
            if before == nil { result.new += 1 } else { result.changed += 1 }
        } catch { result.refuse(row.line, error) }
    }
}

extension CSVTable.Row {
    /// A unit of the register by its identifier; refused where there is none.
    func unit(_ column: String, _ register: Register) throws(Refusal) -> ID<Unit> {
        guard let text = text(column) else { throw .blank(column) }
        guard let id = ID<Unit>(text), register.units[id] != nil else { throw Refusal("assessments.units.refusal.unknown", ["text": String(text.prefix(60))], field: column) }
        return id
    }
}

/// The same table on its way out.
struct FlowsExport: Exporting {
    let name = "unit-flows"
    let title = "assessments.units.import"
    let audience = Audience.participants

    func columns(for organisation: Organisation) -> [ImportColumn] { FlowColumn.allCases.map(\.column) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        let language = visit.organisation.firstLanguage, register = visit.register
        for (id, practice) in visit.practicesTold {
            for flow in practice.flows where register.units[flow.to] != nil {
                try take([.text(id.text), .text(flow.to.text), CSVCell(flow.what.plain(in: language)), .text(flow.cadence?.rawValue.asWords ?? ""), CSVCell(flow.often.plain(in: language))])
            }
        }
    }
}
