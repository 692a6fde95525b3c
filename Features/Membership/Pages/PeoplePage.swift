import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who may what, by person: all of it for the organisation's administrator, their own people for a member's; for everybody else their own roles,
/// and whom they can ask.
struct PeoplePage {
    let visit: Visit
    let people: [(account: ID<Actor>, name: String, grants: [(id: ID<Grant>, grant: Grant)])]

    /// For everybody with a role: each of them is named, and not participants as such, so that no browser keeps a page about people
    /// (docs/decisions/0015).
    static let route = Route.page("people", .roles(Role.allCases)) { PeoplePage($0).page }

    init(_ visit: Visit) {
        self.visit = visit
        let byPerson = Dictionary(grouping: visit.organisation[Grants.self].seen(by: visit.viewer), by: \.grant.account)
        people = visit.say.sorted(
            byPerson.map { account, grants in
                (
                    account: account, name: visit.name(of: Actor(account)),
                    grants: grants.sorted { ($0.grant.role.rawValue, $0.id) < ($1.grant.role.rawValue, $1.id) }
                )
            }, by: \.name)
    }

    private var say: Say { visit.say }
    private var paging: Paging { Paging(count: people.count, asked: visit.query["page"]) }

    var page: Page {
        Page(say("membership.nav.people"), place: "people") {
            if GrantForms.access.admits(visit.viewer) { roles } else { ownRoles }
            div(.class("actions")) { visit.control(.planners, ReturnedMailForm.path, say("membership.returned")) }
            Inviters(visit: today).sheet
        }
    }

    /// Nobody can ask somebody of another day, and a reader's roles are those of today, whatever day is read.
    private var today: Visit { visit.standing(on: visit.present, as: visit.viewer) }

    @MarkupBuilder private var roles: Markup {
        p(.class("lede")) { say("membership.people.lede", count: people.count, ["day": say.day(visit.times.day)]) }
        p { say(visit.viewer.has(.administrator) ? "membership.people.text" : "membership.people.text-own") }
        div(.class("actions")) {
            visit.control(GrantForms.access, "people/invite", say("membership.form.invite"), quiet: false)
            visit.control(GrantForms.access, "people/grant", say("membership.form.grant"))
        }
        if people.isEmpty {
            emptyState(say("membership.people.none"), say("membership.people.none-text"))
        } else {
            sheet(say("membership.people.all")) { table }
            paging.markup(visit, path: "people")
        }
        PendingInvitations(visit).sheet
    }

    /// What the reader is here, for those who name nobody.
    @MarkupBuilder private var ownRoles: Markup {
        p(.class("lede")) { say("membership.people.ask") }
        sheet(say("membership.people.own")) {
            ul { for grant in visit.viewer.grants { li { say.naming(say("pages.role.\(grant.role.rawValue)"), today.words(grant.scope)) } } }
            if !visit.viewer.members.isEmpty { p { say("membership.form.role-help") } }
        }
    }

    private var table: Markup {
        scrollingTable(say("membership.people.caption"), id: "grants", narrow: .cards) {
            headings(
                [(say("membership.person"), false), (say("membership.role"), false), (say("membership.scope"), false)]
                    + (visit.isNow ? [(say("membership.form.revoke"), false)] : []))
            for person in paging.part(of: people) {
                tbody {
                    for (index, item) in person.grants.enumerated() {
                        tr {
                            if index == 0 {
                                element("th", [.scope("rowgroup"), Attribute("rowspan", String(person.grants.count))]) {
                                    person.name
                                    removal(of: person.account, person.name)
                                }
                            }
                            td { say("pages.role.\(item.grant.role.rawValue)") }
                            td { scope(item.grant.scope) }
                            if visit.isNow { td { revocation(item, of: person.name) } }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func removal(of account: ID<Actor>, _ name: String) -> Markup {
        if visit.isNow, !visit.organisation[Grants.self].removable(account, by: visit.viewer).isEmpty {
            element("small", []) {
                " "
                link(visit.path("people/\(account)/remove"), .label(say("membership.form.remove", ["name": name]))) { say("membership.people.remove") }
            }
        }
    }

    private func revocation(_ item: (id: ID<Grant>, grant: Grant), of name: String) -> Markup {
        guard visit.viewer.mayGrant(item.grant.role, in: item.grant.scope) else { return Markup() }
        let label = say(
            "membership.people.revoke-label",
            ["name": name, "role": say("pages.role.\(item.grant.role.rawValue)"), "scope": visit.words(item.grant.scope)])
        return link(visit.path("people/\(item.id)/revoke"), .label(label)) { say("membership.form.revoke") }
    }

    private func scope(_ scope: Scope) -> Markup {
        switch scope {
        case .organisation: Markup(visit.words(scope))
        case .region(let id): visit.regionLink(id)
        case .body(let id): visit.bodyLink(id)
        case .unit(let id): visit.unitLink(id)
        case .member(let id): visit.memberLink(id)
        }
    }
}
