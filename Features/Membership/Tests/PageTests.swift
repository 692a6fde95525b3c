import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Membership

@Suite("What people see")
struct PageTests {
    private let house: House
    private let world: World

    init() throws {
        house = try House([membership])
        var world = try World.small()
        try world.decide {
            try $0.give(Mandate(body: ID("committee"), member: ID("eas"), from: .of("2025-07-01")), as: ID("m"), today: .testDay)
        }
        world.tell([
            Proposal(Grants.self, .granted(id: ID("g1"), Grant(account: ID("amina"), role: .administrator, scope: .organisation))),
            Proposal(Grants.self, .granted(id: ID("g2"), Grant(account: ID("bruno"), role: .drafter, scope: .member(ID("eas"))))),
            Proposal(Grants.self, .granted(id: ID("g3"), Grant(account: ID("chen"), role: .drafter, scope: .member(ID("nor"))))),
        ])
        self.world = world
    }

    private func page(
        _ path: String, _ parameters: [String: String] = [:], as viewer: Viewer = .public, language: Language = .en, on day: Day? = nil
    ) async throws -> Pages.Page {
        let route = try #require(membership.routes.first { $0.path == path })
        #expect(route.access.admits(viewer))
        guard case .read(let read) = route.handler else { throw Missing() }
        let visit = Visit(
            organisation: try world.on(day ?? .testDay), present: try world.now, viewer: viewer, say: Say(language, house.catalogue),
            times: Times(asOf: day, today: .testDay), house: house, parameters: parameters, query: [:],
            names: [ID("amina"): "Amina", ID("bruno"): "Bruno", ID("chen"): "Chen"], history: { _ in [] })
        guard case .page(let page) = try await read(visit) else { throw Missing() }
        return page
    }

    private func lines(_ page: Pages.Page) -> String { page.body.text.replacing("><", with: ">\n<") + "\n" }

    @Test("The members of today, in English and in Arabic", arguments: [Language.en, .ar])
    func membersGolden(language: Language) async throws {
        try expectGolden(lines(try await page("members", language: language)), "members-\(language.rawValue).html")
    }

    @Test("The members as of a past day are those of that day")
    func past() async throws {
        let text = try await page("members", on: .of("2018-11-30")).body.text
        #expect(text.contains("2 Members on 30 November 2018."))
        #expect(text.contains("as-of=2018-11-30"))
        #expect(!text.contains("Lagoon"))
        #expect(text.contains("by 1 Nov 2018"))
    }

    @Test("Only planners are offered changes, and only where now is read")
    func controls() async throws {
        let edit = "/test/members/eas/edit"
        let parameters = ["member": "eas"]
        #expect(try await !page("members/{member}", parameters).body.text.contains(edit))
        #expect(try await page("members/{member}", parameters, as: .amina).body.text.contains(edit))
        #expect(try await !page("members/{member}", parameters, as: .amina, on: .of("2020-01-01")).body.text.contains(edit))
    }

    @Test(
        "A day of joining is said as well as it is known",
        arguments: [
            ("eas", "1 July 1995"), ("cor", "about December 2021"), ("lag", "between 30 June 2022 and 30 June 2024"),
            ("nor", "on or before 1 November 2018; the day is not recorded"),
        ])
    func precision(id: String, words: String) async throws {
        #expect(try await page("members/{member}", ["member": id]).body.text.contains(words))
    }

    @Test("A member that was not there yet is said to be so; one that never was is missing")
    func notYet() async throws {
        let early = try await page("members/{member}", ["member": "lag"], on: .of("2019-01-01"))
        #expect(early.body.text.contains("Lagoon is in the register today, but was not on 1 January 2019."))
        await #expect(throws: Missing.self) { try await page("members/{member}", ["member": "none"]) }
    }

    @Test("Gaps are named where they are")
    func gaps() async throws {
        #expect(try await page("members/{member}", ["member": "isl"]).body.text.contains("No region is recorded"))
        #expect(try await page("units/{unit}", ["unit": "secretariat"]).body.text.contains("not recorded what this unit answers for"))
    }

    @Test("A body shows its seats in all, who holds them, and how long still")
    func body() async throws {
        let text = try await page("bodies/{body}", ["body": "committee"]).body.text
        #expect(text.contains("Eastmark"))
        #expect(text.contains("289 days"))
        #expect(try await page("bodies/{body}", ["body": "council"]).body.text.contains("Every Member has a seat: 5 on 15 September 2026."))
    }

