import HashTreeCollections
import Journal
import Organisation
import Pages

/// A plan on two days, side by side: what was added, changed and withdrawn between them.
struct ComparisonPage {
    let visit: Visit
    let from: Day
    let until: Day
    let comparison: Comparison
    let plan: ID<StrategicPlan>
    /// Those that the reader may see on either day, the newest first.
    let plans: [(id: ID<StrategicPlan>, plan: StrategicPlan)]

    static func page(_ visit: Visit) async throws -> Page {
        let asked = ["from", "until"].map { visit.query[$0] ?? "" }, days = asked.map { Day($0) }
        var problem: String?, content = Markup()
        if let from = days[0], let until = days[1] {
            let (first, second) = (min(from, until), min(max(from, until), visit.times.today))
            if first > visit.times.today {
                problem = "planning.compare.future"
            } else if first == second {
                problem = "planning.compare.same-day"
            } else {
                content = try await ComparisonPage(visit, from: first, until: second)?.markup ?? emptyState(visit.say("planning.compare.no-plan"), visit.say("planning.compare.no-plan-help"))
            }
        } else if asked.contains(where: { !$0.isEmpty }) {
            problem = "planning.compare.unreadable"
        }
        return Page(visit.say("planning.compare.title"), place: PlanPath.plan, trail: [(visit.say("planning.nav.plan"), PlanPath.plan)]) {
            if asked.allSatisfy(\.isEmpty) { p(.class("lede")) { visit.say("planning.compare.lede") } }
            if let problem { p(.class("notice warn"), .role("status")) { visit.say(problem) } }
            form(visit, days)
            content
        }
    }

    /// `nil` where the reader may see no plan on both days.
    private init?(_ visit: Visit, from: Day, until: Day) async throws {
        let old = try await visit.state(from), new = try await visit.state(until), (then, later) = (old[Plan.self], new[Plan.self])
        let sight = ComparedSight(visit.viewer, then, later, now: visit.present[Plan.self])
        let all = (later.plansInOrder + then.plansInOrder.filter { later.plans[$0.id] == nil }).filter { sight.sees($0.id) }
        let wanted = visit.query["plan"].flatMap { ID<StrategicPlan>($0) } ?? later.plan(runningOn: until)
        guard let plan = all.first(where: { $0.id == wanted })?.id ?? all.first?.id else { return nil }
        self.visit = visit
        self.from = from
        self.until = until
        self.plan = plan
        plans = all
        comparison = Comparison(from: PlanSheet(old, visit, sight).things(of: plan), to: PlanSheet(new, visit, sight).things(of: plan))
    }

    private var say: Say { visit.say }

    private func query(_ plan: ID<StrategicPlan>) -> [String: String] { ["from": "\(from)", "until": "\(until)", "plan": plan.text] }

    @MarkupBuilder private var markup: Markup {
        chips(say("planning.other-plans"), plans.map { (visit.planName($0.plan), visit.path(PlanPath.compare, query($0.id)), $0.id == plan) })
        p(.class("lede"), .role("status")) {
            say("planning.compare.between", ["from": say.day(from), "until": say.day(until)])
            " "
            say(
                "planning.compare.counts",
                [
                    "added": say.number(comparison.added), "changed": say.number(comparison.changed), "withdrawn": say.number(comparison.withdrawn),
                    "unchanged": say.number(comparison.unchanged),
                ])
        }
        p(.class("note")) { say("planning.compare.seen-on-both") }
        let paging = Paging(count: comparison.changes.count, asked: visit.query["page"], size: 40), shown = paging.part(of: comparison.changes)
        if comparison.changes.isEmpty { p { say("planning.compare.nothing") } }
        for (place, change) in shown.enumerated() { ChangeSheet(visit: visit, change: change, from: from, until: until, number: place).markup }
        paging.markup(visit, path: PlanPath.compare, query: query(plan))
    }

    private static func form(_ visit: Visit, _ days: [Day?]) -> Markup {
        let presets = [days[0] ?? visit.times.today.adding(years: -1), days[1] ?? visit.times.day]
        return element("form", [.class("form"), Attribute("method", "get"), Attribute("action", "/\(visit.organisation.id)/\(PlanPath.compare)")]) {
            if let day = visit.times.knownOn { void("input", .type("hidden"), .name("known-on"), .value("\(day)")) }
            if let plan = visit.query["plan"], !plan.isEmpty { void("input", .type("hidden"), .name("plan"), .value(plan)) }
            for (name, day) in zip(["from", "until"], presets) {
                div(.class("field")) {
                    label(.for("compare-\(name)")) { visit.say("planning.compare.\(name)") }
                    void("input", .type("date"), .id("compare-\(name)"), .name(name), .value("\(day)"), Attribute("max", "\(visit.times.today)"), .flag("required"))
                }
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { visit.say("planning.compare.show") } }
        }
    }
}
