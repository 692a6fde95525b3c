import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What rows say of actions, of what they hand over, and of links between objectives.
extension PlanTableMapping {
    mutating func mapAction(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<Action>(entry.id) else { return }
        let old = plan.actions[id], whole = try self.whole(entry, old.flatMap { plan.plan(of: $0) })
        guard let objective = try objective(row, "parent", in: whole) ?? old?.objective else {
            throw Refusal.blank("parent")
        }
        let described = Action(
            objective: objective, function: try function(row, in: whole) ?? old?.function,
            focusAreas: try focusAreas(row, in: whole) ?? old?.focusAreas ?? [], code: try code(entry, .action, in: whole, instead: old?.code),
            title: try names.required(row, "title", instead: old?.title),
            description: names.content(row, "description", instead: old?.description), owner: try names.unit(row, "owner", instead: old?.owner) ?? old?.owner,
            from: try row.day("from") ?? old?.from, until: try row.day("until") ?? old?.until,
            status: try row.choice("status") ?? old?.status ?? .planned)
        if let from = described.from, let until = described.until, until < from { throw Refusal("planning.refusal.ends-before-it-begins", field: "until") }
        codes.give(described.code, .action, in: whole, to: id.text, described.title)
        describe(described, instead: old, .actionDescribed(id: id, described))
    }

    /// `until` is when it is due, `from` when it was delivered, and the description is its evidence.
    mutating func mapDeliverable(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<Deliverable>(entry.id) else { return }
        let old = plan.deliverables[id]
        let written: ID<Action>? = try row.id("parent")
        guard let action = written ?? old?.action else { throw Refusal.blank("parent") }
        guard plan.actions[action] != nil else { throw Refusal("planning.import.no-such-action", ["text": action.text], field: "parent") }
        let delivered = try row.day("from") ?? old?.deliveredOn
        let evidence = try row.text("description", max: 1000)
        if let delivered, delivered != old?.deliveredOn, delivered > today { throw Refusal("planning.refusal.not-yet", field: "from") }
        let described = Deliverable(
            action: action, title: try names.required(row, "title", instead: old?.title), due: try row.day("until") ?? old?.due,
            deliveredOn: delivered, evidence: evidence == old?.evidence.asCell ? old?.evidence ?? "" : evidence ?? old?.evidence ?? "")
        describe(described, instead: old, .deliverableDescribed(id: id, described))
    }

    /// `parent` helps the one named under `code`; the description is the assumption behind it.
    mutating func mapLink(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<CauseLink>(entry.id) else { return }
        let old = plan.links[id], whole = try self.whole(entry, old.flatMap { plan.plan(of: $0.from) })
        guard let from = try objective(row, "parent", in: whole) ?? old?.from else { throw Refusal.blank("parent") }
        guard let to = try objective(row, "code", in: whole) ?? old?.to else { throw Refusal.blank("code") }
        guard from != to else { throw Refusal("planning.import.link-to-itself", field: "code") }
        let described = CauseLink(from: from, to: to, assumption: names.content(row, "description", instead: old?.assumption))
        describe(described, instead: old, .linkDrawn(id: id, described))
    }
}
