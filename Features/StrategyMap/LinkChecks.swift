import HashTreeCollections
import Journal
import Methods
import Organisation

/// The plan's links held against the rules of a strategy map: upward or sideways, no cycles, nothing that leads nowhere,
/// nothing that nothing supports. Sources: Kaplan and Norton's rules as the house default states them.
struct LinkChecks {
    let cycles: [[ID<Objective>]]
    let orphans: [ID<Objective>]
    let unsupported: [ID<Objective>]
    let downward: [ID<CauseLink>]

    /// `nil` for a plan without any link between objectives: then it is not a map of causes, and nothing is held against it.
    init?(_ plan: Plan, of id: ID<StrategicPlan>) {
        let objectives = plan.objectives(of: id).filter { plan.perspectives[$0.objective.perspective]?.kind == .objectives }
        let drawn = plan.links(of: id)
        let places = Dictionary(uniqueKeysWithValues: objectives.enumerated().map { ($0.element.id, $0.offset) })
        let layers = objectives.map { plan.perspectives[$0.objective.perspective]?.level ?? 0 }
        let links = drawn.compactMap { entry -> (id: ID<CauseLink>, link: Link)? in
            guard let from = places[entry.link.from], let to = places[entry.link.to] else { return nil }
            return (entry.id, Link(from: from, to: to))
        }
        guard !links.isEmpty, let found = checkLinks(layers: layers, links: links.map(\.link)) else { return nil }
        let wrongWay = Set(found.downward)
        cycles = found.cycles.map { $0.path.map { objectives[$0].id } }
        orphans = found.orphans.map { objectives[$0].id }
        unsupported = found.unsupported.map { objectives[$0].id }
        downward = links.filter { wrongWay.contains($0.link) }.map(\.id)
    }
}

/// For every plan that still runs or is being drafted.
func linkFindings(_ organisation: Organisation) -> [Finding] {
    let plan = organisation[Plan.self]
    return plan.plansInOrder.filter { $0.plan.status != .ended }.flatMap { findings(on: plan, $0.id) }
}

func findings(on plan: Plan, _ id: ID<StrategicPlan>) -> [Finding] {
    guard let checks = LinkChecks(plan, of: id) else { return [] }
    func about(_ objectives: [ID<Objective>]) -> [Reference] { objectives.map { Reference(Plan.self, $0) } }
    let audience: Audience = plan.plans[id]?.status == .draft ? .participants : .everyone
    // The links come first: where only some of what a finding is about is shown, it is the way to mend it.
    func finding(_ gravity: Finding.Gravity, _ key: String, _ objectives: [ID<Objective>], _ links: [ID<CauseLink>] = []) -> Finding {
        Finding(
            gravity, Saying("strategymap.finding.\(key)", ["objectives": .content(plan.chain(objectives, isCircle: key == "cycle"))]),
            about: links.map { Reference(Plan.self, $0) } + about(objectives), rule: "strategymap.rule.\(key)", audience: audience)
    }
    return checks.cycles.map { finding(.blocks, "cycle", $0, plan.links(around: $0)) }
        + checks.orphans.map { finding(.warns, "orphan", [$0]) }
        + checks.unsupported.map { finding(.warns, "unsupported", [$0]) }
        + checks.downward.compactMap { id in plan.links[id].map { finding(.warns, "downward", [$0.from, $0.to], [id]) } }
}
