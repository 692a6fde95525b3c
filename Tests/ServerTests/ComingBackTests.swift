import Features
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// What somebody finds who comes back: what is new, what was corrected, and the way to it from the things themselves.
@Suite struct ComingBackTests {
    private func guild() async throws -> TestServer {
        let server = try TestServer(features)
        for persona in Persona.all { if let account = persona.account { try await server.person(account, persona.name) } }
        try await server.given(Pilots.proposals(), in: Pilots.id)
        return server
    }

    private func browser(_ persona: String, _ server: TestServer) async -> Browser {
        let browser = Browser(server)
        await browser.signIn(as: persona)
        return browser
    }

    @Test(
        "from a thing's own page to its history, for whoever takes part",
        arguments: [
            ("plan/objectives/o-now-high", "plan:o-now-high"), ("indicators/i-open", "plan:i-open"), ("members/m-one", "register:m-one"),
            ("units/u-one", "register:u-one"), ("plan/plans/p-now", "plan:p-now"),
        ])
    func history(_ page: String, _ thing: String) async throws {
        let server = try await guild(), link = #"href="/guild/activity/\#(thing)""#
        let planner = await browser("planner", server), text = await planner.get("/guild/\(page)").text
        #expect(text.contains(link), "\(page)")
        #expect(await planner.get("/guild/activity/\(thing)").status == 200)
        #expect(!(await Browser(server).get("/guild/\(page)").text.contains(link)), "strangers read no log")
        #expect(text.contains(#"href="/guild/activity/changes""#), "what changed is in everybody's own menu")
    }

    @Test("a corrected value is told as a correction, and its history shows both numbers")
    func correction() async throws {
        let server = try await guild(), drafter = await browser("drafter", server)
        let saved = await drafter.submit("/guild/report/y-open/m-one", ["value-i-each": "12"])
        #expect(saved.status == 303)
        let history = await drafter.get("/guild/activity/plan:i-each").text
        #expect(history.contains("corrected 10 to 12"), "in a sentence")
        #expect(history.contains("<td>10</td><td>12</td>"), "and beside each other")
        #expect(!history.contains("<td>20</td>"), "nobody else's value has changed")
        #expect(await drafter.get("/guild/activity").text.contains("corrected 10 to 12"))
        let receipt = try #require(saved.header("location")?.split(separator: "=").last)
        let page = await drafter.get("/guild/activity/receipts/\(receipt)").text
        #expect(page.contains("corrected 10 to 12") && page.contains("Reported value"))
    }

    @Test("two implausible values are each marked beside their field, with what is expected there")
    func implausible() async throws {
        let server = try await guild(), planner = await browser("planner", server)
        let answer = await planner.submit("/guild/report/y-open", ["value-i-open": "999999", "value-i-staff": "-999999"])
        #expect(answer.status == 422)
        #expect(answer.text.components(separatedBy: #"class="problem""#).count == 3 && answer.text.contains("Expected is something between"))
        for field in ["value-i-open", "value-i-staff"] { #expect(answer.text.contains(##"href="#field-\##(field)""##)) }
    }
}
