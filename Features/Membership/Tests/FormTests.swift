import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Membership

@Suite("What people send")
struct FormTests {
    private func outcome(
        _ path: String, _ values: [String: String], as viewer: Viewer = .amina, parameters: [String: String] = [:], in world: World? = nil
    ) throws -> [Proposal] {
        let route = try #require(membership.routes.first { $0.path == path })
        guard case .form(let handler) = route.handler else { throw Missing() }
        let sent = submission(try (world ?? World.small()).now, as: viewer, values, parameters: parameters)
        guard case .record(let proposals, _, _) = try handler.decide(sent) else { throw Missing() }
        return proposals
    }

    @Test("A member is admitted as it was typed in, under its code")
    func member() throws {
        var world = try World.small()
        world.tell(
            try outcome(
                "new/member",
                [
                    "code": "TID", "name.en": "Tideland", "name.fr": "Tidelande", "region": "a-p", "standing": "member",
                    "precision": "exact",
                    "joined": "2024-01-01", "latest": "",
                ]))
        let member = try world.register[ID<Member>("tid")]
        #expect(member?.name.plain(in: .fr) == "Tidelande")
        #expect(member?.region == ID("a-p"))
        #expect(try world.on(.of("2023-12-31"))[Register.self][ID<Member>("tid")] == nil)
    }

    @Test("A form that is sent as it was shown records nothing", arguments: ["about/edit", "regions/{region}/edit", "members/{member}/edit", "bodies/{body}/edit", "units/{unit}/edit"])
    func untouched(_ path: String) throws {
        let now = try World.small().now
        let parameters = ["region": "a-p", "member": "nor", "body": "committee", "unit": "secretariat"].filter { path.contains("{\($0.key)}") }
        let route = try #require(membership.routes.first { $0.path == path })
        guard case .form(let handler) = route.handler else { throw Missing() }
        let form = try handler.show(visit(try House([membership]), now, as: .amina, parameters: parameters))
        var values: [(String, String)] = []
        for field in form.fields {
            if case .localized(_, let languages) = field.kind {
                values += languages.map { ("\(field.name).\($0.rawValue)", field.value(in: $0)) }
            } else {
                values += field.values.map { (field.name, $0) }
            }
        }
        let sent = Submission(
            organisation: now, viewer: .amina, entered: Entered(values, language: .en), parameters: parameters, today: .testDay, language: .en, makeID: { "new" })
        guard case .record(let proposals, _, _) = try handler.decide(sent) else { throw Missing() }
        #expect(proposals.isEmpty)
    }

    @Test("Seats are one number for each region and one for the others")
    func body() throws {
        var world = try World.small()
        world.tell(
            try outcome(
                "bodies/{body}/edit",
                [
                    "name.en": "Audit Committee", "reports-to": "council", "seats-eur": "2", "seats-a-p": "0", "seats-other": "1",
                    "mandate-years": "",
                ],
                parameters: ["body": "committee"]))
        let body = try world.register.bodies[ID("committee")]
        #expect(body?.seats == [SeatRule(region: ID("eur"), count: 2), SeatRule(region: nil, count: 1)])
        #expect(body?.mandateYears == nil)
        #expect(
            refusal { try outcome("bodies/{body}/edit", ["name.en": "A", "seats-eur": "-1"], parameters: ["body": "committee"]) }
                == "membership.refusal.seats-below-zero @ seats-eur")
    }

    @Test("A grant is for one thing at a time")
    func grant() throws {
        var world = try World.small()
        world.tell([Proposal(Grants.self, .granted(id: ID("g1"), Grant(account: ID("dana"), role: .reader, scope: .organisation)))])
        let values = ["account": "dana", "role": "bodyMember", "body": "committee"]
        #expect(try outcome("people/grant", values, as: .administrator, in: world).count == 1)
        #expect(
            refusal { try outcome("people/grant", values.merging(["account": "nobody"]) { $1 }, as: .administrator, in: world) }
                == "pages.refusal.choose @ account")
        #expect(
            refusal { try outcome("people/grant", values.merging(["region": "eur"]) { $1 }, as: .administrator) }
                == "membership.refusal.one-scope @ body")
        #expect(
            refusal { try outcome("people/grant", ["account": "Dana!", "role": "planner"], as: .administrator) }
                == "pages.refusal.choose @ account")
    }

    @Test func `an invitation names everything that is wrong with it at once, whoever sends it from a phone`() throws {
        func faults(_ values: [String: String]) throws -> Set<String?> {
            do { _ = try outcome("people/invite", values, as: .administrator) } catch let refusals as Refusals { return Set(refusals.all.map(\.field)) }
            return []
        }
        #expect(try faults([:]) == ["name", "email", "language", "role"])
        #expect(try faults(["name": "New", "email": "nobody", "language": "en", "role": "drafter"]) == ["email", "member"])
        #expect(try faults(["name": "", "email": "", "language": "en", "role": "bodyMember", "region": "eur", "body": "committee"]) == ["name", "email", "body"])
    }

    @Test("Only the administrator opens or closes the public face")
    func profile() throws {
        let values = ["name.en": "League", "languages": "en", "financial-year": "7"]
        for (viewer, isPublic) in [(Viewer.amina, true), (.administrator, false)] {
            var world = try World.small()
            world.tell(try outcome("about/edit", values, as: viewer))
            #expect(try world.register.profile?.isPublic == isPublic)
            #expect(try world.register.profile?.financialYearStarts == 7)
            #expect(try world.register.profile?.isInvented == true)
        }
    }

    @Test("Leaving, a mandate and its withdrawal, a unit and its end go through their forms")
    func others() throws {
        var world = try World.small()
        world.tell(try outcome("members/{member}/leave", ["on": "2026-01-01", "because": "Withdrew."], parameters: ["member": "cor"]))
        #expect(try world.register[ID<Member>("cor")] == nil)
        world.tell(
            try outcome(
                "bodies/{body}/new-mandate", ["member": "eas", "office": "seat", "from": "2026-01-01", "until": ""],
                parameters: ["body": "committee"]))
        #expect(try world.register.mandates[ID("new-thing")]?.until == .of("2027-12-31"))
        world.tell(
            try outcome("new/unit", ["name.en": "Data Team", "kind": "team", "answers-to": "unit:secretariat", "since": "2026-02-01"]))
        #expect(try world.register.units[ID("data-team")]?.answersTo == .unit(ID("secretariat")))
        #expect(try world.on(.of("2026-01-31"))[Register.self].units[ID("data-team")] == nil)
        #expect(
            refusal { try outcome("new/unit", ["name.en": "X", "kind": "team", "answers-to": "moon:1"]) }
                == "pages.refusal.choose @ answers-to")
    }
}
