import HashTreeCollections
import Journal
import Organisation
import Pages

/// One body: what it is for, to whom it reports, its seats and who holds them.
struct BodyPage {
    let visit: Visit
    let id: ID<Body>
    let body: Body

    static let route = Route.page("bodies/{body}", .everyone) { visit in
        let id: ID<Body> = try visit.id("body")
        guard let body = visit.register.bodies[id] else {
            return try visit.notThere(visit.present[Register.self].bodies[id]?.name, "membership.nav.bodies", path: "bodies")
        }
        return BodyPage(visit: visit, id: id, body: body).page
    }

    private var say: Say { visit.say }
    private var register: Register { visit.register }

    private var page: Page {
        Page(visit.plain(body.name), place: "bodies", trail: [(say("membership.nav.bodies"), "bodies")]) {
            if !body.purpose.isEmpty { p(.class("lede")) { visit.text(body.purpose) } }
            div(.class("actions")) {
                visit.control(.planners, "bodies/\(id)/new-mandate", say("membership.form.give-mandate"), quiet: false)
                visit.control(.planners, "bodies/\(id)/edit", say("pages.edit"))
            }
            sheet(say("membership.facts")) {
                facts([
                    (say("membership.reports-to"), body.reportsTo.map { visit.bodyLink($0) } ?? Markup()),
                    (say("membership.bodies.below"), links(register.bodies(under: id).map { visit.bodyLink($0.id) })),
                    (say("membership.units.below"), links(register.units(under: .body(id)).map { visit.unitLink($0.id) })),
                    (say("membership.mandate.length"), mandateLength),
                    (say("pages.source"), visit.text(body.source)),
                ])
            }
            seats
            MandateTables(visit: visit, mandates: register.mandates { $0.body == id }, shows: .member).sheets
            visit.aspects(id)
        }
    }

    private func links(_ links: [Markup]) -> Markup {
        group {
            for (index, link) in links.enumerated() {
                if index > 0 { visit.language.semicolon }
                link
            }
        }
    }

    private var mandateLength: Markup {
        guard let years = body.mandateYears else { return Markup() }
        let length = say("membership.mandate.years", count: years)
        return Markup(body.isRenewableOnce ? "\(length), \(say("membership.mandate.renewable-once"))" : length)
    }

    private var seats: Markup {
        sheet(say("membership.seats")) {
            if body.isPlenary {
                p {
                    say("membership.seats.plenary", count: register.members.count, ["day": say.day(visit.times.day)])
                    " "
                    link(visit.path("members") + "#counting") { say("pages.how-counted") }
                }
            }
            if !body.seats.isEmpty { SeatTable(visit: visit, id: id, body: body).table }
            if body.seats.isEmpty && !body.isPlenary { visit.gap("membership.gap.body-without-seats") }
        }
    }
}
