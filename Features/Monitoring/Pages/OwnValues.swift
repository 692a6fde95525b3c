import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What somebody's own Members, or those who report for the whole, have reported so far: period by period, the newest first, in words.
struct OwnValues {
    static let place = "report/values"
    static let file = "report/values.csv"

    struct Row {
        let id: ID<Indicator>
        let indicator: Indicator
        let value: ReportedValue
    }

    let visit: Visit
    /// `nil` for the organisation as a whole.
    private let reporters: [ID<Member>?]

    init(_ visit: Visit) {
        self.visit = visit
        let own = unique(visit.viewer.administrations).filter { visit.register[$0] != nil }
        reporters = own.isEmpty ? [nil] : own
    }

    private var say: Say { visit.say }

    var page: Page {
        Page(say("monitoring.own-values"), place: "report", trail: [(say("monitoring.report"), "report")]) {
            p(.class("lede")) { say("monitoring.own-values.lede") }
            for member in reporters {
                let periods = periods(of: member)
                if let member { h2 { visit.register[member].map { visit.text($0.name) } } }
                if periods.isEmpty { p(.class("gap")) { say("monitoring.no-values-yet") } }
                for (id, period, rows) in periods {
                    let title = visit.plain(period.name), whose = member.flatMap { visit.register[$0] }.map { visit.plain($0.name) }
                    sheet(title) { table(rows, [whose, title].compactMap { $0 }, id: "values-\(member?.text ?? "whole")-\(id)") }
                }
            }
            p(.class("actions")) { link(visit.path(OwnValues.file), .class("button quiet")) { say("monitoring.own-values.download") } }
        }
    }

    /// - Parameter place: whose values, and of when: there are several tables on the page.
    private func table(_ rows: [Row], _ place: [String], id: String) -> Markup {
        scrollingTable((place + [say("monitoring.member-values-caption", count: rows.count)]).joined(separator: " · "), id: id) {
            headings([(say("monitoring.indicator"), false), (say("monitoring.value"), true)])
            tbody {
                for row in rows {
                    tr {
                        th(.scope("row")) {
                            // A Member reads its own values also of an indicator whose page is not disclosed to it.
                            let title = visit.title(row.indicator.code, row.indicator.title)
                            if visit.sees(row.id) { link(visit.path("indicators/\(row.id)")) { title } } else { title }
                            if let note = row.value.note { p(.class("help")) { note.text ?? say("pages.erased") } }
                        }
                        td(.class(row.value.amount == nil ? "t" : "n")) {
                            row.value.amount.map { visit.amount($0, row.indicator) } ?? row.value.text?.text ?? say("pages.erased")
                        }
                    }
                }
            }
        }
    }

    /// The same for a spreadsheet, with headings and names in the reader's words; the table that comes in again has codes instead.
    var table: File {
        let mark = visit.language.decimalMark
        var file = CSVWriter(separator: mark == .comma ? .semicolon : .comma, formulaGuard: true, byteOrderMark: true, decimalMark: mark)
        let headings = ["pages.code", "monitoring.indicator", "monitoring.period", "monitoring.member", "monitoring.value", "monitoring.unit", "monitoring.report.note", "monitoring.evidence"]
        file.write(headings.map { .text(say($0)) })
        for member in reporters {
            let name = member.flatMap { visit.register[$0] }.map { visit.plain($0.name) } ?? say("monitoring.report.whole")
            for (_, period, rows) in periods(of: member) {
                for row in rows {
                    file.write([
                        CSVCell(row.indicator.code), .text(visit.plain(row.indicator.title)), .text(visit.plain(period.name)), .text(name), row.value.cell,
                        CSVCell(visit.unit(of: row.indicator)), CSVCell(row.value.note?.text), CSVCell(row.value.evidence),
                    ])
                }
            }
        }
        return File(name: "\(visit.organisation.id)-own-values-\(visit.times.day).csv", type: "text/csv; charset=utf-8", bytes: file.bytes)
    }

    /// The periods for which there is something, the newest first.
    private func periods(of member: ID<Member>?) -> [(id: ID<ReportingPeriod>, period: ReportingPeriod, rows: [Row])] {
        visit.plan.periodsInOrder.reversed().compactMap { id, period in
            let rows = indicators(of: member).compactMap { indicator -> Row? in
                visit.organisation[Values.self].value(of: indicator.id, in: id, member: member).map { Row(id: indicator.id, indicator: indicator.indicator, value: $0) }
            }
            return rows.isEmpty ? nil : (id, period, rows)
        }
    }

    private func indicators(of member: ID<Member>?) -> [(id: ID<Indicator>, indicator: Indicator)] {
        visit.plan.indicatorsInOrder.filter { id, indicator in
            member == nil ? indicator.reporting == .whole && visit.sees(id) : indicator.reporting == .byMember && (visit.sees(id) || visit.reportsStill(id))
        }
    }
}
