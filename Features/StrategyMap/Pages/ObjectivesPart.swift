import HashTreeCollections
import Journal
import Organisation
import Pages

/// On the organisation's first page: the objectives of the running plan, how each stands and from how many.
func objectivesPart(_ visit: Visit) -> OverviewPart? {
    guard let id = visit.mappedPlan, let plan = visit.plan.plans[id] else { return nil }
    let rows = visit.plan.objectives(of: id).filter {
        visit.sees($0.id) && visit.plan.perspectives[$0.objective.perspective]?.kind == .objectives
    }
    let most = 25
    guard !rows.isEmpty else { return nil }
    return OverviewPart(
        order: 5, width: 8, audience: visit.disclosure.audience(of: id), sentence: Markup(sentence(plan, visit)),
        content: sheet(visit.say("strategymap.where"), width: 8) {
            scrollingTable(visit.say("strategymap.where-caption", ["plan": visit.plain(plan.title)]), id: "objectives") {
                headings([
                    (visit.say("strategymap.objective"), false), (visit.say("pages.status"), false), (visit.say("strategymap.score-short"), true),
                    (visit.say("strategymap.from-how-many"), true), (visit.say("strategymap.trend"), false),
                ])
                tbody { for row in rows.prefix(most) { objectiveRow(row.id, row.objective, visit) } }
            }
            if rows.count > most {
                p { link(visit.path("plan/plans/\(id)")) { visit.say("strategymap.more-objectives", count: rows.count - most) } }
            }
            p { link(visit.path("map")) { visit.say("strategymap.open-map") } }
        })
}

/// Which plan, and which of its years this is.
private func sentence(_ plan: StrategicPlan, _ visit: Visit) -> String {
    let day = visit.times.day, title = visit.plain(plan.title)
    if day < plan.from { return visit.say("strategymap.begins", ["plan": title, "day": visit.say.day(plan.from)]) }
    if day > plan.until { return visit.say("strategymap.ended", ["plan": title, "day": visit.say.day(plan.until)]) }
    let years = max(1, Int((Double(plan.from.days(until: plan.until)) / 365.25).rounded()))
    // By the calendar: leap days would let the last day of a fourth year fall into the fifth.
    let year = min(years, (1...years).first { plan.from.adding(years: $0) > day } ?? years)
    return visit.say("strategymap.year", ["plan": title, "year": visit.say.number(year), "years": visit.say.number(years)])
}

private func objectiveRow(_ id: ID<Objective>, _ objective: Objective, _ visit: Visit) -> Markup {
    let progress = visit.progress(of: Reference(Plan.self, id)), say = visit.say
    return tr {
        th(.scope("row")) {
            link(visit.path("plan/objectives/\(id)")) {
                objective.code; " "; visit.text(objective.title)
            }
        }
        td { status(progress, say) }
        td(.class("n")) { progress?.score.map { say.number($0, digits: 0) } ?? "–" }
        td(.class("n")) {
            if let progress, progress.of > 0 {
                link(visit.path(progress.explanation)) { say("strategymap.counted", ["counted": say.number(progress.counted), "of": say.number(progress.of)]) }
            } else {
                "–"
            }
        }
        td { progress.map { sparkline($0.trend, standing: Standing($0.status), isRightToLeft: visit.language.isRightToLeft) } ?? Markup() }
    }
}
