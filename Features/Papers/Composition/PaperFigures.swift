import HashTreeCollections
import Journal
import Organisation
import Pages

/// The figures of a paper, as those who may read it may see them. Nothing is measured here: what stands how, Monitoring says.
struct PaperFigures {
    struct OfIndicator {
        let id: ID<Indicator>
        let indicator: Indicator
        let progress: Progress?
    }

    struct OfObjective {
        let id: ID<Objective>
        let objective: Objective
        let progress: Progress?
        let indicators: [OfIndicator]
        let actions: [Action]
    }

    let plan: StrategicPlan
    let whole: Progress?
    let objectives: [OfObjective]
    let actions: [Action]
    let deliverables: [Deliverable]
    /// Members' reporting, region by region, where it is measured.
    let regions: [(region: Region, progress: Progress)]
    /// How many indicators the readers of this paper may not see.
    let undisclosed: Int
    /// Whether anyone may read it: the plan is no draft, nor has become one again.
    let isPublic: Bool
    /// What a body adopted as what Members want most, in its order.
    let priorities: [AdoptedPriority]
    let body: Localized?
    let units: TreeDictionary<ID<Unit>, Unit>
    let day: Day
    let position: Int

    /// `nil` where there is no plan.
    init?(_ organisation: Organisation, _ progress: [Reference: Progress], _ disclosure: Disclosure, _ priorities: [AdoptedPriority], on day: Day) {
        let all = organisation[Plan.self], register = organisation[Register.self]
        guard let id = all.plan(runningOn: day), let plan = all.plans[id] else { return nil }
        isPublic = disclosure.audience(of: id) == .everyone
        let reader = Viewer.reader(isPublic: isPublic)
        func measured<Kind>(_ id: ID<Kind>) -> Progress? {
            progress[Reference(Plan.self, id)].flatMap { reader.belongs(to: $0.audience) ? $0 : nil }
        }
        let layers = all.perspectives(of: id).filter { $0.perspective.kind == .objectives }.map(\.id)
        var undisclosed = 0, actionIDs: [ID<Action>] = []
        let open = layers.flatMap { all.objectives(in: $0) }.filter { reader.belongs(to: disclosure.audience(of: $0.id)) }
        objectives = open.map { id, objective in
            let every = all.indicators(of: id), shown = every.filter { shown in disclosure.audience(of: shown.id).map { reader.belongs(to: $0) } ?? false }
            undisclosed += every.count - shown.count
            let actions = all.actions(for: id).filter { $0.action.objective == id }
            actionIDs += actions.map(\.id)
            return OfObjective(
                id: id, objective: objective, progress: measured(id),
                indicators: shown.map { OfIndicator(id: $0.id, indicator: $0.indicator, progress: measured($0.id)) },
                actions: actions.map(\.action))
        }
        self.plan = plan
        whole = measured(id)
        actions = objectives.flatMap(\.actions)
        deliverables = actionIDs.flatMap { all.deliverables(of: $0) }.map(\.deliverable)
        regions = register.regionsInOrder.compactMap { id, region in
            progress[Reference(Register.self, id)].flatMap { reader.belongs(to: $0.audience) ? (region, $0) : nil }
        }
        self.undisclosed = undisclosed
        self.priorities = priorities.filter { reader.belongs(to: $0.audience) }
        body = self.priorities.first.map { register.name(of: $0.body) }
        units = register.units
        self.day = day
        position = organisation.position
    }

    var indicators: [OfIndicator] { objectives.flatMap(\.indicators) }

    var annex: [AnnexRow] {
        indicators.map { figure in
            let indicator = figure.indicator, progress = figure.progress
            return AnnexRow(
                title: indicator.title.coded(indicator.code), unit: indicator.unit, baseline: indicator.baseline,
                target: indicator.targets.first { $0.by >= day } ?? indicator.targets.last, status: progress?.status.rawValue,
                isStale: progress?.isStale ?? false, score: progress?.score)
        }
    }
}

extension Action {
    var isOpen: Bool { status == .planned || status == .inProgress }

    func isLate(on day: Day) -> Bool { isOpen && until.map { $0 < day } ?? false }
}

extension Viewer {
    /// For whom a paper is written: anyone, or those who take part where the plan is still a draft. One text for all, whoever opens it.
    static func reader(isPublic: Bool) -> Viewer {
        let grant = Grant(account: ID("paper"), role: .reader, scope: .organisation)
        return Viewer(account: nil, name: "", grants: isPublic ? [] : [grant], isPublicAdmitted: true)
    }
}
