import HashTreeCollections
import Journal
import Organisation
import Pages

/// What can be found of the plans: every text that somebody wrote into them, in every language.
func planSearch(_ organisation: Organisation) -> [SearchDocument] {
    let plan = organisation[Plan.self], index = PlanIndex.of(organisation)
    return plan.plansInOrder.map { document($0.id, $0.plan, plan) } + plan.perspectives.sorted { $0.key < $1.key }.map { document($0.key, $0.value, plan) }
        + plan.objectives.sorted { $0.key < $1.key }.map { document($0.key, $0.value, plan, index) }
        + plan.focusAreas.sorted { $0.key < $1.key }.map { document($0.key, $0.value, plan) }
        + plan.actions.sorted { $0.key < $1.key }.map { document($0.key, $0.value, plan) }
        + plan.deliverables.sorted { $0.key < $1.key }.map { document($0.key, $0.value, plan) }
        + plan.indicators.sorted { $0.key < $1.key }.map { document($0.key, $0.value, plan) }
        + plan.periodsInOrder.map { document($0.id, $0.period) }
}

private typealias Field = SearchDocument.Field

private func document(_ id: ID<StrategicPlan>, _ strategic: StrategicPlan, _ plan: Plan) -> SearchDocument {
    SearchDocument(
        Reference(Plan.self, id), kind: "planning.kind.plan", title: strategic.title, path: PlanPath.plan(id),
        fields: [Field("planning.vision", strategic.vision), Field("planning.field.mission", strategic.mission)]
            + strategic.values.map { Field("planning.values", $0) }
            + [Field("planning.field.source", strategic.source), Field("planning.field.note", strategic.note)],
        audience: plan.audience(of: id), form: .init("plan/plans/\(id)/edit"))
}

private func document(_ id: ID<Perspective>, _ perspective: Perspective, _ plan: Plan) -> SearchDocument {
    SearchDocument(
        Reference(Plan.self, id), kind: "planning.field.perspective", title: perspective.name, path: PlanPath.plan(perspective.plan),
        audience: plan.audience(of: perspective.plan), within: [Reference(Plan.self, perspective.plan)],
        form: .init("plan/perspectives/\(id)/edit", title: "name"))
}

private func document(_ id: ID<Objective>, _ objective: Objective, _ plan: Plan, _ index: PlanIndex) -> SearchDocument {
    SearchDocument(
        Reference(Plan.self, id), kind: index.isFunction(objective) ? "planning.kind.function" : "planning.kind.objective", code: objective.code,
        title: objective.title, path: PlanPath.objective(id),
        fields: [Field("planning.field.description", objective.description), Field("planning.field.note", objective.note)],
        audience: plan.audience(of: id), within: plan.around(id), form: .init("plan/objectives/\(id)/edit"))
}

private func document(_ id: ID<FocusArea>, _ area: FocusArea, _ plan: Plan) -> SearchDocument {
    SearchDocument(
        Reference(Plan.self, id), kind: "planning.kind.focus-area", code: area.code, title: area.title, path: PlanPath.focusArea(id),
        fields: [Field("planning.field.description", area.description), Field("planning.field.note", area.note)], audience: plan.audience(of: area.plan),
        within: [Reference(Plan.self, area.plan)], form: .init("plan/focus-areas/\(id)/edit"))
}

private func document(_ id: ID<Action>, _ action: Action, _ plan: Plan) -> SearchDocument {
    SearchDocument(
        Reference(Plan.self, id), kind: "planning.kind.action", code: action.code, title: action.title, path: PlanPath.action(id),
        fields: [Field("planning.field.description", action.description)], audience: plan.audience(of: action.objective),
        within: plan.around(action.objective) + [Reference(Plan.self, action.objective)], form: .init("plan/actions/\(id)/edit", .doers))
}

private func document(_ id: ID<Deliverable>, _ deliverable: Deliverable, _ plan: Plan) -> SearchDocument {
    SearchDocument(
        Reference(Plan.self, id), kind: "planning.kind.deliverable", title: deliverable.title, path: PlanPath.action(deliverable.action),
        fields: [Field("planning.field.evidence", Prose(deliverable.evidence))], audience: plan.audience(of: plan.plan(of: deliverable)),
        within: plan.actions[deliverable.action].map { plan.around($0.objective) + [Reference(Plan.self, $0.objective)] } ?? [],
        form: .init("plan/deliverables/\(id)/edit", .doers))
}

private func document(_ id: ID<Indicator>, _ indicator: Indicator, _ plan: Plan) -> SearchDocument {
    let sheet = indicator.sheet
    let fields = [
        Field("planning.field.definition", sheet.definition), Field("planning.field.formula", sheet.formula),
        Field("planning.field.numerator", sheet.numerator), Field("planning.field.denominator", sheet.denominator),
        Field("planning.field.disaggregation", sheet.disaggregation), Field("planning.field.dataSource", sheet.dataSource),
        Field("planning.field.method", sheet.method), Field("planning.field.verification", sheet.verification),
        Field("planning.field.quality", sheet.quality), Field("planning.field.limitations", sheet.limitations),
        Field("planning.field.sdg", Prose(sheet.sdg)), Field("planning.field.unit", indicator.unit),
        Field("planning.field.baselineSource", indicator.baseline?.source ?? .empty),
    ]
    let targets = indicator.targets.compactMap { target -> Field? in
        if case .text(let text) = target.aim { Field("planning.target", text) } else { nil }
    }
    return SearchDocument(
        Reference(Plan.self, id), kind: "planning.kind.indicator", code: indicator.code, title: indicator.title, path: PlanPath.indicator(id),
        fields: fields + targets, audience: plan.audience(of: indicator),
        within: plan.around(indicator.objective) + [Reference(Plan.self, indicator.objective)], form: .init("plan/indicators/\(id)/edit"))
}

private func document(_ id: ID<ReportingPeriod>, _ period: ReportingPeriod) -> SearchDocument {
    SearchDocument(
        Reference(Plan.self, id), kind: "planning.period", title: period.name, path: PlanPath.periods, audience: .everyone,
        form: .init("plan/periods/\(id)/edit", title: "name"))
}

extension Plan {
    /// What an objective stands in: where that is not for a reader today, neither is what stood in it.
    fileprivate func around(_ objective: ID<Objective>) -> [Reference] { plan(of: objective).map { [Reference(Plan.self, $0)] } ?? [] }
}
