import HashTreeCollections
import Journal
import Organisation
import Pages

/// What an import gathers while it goes through a file.
struct ImportReport {
    private(set) var result = ImportResult()
    private var events: [Plan.Event] = []

    /// Something new or changed is proposed; what already reads so is only counted.
    mutating func describe<Thing: Equatable>(_ thing: Thing, instead present: Thing?, on day: Day? = nil, _ event: Plan.Event) {
        guard thing != present else {
            result.same += 1
            return
        }
        if present == nil { result.new += 1 } else { result.changed += 1 }
        events.append(event)
        result.proposals.append(Proposal(Plan.self, event, on: day))
    }

    /// Something beside the plan: the organisation's profile, values.
    mutating func propose(_ proposal: Proposal, isNew: Bool = true) {
        if isNew { result.new += 1 } else { result.changed += 1 }
        result.proposals.append(proposal)
    }

    mutating func same() { result.same += 1 }

    mutating func refuse(_ line: Int, _ refusal: Refusal) { result.refuse(line, refusal) }

    mutating func note(_ line: Int?, _ key: String, _ arguments: [String: String] = [:]) { result.note(line, key, arguments) }

    mutating func repaired(_ line: Int?, _ key: String, _ arguments: [String: String]) { result.repaired(line, key, arguments) }

    /// In the order of the file, with what would become of the plan.
    func finished(against plan: Plan, _ names: TableNames) -> ImportResult {
        var copy = result
        copy.changes = PlanChanges(events, to: plan, names).shown(events)
        copy.sortRemarks()
        return copy
    }
}

/// The identifiers that a chapter's things have: one name for one thing, whatever its kind, since references do not tell kinds.
struct Claims {
    private var kinds: [String: String] = [:]

    init(_ plan: Plan) {
        for id in plan.plans.keys { kinds[id.text] = "plan" }
        for id in plan.perspectives.keys { kinds[id.text] = "perspective" }
        for id in plan.objectives.keys { kinds[id.text] = "objective" }
        for id in plan.focusAreas.keys { kinds[id.text] = "focus-area" }
        for id in plan.links.keys { kinds[id.text] = "link" }
        for id in plan.actions.keys { kinds[id.text] = "action" }
        for id in plan.deliverables.keys { kinds[id.text] = "deliverable" }
        for id in plan.indicators.keys { kinds[id.text] = "indicator" }
        for id in plan.periods.keys { kinds[id.text] = "period" }
    }

    func kind(of id: String) -> String? { kinds[id] }

    /// Whether the name is now this kind's: free before, or already its own.
    mutating func claim(_ id: String, for kind: String) -> Bool {
        guard kinds[id] == nil || kinds[id] == kind, ID<Plan>(id)?.isAddress != true else { return false }
        kinds[id] = kind
        return true
    }
}
