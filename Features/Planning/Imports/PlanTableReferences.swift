import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What rows refer to: by identifier, or by what people write instead.
extension PlanTableMapping {
    func whole(_ entry: Entry, _ present: ID<StrategicPlan>?) throws(Refusal) -> ID<StrategicPlan> {
        if let present { return present }
        if entry.kind == .perspective || entry.kind == .focusArea, let named: ID<StrategicPlan> = try entry.row.id("parent") {
            guard plan.plans[named] != nil else { throw Refusal("planning.import.no-such-plan", ["text": named.text], field: "parent") }
            return named
        }
        guard let plan = entry.plan, self.plan.plans[plan] != nil else { throw Refusal("planning.import.no-plan") }
        return plan
    }

    /// From when until when; a blank cell leaves what stands.
    func span(_ row: CSVTable.Row, instead present: (from: Day, until: Day)?) throws(Refusal) -> (from: Day, until: Day) {
        guard let from = try row.day("from") ?? present?.from else { throw Refusal.blank("from") }
        guard let until = try row.day("until") ?? present?.until else { throw Refusal.blank("until") }
        guard from <= until else { throw Refusal("planning.refusal.ends-before-it-begins", field: "until") }
        return (from, until)
    }

    /// By identifier, or by a code of the same plan.
    func objective(_ row: CSVTable.Row, _ column: String, in whole: ID<StrategicPlan>) throws(Refusal) -> ID<Objective>? {
        guard let text = row.text(column) else { return nil }
        if let id = ID<Objective>(text), plan.objectives[id] != nil { return id }
        let own = plan.objectives(of: whole), wanted = NameKey(text)
        let same = own.filter { !$0.objective.code.isEmpty && NameKey($0.objective.code) == wanted }
        guard same.count == 1, let only = same.first else {
            if same.isEmpty, let refusal = Refusal.lookAlike(of: text, among: own.map(\.objective.code), field: column) { throw refusal }
            throw Refusal("planning.import.no-such-objective", ["text": String(text.prefix(80))], field: column)
        }
        return only.id
    }

    func function(_ row: CSVTable.Row, in whole: ID<StrategicPlan>) throws(Refusal) -> ID<Objective>? {
        guard let id = try objective(row, "perspective", in: whole) else { return nil }
        guard let objective = plan.objectives[id], plan.perspectives[objective.perspective]?.kind == .functions else {
            throw Refusal("planning.import.no-function", ["text": id.text], field: "perspective")
        }
        return id
    }

    func code(_ entry: Entry, _ kind: PlanCodes.Kind, in whole: ID<StrategicPlan>, instead present: String?) throws(Refusal) -> String {
        try codes.code(try entry.row.text("code", max: 40), kind, in: whole, for: entry.id, instead: present, names.language)
    }

    func focusAreas(_ row: CSVTable.Row, in whole: ID<StrategicPlan>) throws(Refusal) -> [ID<FocusArea>]? {
        guard let written = row.list("focus_areas") else { return nil }
        var areas: [ID<FocusArea>] = []
        for text in written {
            let own = plan.focusAreas(of: whole), wanted = NameKey(text)
            guard let area = own.first(where: { $0.id.text == text || NameKey($0.area.code) == wanted }) else {
                if let refusal = Refusal.lookAlike(of: text, among: own.map(\.area.code), field: "focus_areas") { throw refusal }
                throw Refusal("planning.import.no-such-focus-area", ["text": String(text.prefix(80))], field: "focus_areas")
            }
            if !areas.contains(area.id) { areas.append(area.id) }
        }
        return areas
    }

    /// By identifier or name; one that is not there yet is made, below the others.
    mutating func perspective(
        _ row: CSVTable.Row, in whole: ID<StrategicPlan>, instead present: ID<Perspective>?
    ) throws(Refusal) -> ID<Perspective> {
        let own = plan.perspectives(of: whole)
        guard let text = row.text("perspective") else {
            if let present { return present }
            if own.count == 1, let only = own.first { return only.id }
            guard own.isEmpty else { throw Refusal.blank("perspective") }
            return try make(perspective: StratMLMapping.objectivesName, "objectives", in: whole, row)
        }
        let wanted = NameKey(text)
        let found = own.first { item in item.id.text == text || item.perspective.name.texts.values.contains { $0.text.map(NameKey.init) == wanted } }
        if let found { return found.id }
        return try make(perspective: Localized(text, names.language), text, in: whole, row)
    }

    private mutating func make(
        perspective name: Localized, _ text: String, in whole: ID<StrategicPlan>, _ row: CSVTable.Row
    ) throws(Refusal) -> ID<Perspective> {
        let lowest = plan.perspectives(of: whole).map(\.perspective.level).min() ?? 10
        guard let id = ID<Perspective>(slug: "\(whole.text.prefix(40))-\(text.prefix(30))"), claim(id.text, for: "perspective") else {
            throw Refusal("planning.import.no-such-perspective", ["text": String(text.prefix(80))], field: "perspective")
        }
        let described = Perspective(plan: whole, name: name, level: max(0, lowest - 1))
        report.note(row.line, "planning.import.perspective-made", ["name": name.plain(in: names.language)])
        describe(described, instead: plan.perspectives[id], .perspectiveDescribed(id: id, described))
        return id
    }
}
