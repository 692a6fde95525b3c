import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The plans that a reader may see on their way out: plan by plan, the newest first, and at the end when it is reported and who answers.
struct PlanTableExport: Exporting {
    let name = "plan"
    let title = "planning.export.plan"

    func columns(for organisation: Organisation) -> [ImportColumn] { PlanTableImport().columns }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) rethrows {
        let plan = visit.plan, cells = PlanCells(plan: plan, names: TableNames(visit.register))
        for (kind, id) in things(visit) { if let row = cells.cells(kind, id) { try take(row) } }
    }

    private func things(_ visit: Visit) -> [(PlanTableMapping.Kind, String)] {
        let plan = visit.plan, wholes = visit.visiblePlans.map(\.id)
        let units = cells(units(visit, wholes)), periods = plan.periodsInOrder.map { (PlanTableMapping.Kind.period, $0.id.text) }
        return wholes.flatMap { things(of: $0, visit) } + periods + units
    }

    private func cells(_ units: Set<ID<Unit>>) -> [(PlanTableMapping.Kind, String)] { units.sorted().map { (.unit, $0.text) } }

    /// Those that there are, and those that are gone but still stand somewhere.
    private func units(_ visit: Visit, _ wholes: [ID<StrategicPlan>]) -> Set<ID<Unit>> {
        let plan = visit.plan, seen = Set(wholes)
        let owners = plan.objectives.filter { seen.contains(plan.plan(of: $0.key) ?? ID("none")) }.compactMap(\.value.owner)
        let doers = plan.actions.filter { seen.contains(plan.plan(of: $0.value.objective) ?? ID("none")) }.compactMap(\.value.owner)
        let responsible = plan.indicators.filter { visit.sees($0.key) }.compactMap(\.value.responsible)
        return Set(visit.register.units.keys).union(owners + doers + responsible)
    }

    private func things(of whole: ID<StrategicPlan>, _ visit: Visit) -> [(PlanTableMapping.Kind, String)] {
        let plan = visit.plan, objectives = plan.objectives(of: whole).map(\.id).filter { visit.sees($0) }, own = Set(objectives)
        let actions = plan.actions.filter { own.contains($0.value.objective) }.sorted { ($0.value.code, $0.key) < ($1.value.code, $1.key) }.map(\.key)
        let links = plan.links.filter { own.contains($0.value.from) && visit.sees($0.value.to) }
            .sorted { ($0.value.from, $0.value.to, $0.key) < ($1.value.from, $1.value.to, $1.key) }
        var things: [(PlanTableMapping.Kind, String)] = [(.plan, whole.text)]
        things += plan.perspectives(of: whole).map { (.perspective, $0.id.text) }
        things += plan.focusAreas(of: whole).map { (.focusArea, $0.id.text) }
        things += objectives.map { (.objective, $0.text) }
        things += actions.map { (.action, $0.text) }
        things += actions.flatMap { plan.deliverables(of: $0) }.map { (.deliverable, $0.id.text) }
        return things + links.map { (.link, $0.key.text) }
    }
}
