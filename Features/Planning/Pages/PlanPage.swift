import HashTreeCollections
import Journal
import Organisation
import Pages

/// The plan running on the day read, or the one asked for: what it says, how complete it is, and its objectives.
struct PlanPage {
    let visit: Visit
    let id: ID<StrategicPlan>
    let plan: StrategicPlan
    let index: PlanIndex

    static func running(_ visit: Visit) async throws -> Page {
        guard let id = visit.chosenPlan, let plan = visit.plan.plans[id] else { return try await NoPlan.page(visit) }
        return PlanPage(visit, id, plan).page
    }

    static func chosen(_ visit: Visit) throws -> Page {
        let id: ID<StrategicPlan> = try visit.id("plan")
        guard let plan = visit.plan.plans[id], visit.sees(id) else { throw Missing() }
        return PlanPage(visit, id, plan).page
    }

    private init(_ visit: Visit, _ id: ID<StrategicPlan>, _ plan: StrategicPlan) {
        self.visit = visit
        self.id = id
        self.plan = plan
        index = visit.planIndex
    }

    var say: Say { visit.say }

    private var page: Page {
        Page(visit.plain(plan.title), place: PlanPath.plan) {
            visit.planChips(id) { visit.path(PlanPath.plan($0)) }
            p(.class("lede")) { standing }
            statements
            CompletenessSentence(visit: visit, id: id, completeness: index.completeness(of: id)).markup
            objectives
            focusAreas
            PlanConcerns(visit, id).onPage
            visit.aspects(of: Reference(Plan.self, id))
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
            link(visit.path(PlanPath.compare, ["plan": id.text]), .class("button quiet")) { say("planning.compare.title") }
            link(visit.path("exports"), .class("button quiet")) { say("pages.take-along") }
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
