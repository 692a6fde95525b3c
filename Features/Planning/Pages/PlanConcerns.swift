import Journal
import Organisation
import Pages

/// What all features hold against a plan, each point with the way to the things that it names.
struct PlanConcerns {
    private let visit: Visit
    private let id: ID<StrategicPlan>
    private let all: [Finding]

    init(_ visit: Visit, _ id: ID<StrategicPlan>) {
        self.visit = visit
        self.id = id
        all = visit.findings
    }

    private var say: Say { visit.say }

    /// On the plan's own page: what blocks and what warns; what is only to know stands folded.
    @MarkupBuilder var onPage: Markup {
        let own = visit.plan.concerns(about: id, among: all), pressing = own.filter { $0.gravity != .informs }
        if !own.isEmpty {
            h2(.id("concerns")) { say("planning.concerns") }
            p { say("planning.concerns-count", count: own.count, ["blocking": say.number(own.count { $0.gravity == .blocks })]) }
            list(pressing)
            let rest = own.filter { $0.gravity == .informs }
            if !rest.isEmpty {
                details {
                    summary { say("planning.concerns-to-know", count: rest.count) }
                    list(rest)
                }
            }
        }
    }

    /// Above the form of a plan that is not adopted: what keeps it from being so.
    @MarkupBuilder var beforeAdoption: Markup {
        let blocking = visit.plan.blocking(id, among: all)
        if !blocking.isEmpty {
            div(.class("notice warn")) {
                p { say("planning.before-adoption", count: blocking.count) }
                list(blocking)
            }
        }
    }

    @MarkupBuilder private func list(_ findings: [Finding]) -> Markup {
        if !findings.isEmpty {
            ul(.class("findings")) { for finding in findings.prefix(20) { li { point(finding) } } }
            if findings.count > 20 { p { link(visit.path("map/checks")) { say("planning.concerns-more", count: findings.count - 20) } } }
        }
    }

    @MarkupBuilder private func point(_ finding: Finding) -> Markup {
        let things = finding.about.compactMap { visit.thingLink($0) }
        gravityMark(finding.gravity, say)
        " "
        say(finding.saying)
        for (place, thing) in things.prefix(5).enumerated() { place == 0 ? " " : " · "; thing }
        if things.count > 5 { " "; say("planning.and-more", count: things.count - 5) }
        " "
        small { say(finding.rule) }
    }
}
