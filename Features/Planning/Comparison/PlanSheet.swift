import HashTreeCollections
import Journal
import Organisation
import Pages

/// Everything in a plan as it stood on a day, in the order in which the plan is read, as far as a reader may see it.
struct PlanSheet {
    let visit: Visit
    let plan: Plan
    let register: Register
    let sight: ComparedSight
    let index: PlanIndex

    init(_ state: Organisation, _ visit: Visit, _ sight: ComparedSight) {
        self.visit = visit
        self.sight = sight
        plan = state[Plan.self]
        register = state[Register.self]
        index = PlanIndex(plan)
    }

    func things(of id: ID<StrategicPlan>) -> [ComparedThing] {
        guard let strategic = plan.plans[id], sight.sees(id) else { return [] }
        let perspectives = plan.perspectives(of: id)
        let objectives = perspectives.flatMap { item in [thing(item.id, item.perspective)] + plan.objectives(in: item.id).filter { sight.sees($0.id) }.flatMap(things) }
        return [thing(id, strategic)] + objectives + plan.focusAreas(of: id).map { thing($0.id, $0.area) }
            + plan.links(of: id).filter { sight.sees($0.link.from) && sight.sees($0.link.to) }.map { thing($0.id, $0.link) }
            + plan.periodsInOrder.map { thing($0.id, $0.period) }
    }

    /// An objective with what measures and carries it.
    private func things(_ item: (id: ID<Objective>, objective: Objective)) -> [ComparedThing] {
        let indicators = index.indicators(of: item.id).filter { sight.sees($0.id) }.map { thing($0.id, $0.indicator) }
        let actions = index.actions(for: item.id).flatMap { action in
            [thing(action.id, action.action)] + index.deliverables(of: action.id).map { thing($0.id, $0.deliverable) }
        }
        return [thing(item.id, item.objective)] + indicators + actions
    }
}
