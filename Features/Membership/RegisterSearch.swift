import HashTreeCollections
import Journal
import Organisation
import Pages

/// What can be found of the register: who belongs to the organisation and what it is made of, by name in every language and by code.
enum RegisterSearch {
    private typealias Field = SearchDocument.Field

    static func documents(of organisation: Organisation) -> [SearchDocument] {
        let register = organisation[Register.self]
        return (register.profile.map { [profile($0)] } ?? []) + register.regionsInOrder.map { region($0.id, $0.region) }
            + (register.members + register.observers).map { member($0.id, $0.member) }
            + register.bodies.sorted { $0.key < $1.key }.map { body($0.key, $0.value) }
            + register.mandates.sorted { $0.key < $1.key }.map { mandate($0.key, $0.value, register) }
            + register.units.sorted { $0.key < $1.key }.map { unit($0.key, $0.value) }
    }

    private static func profile(_ profile: Profile) -> SearchDocument {
        SearchDocument(
            Reference(Register.self, ID<Profile>("profile")), kind: "membership.kind.organisation", code: profile.acronym, title: profile.name, path: "about",
            fields: [Field("membership.summary", profile.summary), Field("pages.source", profile.source)], audience: .everyone,
            form: .init("about/edit", title: "name"))
    }

    private static func region(_ id: ID<Region>, _ region: Region) -> SearchDocument {
        SearchDocument(
            Reference(Register.self, id), kind: "membership.kind.region", code: region.code, title: region.name, path: "regions/\(id)",
            fields: [Field("membership.official-name", region.officialName, entry: "official")], audience: .everyone,
            form: .init("regions/\(id)/edit", title: "name"))
    }

    private static func member(_ id: ID<Member>, _ member: Member) -> SearchDocument {
        SearchDocument(
            Reference(Register.self, id), kind: "membership.kind.\(member.standing.rawValue)", code: member.code, title: member.name,
            path: "members/\(id)", fields: [Field("membership.note", member.note)], audience: .everyone,
            form: .init("members/\(id)/edit", title: "name"))
    }

    private static func body(_ id: ID<Body>, _ body: Body) -> SearchDocument {
        SearchDocument(
            Reference(Register.self, id), kind: "membership.kind.body", title: body.name, path: "bodies/\(id)",
            fields: [Field("membership.purpose", body.purpose), Field("pages.source", body.source)] + body.seats.map { .elsewhere("membership.note", $0.note) },
            audience: .everyone, form: .init("bodies/\(id)/edit", title: "name"))
    }

    private static func mandate(_ id: ID<Mandate>, _ mandate: Mandate, _ register: Register) -> SearchDocument {
        SearchDocument(
            Reference(Register.self, id), kind: "membership.kind.mandate", title: register.name(of: mandate.member), path: "bodies/\(mandate.body)",
            fields: [Field("membership.kind.body", register.name(of: mandate.body))], audience: .everyone)
    }

    private static func unit(_ id: ID<Unit>, _ unit: Unit) -> SearchDocument {
        SearchDocument(
            Reference(Register.self, id), kind: "membership.kind.unit", title: unit.name, path: "units/\(id)",
            fields: [Field("membership.answers-for", unit.answersFor)], audience: .everyone, form: .init("units/\(id)/edit", title: "name"))
    }
}
