import HashTreeCollections
import Journal
import Organisation
import Pages

/// What hangs on what in all plans, gathered once for a page that needs much of it.
struct PlanIndex: Sendable {
    let plan: Plan
    /// Those that were asked for.
    let completenesses = Kept<ID<StrategicPlan>, Completeness>(capacity: 8)
    private let indicatorsByObjective: [ID<Objective>: [(id: ID<Indicator>, indicator: Indicator)]]
    private let actionsByObjective: [ID<Objective>: [(id: ID<Action>, action: Action)]]
    private let actionsByFunction: [ID<Objective>: [(id: ID<Action>, action: Action)]]
    private let deliverablesByAction: [ID<Action>: [(id: ID<Deliverable>, deliverable: Deliverable)]]
    private let childrenByParent: [ID<Objective>: [(id: ID<Objective>, objective: Objective)]]

    private static let kept = Kept<StateKey, PlanIndex>(capacity: 8)

    static func of(_ organisation: Organisation) -> PlanIndex { kept.value(of: organisation) { PlanIndex($0[Plan.self]) } }

    init(_ plan: Plan) {
        self.plan = plan
        let indicators = plan.indicators.map { (id: $0.key, indicator: $0.value) }
            .sorted { ($0.indicator.order, $0.indicator.code, $0.id) < ($1.indicator.order, $1.indicator.code, $1.id) }
        let actions = plan.actions.map { (id: $0.key, action: $0.value) }.sorted { ($0.action.code, $0.id) < ($1.action.code, $1.id) }
        let deliverables = plan.deliverables.map { (id: $0.key, deliverable: $0.value) }
            .sorted { ($0.deliverable.due ?? .beginning, $0.id) < ($1.deliverable.due ?? .beginning, $1.id) }
        let parts = plan.objectives.filter { $0.value.parent != nil }.map { (id: $0.key, objective: $0.value) }
            .sorted { ($0.objective.order, $0.objective.code, $0.id) < ($1.objective.order, $1.objective.code, $1.id) }
        indicatorsByObjective = Dictionary(grouping: indicators) { $0.indicator.objective }
        actionsByObjective = Dictionary(grouping: actions) { $0.action.objective }
        actionsByFunction = Dictionary(grouping: actions.filter { $0.action.function != nil }) { $0.action.function ?? $0.action.objective }
        deliverablesByAction = Dictionary(grouping: deliverables) { $0.deliverable.action }
        childrenByParent = Dictionary(grouping: parts) { $0.objective.parent ?? $0.id }
    }

    func indicators(of id: ID<Objective>) -> [(id: ID<Indicator>, indicator: Indicator)] { indicatorsByObjective[id] ?? [] }
    func actions(for id: ID<Objective>) -> [(id: ID<Action>, action: Action)] { actionsByObjective[id] ?? [] }
    /// What is carried out under a function, for whichever objective.
    func actions(under id: ID<Objective>) -> [(id: ID<Action>, action: Action)] { actionsByFunction[id] ?? [] }
    func deliverables(of id: ID<Action>) -> [(id: ID<Deliverable>, deliverable: Deliverable)] { deliverablesByAction[id] ?? [] }
    func children(of id: ID<Objective>) -> [(id: ID<Objective>, objective: Objective)] { childrenByParent[id] ?? [] }

    func isFunction(_ objective: Objective) -> Bool { plan.perspectives[objective.perspective]?.kind == .functions }

    /// The objectives that must be measured and carried themselves: not functions, and not those whose parts do it for them.
    func carrying(of id: ID<StrategicPlan>) -> [(id: ID<Objective>, objective: Objective)] {
        plan.objectives(of: id).filter { !isFunction($0.objective) && children(of: $0.id).isEmpty }
    }

    /// Everything that is done for the objectives of a plan.
    func actions(of id: ID<StrategicPlan>) -> [(id: ID<Action>, action: Action)] {
        plan.objectives(of: id).flatMap { actions(for: $0.id) }
    }
}

extension Visit {
    var planIndex: PlanIndex { PlanIndex.of(organisation) }
}

extension Plan {
    func plan(of action: Action) -> ID<StrategicPlan>? { plan(of: action.objective) }

    func plan(of deliverable: Deliverable) -> ID<StrategicPlan>? { actions[deliverable.action].flatMap { plan(of: $0) } }
}
