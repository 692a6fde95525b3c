import HashTreeCollections
import Journal
import Organisation
import Pages

/// Mandates that run on the day being read, that are to come, and that are over.
struct MandateTables {
    /// What stands first in a row: the other side of the mandate.
    enum Shown { case body, member, both }

    let visit: Visit
    let mandates: [(id: ID<Mandate>, mandate: Mandate)]
    let shows: Shown

    private var say: Say { visit.say }
    private var day: Day { visit.times.day }

    @MarkupBuilder var sheets: Markup {
        let running = mandates.filter { $0.mandate.isRunning(on: day) }
        let coming = mandates.filter { $0.mandate.from > day }
        let over = mandates.filter { $0.mandate.until.map { $0 < day } ?? false }
        if !mandates.isEmpty {
            sheet(say("membership.mandates")) {
                if running.isEmpty {
                    p { say("membership.mandates.none-running", ["day": say.day(day)]) }
                } else {
                    table(running, say("membership.mandates.running", count: running.count, ["day": say.day(day)]), id: "running")
                }
                if !coming.isEmpty { table(coming, say("membership.mandates.coming", count: coming.count), id: "coming") }
                if !over.isEmpty {
                    details {
                        summary { say("membership.mandates.over", count: over.count) }
                        table(over, say("membership.mandates.over", count: over.count), id: "over")
                    }
                }
            }
        }
    }

    private func table(_ mandates: [(id: ID<Mandate>, mandate: Mandate)], _ title: String, id: String) -> Markup {
        scrollingTable(title, id: "mandates-\(id)") {
            headings(columns.map { ($0, false) })
            tbody {
                for (id, mandate) in mandates {
                    tr {
                        th(.scope("row")) { shows == .body ? visit.bodyLink(mandate.body) : holder(mandate) }
                        if shows == .both { td { visit.bodyLink(mandate.body) } }
                        td {
                            say("membership.office.\(mandate.office.rawValue)")
                            " "
                            visit.historyLink(of: Reference(Register.self, id))
                        }
                        td { say.shortDay(mandate.from) }
                        td { mandate.until.map { say.shortDay($0) } ?? say("membership.mandate.open") }
                        td { mandate.from > day ? "" : say.left(of: mandate, on: day) }
                        if mayChange { td { controls(id) } }
                    }
                }
            }
        }
    }

    private var columns: [String] {
        let first =
            shows == .body ? [say("membership.body")] : [say("membership.member")] + (shows == .both ? [say("membership.body")] : [])
        return first
            + [say("membership.office"), say("membership.form.from"), say("membership.form.until"), say("membership.mandate.left")]
            + (mayChange ? [say("pages.edit")] : [])
    }

    private func holder(_ mandate: Mandate) -> Markup {
        group {
            visit.memberLink(mandate.member)
            if visit.register[mandate.member] == nil {
                " "
                small { say("membership.mandate.no-longer-member") }
            }
        }
    }

    private var mayChange: Bool { visit.may(.planners) }

    private func controls(_ id: ID<Mandate>) -> Markup {
        group {
            link(visit.path("mandates/\(id)/edit")) { say("pages.edit") }
            " · "
            link(visit.path("mandates/\(id)/withdraw")) { say("pages.withdraw") }
        }
    }
}
