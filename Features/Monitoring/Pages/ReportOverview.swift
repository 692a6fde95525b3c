import HashTreeCollections
import Journal
import Organisation
import Pages

/// What there is to report on the day read: a row for each open period and each reporter of this person's, those with something
/// due first.
struct ReportOverview: Sendable {
    private struct Row: Sendable {
        var reporter: Reporter
        var period: ID<ReportingPeriod>
        var described: ReportingPeriod
        var reported: Int
        var all: Int
        var missing: Int
    }

    private let visit: Visit
    private let rows: [Row]
    private let locked: [ReportingPeriod]

    init(_ visit: Visit) {
        self.visit = visit
        let organisation = visit.organisation
        let today = visit.times.day
        let values = organisation[Values.self]
        let due = Due(organisation, today: today)
        let periods = organisation[Plan.self].periodsInOrder.filter { $0.period.from <= today }.reversed()
        var rows: [Row] = []
        for reporter in ReportOverview.reporters(visit) {
            let missing = Dictionary(due.items(for: reporter, by: visit.viewer).map { ($0.period, $0.indicators.count) }) { first, _ in
                first
            }
            for (id, period) in periods where !period.isLocked {
                guard let sheet = try? ReportSheet(organisation, id, for: reporter, by: visit.viewer), !sheet.indicators.isEmpty else {
                    continue
                }
                let reported = sheet.indicators.count { values.value(of: $0.id, in: id, member: reporter.member) != nil }
                rows.append(
                    Row(
                        reporter: reporter, period: id, described: period, reported: reported, all: sheet.indicators.count,
                        missing: missing[id] ?? 0))
            }
        }
        self.rows = rows.filter { $0.missing > 0 } + rows.filter { $0.missing == 0 }
        locked = periods.map(\.period).filter(\.isLocked)
    }

    /// The whole, this person's own Members, and the Member that a planner asks for.
    private static func reporters(_ visit: Visit) -> [Reporter] {
        let asked = visit.viewer.reportsEverything ? visit.query["member"].flatMap { ID<Member>($0) } : nil
        let members = unique(visit.viewer.administrations + [asked].compactMap { $0 }).filter { visit.register[$0] != nil }
        return [.whole] + members.map { .member($0) }
    }

    private var say: Say { visit.say }

    func page() -> Page {
        Page(say("monitoring.report"), place: "report") {
            if rows.isEmpty, locked.isEmpty, !visit.isNow {
                visit.nothingYet
            } else {
                p(.class("lede")) { say("monitoring.report.lede") }
                if rows.isEmpty {
                    emptyState(say("monitoring.report.empty"), say("monitoring.report.empty-text")) {
                        visit.control(.planners, "plan", say("monitoring.list.empty-action"))
                    }
                } else {
                    table
                    p(.class("actions")) { link(visit.path(OwnValues.place), .class("button quiet")) { say("monitoring.own-values") } }
                }
                if !locked.isEmpty {
                    p(.class("note")) {
                        say("monitoring.report.locked", ["periods": say.list(locked.map { visit.plain($0.name) })])
                    }
                }
                if visit.viewer.reportsEverything { MemberChoice(visit).markup }
                p { visit.control(.planners, "imports/values", say("monitoring.report.import")) }
            }
        }
    }

    /// Two columns, the way to the form in the first: on a narrow screen nothing that matters is beyond the edge.
    private var table: Markup {
        scrollingTable(say("monitoring.report.caption"), id: "reports") {
            headings([(say("monitoring.period"), false), (say("monitoring.report.due"), false)])
            tbody {
                for row in rows {
                    tr {
                        th(.scope("row")) {
                            name(of: row)
                            if let member = row.reporter.member {
                                small {
                                    " "
                                    visit.register[member].map { visit.text($0.name) }
                                }
                            }
                        }
                        td {
                            dueCell(row)
                            void("br")
                            small { say.naming(say("monitoring.report.reported"), visit.fromHowMany(row.reported, row.all)) }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func name(of row: Row) -> Markup {
        if visit.may(.roles(reportingRoles)) {
            link(visit.path(row.reporter.path(row.period))) { visit.text(row.described.name) }
        } else {
            visit.text(row.described.name)
        }
    }

    @MarkupBuilder private func dueCell(_ row: Row) -> Markup {
        if row.missing > 0 {
            let day = row.described.expectedBy
            strong { say("monitoring.report.missing", count: row.missing) }
            small {
                " "
                time(.datetime("\(day)")) { say("monitoring.report.by", ["day": say.shortDay(day)]) }
            }
        } else {
            say("monitoring.report.nothing-due")
        }
    }
}
