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
                        span(.class("state \(shape(finding.gravity))")) { visit.say("strategymap.gravity.\(finding.gravity.rawValue)") }
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
    return link(visit.path("thread/\(reference)")) { title(of: reference, visit) }
}

private func title(of reference: Reference, _ visit: Visit) -> String {
    guard reference.chapter == Plan.name else { return reference.id }
    if let id = ID<Objective>(reference.id), visit.plan.objectives[id] != nil { return code(of: id, visit) }
    if let action = ID<Action>(reference.id).flatMap({ visit.plan.actions[$0] }) {
        return action.code.isEmpty ? visit.plain(action.title) : action.code
    }
    if let deliverable = ID<Deliverable>(reference.id).flatMap({ visit.plan.deliverables[$0] }) { return visit.plain(deliverable.title) }
    if let indicator = ID<Indicator>(reference.id).flatMap({ visit.plan.indicators[$0] }), !indicator.code.isEmpty { return indicator.code }
    if let plan = ID<StrategicPlan>(reference.id).flatMap({ visit.plan.plans[$0] }) { return visit.plain(plan.title) }
    return reference.id
}

private func code(of id: ID<Objective>, _ visit: Visit) -> String {
    guard let objective = visit.plan.objectives[id] else { return id.text }
    return objective.code.isEmpty ? visit.plain(objective.title) : objective.code
}

private func shape(_ gravity: Finding.Gravity) -> String {
    switch gravity {
    case .blocks: "bad"
    case .warns: "warn"
    case .informs: "none"
    }
}
