import HashTreeCollections
import Journal
import Organisation
import Pages

/// Everything that all features hold against the plan before it is adopted, each with the rule it breaks.
func checksPage(_ visit: Visit) -> Page {
    let say = visit.say, findings = visit.house.findings(on: visit.organisation, for: visit.viewer)
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
                        for reference in finding.about.prefix(5) { " "; link(visit.path("thread/\(reference)")) { title(of: reference, visit) } }
                    }
                }
            }
            if findings.count > 100 { p { visit.say("strategymap.more", count: findings.count - 100) } }
        }
    }
}

private func title(of reference: Reference, _ visit: Visit) -> String {
    ID<Objective>(reference.id).flatMap { visit.plan.objectives[$0] }.map(\.code) ?? reference.id
}

private func shape(_ gravity: Finding.Gravity) -> String {
    switch gravity {
    case .blocks: "bad"
    case .warns: "warn"
    case .informs: "none"
    }
}
