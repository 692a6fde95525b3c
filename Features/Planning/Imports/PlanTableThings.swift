import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What each kind of row says.
extension PlanTableMapping {
    mutating func mapPlan(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<StrategicPlan>(entry.id) else { return }
        let old = plan.plans[id]
        guard let from = try row.day("from") ?? old?.from else { throw Refusal("planning.import.blank", ["column": "from"]) }
        guard let until = try row.day("until") ?? old?.until else { throw Refusal("planning.import.blank", ["column": "until"]) }
        guard from <= until else { throw Refusal("planning.refusal.ends-before-it-begins") }
        var described = old ?? StrategicPlan(title: .empty, from: from, until: until, status: .draft)
        described.title = try names.required(row, "title", instead: old?.title)
        described.from = from
        described.until = until
        described.status = try row.choice("status") ?? described.status
        described.vision = names.content(row, "description", instead: old?.vision)
        describe(described, instead: old, .planDescribed(id: id, described))
    }

    mutating func mapPerspective(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<Perspective>(entry.id) else { return }
        let old = plan.perspectives[id], whole = try self.whole(entry, old?.plan)
        let lowest = plan.perspectives(of: whole).map(\.perspective.level).min() ?? 10
        var described = old ?? Perspective(plan: whole, name: .empty, level: max(0, lowest - 1))
        described.plan = whole
        described.name = try names.required(row, "title", instead: old?.name)
        described.kind = try row.choice("status") ?? described.kind
        if let level = try row.number("code", in: 0...99) { described.level = Int(level) }
        describe(described, instead: old, .perspectiveDescribed(id: id, described))
    }

    mutating func mapFocusArea(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<FocusArea>(entry.id) else { return }
        let old = plan.focusAreas[id], whole = try self.whole(entry, old?.plan)
        let described = FocusArea(
            plan: whole, code: try row.line("code", max: 40) ?? old?.code ?? "", title: try names.required(row, "title", instead: old?.title),
            description: names.content(row, "description", instead: old?.description), note: old?.note ?? .empty)
        describe(described, instead: old, .focusAreaDescribed(id: id, described))
    }

    mutating func mapObjective(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<Objective>(entry.id) else { return }
        let old = plan.objectives[id], whole = try self.whole(entry, old.flatMap { plan.perspectives[$0.perspective]?.plan })
        let parent: ID<Objective>? = try objective(row, "parent", in: whole) ?? old?.parent
        if let parent, ObjectiveForm.isPart(parent, of: id, plan) { throw Refusal("planning.import.part-of-itself", ["id": id.text]) }
        let order = plan.objectives.values.filter { plan.perspectives[$0.perspective]?.plan == whole }.map(\.order).max() ?? 0
        var described = old ?? Objective(perspective: ID("none"), code: "", title: .empty, order: order + 1)
        described.perspective = try perspective(row, in: whole, instead: old?.perspective)
        described.parent = parent
        described.code = try row.line("code", max: 40) ?? described.code
        described.title = try names.required(row, "title", instead: old?.title)
        described.description = names.content(row, "description", instead: old?.description)
        described.owner = try names.unit(row, "owner") ?? described.owner
        described.focusAreas = try focusAreas(row, in: whole) ?? described.focusAreas
        describe(described, instead: old, .objectiveDescribed(id: id, described))
    }

    mutating func mapAction(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<Action>(entry.id) else { return }
        let old = plan.actions[id], whole = try self.whole(entry, old.flatMap { plan.plan(of: $0) })
        guard let objective = try objective(row, "parent", in: whole) ?? old?.objective else {
            throw Refusal("planning.import.blank", ["column": "parent"])
        }
        let described = Action(
            objective: objective, function: try function(row, in: whole) ?? old?.function,
            focusAreas: try focusAreas(row, in: whole) ?? old?.focusAreas ?? [], code: try row.line("code", max: 40) ?? old?.code ?? "",
            title: try names.required(row, "title", instead: old?.title),
            description: names.content(row, "description", instead: old?.description), owner: try names.unit(row, "owner") ?? old?.owner,
            from: try row.day("from") ?? old?.from, until: try row.day("until") ?? old?.until,
            status: try row.choice("status") ?? old?.status ?? .planned)
        if let from = described.from, let until = described.until, until < from { throw Refusal("planning.refusal.ends-before-it-begins") }
        describe(described, instead: old, .actionDescribed(id: id, described))
    }

    /// `until` is when it is due, `from` when it was delivered, and the description is its evidence.
    mutating func mapDeliverable(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<Deliverable>(entry.id) else { return }
        let old = plan.deliverables[id]
        let written: ID<Action>? = try row.id("parent")
        guard let action = written ?? old?.action else { throw Refusal("planning.import.blank", ["column": "parent"]) }
        guard plan.actions[action] != nil else { throw Refusal("planning.import.no-such-action", ["text": action.text]) }
        let delivered = try row.day("from") ?? old?.deliveredOn
        if let delivered, delivered > today { throw Refusal("planning.refusal.not-yet") }
        let described = Deliverable(
            action: action, title: try names.required(row, "title", instead: old?.title), due: try row.day("until") ?? old?.due,
            deliveredOn: delivered, evidence: try row.line("description", max: 1000) ?? old?.evidence ?? "")
        describe(described, instead: old, .deliverableDescribed(id: id, described))
    }

