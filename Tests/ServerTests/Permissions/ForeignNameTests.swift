import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// What is somebody else's is answered as what is not there: names of every kind of thing of another organisation, and of what another Member has and
/// this reader may not see, in every address and every choice that takes a name.
@Suite struct ForeignNameTests {
    /// Another organisation with one of everything; all names are of one length.
    private enum Rivals {
        static let id: OrganisationID = ID("rival")
        static let kinds = ["memb", "regi", "body", "unit", "mand", "plan", "pers", "obje", "area", "link", "acti", "deli", "indi", "peri", "gran"]
        static let names = kinds.map { "zz-\($0)01" }
        static let absent = "xx-none99"

        private static func name<Kind>(_ kind: String) -> ID<Kind> { ID("zz-\(kind)01") ?? ID("none") }

        static var proposals: [Proposal] {
            let first = Day(2026, 1, 1) ?? .beginning, last = Day(2028, 12, 31) ?? .beginning
            let register: [Register.Event] = [
                .profileDescribed(Profile(name: Localized("Rivals"), acronym: "R", isInvented: true, languages: [.en])),
                .regionDescribed(id: name("regi"), Region(code: "Z", name: Localized("Foreign region"))),
                .memberDescribed(id: name("memb"), Member(name: Localized("Foreign Member"), region: name("regi"), code: "ZZ")), .memberJoined(id: name("memb")),
                .bodyDescribed(id: name("body"), Body(name: Localized("Foreign body"))), .unitDescribed(id: name("unit"), Unit(name: Localized("Foreign unit"), kind: .team)),
                .mandateGiven(id: name("mand"), Mandate(body: name("body"), member: name("memb"), from: first)),
            ]
            let plan: [Plan.Event] = [
                .planDescribed(id: name("plan"), StrategicPlan(title: Localized("Foreign plan"), from: first, until: last, status: .adopted)),
                .perspectiveDescribed(id: name("pers"), Perspective(plan: name("plan"), name: Localized("Foreign view"), level: 1)),
                .objectiveDescribed(id: name("obje"), Objective(perspective: name("pers"), code: "Z1", title: Localized("Foreign objective"))),
                .focusAreaDescribed(id: name("area"), FocusArea(plan: name("plan"), code: "Z2", title: Localized("Foreign area"))),
                .linkDrawn(id: name("link"), CauseLink(from: name("obje"), to: name("obje"))),
                .actionDescribed(id: name("acti"), Action(objective: name("obje"), code: "Z3", title: Localized("Foreign action"), owner: name("unit"))),
                .deliverableDescribed(id: name("deli"), Deliverable(action: name("acti"), title: Localized("Foreign deliverable"))),
                .indicatorDescribed(id: name("indi"), Indicator(objective: name("obje"), code: "Z4", title: Localized("Foreign indicator"))),
                .periodDescribed(id: name("peri"), ReportingPeriod(name: Localized("Foreign period"), from: first, until: last)),
            ]
            let grant = Grants.Event.granted(id: name("gran"), Grant(account: ID("two"), role: .planner, scope: .organisation))
            return register.map { Proposal(Register.self, $0, on: .beginning) } + [Proposal(Grants.self, grant, on: .beginning)] + plan.map { Proposal(Plan.self, $0, on: .beginning) }
        }
    }

    /// A guild beside which the rivals are.
    private func guild() async throws -> Matrix {
        let matrix = Matrix()
        try await matrix.guild().given(Rivals.proposals, in: Rivals.id)
        return matrix
    }

