import Journal
import Organisation
import Pages

/// The reporting periods: for which spans values are asked, and by when.
func periodsPage(_ visit: Visit) throws -> Page {
    let say = visit.say, periods = visit.plan.periodsInOrder.reversed() as [(id: ID<ReportingPeriod>, period: ReportingPeriod)]
    let paging = Paging(count: periods.count, asked: visit.query["page"]), shown = paging.part(of: periods)
    return Page(say("planning.periods"), place: PlanPath.plan, trail: [(say("planning.nav.plan"), PlanPath.plan)]) {
        p(.class("lede")) { say("planning.periods-lede", count: periods.count) }
        if visit.may(.planners) {
            p(.class("actions")) { visit.control(.planners, "plan/periods/new", say("planning.new-period"), quiet: false) }
        }
        if periods.isEmpty {
            emptyState(say("planning.no-periods"), say("planning.no-periods-help"))
        } else {
            scrollingTable(say("planning.periods-table"), id: "periods") {
                headings([
                    (say("planning.period"), false), (say("planning.dates"), false), (say("planning.period-due"), false),
                ])
                tbody {
                    for (id, period) in shown {
                        tr {
                            th(.scope("row")) {
                                visit.text(period.name)
                                " "
                                small { say(period.isLocked ? "planning.locked" : "planning.open") }
                                if visit.may(.planners) {
                                    " "
                                    small { link(visit.path("\(PlanPath.period(id))/edit")) { say("pages.edit") } }
                                }
                                " "
                                visit.historyLink(of: Reference(Plan.self, id))
                            }
                            td { visit.dates(period.from, period.until) }
                            td { period.due.map { say.shortDay($0) } ?? say("planning.no-dates") }
                        }
                    }
                }
            }
            paging.markup(visit, path: PlanPath.periods)
        }
    }
}
