import HashTreeCollections
import Journal
import Organisation
import Pages

/// All values of one reporter for one period on one form, those that are due first, what was reported before beside each.
func reportForm(_ visit: Visit) throws -> Form {
    let period: ID<ReportingPeriod> = try visit.id("period")
    let reporter: Reporter = visit.parameters["member"] == nil ? .whole : .member(try visit.id("member"))
    // Another Member's form is as if there were none.
    guard visit.viewer.mayReport(for: reporter), let sheet = try? ReportSheet(visit.organisation, period, for: reporter, by: visit.viewer) else { throw Missing() }
    return ReportForm(visit, period, sheet, reporter).form
}

private struct ReportForm {
    private let visit: Visit
    private let sheet: ReportSheet
    private let member: Member?
    private let period: ID<ReportingPeriod>
    private let reporter: Reporter
    private let rows: [(state: Due.State, fields: [Field])]

    init(_ visit: Visit, _ id: ID<ReportingPeriod>, _ sheet: ReportSheet, _ reporter: Reporter) {
        self.visit = visit
        self.sheet = sheet
        period = id
        self.reporter = reporter
        let member = reporter.member.flatMap { visit.register[$0] }
        self.member = member
        let due = Due(visit.organisation, today: visit.times.today)
        let isOpen = !sheet.period.isLocked && sheet.period.from <= visit.times.today
        let unordered = (isOpen ? sheet.indicators : []).map { entry -> (state: Due.State, fields: [Field]) in
            let state = due.state(of: entry.id, entry.indicator, in: (id, sheet.period), for: reporter)
            return (state, ReportFields(visit, entry.id, entry.indicator, (id, sheet.period), reporter, member, state).fields)
        }
        rows = [Due.State.due, .open, .there].flatMap { state in unordered.filter { $0.state == state } }
    }

    private var say: Say { visit.say }
    private var name: String { visit.plain(sheet.period.name) }

    var form: Form {
        let fields = rows.flatMap(\.fields)
        var form = Form(
            member.map { say("monitoring.report.title-member", ["period": name, "member": visit.plain($0.name)]) }
                ?? say("monitoring.report.title", ["period": name]),
            lede: fields.isEmpty ? "" : say("monitoring.report.form-lede"), place: "report",
            trail: [(say("monitoring.report"), "report")], submit: say("monitoring.report.submit"), cancel: "report",
            fields: fields
        ) { preface }
        form.isClosed = fields.isEmpty
        return form
    }

    @MarkupBuilder private var preface: Markup {
        if sheet.period.isLocked {
            p(.class("notice warn")) { say("monitoring.refusal.locked", ["period": name]) }
        } else if sheet.period.from > visit.times.today {
            p(.class("notice warn")) { say("monitoring.refusal.not-begun", ["period": name]) }
        } else if rows.isEmpty {
            p(.class("notice")) { say("monitoring.refusal.nothing-to-report") }
        } else {
            p {
                say("monitoring.report.span", ["from": say.day(sheet.period.from), "until": say.day(sheet.period.until)])
                if let due = sheet.period.due {
                    " "
                    say("monitoring.report.due-by", ["day": say.day(due)])
                }
                " "
                say(
                    "monitoring.report.counts",
                    ["due": count(.due), "there": count(.there), "open": count(.open)])
            }
            takingBack
        }
    }

    /// An empty field takes nothing back: here is what does.
    @MarkupBuilder private var takingBack: Markup {
        let there = sheet.indicators.filter { values.value(of: $0.id, in: period, member: reporter.member) != nil }
        if !there.isEmpty {
            details(.id("take-back")) {
                summary { say("monitoring.report.take-back") }
                ul {
                    for (id, indicator) in there {
                        li {
                            link(visit.path(["indicators", id.text, "withdraw", period.text, reporter.member?.text].compactMap { $0 }.joined(separator: "/"))) {
                                visit.title(indicator.code, indicator.title)
                            }
                        }
                    }
                }
            }
        }
    }

    private var values: Values { visit.organisation[Values.self] }

    private func count(_ state: Due.State) -> String { say.number(rows.count { $0.state == state }) }
}
