import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Membership

@Suite("People are invited, and removed")
struct InvitationStories {
    private let chief = Viewer.with(.memberAdministrator, .member(ID("eas")), account: ID("bruno"), name: "Bruno")
    private let nobody = Bearer(email: "new@example.org")

    private func world() throws -> World {
        var world = try World.small()
        world.tell([
            Proposal(Grants.self, .granted(id: ID("g1"), Grant(account: ID("admin"), role: .administrator, scope: .organisation))),
            Proposal(Grants.self, .granted(id: ID("g-bruno"), Grant(account: ID("bruno"), role: .memberAdministrator, scope: .member(ID("eas"))))),
            Proposal(Grants.self, .granted(id: ID("g-dana"), Grant(account: ID("dana"), role: .drafter, scope: .member(ID("eas"))))),
            Proposal(Grants.self, .granted(id: ID("g-dana2"), Grant(account: ID("dana"), role: .auditor, scope: .organisation))),
        ])
        return world
    }

    private func invited(_ role: Role, _ scope: Scope, by viewer: Viewer, bearer: Bearer? = nil) throws -> String? {
        let organisation = try world().now
        return refusal { try organisation.invite(role, in: scope, bearer: bearer ?? nobody, as: ID("i1"), by: viewer, today: .testDay) }
    }

    @Test("to what one may give, and to nothing else")
    func rights() throws {
        #expect(try invited(.planner, .organisation, by: .administrator) == nil)
        #expect(try invited(.planner, .region(ID("eur")), by: .administrator) == "membership.refusal.scope.organisation @ role")
        #expect(try invited(.drafter, .member(ID("eas")), by: chief) == nil)
        #expect(try invited(.drafter, .member(ID("nor")), by: chief) == "membership.refusal.grant-not-allowed")
        #expect(try invited(.memberAdministrator, .member(ID("eas")), by: chief) == "membership.refusal.grant-not-allowed")
        #expect(try invited(.planner, .organisation, by: .amina) == "membership.refusal.grant-not-allowed")
    }

    @Test("who has the role is not invited to it; who is known for something else is, as a stranger would be")
    func known() throws {
        let dana = Bearer(email: "dana@example.org", account: ID("dana"))
        #expect(try invited(.drafter, .member(ID("eas")), by: chief, bearer: dana) == "membership.refusal.granted-already @ email")
        #expect(try invited(.headOfAdministration, .member(ID("eas")), by: chief, bearer: dana) == nil)
    }

    @Test("once more to the same is sending anew; to something else it is another invitation")
    func again() throws {
        var world = try world()
        world.tell(try world.now.invite(.drafter, in: .member(ID("eas")), bearer: nobody, as: ID("i1"), by: chief, today: .testDay).proposals)
        let bearer = Bearer(email: nobody.email, invitations: [ID("i1"), ID("i-of-long-ago")])
        let same = try world.now.invite(.drafter, in: .member(ID("eas")), bearer: bearer, as: ID("i2"), by: .administrator, today: .testDay)
        #expect(same.id == ID("i1"))
        #expect(!same.isNew)
        let other = try world.now.invite(.headOfAdministration, in: .member(ID("eas")), bearer: bearer, as: ID("i2"), by: chief, today: .testDay)
        #expect(other.id == ID("i2"))
        #expect(other.isNew)
    }

    @Test("accepted, it gives the roles that are not held yet, once")
    func accepted() throws {
        var world = try world()
        let both = Invitation(roles: [.auditor, .planner], scope: .organisation, until: Day.testDay.adding(days: 7))
        world.tell([Proposal(Grants.self, .invited(id: ID("i1"), both))])
        let now = try world.now
        // The tests' events are the system's own: that may always invite.
        let proposals = try now.accept(ID("i1"), as: ID("dana"), newID: { ID("new") })
        #expect(proposals.count == 2)
        world.tell(proposals)
        #expect(try Set(world.now[Grants.self].of(ID("dana")).map(\.role)) == [.drafter, .auditor, .planner])
        #expect(refusal { try world.now.accept(ID("i1"), as: ID("dana"), newID: { ID("newer") }) } == "pages.refusal.invitation-over")
        #expect(refusal { try world.now.withdraw(ID("i1"), by: .administrator) } == "pages.refusal.gone")
        #expect(try world.now[Grants.self].formerInvitations[ID("i1")]?.by == ID("dana"))
    }

    @Test("it is over after its last day")
    func over() throws {
        var world = try world()
        world.tell([Proposal(Grants.self, .invited(id: ID("i1"), Invitation(roles: [.planner], scope: .organisation, until: .testDay)))])
        let last = try world.now, late = try world.on(Day.testDay.adding(days: 1))
        #expect(refusal { try last.accept(ID("i1"), as: ID("x"), newID: { ID("n") }) } == nil)
        #expect(refusal { try late.accept(ID("i1"), as: ID("x"), newID: { ID("n") }) } == "pages.refusal.invitation-over")
    }

    @Test("what it was for may be gone")
    func gone() throws {
        var world = try world()
        world.tell([Proposal(Grants.self, .invited(id: ID("i1"), Invitation(roles: [.bodyMember], scope: .body(ID("dissolved")), until: .testDay)))])
        let now = try world.now
        #expect(refusal { try now.accept(ID("i1"), as: ID("x"), newID: { ID("n") }) } == "pages.refusal.role-gone")
    }

    @Test("a member's administrator withdraws what concerns its own member only")
    func withdrawn() throws {
        var world = try world()
        for (id, member) in [("own", "eas"), ("foreign", "nor")] {
            world.tell([Proposal(Grants.self, .invited(id: ID(id) ?? ID("x"), Invitation(roles: [.drafter], scope: .member(ID(member) ?? ID("x")), until: .testDay)))])
        }
        let now = try world.now
        #expect(now[Grants.self].pending(seenBy: chief).map(\.id) == [ID("own")])
        #expect(refusal { try now.withdraw(ID("foreign"), by: chief) } == "pages.refusal.gone")
        #expect(refusal { try now.renew(ID("foreign"), by: chief, today: .testDay) } == "pages.refusal.gone")
        #expect(refusal { try now.withdraw(ID("own"), by: chief) } == nil)
    }

    @Test("removing takes back what the remover may take back, all of it at once, and never the last administrator")
    func removed() throws {
        let now = try world().now
        let byChief = try now.remove(ID("dana"), because: "Moved on.", by: chief)
        #expect(byChief.count == 1, "the auditor's role is not the Member's to take")
        #expect(try now.remove(ID("dana"), because: "Moved on.", by: .administrator).count == 2)
        #expect(refusal { try now.remove(ID("dana"), because: "", by: chief) } == "pages.refusal.required @ because")
        #expect(refusal { try now.remove(ID("admin"), because: "x", by: chief) } == "pages.refusal.gone")
        #expect(refusal { try now.remove(ID("admin"), because: "x", by: .administrator) } == "membership.refusal.last-administrator")
        #expect(refusal { try now.remove(ID("dana"), because: "x", by: .amina) } == "pages.refusal.gone")
    }
}
