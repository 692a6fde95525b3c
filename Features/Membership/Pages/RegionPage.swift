import HashTreeCollections
import Journal
import Organisation
import Pages

/// One region: its members, who speaks for it, its seats, its offices.
struct RegionPage {
    let visit: Visit
    let id: ID<Region>
    let region: Region

    static let route = Route.page("regions/{region}", .everyone) { visit in
        let id: ID<Region> = try visit.id("region")
        guard let region = visit.register.regions[id] else {
            return try visit.notThere(visit.present[Register.self].regions[id]?.name, "membership.nav.members", path: "members")
        }
        return RegionPage(visit: visit, id: id, region: region).page
    }

    private var say: Say { visit.say }
    private var register: Register { visit.register }

    private var page: Page {
        let members = visit.say.sorted(register.members(of: id), by: { $0.member.name.plain(in: visit.language) })
        let observers = visit.say.sorted(
            register.observers.filter { $0.member.region == id }, by: { $0.member.name.plain(in: visit.language) })
        return Page(visit.plain(region.name), place: "members", trail: [(say("membership.nav.members"), "members")]) {
            p(.class("lede")) {
                say("membership.members.lede", count: members.count, ["day": say.day(visit.times.day)])
                " "
                say("membership.region-share", ["all": say.number(register.members.count)])
                " "
                link(visit.path("members") + "#counting") { say("pages.how-counted") }
            }
            div(.class("actions")) { visit.control(.planners, "regions/\(id)/edit", say("pages.edit")) }
            sheet(say("membership.facts")) {
                facts([
                    (say("pages.code"), Markup(region.code)),
                    (say("membership.official-name"), visit.text(region.officialName)),
                    (say("membership.vice-chair"), viceChairs),
                ])
            }
            seats
            MandateTables(visit: visit, mandates: register.mandates { register.described[$0.member]?.region == id }, shows: .both).sheets
            units
            memberSheet(members, observers)
            visit.aspects(id)
        }
    }

    private var viceChairs: Markup {
        let running = register.mandates {
            $0.office == .viceChair && $0.isRunning(on: visit.times.day) && register.described[$0.member]?.region == id
        }
        return group {
            for (index, item) in running.enumerated() {
                if index > 0 { visit.language.semicolon }
                visit.memberLink(item.mandate.member)
                " ("
                visit.bodyLink(item.mandate.body)
                ")"
            }
        }
    }

    @MarkupBuilder private var seats: Markup {
        let bodies = say.sorted(
            register.bodies.filter { $0.value.seats(of: id) > 0 }.map { ($0.key, $0.value) }, by: { visit.plain($0.1.name) })
        if !bodies.isEmpty {
            sheet(say("membership.seats")) {
                scrollingTable(say("membership.seats.of-region"), id: "seats") {
                    headings([(say("membership.body"), false), (say("membership.seats"), true), (say("membership.seats.in-all"), true)])
                    tbody {
                        for (body, value) in bodies {
                            tr {
                                th(.scope("row")) { visit.bodyLink(body) }
                                td(.class("n")) { say.number(value.seats(of: id)) }
                                td(.class("n")) { say.number(value.seatsInAll) }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var units: Markup {
        let units = say.sorted(register.units.filter { $0.value.region == id }.map { ($0.key, $0.value) }, by: { visit.plain($0.1.name) })
        if !units.isEmpty {
            sheet(say("membership.region-units")) { ul { for (unit, _) in units { li { visit.unitLink(unit) } } } }
        }
    }

    private func memberSheet(_ members: [(id: ID<Member>, member: Member)], _ observers: [(id: ID<Member>, member: Member)]) -> Markup {
        sheet(say("membership.nav.members")) {
            if members.isEmpty {
                visit.gap("membership.gap.region-without-members")
            } else {
                list(members, say("membership.members.caption", count: members.count, ["day": say.day(visit.times.day)]), id: "members")
            }
            if !observers.isEmpty { list(observers, say("membership.observers-never-counted"), id: "observers") }
        }
    }

    private func list(_ members: [(id: ID<Member>, member: Member)], _ title: String, id: String) -> Markup {
        scrollingTable(title, id: id) {
            headings([(say("pages.name"), false), (say("pages.code"), false), (say("membership.since"), false)])
            tbody { for (id, member) in members { MembersPage.row(id, member, visit) } }
        }
    }
}
