import HashTreeCollections
import Journal
import Methods
import Organisation

/// A study worked out: its objectives, how they fare, and what its drivers weigh. Of a published one under the names of its day.
struct StudyFigures {
    struct Tested {
        let id: ID<Objective>
        let title: Localized
        /// Where the plan no longer knows it, for whom it was.
        let keptFor: Audience
        let test: StressTest
    }

    let id: ID<ForesightStudy>
    let study: ForesightStudy
    let phase: Scenarios.Phase
    let axes: Axes?
    private let scenarios: Scenarios
    private let plan: Plan
    private let register: Register
    private let names: KeptNames?

    init?(_ id: ID<ForesightStudy>, in organisation: Organisation) {
        scenarios = organisation[Scenarios.self]
        guard let study = scenarios.studies[id] else { return nil }
        (self.id, self.study) = (id, study)
        phase = scenarios.phase(of: id)
        axes = scenarios.axes(of: id)
        plan = organisation[Plan.self]
        register = organisation[Register.self]
        names = scenarios.publications[id]?.names
    }

    /// Those of the plan that are no goals made of others: rated one by one.
    var objectives: [KeptNames.KeptObjective] {
        if let names { return names.objectives }
        guard let chosen = study.plan else { return [] }
        let isPublic = plan.audience(of: chosen) == .everyone
        return plan.objectives(of: chosen).filter { plan.perspectives[$0.objective.perspective]?.kind == .objectives && plan.children(of: $0.id).isEmpty }
            .map { .init(id: $0.id, code: $0.objective.code, title: $0.objective.title, isPublic: isPublic) }
    }

    var planTitle: Localized { names?.plan ?? study.plan.flatMap { plan.plans[$0]?.title } ?? .empty }

    var tested: [Tested] {
        objectives.map { item in Tested(id: item.id, title: item.title.coded(item.code), keptFor: item.isPublic ? .everyone : .participants, test: test(of: item.id)) }
    }

    func test(of objective: ID<Objective>) -> StressTest {
        let columns = axes?.scenarios ?? [], given = scenarios.stress[id]?[objective] ?? [:]
        return StressTest(rows: given.values.map { row in columns.map { row.effect(in: $0) } }, scenarios: columns.count, least: DriverSpread.least)
    }

    /// Of all marks of an objective in a scenario that bring a reason, the reasons, without whose they are; none where few rated.
    func reasons(for objective: ID<Objective>, in scenario: ID<Scenario>) -> [Prose] {
        let marks = (scenarios.stress[id]?[objective] ?? [:]).values.flatMap(\.marks).filter { $0.scenario == scenario }
        guard marks.count >= DriverSpread.least else { return [] }
        // In the order of their words: that of the raters would tell whose they are.
        return marks.map(\.because).filter { !$0.isEmpty }.sorted { ($0.text ?? "") < ($1.text ?? "") }
    }

    var regions: [(id: ID<Region>, name: Localized)] { names.map { $0.regions.map { ($0.id, $0.name) } } ?? register.regionsInOrder.map { ($0.id, $0.region.name) } }

    func spread(of driver: ID<Driver>) -> DriverSpread {
        let register = register
        let holding: [(id: ID<Region>, holds: (ID<Member>) -> Bool)] =
            names.map { $0.regions.map { region in (region.id, { region.members.contains($0) }) } }
            ?? register.regionsInOrder.map { region in (region.id, { register.described[$0]?.region == region.id }) }
        return DriverSpread(scenarios.ratings[driver] ?? [:], holding)
    }

    /// The heaviest first; those of which too few rated at the end.
    var weighed: [(id: ID<Driver>, driver: Driver, spread: DriverSpread)] {
        scenarios.drivers(of: id).map { ($0.id, $0.driver, spread(of: $0.id)) }.sorted { a, b in
            let one = a.2.weight ?? -1, other = b.2.weight ?? -1
            return one == other ? (b.2.importance.median ?? 0, a.0) < (a.2.importance.median ?? 0, b.0) : one > other
        }
    }

    /// How many have rated any driver; how many have rated all objectives in all scenarios, or some.
    var raters: Int { scenarios.drivers(of: id).reduce(into: Set<Rater>()) { all, item in all.formUnion((scenarios.ratings[item.id] ?? [:]).keys) }.count }
    var stressRaters: Int { (scenarios.stress[id] ?? [:]).values.reduce(into: Set<Rater>()) { $0.formUnion($1.keys) }.count }
}

extension Scenarios {
    /// The studies by which plans that have not ended are judged on a day: those that are open, and the last published one of each plan.
    func speaking(of plan: Plan, on day: Day) -> [ID<ForesightStudy>] {
        func runs(_ id: ID<ForesightStudy>) -> Bool { studies[id]?.plan.flatMap { plan.plans[$0] }.map { $0.status != .ended && $0.until >= day } ?? true }
        var plans: Set<ID<StrategicPlan>> = []
        let published = publications.sorted { $0.value.position > $1.value.position }.map(\.key).filter { id in studies[id]?.plan.map { plans.insert($0).inserted } ?? false }
        return (published + studiesInOrder.map(\.id).filter { phase(of: $0) == .open }).filter(runs)
    }
}
