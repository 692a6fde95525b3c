import HashTreeCollections
import Journal
import Organisation
import Pages

/// The bodies with their seats, and how many of them are held.
struct BodiesPage {
    let visit: Visit

    static let route = Route.page("bodies", .everyone) { BodiesPage(visit: $0).page }

    private var say: Say { visit.say }

    private var page: Page {
        let bodies = say.sorted(visit.register.bodies.map { (id: $0.key, body: $0.value) }, by: { visit.plain($0.body.name) })
        return Page(say("membership.nav.bodies"), place: "bodies") {
            if bodies.isEmpty {
                emptyState(say("membership.bodies.none"), say("membership.bodies.none-text")) {
                    visit.control(.planners, "new/body", say("membership.form.new-body"), quiet: false)
                }
            } else {
                p(.class("lede")) { say("membership.bodies.lede", count: bodies.count, ["day": say.day(visit.times.day)]) }
                div(.class("actions")) { visit.control(.planners, "new/body", say("membership.form.new-body"), quiet: false) }
                sheet(say("membership.bodies.all")) { table(bodies) }
            }
        }
    }

    private func table(_ bodies: [(id: ID<Body>, body: Body)]) -> Markup {
        scrollingTable(say("membership.bodies.caption", ["day": say.day(visit.times.day)]), id: "bodies") {
            headings([
                (say("membership.body"), false), (say("membership.reports-to"), false), (say("membership.seats"), true),
                (say("membership.mandates.held"), true),
            ])
            tbody {
                for (id, body) in bodies {
                    tr {
                        th(.scope("row")) { visit.bodyLink(id) }
                        td { body.reportsTo.map { visit.bodyLink($0) } }
                        td(.class("n")) { seats(body) }
                        td(.class("n")) { say.number(visit.register.mandates(runningOn: visit.times.day, in: id).count) }
                    }
                }
            }
        }
    }

    private func seats(_ body: Body) -> String {
        if body.isPlenary { return say("membership.seats.every-member") }
        return body.seats.isEmpty ? say("membership.seats.not-recorded") : say.number(body.seatsInAll)
    }
}
