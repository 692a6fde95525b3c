import HashTreeCollections
import Journal
import Organisation
import Pages

extension Withdrawal {
    static let all = [perspective, objective, focusArea, action, deliverable, indicator]

    private static func id<Kind>(_ parameters: [String: String], _ name: String) -> ID<Kind>? { parameters[name].flatMap { ID<Kind>($0) } }

    /// Only the kinds of which there is something.
    private static func hanging(_ kinds: (kind: String, names: [Localized])...) -> [(kind: String, names: [Localized])] {
        kinds.filter { !$0.names.isEmpty }
    }

    private static let perspective = Withdrawal(path: "plan/perspectives/{perspective}", access: .planners) { organisation, parameters in
        let plan = organisation[Plan.self]
        guard let id: ID<Perspective> = id(parameters, "perspective"), let perspective = plan.perspectives[id] else { return nil }
        return Subject(
            title: perspective.name, event: { .perspectiveWithdrawn(id: id, because: $0) }, work: nil, page: PlanPath.plan(perspective.plan),
            then: PlanPath.plan(perspective.plan),
            hanging: hanging(("objectives", plan.objectives(in: id).map { $0.objective.title.coded($0.objective.code) })))
    }

    private static let objective = Withdrawal(path: "plan/objectives/{objective}", access: .planners) { organisation, parameters in
        let plan = organisation[Plan.self]
        guard let id: ID<Objective> = id(parameters, "objective"), let objective = plan.objectives[id] else { return nil }
        let linked = plan.links.values.compactMap { link in link.from == id ? link.to : link.to == id ? link.from : nil }.sorted()
        return Subject(
            title: objective.title.coded(objective.code), event: { .objectiveWithdrawn(id: id, because: $0) }, work: nil,
            page: PlanPath.objective(id), then: plan.plan(of: id).map { PlanPath.plan($0) } ?? PlanPath.plan,
            hanging: hanging(
                ("objectives", plan.children(of: id).map { $0.objective.title.coded($0.objective.code) }),
                ("indicators", plan.indicators(of: id).map { $0.indicator.title.coded($0.indicator.code) }),
                ("actions", plan.actions(for: id).map { $0.action.title.coded($0.action.code) }),
                ("links", linked.compactMap { plan.objectives[$0] }.map { $0.title.coded($0.code) })))
    }

    private static let focusArea = Withdrawal(path: "plan/focus-areas/{area}", access: .planners) { organisation, parameters in
        let plan = organisation[Plan.self]
        guard let id: ID<FocusArea> = id(parameters, "area"), let area = plan.focusAreas[id] else { return nil }
        let objectives = plan.objectives.filter { $0.value.focusAreas.contains(id) }.map { $0.value.title.coded($0.value.code) }
        let actions = plan.actions.filter { $0.value.focusAreas.contains(id) }.map { $0.value.title.coded($0.value.code) }
        return Subject(
            title: area.title.coded(area.code), event: { .focusAreaWithdrawn(id: id, because: $0) }, work: nil, page: PlanPath.focusArea(id),
            then: PlanPath.plan(area.plan), hanging: hanging(("objectives", objectives), ("actions", actions)))
    }

    private static let action = Withdrawal(path: "plan/actions/{action}", access: .doers) { organisation, parameters in
        let plan = organisation[Plan.self]
        guard let id: ID<Action> = id(parameters, "action"), let action = plan.actions[id] else { return nil }
        return Subject(
            title: action.title.coded(action.code), event: { .actionWithdrawn(id: id, because: $0) }, work: .some(action.owner),
            page: PlanPath.action(id), then: PlanPath.objective(action.objective),
            hanging: hanging(("deliverables", plan.deliverables(of: id).map(\.deliverable.title))))
    }

    private static let deliverable = Withdrawal(path: "plan/deliverables/{deliverable}", access: .doers) { organisation, parameters in
        let plan = organisation[Plan.self]
        guard let id: ID<Deliverable> = id(parameters, "deliverable"), let deliverable = plan.deliverables[id] else { return nil }
        return Subject(
            title: deliverable.title, event: { .deliverableWithdrawn(id: id, because: $0) },
            work: .some(plan.actions[deliverable.action]?.owner), page: PlanPath.action(deliverable.action),
            then: PlanPath.action(deliverable.action), hanging: [])
    }

    /// Values that were reported are not lost with their indicator; they only could not be seen any more.
    private static let indicator = Withdrawal(path: "plan/indicators/{indicator}", access: .planners) { organisation, parameters in
        let plan = organisation[Plan.self], values = organisation[Values.self]
        guard let id: ID<Indicator> = id(parameters, "indicator"), let indicator = plan.indicators[id] else { return nil }
        let periods = values.periods(of: id).sorted().compactMap { plan.periods[$0]?.name }
        return Subject(
            title: indicator.title.coded(indicator.code), event: { .indicatorWithdrawn(id: id, because: $0) }, work: nil,
            page: PlanPath.indicator(id), then: PlanPath.objective(indicator.objective), hanging: hanging(("values", periods)))
    }
}
