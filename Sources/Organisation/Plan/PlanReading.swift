import HashTreeCollections
import Journal

/// The plan in the order in which people read it.
extension Plan {
    /// The newest first.
    package var plansInOrder: [(id: ID<StrategicPlan>, plan: StrategicPlan)] {
        plans.map { ($0.key, $0.value) }.sorted { ($1.plan.from, $1.id) < ($0.plan.from, $0.id) }
    }

    /// The adopted plan that runs on a day; otherwise the newest adopted one that has begun, otherwise the newest.
    package func plan(runningOn day: Day) -> ID<StrategicPlan>? {
        let adopted = plansInOrder.filter { $0.plan.status != .draft }
        return (adopted.first { $0.plan.from <= day && day <= $0.plan.until } ?? adopted.first { $0.plan.from <= day } ?? plansInOrder.first)?.id
    }

    /// From the top of the map down.
    package func perspectives(of plan: ID<StrategicPlan>) -> [(id: ID<Perspective>, perspective: Perspective)] {
        perspectives.filter { $0.value.plan == plan }.map { ($0.key, $0.value) }
            .sorted { ($1.perspective.level, $0.id) < ($0.perspective.level, $1.id) }
    }

    package func objectives(in perspective: ID<Perspective>) -> [(id: ID<Objective>, objective: Objective)] {
        inOrder(objectives.filter { $0.value.perspective == perspective })
    }

    package func children(of objective: ID<Objective>) -> [(id: ID<Objective>, objective: Objective)] {
        inOrder(objectives.filter { $0.value.parent == objective })
    }

    /// Every objective of a plan, perspective by perspective from the top.
    package func objectives(of plan: ID<StrategicPlan>) -> [(id: ID<Objective>, objective: Objective)] {
        perspectives(of: plan).flatMap { objectives(in: $0.id) }
    }

    package func plan(of objective: ID<Objective>) -> ID<StrategicPlan>? {
        objectives[objective].flatMap { perspectives[$0.perspective]?.plan }
    }

    package func focusAreas(of plan: ID<StrategicPlan>) -> [(id: ID<FocusArea>, area: FocusArea)] {
        focusAreas.filter { $0.value.plan == plan }.map { ($0.key, $0.value) }.sorted { ($0.area.code, $0.id) < ($1.area.code, $1.id) }
    }

    /// What is done for an objective, or under it where it is a function.
    package func actions(for objective: ID<Objective>) -> [(id: ID<Action>, action: Action)] {
        actions.filter { $0.value.objective == objective || $0.value.function == objective }.map { ($0.key, $0.value) }
            .sorted { ($0.action.code, $0.id) < ($1.action.code, $1.id) }
    }

    package func deliverables(of action: ID<Action>) -> [(id: ID<Deliverable>, deliverable: Deliverable)] {
        deliverables.filter { $0.value.action == action }.map { ($0.key, $0.value) }
            .sorted { ($0.deliverable.due ?? .beginning, $0.id) < ($1.deliverable.due ?? .beginning, $1.id) }
    }

    package func indicators(of objective: ID<Objective>) -> [(id: ID<Indicator>, indicator: Indicator)] {
        indicators.filter { $0.value.objective == objective }.map { ($0.key, $0.value) }
            .sorted { ($0.indicator.order, $0.indicator.code, $0.id) < ($1.indicator.order, $1.indicator.code, $1.id) }
    }

    /// Links between two objectives of a plan.
    package func links(of plan: ID<StrategicPlan>) -> [(id: ID<CauseLink>, link: CauseLink)] {
        links.filter { self.plan(of: $0.value.from) == plan && self.plan(of: $0.value.to) == plan }.map { ($0.key, $0.value) }
            .sorted { ($0.link.from, $0.link.to, $0.id) < ($1.link.from, $1.link.to, $1.id) }
    }

    /// The newest last.
    package var periodsInOrder: [(id: ID<ReportingPeriod>, period: ReportingPeriod)] {
        periods.map { ($0.key, $0.value) }.sorted { ($0.period.from, $0.period.until, $0.id) < ($1.period.from, $1.period.until, $1.id) }
    }

    private func inOrder(_ objectives: TreeDictionary<ID<Objective>, Objective>) -> [(id: ID<Objective>, objective: Objective)] {
        objectives.map { ($0.key, $0.value) }
            .sorted { ($0.objective.order, $0.objective.code, $0.id) < ($1.objective.order, $1.objective.code, $1.id) }
    }
}

extension Plan {
    /// Whether an objective stands in a plan that has not ended by a day, or an action there that was not stopped.
    package func carries(_ reference: Reference, on day: Day) -> Bool {
        guard reference.chapter == Plan.name else { return false }
        let action = ID<Action>(reference.id).flatMap { actions[$0] }
        guard action?.status != .stopped, let whole = (action?.objective ?? ID<Objective>(reference.id)).flatMap({ self.plan(of: $0) }).flatMap({ plans[$0] }) else { return false }
        return whole.status != .ended && whole.until >= day
    }
}
