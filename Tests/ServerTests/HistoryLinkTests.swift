import Features
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// What happened to this? Asked of things that have no page of their own, and of papers.
@Suite struct HistoryLinkTests {
    @Test(
        "from where a thing stands to what was recorded about it, for those who take part",
        arguments: [
            ("plan/periods", "plan:y-open", "2025"), ("plan/plans/p-now", "plan:v-now-low", "View low"), ("members/m-one", "register:s-one", "Member one"),
        ])
    func link(_ page: String, _ reference: String, _ name: String) async throws {
        let matrix = Matrix(), planner = try #require(Persona.all.first { $0.name == "planner" }), drafter = try #require(Persona.all.first { $0.name == "drafter" })
        let way = "href=\"/guild/activity/\(reference)\""
        for persona in [planner, drafter] {
            let browser = try await matrix.browser(persona)
            #expect(await browser.get("/guild/\(page)").text.contains(way), "\(persona.name)")
            let history = await browser.get("/guild/activity/\(reference)")
            #expect(history.status == 200 && history.text.contains("<h1>History of") && history.text.contains(name), "\(reference): \(history.status)")
        }
        #expect(!(await Browser(try await matrix.guild()).get("/guild/\(page)").text.contains("/guild/activity/")), "the log is not for everybody")
    }

    @Test("a paper leads to what became of it") func paper() async throws {
        let matrix = Matrix(), planner = try #require(Persona.all.first { $0.name == "planner" }), browser = try await matrix.browser(planner)
        for name in ["@paper", "@final"] {
            let address = try await matrix.address("paper/{paper}", ["paper": name]), id = try #require(address.split(separator: "/").last)
            #expect(await browser.get(address).text.contains("href=\"/guild/activity/papers:\(id)\""))
            #expect(await browser.get("/guild/activity/papers:\(id)").status == 200)
        }
    }
}
