import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Ideas of an earlier register from a table: a line each, known by its code. What a cell does not say stays as it is.
struct IdeasImport: Importing {
    let name = "ideas"
    let title = "assessments.ideas.import"
    let columns = IdeaField.allCases.map(\.column)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, numbers: [IdeaField.amount.rawValue], into: organisation)
        var reading = IdeaRows(organisation, today: today)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.result)
    }
}

extension IdeaField {
    var column: ImportColumn {
        ImportColumn(rawValue, required: [.idea, .putIn, .origin].contains(self), help: "assessments.ideas.import.\(rawValue)", example: example, choices: choices)
    }

    private var choices: [String] {
        switch self {
        case .origin: IdeaRecord.Source.allCases.map(\.rawValue)
        case .passed: Passed.allCases.map(\.rawValue)
        case .endedBecause: IdeaRecord.Ending.Reason.allCases.map(\.rawValue)
        default: []
        }
    }

    private var example: String {
        switch self {
        case .idea: "i-2024-017"
        case .title: "Shared pilot boats"
        case .putIn: "2024-03-05"
        case .origin: "staff"
        case .units: "nav; dig"
        case .regions: "north"
        case .members: "AAA; BBB"
        case .screened: "2024-04-02"
        case .passed: "yes"
        case .decided: "2024-05-20"
        case .funded: "2024-06-01"
        case .amount: "40000"
        case .firstUse: "2025-01-15"
        case .users: "AAA 2025-01-15; BBB 2025-06-01"
        case .objective: "o1"
        case .ended: "2025-11-30"
        case .endedBecause: "stopped"
        }
    }

    enum Passed: String, CaseIterable { case yes, no }
}

/// Line by line.
struct IdeaRows {
    private(set) var result = ImportResult()
    private let ledger: IdeaLedger
    private let register: Register
    private let plan: Plan
    private let language: Language
    private let today: Day
    private var lines: [ID<EarlierIdea>: Int] = [:]

