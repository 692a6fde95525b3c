import HashTreeCollections
import Journal
import Organisation
import Pages

/// The seats of a body by region, with how many are held on the day being read.
struct SeatTable {
    let visit: Visit
    let id: ID<Body>
    let body: Body

    private var say: Say { visit.say }

    /// Mandates of ordinary seats by the region of who holds them; offices stand in the other seats.
    private var held: [ID<Region>?: Int] {
        let regions = Set(body.seats.compactMap(\.region))
        return Dictionary(grouping: visit.register.mandates(runningOn: visit.times.day, in: id)) { item in
            guard item.mandate.office == .seat else { return nil }
            return visit.register.described[item.mandate.member]?.region.flatMap { regions.contains($0) ? $0 : nil }
        }.mapValues(\.count)
    }

    var table: Markup {
        let held = held
        let all = held.values.reduce(0, +)
        return scrollingTable(say("membership.seats.caption", ["day": say.day(visit.times.day)]), id: "seats") {
            headings([(say("membership.region"), false), (say("membership.seats"), true), (say("membership.mandates.held"), true)])
            tbody {
                for rule in ordered {
                    tr {
                        th(.scope("row")) {
                            rule.region == nil ? Markup(say("membership.seats.other")) : visit.regionLink(rule.region)
                            if !rule.note.isEmpty {
                                " "
                                small { visit.text(rule.note) }
                            }
                        }
                        td(.class("n")) { say.number(rule.count) }
                        td(.class("n")) { say.number(held[rule.region] ?? 0) }
                    }
                }
            }
            element("tfoot", []) {
                tr {
                    th(.scope("row")) { say("membership.seats.in-all") }
                    td(.class("n")) { say.number(body.seatsInAll) }
                    td(.class("n")) { say.number(all) }
                }
            }
        }
    }

    /// Regions by code, the other seats last.
    private var ordered: [SeatRule] {
        let codes = visit.register.regions
        return body.seats.sorted { one, other in
            guard let a = one.region else { return false }
            guard let b = other.region else { return true }
            return (codes[a]?.code ?? a.text) < (codes[b]?.code ?? b.text)
        }
    }
}