    /// `parent` helps the one named under `code`; the description is the assumption behind it.
    mutating func mapLink(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<CauseLink>(entry.id) else { return }
        let old = plan.links[id], whole = try self.whole(entry, old.flatMap { plan.plan(of: $0.from) })
        guard let from = try objective(row, "parent", in: whole) ?? old?.from else { throw Refusal("planning.import.blank", ["column": "parent"]) }
        guard let to = try objective(row, "code", in: whole) ?? old?.to else { throw Refusal("planning.import.blank", ["column": "code"]) }
        guard from != to else { throw Refusal("planning.import.link-to-itself") }
        let described = CauseLink(from: from, to: to, assumption: names.content(row, "description", instead: old?.assumption))
        describe(described, instead: old, .linkDrawn(id: id, described))
    }

    // MARK: - What rows refer to

    private func whole(_ entry: Entry, _ present: ID<StrategicPlan>?) throws(Refusal) -> ID<StrategicPlan> {
        if let present { return present }
        if entry.kind == .perspective || entry.kind == .focusArea, let named: ID<StrategicPlan> = try entry.row.id("parent") {
            guard plan.plans[named] != nil else { throw Refusal("planning.import.no-such-plan", ["text": named.text]) }
            return named
        }
        guard let plan = entry.plan, self.plan.plans[plan] != nil else { throw Refusal("planning.import.no-plan") }
        return plan
    }

    /// By identifier, or by a code of the same plan.
    private func objective(_ row: CSVTable.Row, _ column: String, in whole: ID<StrategicPlan>) throws(Refusal) -> ID<Objective>? {
        guard let text = row.text(column) else { return nil }
        if let id = ID<Objective>(text), plan.objectives[id] != nil { return id }
        let same = plan.objectives(of: whole).filter { !$0.objective.code.isEmpty && $0.objective.code.lowercased() == text.lowercased() }
        guard same.count == 1, let only = same.first else { throw Refusal("planning.import.no-such-objective", ["text": String(text.prefix(80))]) }
        return only.id
    }

    private func function(_ row: CSVTable.Row, in whole: ID<StrategicPlan>) throws(Refusal) -> ID<Objective>? {
        guard let id = try objective(row, "perspective", in: whole) else { return nil }
        guard let objective = plan.objectives[id], plan.perspectives[objective.perspective]?.kind == .functions else {
            throw Refusal("planning.import.no-function", ["text": id.text])
        }
        return id
    }

    private func focusAreas(_ row: CSVTable.Row, in whole: ID<StrategicPlan>) throws(Refusal) -> [ID<FocusArea>]? {
        guard let written = row.list("focus_areas") else { return nil }
        var areas: [ID<FocusArea>] = []
        for text in written {
            let own = plan.focusAreas(of: whole)
            guard let area = own.first(where: { $0.id.text == text || $0.area.code.lowercased() == text.lowercased() }) else {
                throw Refusal("planning.import.no-such-focus-area", ["text": String(text.prefix(80))])
            }
            if !areas.contains(area.id) { areas.append(area.id) }
        }
        return areas
    }

    /// By identifier or name; one that is not there yet is made, below the others.
    private mutating func perspective(
        _ row: CSVTable.Row, in whole: ID<StrategicPlan>, instead present: ID<Perspective>?
    ) throws(Refusal) -> ID<Perspective> {
        let own = plan.perspectives(of: whole)
        guard let text = row.text("perspective") else {
            if let present { return present }
            if own.count == 1, let only = own.first { return only.id }
            guard own.isEmpty else { throw Refusal("planning.import.blank", ["column": "perspective"]) }
            return try make(perspective: StratMLMapping.objectivesName, "objectives", in: whole, row)
        }
        let found = own.first { item in
            item.id.text == text || item.perspective.name.texts.values.contains { $0.text?.lowercased() == text.lowercased() }
        }
        if let found { return found.id }
        return try make(perspective: Localized(text, names.language), text, in: whole, row)
    }

    private mutating func make(
        perspective name: Localized, _ text: String, in whole: ID<StrategicPlan>, _ row: CSVTable.Row
    ) throws(Refusal) -> ID<Perspective> {
        let lowest = plan.perspectives(of: whole).map(\.perspective.level).min() ?? 10
        guard let id = ID<Perspective>(slug: "\(whole.text.prefix(40))-\(text.prefix(30))"), claim(id.text, for: "perspective") else {
            throw Refusal("planning.import.no-such-perspective", ["text": String(text.prefix(80))])
        }
        let described = Perspective(plan: whole, name: name, level: max(0, lowest - 1))
        report.note(row.line, "planning.import.perspective-made", ["name": name.plain(in: names.language)])
        describe(described, instead: plan.perspectives[id], .perspectiveDescribed(id: id, described))
        return id
    }
}
