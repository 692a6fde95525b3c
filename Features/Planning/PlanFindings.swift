import HashTreeCollections
import Journal
import Organisation
import Pages

/// What must hold before a plan is adopted, asked of the plan that runs and of every draft.
func planFindings(_ organisation: Organisation) -> [Finding] { keptFindings.value(of: organisation, findings) }

private let keptFindings = Kept<StateKey, [Finding]>(capacity: 8)

private func findings(on organisation: Organisation) -> [Finding] {
    let plan = organisation[Plan.self], index = PlanIndex.of(organisation)
    let running = plan.plan(runningOn: organisation.day)
    return plan.plansInOrder.filter { $0.id == running || $0.plan.status == .draft }.flatMap { id, strategic in
        index.findings(on: id, strategic, on: organisation.day)
    }
}

extension PlanIndex {
    func findings(on id: ID<StrategicPlan>, _ strategic: StrategicPlan, on day: Day) -> [Finding] {
        var findings = Findings(plan: id, title: strategic.title, audience: plan.audience(of: id))
        let objectives = plan.objectives(of: id).filter { !isFunction($0.objective) }, carrying = carrying(of: id)
        guard !objectives.isEmpty else {
            findings.add(.blocks, "no-objectives", about: [Reference(Plan.self, id)])
            return findings.all
        }
        find(among: objectives, carrying, &findings)
        find(actionsOf: id, on: day, &findings)
        find(indicatorsOf: carrying, &findings)
        find(codesOf: id, &findings)
        find(odditiesOf: id, &findings)
        if strategic.vision.isEmpty && strategic.mission.isEmpty { findings.add(.informs, "no-vision", about: [Reference(Plan.self, id)]) }
        return findings.all
    }

    private func find(
        among objectives: [(id: ID<Objective>, objective: Objective)], _ carrying: [(id: ID<Objective>, objective: Objective)],
        _ findings: inout Findings
    ) {
        findings.add(.blocks, "objectives-without-indicator", carrying.filter { indicators(of: $0.id).isEmpty }.map(\.id))
        let measured = carrying.filter { !indicators(of: $0.id).isEmpty }
        findings.add(
            .warns, "objectives-without-outcome", measured.filter { item in !indicators(of: item.id).contains { $0.indicator.level.isOutcome } }.map(\.id))
        findings.add(.warns, "objectives-without-owner", objectives.filter { $0.objective.owner == nil }.map(\.id))
        findings.add(.warns, "objectives-without-action", carrying.filter { actions(for: $0.id).isEmpty }.map(\.id))
        if carrying.count > 25 { findings.add(.warns, "too-many-objectives", carrying.map(\.id)) }
        findings.add(.informs, "objectives-with-many-indicators", carrying.filter { indicators(of: $0.id).count > 3 }.map(\.id))
        findings.add(
            .informs, "objectives-without-lag", measured.filter { item in !indicators(of: item.id).contains { $0.indicator.timing == .lag } }.map(\.id))
    }

    private func find(actionsOf id: ID<StrategicPlan>, on day: Day, _ findings: inout Findings) {
        let actions = actions(of: id)
        findings.add(.warns, "actions-without-deliverable", actions.filter { deliverables(of: $0.id).isEmpty }.map(\.id))
        findings.add(.warns, "actions-without-dates", actions.filter { $0.action.from == nil || $0.action.until == nil }.map(\.id))
        findings.add(.warns, "actions-without-owner", actions.filter { $0.action.owner == nil }.map(\.id))
        let overdue = actions.flatMap { deliverables(of: $0.id) }.filter { $0.deliverable.isOverdue(on: day) }
        findings.add(.informs, "deliverables-overdue", overdue.map(\.id))
    }

    private func find(indicatorsOf carrying: [(id: ID<Objective>, objective: Objective)], _ findings: inout Findings) {
        let all = carrying.flatMap { indicators(of: $0.id) }
        // Their titles are not said here, only how many: what a sheet keeps to staff stays there.
        findings.add(.warns, "indicators-without-baseline", all.filter { $0.indicator.needsBaseline && $0.indicator.baseline == nil }.map(\.id))
        findings.add(.warns, "indicators-without-target", all.filter { !$0.indicator.hasTarget }.map(\.id))
    }
}

extension PlanIndex {
    private func find(codesOf id: ID<StrategicPlan>, _ findings: inout Findings) {
        let shared = PlanCodes.Kind.allCases.flatMap { PlanCodes(plan, $0, of: id).shared }
        let about = shared.compactMap { Reference("\(Plan.name):\($0.id)") }
        if !about.isEmpty { findings.add(.warns, "codes-shared", count: about.count, about: about) }
    }

    private func find(odditiesOf id: ID<StrategicPlan>, _ findings: inout Findings) {
        var about: [Oddity: [Reference]] = [:]
        func note<Kind>(_ oddities: [Oddity], _ id: ID<Kind>) {
            for oddity in oddities { about[oddity, default: []].append(Reference(Plan.self, id)) }
        }
        for (id, action) in actions(of: id) {
            note(oddities(of: action), id)
            for (id, deliverable) in deliverables(of: id) { note(oddities(of: deliverable), id) }
        }
        for (id, indicator) in plan.objectives(of: id).flatMap({ indicators(of: $0.id) }) { note(oddities(of: indicator), id) }
        for oddity in Oddity.allCases {
            if let about = about[oddity] { findings.add(.warns, oddity.rawValue, count: about.count, about: about) }
        }
    }
}

private struct Findings {
    let plan: ID<StrategicPlan>
    let title: Localized
    let audience: Audience
    private(set) var all: [Finding] = []

    init(plan: ID<StrategicPlan>, title: Localized, audience: Audience) {
        self.plan = plan
        self.title = title
        self.audience = audience
    }

    /// One finding for all things with the same fault; none where there are none.
    mutating func add<Kind>(_ gravity: Finding.Gravity, _ fault: String, _ things: [ID<Kind>]) {
        guard !things.isEmpty else { return }
        add(gravity, fault, count: things.count, about: things.map { Reference(Plan.self, $0) })
    }

    mutating func add(_ gravity: Finding.Gravity, _ fault: String, count: Int? = nil, about: [Reference]) {
        var arguments: [String: Saying.Argument] = ["plan": .content(title)]
        if let count { arguments["n"] = .count(count) }
        // Work on drafts and faults in them are no matter of the public.
        let readers: Audience = audience == .everyone ? .participants : audience
        all.append(
            Finding(gravity, Saying("planning.finding.\(fault)", arguments), about: about, rule: "planning.rule.\(fault)", audience: readers))
    }
}
