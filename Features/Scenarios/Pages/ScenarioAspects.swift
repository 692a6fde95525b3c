import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// On the pages of others: how an objective fares in which future; of a signal, the drivers and signposts that hang on it.
func scenarioAspects(_ reference: Reference, _ visit: Visit) -> [OverviewPart] {
    if reference.chapter == Plan.name, let objective = ID<Objective>(reference.id), visit.plan.objectives[objective] != nil { return tested(objective, visit).map { [$0] } ?? [] }
    return hanging(on: reference, visit).map { [$0] } ?? []
}

private func tested(_ objective: ID<Objective>, _ visit: Visit) -> OverviewPart? {
    guard visit.sees(objective) else { return nil }
    let studies = visit.scenarios.speaking(of: visit.plan, on: visit.times.day).filter { visit.sees($0) }.compactMap { StudyFigures($0, in: visit.organisation) }
        .map { (figures: $0, test: $0.test(of: objective)) }.filter { item in item.test.verdict != nil && item.figures.objectives.contains { $0.id == objective } }
    guard !studies.isEmpty else { return nil }
    return OverviewPart(
        order: 45, width: 6, audience: .everyone,
        content: sheet(visit.say("scenarios.stress"), width: 6) {
            for item in studies {
                p {
                    link(visit.path(ScenarioPath.study(item.figures.id, "stress"))) { visit.text(item.figures.study.title) }
                    "\(visit.language.colon) "
                    visit.mark(item.test.verdict)
                }
                let failing = visit.failing(item.test, of: item.figures.axes?.scenarios ?? [])
                if !failing.isEmpty { p(.class("help")) { failing } }
                if let answer = visit.scenarios.fragilities[item.figures.id]?[objective] { ConsequencePart(visit: visit, consequence: answer.consequence).markup }
            }
        })
}

private func hanging(on signal: Reference, _ visit: Visit) -> OverviewPart? {
    let scenarios = visit.scenarios
    let drivers = scenarios.drivers.filter { $0.value.signals.contains(signal) && visit.sees($0.value.study) }.keys.sorted()
    let signs = scenarios.standingSignposts.filter { item in item.signpost.signals.contains(signal) && scenarios.study(of: item.signpost).map { visit.sees($0) } == true }
    guard !drivers.isEmpty || !signs.isEmpty else { return nil }
    return OverviewPart(
        order: 45, width: 6, audience: .everyone,
        content: sheet(visit.say("scenarios.hang-on-it"), width: 6) {
            ul {
                for id in drivers {
                    li {
                        visit.link(to: id); " "; small { visit.say("scenarios.driver") }
                    }
                }
                for item in signs {
                    li {
                        link(visit.path(ScenarioPath.scenario(item.signpost.scenario))) { visit.text(item.signpost.title) }; " "; small { visit.say("scenarios.signpost") }
                    }
                }
            }
        })
}
