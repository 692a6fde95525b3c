import HashTreeCollections
import Journal
import Organisation
import Pages

/// The plan running on the day read, or the one asked for: what it says, how complete it is, and its objectives.
struct PlanPage {
    let visit: Visit
    let id: ID<StrategicPlan>
    let plan: StrategicPlan
    private let index: PlanIndex

    static func running(_ visit: Visit) throws -> Page {
        guard let id = visit.chosenPlan, let plan = visit.plan.plans[id] else { return NoPlan.page(visit) }
        return PlanPage(visit, id, plan).page
    }

    static func chosen(_ visit: Visit) throws -> Page {
        let id: ID<StrategicPlan> = try visit.id("plan")
        guard let plan = visit.plan.plans[id], visit.viewer.belongs(to: visit.plan.audience(of: id)) else { throw Missing() }
        return PlanPage(visit, id, plan).page
    }

    private init(_ visit: Visit, _ id: ID<StrategicPlan>, _ plan: StrategicPlan) {
        self.visit = visit
        self.id = id
        self.plan = plan
        index = PlanIndex(visit.plan)
    }

    private var say: Say { visit.say }

    private var page: Page {
        Page(visit.plain(plan.title), place: PlanPath.plan) {
            visit.planChips(id) { visit.path(PlanPath.plan($0)) }
            p(.class("lede")) { standing }
            statements
            CompletenessSentence(visit: visit, id: id, completeness: index.completeness(of: id)).markup
            objectives
            focusAreas
            controls
        }
    }

    /// What kind of plan this is, from when until when, in one sentence.
    private var standing: String {
        let dates = ["from": say.day(plan.from), "until": say.day(plan.until)], day = visit.times.day
        switch plan.status {
        case .draft: return say("planning.standing.draft", dates)
        case .ended: return say("planning.standing.ended", dates)
        case .adopted where day < plan.from: return say("planning.standing.coming", dates)
        case .adopted where day > plan.until: return say("planning.standing.over", dates)
        case .adopted: return say("planning.standing.running", dates)
        }
    }

    private var statements: Markup {
        group {
            facts([
                (say("planning.vision"), visit.text(plan.vision)),
                (say("planning.mission"), visit.text(plan.mission)),
                (say("planning.values"), list(plan.values)),
                (say("pages.source"), visit.text(plan.source)),
            ])
            remark(visit.text(plan.note))
        }
    }

    private func list(_ values: [Localized]) -> Markup {
        let texts = values.filter { !$0.isEmpty }
        return texts.isEmpty ? Markup() : ul { for value in texts { li { visit.text(value) } } }
    }

    // MARK: - Objectives

    private typealias Line = (perspective: ID<Perspective>, id: ID<Objective>, objective: Objective)

    @MarkupBuilder private var objectives: Markup {
        let perspectives = visit.plan.perspectives(of: id)
        let lines: [Line] = perspectives.flatMap { item in visit.plan.objectives(in: item.id).map { (item.id, $0.id, $0.objective) } }
        let (shown, page, pages) = visit.onThisPage(lines)
        let groups = Dictionary(grouping: shown) { $0.perspective }
        if lines.isEmpty {
            emptyState(say("planning.no-objectives"), say("planning.no-objectives-help")) {
                visit.control(.planners, "plan/objectives/new", say("planning.new-objective"), quiet: false)
            }
        }
        for (perspective, described) in perspectives {
            if let lines = groups[perspective] { table(of: described, perspective, lines) } else if pages == 1 { emptyPerspective(described, perspective) }
        }
        visit.pager(PlanPath.plan(id), page: page, of: pages)
    }

    private func table(of described: Perspective, _ perspective: ID<Perspective>, _ lines: [Line]) -> Markup {
        let isFunctions = described.kind == .functions
        return group {
            heading(described, perspective)
            scrollingTable(visit.plain(described.name), id: "perspective-\(perspective)") {
                headings(
                    [(say("pages.code"), false), (say(isFunctions ? "planning.function" : "planning.objective"), false), (say("pages.status"), false)]
                        + [(say("planning.actions"), true), (say("planning.indicators"), true), (say("planning.owner"), false)])
                tbody { for line in lines { row(line, isFunctions) } }
            }
        }
    }

    private func heading(_ described: Perspective, _ perspective: ID<Perspective>) -> Markup {
        group {
            h2 { visit.text(described.name) }
            if visit.may(.planners) {
                p(.class("actions")) {
                    visit.control(.planners, "\(PlanPath.perspective(perspective))/edit", say("planning.edit-perspective"))
                    visit.control(.planners, "\(PlanPath.perspective(perspective))/withdraw", say("pages.withdraw"))
                }
            }
        }
    }

    private func emptyPerspective(_ described: Perspective, _ perspective: ID<Perspective>) -> Markup {
        group {
            heading(described, perspective)
            p(.class("gap")) { say("planning.gap.perspective-empty") }
        }
    }

    private func row(_ line: Line, _ isFunction: Bool) -> Markup {
        let actions = isFunction ? index.actions(under: line.id) : index.actions(for: line.id)
        let indicators = index.indicators(of: line.id).filter { visit.sees($0.indicator) }
        return tr {
            td { line.objective.code }
            th(.scope("row")) { link(visit.path(PlanPath.objective(line.id))) { visit.text(line.objective.title) } }
            td { status(visit.progress[Reference(Plan.self, line.id)], say) }
            td(.class("n")) { say.number(actions.count) }
            td(.class("n")) { say.number(indicators.count) }
            td { visit.owner(line.objective.owner) }
        }
    }

    // MARK: - The rest

    @MarkupBuilder private var focusAreas: Markup {
        let areas = visit.plan.focusAreas(of: id)
        if !areas.isEmpty {
            h2 { say("planning.focus-areas") }
            p { say("planning.focus-areas-help") }
            visit.focusAreaLinks(areas.map(\.id))
        }
    }

    @MarkupBuilder private var controls: Markup {
        p(.class("actions")) {
            link(visit.path(PlanPath.timeline, ["plan": id.text]), .class("button quiet")) { say("planning.nav.timeline") }
            link(visit.path(PlanPath.annual, ["plan": id.text]), .class("button quiet")) { say("planning.nav.annual") }
            link(visit.path(PlanPath.periods), .class("button quiet")) { say("planning.periods") }
        }
        if visit.may(.planners) {
            h2 { say("planning.change") }
            p(.class("actions")) {
                visit.control(.planners, "\(PlanPath.plan(id))/edit", say("planning.edit-plan"))
                visit.control(.planners, "plan/objectives/new", say("planning.new-objective"))
                visit.control(.planners, "plan/perspectives/new", say("planning.new-perspective"))
                visit.control(.planners, "plan/focus-areas/new", say("planning.new-focus-area"))
                visit.control(.planners, "plan/plans/new", say("planning.new-plan"))
            }
        }
    }
}