    init(_ organisation: Organisation, today: Day) {
        ledger = organisation[IdeaLedger.self]
        register = organisation[Register.self]
        plan = organisation[Plan.self]
        language = organisation.firstLanguage
        self.today = today
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            guard let id: ID<EarlierIdea> = try row.id(IdeaField.idea.rawValue), id.text != "measures" else { throw .blank(IdeaField.idea.rawValue) }
            if let line = lines[id] { throw refused("twice", .idea, ["line": "\(line)"]) }
            if ledger.removed[id] != nil, ledger.ideas[id] == nil { throw refused("removed", .idea) }
            lines[id] = row.line
            let before = ledger.ideas[id]
            guard let putIn = try row.day(IdeaField.putIn.rawValue) ?? before?.putIn else { throw .blank(IdeaField.putIn.rawValue) }
            var idea = before ?? EarlierIdea(putIn: putIn)
            idea.putIn = putIn
            try describe(&idea, row, isNew: before == nil)
            try follow(&idea, row)
            try idea.check(today: today)
            if idea == before {
                result.same += 1
                return
            }
            if before == nil, ledger.ideas.count + result.new >= EarlierIdea.most { throw refused("many", .idea, ["most": "\(EarlierIdea.most)"]) }
            if before == nil { result.new += 1 } else { result.changed += 1 }
            result.proposals.append(Proposal(IdeaLedger.self, .ideaRecorded(id: id, idea)))
        } catch { result.refuse(row.line, error) }
    }

    private func refused(_ key: String, _ field: IdeaField, _ arguments: [String: String] = [:]) -> Refusal {
        Refusal("assessments.ideas.refusal.\(key)", arguments, field: field.rawValue)
    }

    private func describe(_ idea: inout EarlierIdea, _ row: CSVTable.Row, isNew: Bool) throws(Refusal) {
        if let title = try row.text(IdeaField.title.rawValue, max: 300) { idea.title = idea.title.taking(title, in: language) }
        if let source = try row.choice(IdeaField.origin.rawValue, of: IdeaRecord.Source.self) { idea.source = source } else if isNew { throw .blank(IdeaField.origin.rawValue) }
        if let units: [ID<Unit>] = try things(row, .units, { register.units[$0] != nil }) { idea.units = units }
        if let regions: [ID<Region>] = try things(row, .regions, { register.regions[$0] != nil }) { idea.regions = regions }
        if let names = row.list(IdeaField.members.rawValue) {
            var members: Set<ID<Member>> = []
            for name in names {
                guard let member = IdeaUses.member(name, register) else { throw refused("unknown", .members, ["text": String(name.prefix(60))]) }
                members.insert(member)
            }
            idea.members = members.sorted()
        }
        if let text = row.text(IdeaField.objective.rawValue) {
            let known = ID<Objective>(text).flatMap { plan.objectives[$0] == nil ? nil : $0 }, coded = plan.objectives.filter { $0.value.code == text }.map(\.key)
            guard let objective = known ?? (coded.count == 1 ? coded[0] : nil) else { throw refused("unknown", .objective, ["text": String(text.prefix(60))]) }
            idea.objective = objective
        }
    }

    private func follow(_ idea: inout EarlierIdea, _ row: CSVTable.Row) throws(Refusal) {
        idea.screened = try row.day(IdeaField.screened.rawValue) ?? idea.screened
        if let passed = try row.choice(IdeaField.passed.rawValue, of: IdeaField.Passed.self) { idea.isPassed = passed == .yes }
        idea.decided = try row.day(IdeaField.decided.rawValue) ?? idea.decided
        idea.funded = try row.day(IdeaField.funded.rawValue) ?? idea.funded
        idea.amount = try row.number(IdeaField.amount.rawValue, in: 0...1e12) ?? idea.amount
        idea.firstUse = try row.day(IdeaField.firstUse.rawValue) ?? idea.firstUse
        if let uses = row.list(IdeaField.users.rawValue) { idea.uses = try IdeaUses.read(uses, register) }
        idea.ended = try row.day(IdeaField.ended.rawValue) ?? idea.ended
        if let because = try row.choice(IdeaField.endedBecause.rawValue, of: IdeaRecord.Ending.Reason.self) { idea.because = because }
    }

    private func things<Kind>(_ row: CSVTable.Row, _ field: IdeaField, _ isKnown: (ID<Kind>) -> Bool) throws(Refusal) -> [ID<Kind>]? {
        guard let names = row.list(field.rawValue) else { return nil }
        var all: Set<ID<Kind>> = []
        for name in names {
            guard let id = ID<Kind>(name), isKnown(id) else { throw refused("unknown", field, ["text": String(name.prefix(60))]) }
            all.insert(id)
        }
        return all.sorted()
    }
}

/// The same table on its way out.
struct IdeasExport: Exporting {
    let name = "ideas"
    let title = "assessments.ideas.import"

    func columns(for organisation: Organisation) -> [ImportColumn] { IdeaField.allCases.map(\.column) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        guard visit.seesIdeas else { return }
        let language = visit.organisation.firstLanguage
        for (id, idea) in visit.ledger.ideas.sorted(by: { $0.key < $1.key }) {
            func day(_ day: Day?) -> CSVCell { .text(day.map { "\($0)" } ?? "") }
            func list<Kind>(_ ids: [ID<Kind>]) -> CSVCell { .text(ids.map(\.text).joined(separator: "; ")) }
            try take([
                .text(id.text), CSVCell(idea.title.plain(in: language)), day(idea.putIn), .text(idea.source.rawValue), list(idea.units), list(idea.regions), list(idea.members), day(idea.screened),
                .text(idea.isPassed.map { $0 ? "yes" : "no" } ?? ""), day(idea.decided), day(idea.funded), idea.amount.map { .number($0) } ?? .text(""), day(idea.firstUse),
                .text(IdeaUses.written(idea.uses, apart: "; ")), .text(idea.objective?.text ?? ""), day(idea.ended), .text(idea.because?.rawValue ?? ""),
            ])
        }
    }
}
