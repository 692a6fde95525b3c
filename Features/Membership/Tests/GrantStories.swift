import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Membership

@Suite("Roles are given and taken back")
struct GrantStories {
    private let chief = Viewer.with(.memberAdministrator, .member(ID("eas")), account: ID("bruno"), name: "Bruno")

    private func world() throws -> World {
        var world = try World.small()
        world.tell([
            Proposal(Grants.self, .granted(id: ID("g1"), Grant(account: ID("admin"), role: .administrator, scope: .organisation))),
            Proposal(Grants.self, .granted(id: ID("g-dana"), Grant(account: ID("dana"), role: .memberAdministrator, scope: .member(ID("eas"))))),
            Proposal(Grants.self, .granted(id: ID("g-chen"), Grant(account: ID("chen"), role: .drafter, scope: .member(ID("nor"))))),
        ])
        return world
    }

    private func attempt(_ role: Role, _ scope: Scope, by viewer: Viewer) throws -> String? {
        let organisation = try world().now
        return refusal { try organisation.grant(Grant(account: ID("dana"), role: role, scope: scope), as: ID("g2"), by: viewer) }
    }

    @Test("The administrator gives every role as far as the role reaches, and no further")
    func scopes() throws {
        #expect(try attempt(.planner, .organisation, by: .administrator) == nil)
        #expect(try attempt(.projectOwner, .unit(ID("secretariat")), by: .administrator) == nil)
        #expect(try attempt(.regionalViceChair, .region(ID("eur")), by: .administrator) == nil)
        #expect(try attempt(.planner, .region(ID("eur")), by: .administrator) == "membership.refusal.scope.organisation @ role")
        #expect(try attempt(.drafter, .organisation, by: .administrator) == "membership.refusal.scope.member @ member")
        #expect(try attempt(.bodyMember, .organisation, by: .administrator) == "membership.refusal.scope.body @ body")
        #expect(try attempt(.regionalViceChair, .organisation, by: .administrator) == "membership.refusal.scope.region @ region")
        #expect(
            try attempt(.projectOwner, .region(ID("eur")), by: .administrator) == "membership.refusal.scope.organisation-or-unit @ unit")
        #expect(try attempt(.bodyMember, .body(ID("none")), by: .administrator) == "pages.refusal.choose @ body")
    }

    @Test("A member's administrator names drafters and the head of that member, nobody else")
    func ownMember() throws {
        #expect(try attempt(.drafter, .member(ID("eas")), by: chief) == nil)
        #expect(try attempt(.headOfAdministration, .member(ID("eas")), by: chief) == nil)
        #expect(try attempt(.memberAdministrator, .member(ID("eas")), by: chief) == "membership.refusal.grant-not-allowed")
        #expect(try attempt(.drafter, .member(ID("nor")), by: chief) == "membership.refusal.grant-not-allowed")
        #expect(try attempt(.planner, .organisation, by: chief) == "membership.refusal.grant-not-allowed")
        #expect(try attempt(.planner, .organisation, by: .amina) == "membership.refusal.grant-not-allowed")
    }

    @Test("A member's administrator is offered the people of that member, and names nobody else")
    func ownPeople() throws {
        let house = try House([membership]), now = try world().now
        let route = try #require(membership.routes.first { $0.path == "people/grant" })
        guard case .form(let form) = route.handler else { throw Missing() }
        func offered(to viewer: Viewer) throws -> [String] {
            let visit = Visit(
                organisation: now, present: now, viewer: viewer, say: Say(.en, house.catalogue), times: Times(today: .testDay), house: house,
                parameters: [:], query: [:], names: [ID("admin"): "Admin", ID("chen"): "Chen", ID("dana"): "Dana"], history: { _ in [] })
            guard case .choice(let choices)? = try form.show(visit).fields.first(where: { $0.name == "account" })?.kind else { return [] }
            return choices.map(\.value).filter { !$0.isEmpty }
        }
        #expect(try offered(to: chief) == ["dana"])
        #expect(try offered(to: .administrator) == ["admin", "chen", "dana"])
        let stranger = Grant(account: ID("chen"), role: .drafter, scope: .member(ID("eas")))
        #expect(refusal { try now.grant(stranger, as: ID("g2"), by: chief) } == "pages.refusal.choose @ account")
        #expect(refusal { try now.grant(stranger, as: ID("g2"), by: .administrator) } == nil)
    }

    @Test("The same role is not given twice, and the last administrator stays")
    func last() throws {
        var world = try world()
        let again = Grant(account: ID("admin"), role: .administrator, scope: .organisation)
        #expect(refusal { try world.now.grant(again, as: ID("g2"), by: .administrator) } == "membership.refusal.granted-already @ role")
        #expect(refusal { try world.now.revoke(ID("g1"), because: "x", by: .administrator) } == "membership.refusal.last-administrator")
        world.tell(
            try world.now.grant(Grant(account: ID("dana"), role: .administrator, scope: .organisation), as: ID("g2"), by: .administrator))
        #expect(refusal { try world.now.revoke(ID("g1"), because: "", by: .administrator) } == "pages.refusal.required @ because")
        #expect(refusal { try world.now.revoke(ID("g1"), because: "x", by: chief) } == "membership.refusal.grant-not-allowed")
        world.tell(try world.now.revoke(ID("g1"), because: "Moved on.", by: .administrator))
        #expect(try world.now[Grants.self].of(ID("admin")).isEmpty)
        #expect(refusal { try world.now.revoke(ID("g1"), because: "x", by: .administrator) } == "pages.refusal.gone")
    }
}