    @Test("Every page is written for the public, in every language, without an unknown word", arguments: Language.allCases)
    func everywhere(language: Language) async throws {
        let parameters = ["member": "eas", "region": "eur", "body": "committee", "unit": "secretariat"]
        let paths = ["members", "members/{member}", "regions/{region}", "bodies", "bodies/{body}", "units", "units/{unit}", "about", "people"]
        for path in paths {
            let page = try await page(path, parameters, as: .amina, language: language)
            #expect(!page.body.text.contains("⟦"), "\(path) in \(language)")
            #expect(!page.title.contains("⟦"))
        }
    }

    @Test("Every form is whole in every language", arguments: Language.allCases)
    func forms(language: Language) throws {
        let parameters = ["member": "eas", "region": "eur", "body": "committee", "unit": "secretariat", "mandate": "m", "grant": "g2", "account": "guest", "invitation": "i1"]
        var world = self.world
        world.tell([
            Proposal(Grants.self, .granted(id: ID("g-guest"), Grant(account: ID("guest"), role: .reader, scope: .organisation))),
            Proposal(Grants.self, .invited(id: ID("i1"), Invitation(roles: [.drafter], scope: .member(ID("eas")), until: .testDay))),
        ])
        let visit = TestKit.visit(house, try world.now, as: .administrator, language: language, parameters: parameters)
        for route in membership.routes {
            guard case .form(let handler) = route.handler else { continue }
            let form = try handler.show(visit)
            let text = form.markup(FormSeal(action: "/", csrf: "c", key: "k", base: 1), Problems(), visit.say, cancelPath: "/").text
            #expect(!(form.title + form.lede + form.submit + text).contains("⟦"), "\(route.path)")
        }
    }

    @Test("The administrator sees all roles; a member's administrator only those of its own member")
    func people() async throws {
        let all = try await page("people", as: .administrator).body.text
        #expect(all.contains("Amina") && all.contains("Bruno") && all.contains("Chen"))
        let chief = Viewer.with(.memberAdministrator, .member(ID("eas")), account: ID("c"), name: "Chief")
        let own = try await page("people", as: chief).body.text
        #expect(own.contains("Bruno") && !own.contains("Chen"))
        #expect(!GrantForms.access.admits(.public) && !GrantForms.access.admits(.amina))
    }

    @Test func `who may not invite reads who can, by role and by name, and nobody's roles but their own`() async throws {
        let drafter = Viewer.with(.drafter, .member(ID("eas")), account: ID("bruno"), name: "Bruno")
        let alone = try await page("people", as: drafter).body.text
        #expect(alone.contains("Drafter of an administration: Eastmark") && alone.contains("Administrator: <bdi>Amina</bdi>") && alone.contains("nobody yet"))
        #expect(!alone.contains("Chen") && !alone.contains("people/invite") && !alone.contains("have a role on"))
        var world = self.world
        world.tell([Proposal(Grants.self, .granted(id: ID("g4"), Grant(account: ID("chen"), role: .memberAdministrator, scope: .member(ID("eas")))))])
        let visit = Visit(
            organisation: try world.now, present: try world.now, viewer: drafter, say: Say(.en, house.catalogue), times: Times(today: .testDay), house: house,
            parameters: [:], query: [:], names: [ID("amina"): "Amina", ID("chen"): "Chen"], history: { _ in [] })
        #expect(PeoplePage(visit).page.body.text.contains("For drafters and the head of Eastmark</dt><dd>Administrator of a Member: <bdi>Chen</bdi>"))
        #expect(!PeoplePage.route.access.admits(.public))
    }

    @Test("Nothing yet teaches what to do first")
    func empty() throws {
        let visit = TestKit.visit(house, try World().now, as: .amina)
        #expect(MembersPage(visit).page.body.text.contains("Add the regions first"))
    }

    @Test("The page of 200 members stays light")
    func light() throws {
        var world = World()
        let table =
            "code,name,region,official_region\n"
            + (1...200).map { "M\($0),Authority of Harbour number \($0),R\($0 % 6),Region \($0 % 6)\n" }.joined()
        world.take(try MembersImport().read(Array(table.utf8), into: try world.now, today: .testDay))
        #expect(MembersPage(TestKit.visit(house, try world.now)).page.body.bytes.count < 60_000)
    }
}
