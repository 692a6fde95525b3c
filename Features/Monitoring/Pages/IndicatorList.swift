import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// All indicators of a plan that this reader may see, by objective.
struct IndicatorList: Sendable {
    let visit: Visit
    let standings: Standings
    /// Of the plan, those that this reader may see.
    let all: [Standings.Row]
    /// How those stand that are not disclosed to this reader.
    let undisclosed: [Standings.Row]
    /// Those that were asked for.
    let rows: [Standings.Row]
    let status: Rating?
    let objective: ID<Objective>?
    let unit: ID<Unit>?
    /// The plan whose indicators these are.
    let plan: ID<StrategicPlan>?

    init(_ visit: Visit) {
        self.visit = visit
        let standings = Standings.of(visit.organisation)
        let plan = visit.plan
        self.standings = standings
        let status = visit.query["status"].flatMap { word in Rating.allCases.first { $0.word == word } }
        let objective = visit.query["objective"].flatMap { ID<Objective>($0) }.flatMap { plan.objectives[$0] != nil && visit.sees($0) ? $0 : nil }
        let unit = visit.query["unit"].flatMap { ID<Unit>($0) }
        self.status = status
        self.objective = objective
        self.unit = unit
        let below = objective.map { Set(standings.leaves(of: $0)) }
        let shownPlan = IndicatorList.plan(visit, objective)
        self.plan = shownPlan
        var all: [Standings.Row] = [], undisclosed: [Standings.Row] = []
        for row in standings.rows where row.plan == shownPlan {
            if visit.sees(row) { all.append(row) } else { undisclosed.append(row) }
        }
        (self.all, self.undisclosed) = (all, undisclosed)
        rows = all.filter { row in
            (status == nil || row.measurement.rating == status) && (below?.contains(row.id) ?? true)
                && (unit == nil || row.indicator.responsible == unit)
        }
    }

    /// The plan of the objective asked for, the plan asked for, or the one running on the day read. What the reader may not see is asked for in vain.
    private static func plan(_ visit: Visit, _ objective: ID<Objective>?) -> ID<StrategicPlan>? {
        if let objective, let plan = visit.plan.plan(of: objective) { return plan }
        let asked = visit.query["plan"].flatMap { ID<StrategicPlan>($0) }.flatMap { visit.plan.plans[$0] != nil && visit.sees($0) ? $0 : nil }
        return asked ?? visit.plan.plan(runningOn: visit.times.day)
    }

    func page() -> Page {
        let say = visit.say
        return Page(say("monitoring.indicators"), place: "indicators") {
            if visit.plan.plans.isEmpty, !visit.isNow {
                visit.nothingYet
            } else if all.isEmpty {
                emptyState(say("monitoring.list.empty"), say("monitoring.list.empty-text")) {
                    visit.control(.planners, "plan", say("monitoring.list.empty-action"), quiet: false)
                }
            } else {
                p(.class("lede")) { count.sentence(visit) }
                IndicatorFilters(self).markup
                if rows.isEmpty { p(.class("empty")) { say("monitoring.list.none-of-these") } } else { table }
                p(.class("note")) {
                    say("monitoring.list.method")
                    " "
                    if let plan {
                        link(visit.path("progress/\(plan)")) { say("pages.how-counted") }
                    }
                    " "
                    link(visit.path("exports")) { say("pages.take-along") }
                }
            }
        }
    }

    var count: StatusCount { StatusCount(all, undisclosed: undisclosed) }

    private var table: Markup {
        let paging = Paging(count: rows.count, asked: visit.query["page"])
        return group {
            IndicatorTable(visit, standings).markup(
                visit.say("monitoring.list.caption", count: rows.count), id: "indicators", byObjective(paging.part(of: rows)))
            paging.markup(visit, path: "indicators", query: visit.asked("plan", "status", "objective", "unit"))
        }
    }

    private func byObjective(_ rows: ArraySlice<Standings.Row>) -> [IndicatorTable.Group] {
        rows.reduce(into: []) { groups, row in
            if groups.last?.objective == row.indicator.objective {
                groups[groups.count - 1].rows.append(row)
            } else {
                let objective = row.indicator.objective
                groups.append(IndicatorTable.Group(objective: objective, heading: heading(objective), rows: [row]))
            }
        }
    }

    private func heading(_ id: ID<Objective>) -> Markup {
        group {
            strong { visit.plan.objectives[id].map { visit.title($0.code, $0.title) } ?? id.text }
            " "
            visit.mark(standings.whole(of: id), standings)
            " "
            link(visit.path("progress/\(id)")) { visit.say("pages.how-counted") }
        }
    }
}

extension Visit {
    /// What is shown of a day before anything was recorded.
    var nothingYet: Markup {
        emptyState(say("monitoring.nothing-yet", ["day": say.day(times.day)]), say("monitoring.nothing-yet-text"))
    }
}

/// Each thing once, in the order in which it first comes.
func unique<Thing: Hashable>(_ things: [Thing]) -> [Thing] {
    var seen: Set<Thing> = []
    return things.filter { seen.insert($0).inserted }
}

extension Visit {
    func sees(_ row: Standings.Row) -> Bool { isNow ? viewer.belongs(to: row.audience) : sees(row.id) }
}
