import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The names of what is said of an idea: inputs of the form and columns of the table alike.
enum IdeaField: String, CaseIterable {
    case idea, title, putIn = "put-in", origin, units, regions, members, screened, passed, decided, funded, amount, firstUse = "first-use", users, objective, ended, endedBecause = "ended-because"

    enum Passed: String, CaseIterable { case yes, no }
}

enum IdeaDecisions {
    static func add(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let ledger = submission.organisation[IdeaLedger.self]
        if ledger.ideas.count >= EarlierIdea.most { throw Refusal("assessments.ideas.refusal.many", ["most": "\(EarlierIdea.most)"]) }
        let code = try submission.entered.line(IdeaField.idea.rawValue, max: 60, required: true)
        guard let id = ID<EarlierIdea>(code), !id.isAddress else { throw Refusal("assessments.ideas.refusal.no-code", ["text": code], field: "idea", ofFieldAlone: true) }
        if ledger.ideas[id] != nil || ledger.removed[id] != nil { throw Refusal("assessments.ideas.refusal.taken", ["text": code], field: "idea") }
        guard let putIn = try submission.entered.day(IdeaField.putIn.rawValue, required: true) else { throw Refusal("pages.refusal.required", field: "put-in", ofFieldAlone: true) }
        return try saved(id, EarlierIdea(putIn: putIn), submission, isNew: true)
    }

    static func change(_ submission: Submission) throws -> Outcome {
        let (id, idea) = try known(submission)
        return try saved(id, idea, submission, isNew: false)
    }

    static func remove(_ submission: Submission) throws -> Outcome {
        let (id, _) = try known(submission), because = try submission.reason
        return .record(
            [Proposal(IdeaLedger.self, .ideaRemoved(id: id, because: Prose(because)))], then: IdeaPath.front,
            notice: Saying("assessments.ideas.notice.removed", ["title": .content(submission.organisation[IdeaLedger.self].title(of: id))]))
    }

    private static func known(_ submission: Submission) throws -> (ID<EarlierIdea>, EarlierIdea) {
        try submission.requirePlanner()
        let id: ID<EarlierIdea> = try submission.id("idea")
        guard let idea = submission.organisation[IdeaLedger.self].ideas[id] else { throw Refusal("pages.refusal.gone") }
        return (id, idea)
    }

    private static func saved(_ id: ID<EarlierIdea>, _ present: EarlierIdea, _ submission: Submission, isNew: Bool) throws -> Outcome {
        let entered = submission.entered, register = submission.organisation[Register.self], plan = submission.organisation[Plan.self]
        var idea = present
        idea.title = try entered.localized("title", present: present.title, max: 300)
        idea.putIn = try entered.day(IdeaField.putIn.rawValue, required: true) ?? present.putIn
        idea.source = try entered.choice(IdeaField.origin.rawValue)
        idea.units = try entered.several("units") { register.units[$0] != nil || present.units.contains($0) }.sorted()
        idea.regions = try entered.several("regions") { register.regions[$0] != nil || present.regions.contains($0) }.sorted()
        idea.members = try entered.several("members") { register.described[$0] != nil || present.members.contains($0) }.sorted()
        idea.screened = try entered.day("screened")
        idea.isPassed = entered.text("passed").isEmpty ? nil : try entered.choice("passed", of: IdeaField.Passed.self) == .yes
        idea.decided = try entered.day("decided")
        idea.funded = try entered.day("funded")
        idea.amount = try entered.number("amount", in: 0...1e12)
        idea.firstUse = try entered.day(IdeaField.firstUse.rawValue)
        idea.uses = try IdeaUses.read(try entered.paragraph("users", max: 50_000).split(whereSeparator: { $0 == "\n" || $0 == ";" }).map(String.init), register)
        idea.objective = try entered.id("objective") { plan.objectives[$0] != nil || $0 == present.objective }
        idea.ended = try entered.day("ended")
        let reason = entered.text(IdeaField.endedBecause.rawValue)
        idea.because = reason.isEmpty ? nil : try entered.choice(IdeaField.endedBecause.rawValue, of: IdeaRecord.Ending.Reason.self)
        try idea.check(today: submission.today)
        return .record(
            idea == present && !isNew ? [] : [Proposal(IdeaLedger.self, .ideaRecorded(id: id, idea))], then: IdeaPath.front,
            notice: Saying("assessments.ideas.notice.saved", ["title": .content(idea.title.isEmpty ? Localized(id.text) : idea.title)]))
    }
}

/// Who uses something and since when, as people write it: a Member by its code or identifier, a blank, a day.
enum IdeaUses {
    static func read(_ lines: [String], _ register: Register) throws(Refusal) -> [IdeaRecord.Use] {
        var days: [ID<Member>: Day] = [:]
        for line in lines {
            let parts = line.split(whereSeparator: \.isWhitespace).map(String.init), text = String(line.prefix(60))
            if parts.isEmpty { continue }
            func refused(_ key: String) -> Refusal { Refusal("assessments.ideas.refusal.\(key)", ["text": text], field: IdeaField.users.rawValue, ofFieldAlone: true) }
            guard parts.count == 2, let day = Day(parts[1]) else { throw refused("no-use") }
            guard let member = IdeaUses.member(parts[0], register) else { throw refused("unknown") }
            if days[member] != nil { throw refused("use-twice") }
            days[member] = day
            if days.count > EarlierIdea.mostUses { throw refused("no-use") }
        }
        return days.map { IdeaRecord.Use($0.key, on: $0.value) }.sorted { $0.member < $1.member }
    }

    static func member(_ text: String, _ register: Register) -> ID<Member>? {
        if let id = ID<Member>(text), register.described[id] != nil { return id }
        return register.member(code: text)
    }

    static func written(_ uses: [IdeaRecord.Use], apart: String) -> String { uses.map { "\($0.member) \($0.on)" }.joined(separator: apart) }
}

extension EarlierIdea {
    /// What cannot have been so; with the field that says it.
    func check(today: Day) throws(Refusal) {
        func refused(_ key: String, _ field: IdeaField) -> Refusal { Refusal("assessments.ideas.refusal.\(key)", field: field.rawValue) }
        if putIn.year < 1900 { throw Refusal("pages.refusal.out-of-range", field: IdeaField.putIn.rawValue, ofFieldAlone: true) }
        let days: [(IdeaField, Day?)] = [(.putIn, putIn), (.screened, screened), (.decided, decided), (.funded, funded), (.firstUse, firstUse), (.users, uses.map(\.on).max()), (.ended, ended)]
        for (field, day) in days {
            if let day, day > today { throw refused("future", field) }
            if let day, day < putIn { throw refused("before-put-in", field) }
        }
        if screened == nil, isPassed != nil { throw refused("passed-when", .screened) }
        if screened != nil, isPassed == nil { throw refused("screened-how", .passed) }
        if funded == nil, amount != nil { throw refused("funded-when", .funded) }
        if isPassed == false, funded != nil { throw refused("funded-though", .funded) }
        if let decided, let screened, decided < screened { throw refused("decided-before", .decided) }
        if let funded, let decided, funded < decided { throw refused("funded-before", .funded) }
        if let firstUse, let earliest = uses.map(\.on).min(), earliest < firstUse { throw refused("used-before", .users) }
        if (ended == nil) != (because == nil) { throw refused("ended-why", ended == nil ? .ended : .endedBecause) }
    }
}
