import HashTreeCollections
import Journal
import Organisation
import Pages

/// What this person is expected to report, and what awaits a judgement.
func tasks(for visit: Visit) -> [TaskItem] {
    guard let account = visit.viewer.account, visit.viewer.has(anyOf: reportingRoles) else { return [] }
    let due = Due(visit.present, today: visit.times.today)
    let reporters = visit.viewer.reporters
    let reports = reporters.flatMap { reporter in
        due.items(for: reporter, by: visit.viewer).map { item in
            TaskItem(
                Saying("monitoring.task.report", ["n": .count(item.indicators.count), "period": .content(item.described.name)]),
                detail: reporter.member.flatMap { visit.present[Register.self][$0] }.map {
                    .init("monitoring.task.for-member", ["member": .content($0.name)])
                },
                path: reporter.path(item.period), due: item.described.expectedBy,
                audience: .person(account), count: item.indicators.count)
        }
    }
    return reports + judgements(for: visit, account)
}

/// Texts that were reported and that nobody has judged yet: one task for each period.
private func judgements(for visit: Visit, _ account: ID<Actor>) -> [TaskItem] {
    guard visit.viewer.reportsEverything else { return [] }
    let standings = Standings.of(visit.present)
    var waiting: [ID<ReportingPeriod>: [ID<Indicator>]] = [:]
    for row in standings.rows where row.measurement.gap == .notJudged {
        guard let actual = row.measurement.actual, !actual.period.isLocked else { continue }
        waiting[actual.id, default: []].append(row.id)
    }
    return waiting.sorted { $0.key < $1.key }.compactMap { period, ids in
        guard let name = standings.plan.periods[period]?.name, let first = ids.first else { return nil }
        return TaskItem(
            Saying("monitoring.task.judge", ["n": .count(ids.count), "period": .content(name)]),
            path: "indicators/\(first)/judge/\(period)",
            audience: .person(account), count: ids.count)
    }
}