    @Test func inEveryAddress() async throws {
        let matrix = try await guild(), house = try Beginning.house.get()
        var asked = 0
        for persona in Persona.all where ["administrator", "planner", "drafter", "Stranger"].contains(persona.name) {
            let browser = try await matrix.browser(persona)
            for route in house.routes where route.path.contains("{") {
                guard let sample = Samples.of(route.path)?.first, let gap = sample.about ?? sample.values.keys.first, let own = sample.values[gap] else { continue }
                // Which kind a reference is of stays, or it would be asked about something else.
                let chapters = own.contains(":") ? ["plan:", "register:"] : [""]
                for chapter in chapters {
                    func address(_ name: String) async throws -> String { try await matrix.address(route.path, sample.values.merging([gap: chapter + name]) { $1 }) }
                    let absent = try await browser.get(address(Rivals.absent)).told(Rivals.absent)
                    // Whoever sees most is asked about every kind; the others, turn by turn, about one.
                    let names = persona.name == "administrator" ? Rivals.names : [Rivals.names[asked % Rivals.names.count]]
                    for name in names {
                        asked += 1
                        let target = try await address(name), answer = await browser.get(target).told(name)
                        #expect(answer == absent, "\(persona.name) tells \(target) from one that is not there: \(answer.prefix(80)) and \(absent.prefix(80))")
                    }
                }
            }
        }
        #expect(asked > 700, "\(asked)")
        #expect(try await matrix.browser(try #require(Persona.all.first)).get("/rival/plan").status == 200, "they are there")
    }

    @Test func inEveryAddressOfPrograms() async throws {
        let matrix = try await guild(), planner = try #require(Persona.all.first { $0.name == "planner" }), program = try await matrix.program(of: planner)
        for endpoint in try await matrix.guild().site.endpoints.all where endpoint.gaps.count > 1 {
            let values = (Samples.of(endpoint: endpoint.path)?.first?.values ?? [:]).merging(["organisation": Pilots.id.text]) { own, _ in own }
            for gap in endpoint.gaps where gap != "organisation" {
                func address(_ name: String) -> String { values.merging([gap: name]) { $1 }.reduce("/api/v1/\(endpoint.path)") { $0.replacing("{\($1.key)}", with: matrix.name($1.value)) } }
                let absent = await program.get(address(Rivals.absent)).told(Rivals.absent)
                for name in Rivals.names {
                    let answer = await program.get(address(name)).told(name)
                    #expect(answer == absent, "\(address(name)): \(answer.prefix(120))")
                }
            }
        }
    }

    /// In all of a form's choices at once, in each form that they may open; of the guild itself also what is kept from whoever has a part of it alone.
    @Test(arguments: [("planner", false), ("memberAdministrator", true), ("projectOwner", true)])
    func inEveryChoice(_ who: String, _ isOfGuild: Bool) async throws {
        let matrix = try await guild(), persona = try #require(Persona.all.first { $0.name == who }), browser = try await matrix.browser(persona)
        var forms = 0
        for route in try Beginning.house.get().routes {
            guard case .form = route.handler, let sample = Samples.of(route.path)?.first, Samples.file(for: "/\(route.path)") == nil else { continue }
            let address = try await matrix.address(route.path, sample.values), page = await browser.get(address)
            guard page.status == 200, let form = PageForm(of: page) else { continue }
            let choices = form.names(.choice)
            guard !choices.isEmpty else { continue }
            forms += 1
            // For some fields a hidden thing and an absent one are of different lengths: the name is taken out of the answer.
            let names = Rivals.names + (isOfGuild ? ["i-staff", "g-two", matrix.name("@invitation-two")] : [])
            let position = try await matrix.position()
            func answer(_ name: String) async throws -> String {
                let sent = form.filled((Samples.entries[route.path] ?? [:]).merging(choices.map { ($0, name) }) { $1 })
                return await browser.send(sent, to: address).told(name)
            }
            let absent = try await answer(Rivals.absent)
            // What choices do not decide is recorded either way, and then asked no further.
            guard try await matrix.position() == position else { continue }
            for name in names {
                let told = try await answer(name)
                #expect(told == absent, "\(who) tells \(name) from what is not there, in \(choices) of \(address)")
            }
        }
        #expect(forms > 0, "\(who) has no form with a choice")
    }
}

extension WebResponse {
    /// All that is answered, without the name that was asked about and what is new each time.
    fileprivate func told(_ name: String) -> String {
        let lasting = headers.filter { !["ETag", "Set-Cookie", "Content-Length"].contains($0.name) }.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        return "\(status)\n\(lasting)\n\(text)".replacing(name, with: "…").replacing(/"instance":"[^"]*"|name="key" value="[^"]*"/, with: "")
    }
}
