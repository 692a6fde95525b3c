import HashTreeCollections
import Journal
import Organisation
import TestKit
import Testing

@testable import Membership

@Suite("Roles are given and taken back")
struct GrantStories {
    private let chief = Viewer.with(.memberAdministrator, .member(ID("eas")), account: ID("bruno"), name: "Bruno")

    private func world() throws -> World {
        var world = try World.small()
        world.tell([Proposal(Grants.self, .granted(id: ID("g1"), Grant(account: ID("admin"), role: .administrator, scope: .organisation)))])
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
