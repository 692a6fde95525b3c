import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Ideas of a table, line by line.
struct IdeaRows {
    private(set) var result = ImportResult()
    private let ledger: IdeaLedger
    private let register: Register
    private let plan: Plan
    private let language: Language
    private let today: Day
    private var lines: [ID<EarlierIdea>: Int] = [:]
    private let coded: [String: [ID<Objective>]]

    init(_ organisation: Organisation, today: Day) {
        ledger = organisation[IdeaLedger.self]
        register = organisation[Register.self]
        plan = organisation[Plan.self]
        coded = Dictionary(grouping: plan.objectives.map(\.key)) { [plan] in plan.objectives[$0]?.code ?? "" }
        language = organisation.firstLanguage
        self.today = today
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            guard let id: ID<EarlierIdea> = try row.id(IdeaField.idea.rawValue) else { throw .blank(IdeaField.idea.rawValue) }
            if let line = lines[id] { throw refused("twice", .idea, ["line": "\(line)"]) }
            if ledger.removed[id] != nil, ledger.ideas[id] == nil { throw refused("removed", .idea) }
            let before = ledger.ideas[id]
            if before == nil, ledger.ideas.count + result.new >= EarlierIdea.most { throw refused("many", .idea, ["most": "\(EarlierIdea.most)"]) }
            guard let putIn = try row.day(IdeaField.putIn.rawValue) ?? before?.putIn else { throw .blank(IdeaField.putIn.rawValue) }
            var idea = before ?? EarlierIdea(putIn: putIn)
            idea.putIn = putIn
            try describe(&idea, row, isNew: before == nil)
            try follow(&idea, row)
            try idea.check(today: today)
            // A line that is refused is no line: another may say the same idea rightly.
            lines[id] = row.line
            if idea == before {
                result.same += 1
                return
            }
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
            let known = ID<Objective>(text).flatMap { plan.objectives[$0] == nil ? nil : $0 }, coded = coded[text] ?? []
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
