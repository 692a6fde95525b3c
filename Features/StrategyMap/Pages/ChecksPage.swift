import HashTreeCollections
import Journal
import Organisation
import Pages

/// Everything that all features hold against the plan before it is adopted, each with the rule it breaks.
func checksPage(_ visit: Visit) -> Page {
    let say = visit.say, findings = visit.findings
    let blocking = findings.filter { $0.gravity == .blocks }.count
    return Page(say("strategymap.checks"), place: "map", trail: [(say("strategymap.title"), "map")]) {
        p(.class("lede")) {
            findings.isEmpty ? say("strategymap.checks-none") : say("strategymap.checks-count", count: findings.count, ["blocking": say.number(blocking)])
        }
        findingsSheet(findings, visit)
    }
}

@MarkupBuilder func findingsSheet(_ findings: [Finding], _ visit: Visit) -> Markup {
    if !findings.isEmpty {
        sheet(visit.say("strategymap.held-against")) {
            ul(.class("findings")) {
                for finding in findings.prefix(100) {
                    li {
                        gravityMark(finding.gravity, visit.say)
                        " "
                        visit.tell(finding.saying)
                        " "
                        small { visit.say(finding.rule) }
                        for way in finding.about.compactMap({ way(to: $0, visit) }).prefix(5) { " "; way }
                    }
                }
            }
            if findings.count > 100 { p { visit.say("strategymap.more", count: findings.count - 100) } }
        }
    }
}

/// To the thread of a thing; to a link's own form for who may mend it.
private func way(to reference: Reference, _ visit: Visit) -> Markup? {
    if reference.chapter == Plan.name, let cause = ID<CauseLink>(reference.id).flatMap({ visit.plan.links[$0] }) {
        guard visit.may(.planners) else { return nil }
        let ends = [cause.from, cause.to].map { code(of: $0, visit) }
        return link(visit.path("map/links/\(reference.id)/edit")) { visit.say("strategymap.mend", ["from": ends[0], "to": ends[1]]) }
    }
    return title(of: reference, visit).map { title in link(visit.path("thread/\(reference)")) { title } }
}

/// `nil` for what this reader may not see.
private func title(of reference: Reference, _ visit: Visit) -> String? {
    guard reference.chapter == Plan.name else { return visit.node(reference).map { visit.plain($0.title) } }
    if let id = ID<Objective>(reference.id), visit.plan.objectives[id] != nil { return visit.sees(id) ? code(of: id, visit) : nil }
    if let action = ID<Action>(reference.id).flatMap({ visit.plan.actions[$0] }) {
        guard visit.sees(action.objective) else { return nil }
        return action.code.isEmpty ? visit.plain(action.title) : action.code
    }
    if let deliverable = ID<Deliverable>(reference.id).flatMap({ visit.plan.deliverables[$0] }) {
        guard let action = visit.plan.actions[deliverable.action], visit.sees(action.objective) else { return nil }
        return visit.plain(deliverable.title)
    }
    if let id = ID<Indicator>(reference.id), let indicator = visit.plan.indicators[id] {
        guard visit.sees(id) else { return nil }
        return indicator.code.isEmpty ? reference.id : indicator.code
    }
    if let id = ID<StrategicPlan>(reference.id), let plan = visit.plan.plans[id] { return visit.sees(id) ? visit.plain(plan.title) : nil }
    return reference.id
}

private func code(of id: ID<Objective>, _ visit: Visit) -> String {
    guard let objective = visit.plan.objectives[id] else { return id.text }
    return objective.code.isEmpty ? visit.plain(objective.title) : objective.code
}
