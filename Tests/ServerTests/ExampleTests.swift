import Accounts
import Examples
import Features
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// The examples as a new user meets them: both organisations, every page, every language, each of the cast.
@Suite(.serialized) struct ExampleTests {
    @Test func everyPageAnswersInEveryLanguageForEverybody() async throws {
        let server = try await ExampleWorld.shared()
        let routes = server.site.house.routes.filter { !$0.path.contains("{") }
        for (person, language) in [("", "en"), ("amina", "fr"), ("bruno", "ar"), ("dana", "ru"), ("farah", "es"), ("gita", "en"), ("ines", "pt")] {
            let browser = Browser(server)
            if !person.isEmpty { await browser.signIn(as: person) }
            for organisation in ["harbours", "wco"] {
                for route in routes {
                    let path = route.path, isRestricted = if case .restricted = route.access { true } else { false }
                    let answer = await browser.get("/\(organisation)\(path.isEmpty ? "" : "/")\(path)?language=\(language)")
                    #expect([200, 303, isRestricted ? 404 : 403].contains(answer.status), "\(person) \(organisation)/\(path): \(answer.status)")
                    if let key = answer.text.firstMatch(of: /⟦([^⟧]+)⟧/) { Issue.record("\(organisation)/\(path) in \(language) lacks \(key.output.1)") }
                }
            }
        }
    }

    @Test func theMembersOfThenAndOfTodayAreBothRight() async throws {
        let server = try await ExampleWorld.shared(), stranger = Browser(server)
        for (query, count) in [("?as-of=2018-11-30", "183"), ("?as-of=2022-06-30", "184"), ("", "186")] {
            #expect(await stranger.get("/wco/members\(query)").text.contains("\(count) Members"), "\(query)")
        }
        let front = await stranger.get("/").text
        #expect(front.contains("<strong>183</strong>") && front.contains("<strong>186</strong>"))
    }

    @Test func whatIsInventedSaysSoOnEveryPageAndWhatIsRealCarriesItsSources() async throws {
        let server = try await ExampleWorld.shared(), stranger = Browser(server)
        for path in ["", "/plan", "/members", "/map", "/indicators"] {
            #expect(await stranger.get("/harbours\(path)").text.contains("Everything in this organisation is invented."))
            #expect(await stranger.get("/wco\(path)").text.contains("public facts only"))
        }
    }

    @Test func `a Member of the League has an administrator of its own, who invites its people and nobody else's`() async throws {
        let server = try await ExampleWorld.shared(), gita = Browser(server), bruno = Browser(server)
        await gita.signIn(as: "gita")
        await bruno.signIn(as: "bruno")
        let people = await gita.get("/harbours/people").text
        #expect(people.contains("Bruno Calderane") && people.contains("Chen Oraveth") && !people.contains("Amina Tessaly"))
        #expect(await gita.get("/harbours/people/invite").status == 200)
        #expect(await bruno.get("/harbours/people").text.contains("Gita Marlowen"), "whom Bruno can ask")
    }

    @Test func everyStatusOccursInTheLeague() async throws {
        let server = try await ExampleWorld.shared()
        let standing = try await server.site.journals.journal(ID("harbours")).standing
        let progress = server.site.house.progress(of: standing).filter { $0.key.chapter == Plan.name }
        for status in Progress.Status.allCases { #expect(progress.values.contains { $0.status == status }, "\(status)") }
        #expect(progress.values.contains { $0.isStale })
    }

    @Test func everyObjectiveOfTheLeagueHasTwoIndicatorsAndTwoActions() async throws {
        let server = try await ExampleWorld.shared()
        let plan = try await server.site.journals.journal(ID("harbours")).standing[Plan.self]
        let running = try #require(plan.plan(runningOn: .testDay))
        for (id, objective) in plan.objectives(of: running) {
            #expect(plan.indicators(of: id).count >= 2 && plan.actions(for: id).count >= 2, "\(objective.code)")
            for indicator in plan.indicators(of: id) where indicator.indicator.kind == .number { #expect(indicator.indicator.targets.count >= 1) }
        }
    }

    @Test func theSameDayAndSeedGiveTheSameExamples() throws {
        let first = try exampleOrganisations(today: .testDay, seed: 7), second = try exampleOrganisations(today: .testDay, seed: 7)
        #expect(first.map(\.batches.count) == second.map(\.batches.count))
        #expect(try digest(first) == digest(second))
    }

    private func digest(_ examples: [ExampleOrganisation]) throws -> [Data] {
        try examples.flatMap { $0.batches.flatMap(\.proposals) }.map {
            try Entry.unchained($0, position: 1, at: Moment(startOf: .testDay)).structure.bytes
        }
    }

    /// First views stay within what a poor line can bear (design, section 4): 14 KB of HTML, 10 KB of style, on the wire.
    @Test func firstViewsAreLight() async throws {
        let server = try await ExampleWorld.shared(), amina = Browser(server)
        await amina.signIn(as: "amina")
        for path in ["", "/plan", "/map", "/indicators", "/members", "/thread", "/activity", "/paper", "/plan/timeline"] {
            let page = await amina.get("/harbours\(path)")
            let weight = try #require(gzipped(page.body)).count
            #expect(weight <= 14 * 1024, "/harbours\(path) weighs \(weight) bytes")
        }
        let style = await amina.get(server.site.assets.styleSheet)
        #expect(try #require(gzipped(style.body)).count <= 10 * 1024)
    }

    @Test func theHandbookSaysWhatTheProgramDoes() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/handbook.md").standardized
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written == (try House(features).handbook), "docs/handbook.md is out of date: make docs")
    }
}
