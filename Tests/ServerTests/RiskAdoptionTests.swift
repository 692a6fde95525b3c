import Features
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// The rule of the risk register, through the house: what planning asks before a plan is adopted, risks answer.
@Suite struct RiskAdoptionTests {
    private let plan = "/guild/plan/plans/p-next/edit", adopted = ["status": "adopted"]

    /// A guild with a draft that nothing else keeps from being adopted.
    private func guild() async throws -> (planner: Browser, server: TestServer) {
        let matrix = Matrix(), planner = try #require(Persona.all.first { $0.name == "planner" }), browser = try await matrix.browser(planner), server = try await matrix.guild()
        let from = Day(2029, 1, 1) ?? .beginning, until = Day(2031, 12, 31) ?? .end
        let events: [Plan.Event] = [
            .planDescribed(id: ID("p-next"), StrategicPlan(title: Localized("Plan next"), from: from, until: until, status: .draft)),
            .perspectiveDescribed(id: ID("v-next"), Perspective(plan: ID("p-next"), name: Localized("View"), level: 0)),
            .objectiveDescribed(id: ID("o-next"), Objective(perspective: ID("v-next"), code: "NEXT", title: Localized("Objective next"))),
            .indicatorDescribed(
                id: ID("i-next"), Indicator(objective: ID("o-next"), code: "I-NEXT", title: Localized("Indicator next"), targets: [Target(.value(100), by: until)], responsible: ID("u-one"))),
        ]
        try await server.given(events.map { Proposal(Plan.self, $0) }, in: Pilots.id)
        return (browser, server)
    }

    /// A red risk for staff alone.
    private func risk(_ planner: Browser) async -> String {
        let risk = String(await planner.submit("/guild/risks/new", ["title.en": "The mole breaks", "event.en": "A storm", "readers": "staff"]).location.split(separator: "?")[0])
        let rating = ["inherent-likelihood": "5", "inherent-impact": "5", "residual-likelihood": "4", "residual-impact": "5", "because.en": "Seen"]
        _ = await planner.submit("\(risk)/rate", rating)
        return risk
    }

    private func isAdopted(_ server: TestServer) async throws -> Bool { try await server.site.journals.journal(Pilots.id).standing[Plan.self].plans[ID("p-next")]?.status == .adopted }

    @Test("an unanswered red risk keeps a plan from being adopted, named in the refusal and led to from the form; answered by that very plan, it does not")
    func answered() async throws {
        let (planner, server) = try await guild(), risk = await risk(planner)
        let form = await planner.get(plan)
        #expect(form.text.contains("The mole breaks") && form.text.contains("href=\"\(risk)\""))
        let refused = await planner.submit(plan, adopted)
        #expect(refused.status == 422 && refused.text.contains("“The mole breaks”"), "\(refused.status)")
        #expect(try await !isAdopted(server))
        _ = await planner.submit("\(risk)/answer", ["answers": "plan:o-next"])
        #expect(await planner.submit(plan, adopted).status == 303)
        #expect(try await isAdopted(server))
    }

    @Test("accepted by a body on record, it keeps no plan; taken back, it does again")
    func accepted() async throws {
        let (planner, server) = try await guild(), risk = await risk(planner)
        _ = await planner.submit("\(risk)/accept", ["body": "b-one", "on": "\(Day.testDay)", "document.en": "Minutes 4", "because.en": "Carried"])
        _ = await planner.submit("\(risk)/withdraw-acceptance", ["because": "Another was meant"])
        #expect(await planner.submit(plan, adopted).status == 422)
        _ = await planner.submit("\(risk)/accept", ["body": "b-two", "on": "\(Day.testDay)", "document.en": "Minutes 5", "because.en": "Carried"])
        #expect(await planner.submit(plan, adopted).status == 303)
        #expect(try await isAdopted(server))
    }

    @Test("who takes part reads of the rule, and of the risk for few nothing")
    func few() async throws {
        let matrix = Matrix(), planner = try #require(Persona.all.first { $0.name == "planner" }), reader = try #require(Persona.all.first { $0.name == "reader" })
        let risk = await risk(try await matrix.browser(planner)), browser = try await matrix.browser(reader)
        #expect(await browser.get(risk).status == 404)
        for page in ["risks", "map/checks", "plan/plans/p-draft", "activity", "thread"] { #expect(await !browser.get("/guild/\(page)").text.contains("The mole breaks"), "\(page)") }
    }

    @Test("the League carries risks in every state, and exactly one keeps its next plan from being adopted; of the real organisation no risk is named")
    func examples() async throws {
        let server = try await ExampleWorld.shared(), league = try await server.site.journals.journal(ID("harbours")).standing, planner = Browser(server)
        await planner.signIn(as: "amina")
        let blocking = server.site.house.findings(on: league, for: .amina).filter { finding in finding.gravity == .blocks && finding.about.contains { $0.chapter == "risks" } }
        #expect(blocking.map(\.about) == [[Reference("risks:r-cover")].compactMap { $0 }])
        let pages: [(query: String, links: [String])] = [
            ("list=unanswered", ["cover"]), ("status=closed", ["cash", "moving"]), ("level=unrated", ["drifting"]), ("list=review", ["leak"]),
            ("level=red&category=money", ["contributions", "cover"]),
        ]
        for (query, links) in pages {
            let list = await planner.get("/harbours/risks?\(query)").text.split(separator: "id=\"list\"").last ?? ""
            #expect(Set(list.matches(of: /risks\/r-([a-z]+)"/).map { String($0.output.1) }) == Set(links), "\(query)")
        }
        let accepted = await planner.get("/harbours/risks/r-contributions").text, lapsed = await planner.get("/harbours/risks/r-fuel").text
        #expect(accepted.contains("It holds until") && lapsed.contains("It has lapsed: on"))
        #expect(await planner.get("/harbours/scan/signals/s-insurers").text.contains("Insurers withdraw their cover"))
        let real = await Browser(server).get("/wco/risks").text
        #expect(real.contains("six red risks") && real.contains("wcoomd.org") && real.contains("no risk is named here") && !real.contains("/wco/risks/"))
    }
}
