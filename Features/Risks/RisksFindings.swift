import HashTreeCollections
import Journal
import Organisation
import Pages

/// What the register holds against every plan: a red risk that nothing answers and nobody carries keeps each from being adopted.
func riskFindings(_ organisation: Organisation) -> [Finding] {
    let standings = organisation[Risks.self].standings(organisation[Plan.self], on: organisation.day)
    let blocking = standings.filter(\.blocks).map { standing in
        Finding(
            .blocks, Saying("risks.finding.unanswered", ["title": .content(standing.risk.title), "score": .count(standing.score ?? 0)]), about: [Reference(Risks.self, standing.id)],
            rule: "risks.finding-rule.unanswered", audience: standing.risk.readers.audience)
    }
    let overdue = standings.filter { $0.isDue && $0.level == .red }, untreated = standings.filter { $0.exceedsAppetite && $0.risk.treatment == nil }
    return blocking + warnings("overdue", overdue) + warnings("untreated", untreated)
}

/// One for all that the same people may know of.
private func warnings(_ key: String, _ standings: [RiskStanding]) -> [Finding] {
    Dictionary(grouping: standings, by: \.risk.readers).sorted { $0.key.rawValue < $1.key.rawValue }.map { readers, items in
        Finding(
            .warns, Saying("risks.finding.\(key)", ["n": .count(items.count)]), about: items.map { Reference(Risks.self, $0.id) }.sorted(), rule: "risks.finding-rule.\(key)",
            audience: readers.audience)
    }
}

/// What awaits somebody: for planners red risks without an answer and reviews that are due, for whoever leads a unit the reviews of its own.
func riskTasks(_ visit: Visit) -> [TaskItem] {
    guard visit.viewer.isSignedIn else { return [] }
    // What awaits somebody awaits them now, whichever day they are reading.
    let now = visit.present, open = now[Risks.self].standings(now[Plan.self], on: visit.times.today).filter { !$0.isClosed && visit.viewer.belongs(to: $0.risk.readers.audience) }
    let due = open.filter(\.isDue)
    if Access.planners.admits(visit.viewer) {
        let blocking = open.filter(\.blocks)
        var tasks: [TaskItem] = []
        if !blocking.isEmpty {
            tasks.append(TaskItem(Saying("risks.task.unanswered", ["n": .count(blocking.count)]), path: "\(RiskPath.risks)?list=unanswered", audience: .planners, count: blocking.count))
        }
        if !due.isEmpty {
            tasks.append(
                TaskItem(
                    Saying("risks.task.review", ["n": .count(due.count)]), path: "\(RiskPath.risks)?list=review", due: due.compactMap(\.risk.reviewOn).min(), audience: .planners, count: due.count))
        }
        return tasks
    }
    return due.filter { visit.viewer.mayRate($0.risk) }.prefix(20).map { item in
        TaskItem(Saying("risks.task.own-review", ["title": .content(item.risk.title)]), path: RiskPath.risk(item.id, "rate"), due: item.risk.reviewOn, audience: .roles([.projectOwner]))
    }
}
