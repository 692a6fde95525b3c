import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What rows say of the plan and of what stands in it.
extension PlanTableMapping {
    mutating func mapPlan(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<StrategicPlan>(entry.id) else { return }
        let old = plan.plans[id]
        let (from, until) = try span(row, instead: old.map { ($0.from, $0.until) })
        var described = old ?? StrategicPlan(title: .empty, from: from, until: until, status: .draft)
        described.title = try names.required(row, "title", instead: old?.title)
        described.from = from
        described.until = until
        let status = try row.choice("status") ?? described.status
        described.vision = names.content(row, "description", instead: old?.vision)
        if status == .adopted, old == nil, standing.plans.isEmpty {
            // An organisation that arrives with its plan: it was adopted elsewhere.
            report.note(entry.line, "planning.import.adopted-elsewhere", ["title": described.title.plain(in: names.language)])
            described.status = .adopted
        } else if status == .adopted, old?.status != .adopted {
            // What every room holds against it is asked on its form, once its objectives and their indicators are there.
            report.repaired(entry.line, "planning.import.not-adopted", ["title": described.title.plain(in: names.language)])
        } else {
            described.status = status
        }
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
            plan: whole, code: try code(entry, .focusArea, in: whole, instead: old?.code),
            title: try names.required(row, "title", instead: old?.title),
            description: names.content(row, "description", instead: old?.description), note: old?.note ?? .empty)
        codes.give(described.code, .focusArea, in: whole, to: id.text, described.title)
        describe(described, instead: old, .focusAreaDescribed(id: id, described))
    }

    mutating func mapObjective(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<Objective>(entry.id) else { return }
        let old = plan.objectives[id], whole = try self.whole(entry, old.flatMap { plan.perspectives[$0.perspective]?.plan })
        let parent: ID<Objective>? = try objective(row, "parent", in: whole) ?? old?.parent
        if let parent, isPartOfItself(id, under: parent, instead: old?.parent) { throw Refusal("planning.import.part-of-itself", ["id": id.text], field: "parent") }
        var described = old ?? Objective(perspective: ID("none"), code: "", title: .empty, order: (lastOrders[whole] ?? 0) + 1 + entry.number)
        described.perspective = try perspective(row, in: whole, instead: old?.perspective)
        described.parent = parent
        described.code = try code(entry, .objective, in: whole, instead: old?.code)
        described.title = try names.required(row, "title", instead: old?.title)
        described.description = names.content(row, "description", instead: old?.description)
        described.owner = try names.unit(row, "owner", instead: old?.owner) ?? described.owner
        described.focusAreas = try focusAreas(row, in: whole) ?? described.focusAreas
        codes.give(described.code, .objective, in: whole, to: id.text, described.title)
        if let parent { wholes.insert(parent) }
        describe(described, instead: old, .objectiveDescribed(id: id, described))
    }
}
