import HashTreeCollections
import Journal
import Organisation
import Pages

/// The plan's part of the golden thread: what exists, what is missing around it, and why it exists.
func planThread(_ organisation: Organisation) -> Pages.Thread {
    let plan = organisation[Plan.self], index = PlanIndex.of(organisation), day = organisation.day
    return Pages.Thread(nodes: nodes(plan, index, day), strands: strands(plan))
}

private func nodes(_ plan: Plan, _ index: PlanIndex, _ day: Day) -> [Node] {
    var nodes: [Node] = []
    let used = Set(plan.objectives.values.flatMap(\.focusAreas) + plan.actions.values.flatMap(\.focusAreas))
    for (id, strategic) in plan.plansInOrder {
        let gaps: [Gap] = plan.perspectives(of: id).contains { !plan.objectives(in: $0.id).isEmpty } ? [] : [.planWithoutObjectives]
        nodes.append(node(id, "plan", "", strategic.title, PlanPath.plan(id), plan.audience(of: id), gaps))
    }
    for (id, area) in plan.focusAreas {
        let gaps: [Gap] = used.contains(id) ? [] : [.focusAreaUnused]
        nodes.append(node(id, "focus-area", area.code, area.title, PlanPath.focusArea(id), plan.audience(of: area.plan), gaps))
    }
    for (id, objective) in plan.objectives {
        let kind = index.isFunction(objective) ? "function" : "objective"
        let gaps = index.gaps(of: id, objective)
        nodes.append(node(id, kind, objective.code, objective.title, PlanPath.objective(id), plan.audience(of: id), gaps))
    }
    for (id, action) in plan.actions {
        let audience = plan.audience(of: action.objective)
        nodes.append(node(id, "action", action.code, action.title, PlanPath.action(id), audience, index.gaps(of: id, action)))
    }
    for (id, deliverable) in plan.deliverables {
        let audience = plan.audience(of: plan.plan(of: deliverable)), path = PlanPath.action(deliverable.action)
        nodes.append(node(id, "deliverable", "", deliverable.title, path, audience, deliverable.gaps(on: day)))
    }
    for (id, indicator) in plan.indicators {
        let audience = plan.audience(of: indicator)
        nodes.append(node(id, "indicator", indicator.code, indicator.title, PlanPath.indicator(id), audience, indicator.gaps))
    }
    return nodes.sorted { $0.reference < $1.reference }
}

private func node<Kind>(
    _ id: ID<Kind>, _ kind: String, _ code: String, _ title: Localized, _ path: String, _ audience: Audience, _ gaps: [Gap]
) -> Node {
    Node(
        Reference(Plan.self, id), kind: "planning.kind.\(kind)", code: code, title: title, path: path, audience: audience, gaps: gaps.map(\.key))
}

private func strands(_ plan: Plan) -> [Strand] {
    var strands = Strands()
    for (id, objective) in plan.objectives {
        let audience = plan.audience(of: id)
        if let parent = objective.parent {
            strands.tie(parent, id, "part", audience)
        } else if let whole = plan.plan(of: id) {
            strands.tie(whole, id, "objective", audience)
        }
        if let owner = objective.owner { strands.tie(owner, id, "answers-for", audience) }
        for area in objective.focusAreas { strands.tie(area, id, "focus", audience) }
    }
    // The objective that is helped is why the helping one was chosen.
    for link in plan.links.values { strands.tie(link.to, link.from, "helped-by", plan.audience(of: link.from)) }
    for (id, action) in plan.actions {
        let audience = plan.audience(of: action.objective)
        strands.tie(action.objective, id, "action", audience)
        if let function = action.function { strands.tie(function, id, "carried-out", audience) }
        if let owner = action.owner { strands.tie(owner, id, "owner", audience) }
        for area in action.focusAreas { strands.tie(area, id, "focus", audience) }
    }
    for (id, deliverable) in plan.deliverables {
        strands.tie(deliverable.action, id, "deliverable", plan.audience(of: plan.plan(of: deliverable)))
    }
    for (id, indicator) in plan.indicators {
        strands.tie(indicator.objective, id, "measured-by", plan.audience(of: indicator))
        if let unit = indicator.responsible { strands.tie(unit, id, "reports", plan.audience(of: indicator)) }
    }
    for (id, area) in plan.focusAreas { strands.tie(area.plan, id, "focus-area", plan.audience(of: area.plan)) }
    return strands.all.sorted { ($0.from, $0.to, $0.kind) < ($1.from, $1.to, $1.kind) }
}

private struct Strands {
    private(set) var all: [Strand] = []

    mutating func tie<From, To>(_ from: ID<From>, _ to: ID<To>, _ kind: String, _ audience: Audience) {
        let chapter: any Chapter.Type = From.self == Unit.self ? Register.self : Plan.self
        all.append(Strand(from: Reference(chapter, from), to: Reference(Plan.self, to), kind: "planning.strand.\(kind)", audience: audience))
    }
}
