import HashTreeCollections
import Journal
import Organisation
import Pages

extension Visit {
    /// A thing of a plan by its name, leading to where it is read or, for a link between objectives, mended; `nil` where this reader may not
    /// see it or there is no such thing any more.
    func thingLink(_ reference: Reference) -> Markup? {
        guard reference.chapter == Plan.name else { return nodeLink(reference) }
        let id = reference.id
        if let id = ID<Objective>(id), plan.objectives[id] != nil, sees(id) { return objectiveLink(id) }
        if let id = ID<Action>(id), let action = plan.actions[id], sees(action.objective) { return actionLink(id) }
        if let deliverable = ID<Deliverable>(id).flatMap({ plan.deliverables[$0] }), let action = plan.actions[deliverable.action] {
            return sees(action.objective) ? link("\(path(PlanPath.action(deliverable.action)))#deliverable-\(id)") { text(deliverable.title) } : nil
        }
        if let id = ID<Indicator>(id), let indicator = plan.indicators[id] {
            return sees(id) ? link(path("indicators/\(id)")) { coded(indicator.code, indicator.title) } : nil
        }
        if let cause = ID<CauseLink>(id).flatMap({ plan.links[$0] }) { return mending(id, cause) }
        if let id = ID<StrategicPlan>(id), let whole = plan.plans[id], sees(id) { return link(path(PlanPath.plan(id))) { text(whole.title) } }
        return nil
    }

    /// Only who may change a link is led to it.
    private func mending(_ id: String, _ cause: CauseLink) -> Markup? {
        guard may(.planners) else { return nil }
        let from = plan.objectives[cause.from]?.code ?? cause.from.text, to = plan.objectives[cause.to]?.code ?? cause.to.text
        return link(path("map/links/\(id)/edit")) { say("planning.mend-link", ["from": from, "to": to]) }
    }
}
