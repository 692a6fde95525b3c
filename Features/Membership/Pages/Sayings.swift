import HashTreeCollections
import Journal
import Organisation
import Pages

/// What this feature's pages say in several places.
extension Say {
    /// Since when something has been a member, with how well that is known.
    func since(_ joining: Joining) -> String {
        guard let day = joining.day else { return self("membership.since.unknown") }
        switch joining.precision {
        case .exact: return self.day(day)
        case .about: return self("membership.since.about", ["month": month(day)])
        case .between: return self("membership.since.between", ["from": self.day(day), "until": self.day(joining.latest ?? day)])
        case .before: return self("membership.since.before", ["day": self.day(day)])
        }
    }

    /// The same for a narrow column.
    func sinceShort(_ joining: Joining) -> String {
        guard let day = joining.day else { return "–" }
        switch joining.precision {
        case .exact: return shortDay(day)
        case .about: return self("membership.since.about", ["month": month(day)])
        case .between: return self("membership.since.between", ["from": shortDay(day), "until": shortDay(joining.latest ?? day)])
        case .before: return self("membership.since.before-short", ["day": shortDay(day)])
        }
    }

    /// How much of a mandate is left on a day.
    func left(of mandate: Mandate, on day: Day) -> String {
        guard let until = mandate.until else { return self("membership.mandate.open") }
        let days = day.days(until: until) + 1
        if days <= 0 { return self("membership.mandate.over") }
        return days < 365
            ? self("membership.mandate.days-left", count: days)
            : self("membership.mandate.years-left", amount: Double(days) / 365.25)
    }
}

extension Visit {
    func memberName(_ id: ID<Member>) -> String { register.described[id].map { plain($0.name) } ?? id.text }

    func memberLink(_ id: ID<Member>) -> Markup {
        guard let member = register.described[id] else { return Markup(id.text) }
        return link(path("members/\(id)")) { text(member.name) }
    }

    func regionLink(_ id: ID<Region>?) -> Markup {
        guard let id else { return Markup() }
        guard let region = register.regions[id] else { return Markup(id.text) }
        return link(path("regions/\(id)")) { text(region.name) }
    }

    func bodyLink(_ id: ID<Body>) -> Markup {
        guard let body = register.bodies[id] else { return Markup(id.text) }
        return link(path("bodies/\(id)")) { text(body.name) }
    }

    func unitLink(_ id: ID<Unit>) -> Markup {
        guard let unit = register.units[id] else { return Markup(id.text) }
        return link(path("units/\(id)")) { text(unit.name) }
    }

    func superiorLink(_ superior: Unit.Superior?) -> Markup {
        switch superior {
        case .unit(let id): unitLink(id)
        case .body(let id): bodyLink(id)
        case nil: Markup()
        }
    }

    /// How far a grant reaches, in words.
    func words(_ scope: Scope) -> String {
        switch scope {
        case .organisation: say("membership.scope.organisation")
        case .region(let id): say("membership.scope.region", ["name": register.regions[id].map { plain($0.name) } ?? id.text])
        case .body(let id): register.bodies[id].map { plain($0.name) } ?? id.text
        case .unit(let id): register.units[id].map { plain($0.name) } ?? id.text
        case .member(let id): memberName(id)
        }
    }

    /// The parts that other features contribute to the page of a thing.
    func aspects<Kind>(_ id: ID<Kind>) -> Markup { aspects(of: Reference(Register.self, id)) }

    /// A page for what is there today but was not yet on the day being read; `Missing` where it never was.
    func notThere(_ name: Localized?, _ title: String, path: String) throws(Missing) -> Pages.Page {
        guard let name, !isNow else { throw Missing() }
        return Page(plain(name), place: path, trail: [(say(title), path)]) {
            emptyState(say("membership.not-yet"), say("membership.not-yet-text", ["name": plain(name), "day": say.day(times.day)]))
        }
    }

    /// A gap named where it stands.
    func gap(_ key: String) -> Markup { p(.class("gap")) { say(key) } }
}
