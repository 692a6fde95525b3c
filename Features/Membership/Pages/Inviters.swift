import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who can invite people and give roles: to the reader's own Members, and to everything; by role and by name.
struct Inviters {
    let visit: Visit

    private var say: Say { visit.say }

    var sheet: Markup {
        Pages.sheet(say("membership.people.inviters"), id: "inviters") {
            facts(lines)
            p { say("membership.people.inviters-how") }
        }
    }

    private var lines: [(term: String, value: Markup)] {
        let own = say.sorted(Array(Set(visit.viewer.members))) { visit.memberName($0) }
        return own.map { member in
            (
                term: say("membership.people.inviters-of", ["member": visit.memberName(member)]),
                value: named(.memberAdministrator, .member(member)) ?? Markup(say("membership.people.inviters-none"))
            )
        } + [(term: say("membership.people.inviters-all"), value: named(.administrator, .organisation) ?? Markup())]
    }

    /// `nil` where nobody has the role; whoever has been forgotten cannot be asked.
    private func named(_ role: Role, _ scope: Scope) -> Markup? {
        let grants = visit.organisation[Grants.self].all.values.filter { $0.role == role && $0.scope == scope }
        let people = Set(grants.map(\.account)).filter { visit.names[$0] != nil }
        guard !people.isEmpty else { return nil }
        let names = say.sorted(people.map { visit.name(of: Actor($0)) }) { $0 }
        return group {
            say.naming(say("pages.role.\(role.rawValue)"), "")
            element("bdi", []) { say.list(names) }
        }
    }
}
