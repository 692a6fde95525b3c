import HashTreeCollections
import Journal
import Organisation
import Pages

/// What there is to report: a row for each open period and each reporter of this person's.
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
        let organisation = visit.present
        let today = visit.times.today
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
        self.rows = rows
        locked = periods.map(\.period).filter(\.isLocked)
    }

    /// The whole, this person's own Members, and the Member that a planner asks for.
    private static func reporters(_ visit: Visit) -> [Reporter] {
        let asked = visit.viewer.reportsEverything ? visit.query["member"].flatMap { ID<Member>($0) } : nil
        let members = unique(visit.viewer.reportingMembers + [asked].compactMap { $0 }).filter { visit.present[Register.self][$0] != nil }
        return [.whole] + members.map { .member($0) }
    }

    private var say: Say { visit.say }

    func page() -> Page {
        Page(say("monitoring.report"), place: "report") {
            p(.class("lede")) { say("monitoring.report.lede") }
            if rows.isEmpty {
                emptyState(say("monitoring.report.empty"), say("monitoring.report.empty-text")) {
                    visit.control(.planners, "plan", say("monitoring.list.empty-action"))
                }
            } else {
                table
            }
            if !locked.isEmpty {
                p(.class("note")) {
                    say("monitoring.report.locked", ["periods": locked.map { visit.plain($0.name) }.joined(separator: ", ")])
                }
            }
            if visit.viewer.reportsEverything { memberForm }
            p { visit.control(.planners, "imports/values", say("monitoring.report.import")) }
        }
    }

    private var table: Markup {
        scrollingTable(say("monitoring.report.caption"), id: "reports") {
            headings([
                (say("monitoring.period"), false), (say("monitoring.report.for"), false), (say("monitoring.report.due"), false),
                (say("monitoring.report.reported"), true), (say("monitoring.report.open"), false),
            ])
            tbody {
                for row in rows {
                    tr {
                        th(.scope("row")) { visit.text(row.described.name) }
                        td { name(of: row.reporter) }
                        td { row.described.due.map { due in time(.datetime("\(due)")) { say.shortDay(due) } } }
                        td(.class("n")) { visit.fromHowMany(row.reported, row.all) }
                        td {
                            visit.control(
                                .roles(reportingRoles), row.reporter.path(row.period),
                                row.missing > 0 ? say("monitoring.report.missing", count: row.missing) : say("monitoring.report.change"),
                                quiet: row.missing == 0)
                        }
                    }
                }
            }
        }
    }

    private func name(of reporter: Reporter) -> Markup {
        guard let member = reporter.member else { return Markup(say("monitoring.report.whole")) }
        return visit.register[member].map { visit.text($0.name) } ?? Markup(member.text)
    }

    /// The Secretariat enters what an administration sent on paper.
    @MarkupBuilder private var memberForm: Markup {
        let members = say.sorted(visit.register.members) { say.plainName($0.member.name) }
        if !members.isEmpty, visit.plan.indicators.contains(where: { $0.value.reporting == .byMember }) {
            element("form", [.class("form"), .init("method", "get"), .init("action", visit.pathWithoutDays("report"))]) {
                div(.class("field")) {
                    label(.for("report-member")) { say("monitoring.report.for-member") }
                    element("select", [.id("report-member"), .name("member")]) {
                        for (id, member) in members {
                            element("option", [.value(id.text), .flag("selected", visit.query["member"] == id.text)]) {
                                visit.plain(member.name)
                            }
                        }
                    }
                }
                div(.class("actions")) { button(.class("button quiet"), .type("submit")) { say("pages.show") } }
            }
        }
    }
}
