import Examples
import Exchange
import Features
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// How far translations may be relied on, from the form to the list of what is to be done.
@Suite struct TranslationTests {
    private let objective = "/guild/plan/objectives/o-now-high/edit"

    private func guild() async throws -> (planner: Browser, server: TestServer) {
        let server = try TestServer(features)
        for persona in Persona.all { if let account = persona.account { try await server.person(account, persona.name) } }
        var profile = Profile(name: Localized("Guild of Pilots"), acronym: "GP", isInvented: true, languages: [.en, .fr, .ar])
        profile.name = profile.name.with("Guilde des pilotes", in: .fr)
        try await server.given(Pilots.proposals() + [Proposal(Register.self, .profileDescribed(profile))], in: Pilots.id)
        return (await browser("planner", server), server)
    }

    private func browser(_ persona: String, _ server: TestServer) async -> Browser {
        let browser = Browser(server)
        await browser.signIn(as: persona)
        return browser
    }

    private func states(_ query: String = "", _ browser: Browser) async throws -> [String: String] {
        let table = try CSVTable(bytes: await browser.get("/guild/translations/list.csv?into=&state=\(query)").body, limits: CSVLimits(bytes: 1_000_000, columns: 20, rows: 10_000, cellBytes: 10_000))
        return Dictionary(table.rows.map { ("\($0["thing"] ?? "") \($0["text"] ?? "") \($0["language"] ?? "")", $0["state"] ?? "") }) { first, _ in first }
    }

    @Test("a planner translates, changes the original, and says which translations still hold") func course() async throws {
        let (planner, server) = try await guild()
        let title = "plan:o-now-high Title fr"
        #expect(try await states("missing", planner)[title] == "missing")
        _ = await planner.submit(objective, ["title.fr": "Atteindre les quais"])
        #expect(try await states("draft", planner)[title] == "draft")
        _ = await planner.submit(objective, ["title.fr.reviewed": "yes"])
        #expect(try await states("reviewed", planner)[title] == "reviewed")
        #expect(try await states("", planner)[title] == nil, "what was reviewed is not to be done")
        _ = await planner.submit(objective, ["title.en": "Reach every quay"])
        #expect(try await states("outdated", planner)[title] == "outdated")

        let page = await planner.get("/guild/translations?into=fr&state=outdated").text
        #expect(
            page.contains("<ins>Reach every quay</ins>") && page.contains("<del>") && page.contains("Atteindre les quais")
                && page.contains(#"href="/guild/plan/objectives/o-now-high/edit?back=translations%3Finto%3Dfr%26state%3Doutdated#field-title-fr""#))
        let reader = Browser(server), read = await reader.get("/guild/plan/objectives/o-now-high?language=fr").text
        #expect(read.contains("Atteindre les quais") && read.contains("Plus ancien que l’original en français\u{202F}: «\u{202F}Atteindre les quais\u{202F}»"))
        #expect(!(await reader.get("/guild/members?language=fr").text.contains("Plus ancien que l’original")))

        let form = await planner.get(objective).text
        #expect(form.contains(#"name="title.fr.reviewed""#) && form.contains(#"name="title.still-hold""#))
        _ = await planner.submit(objective, ["title.fr.reviewed": "yes"])
        _ = await planner.submit(objective, ["title.en": "Reach every quay.", "title.still-hold": "yes"])
        #expect(try await states("reviewed", planner)[title] == "reviewed", "a small correction")
        #expect(try await server.site.journals.journal(Pilots.id).standing[Plan.self].objectives[ID("o-now-high")]?.title.plain() == "Reach every quay.")
    }

    @Test("from the list to the form and back to the list, which says what the change made of translations") func back() async throws {
        let (planner, _) = try await guild()
        let list = "translations%3Finto%3Dfr%26state%3Dmissing"
        #expect(await planner.get("/guild/translations?into=fr&state=missing").text.contains("/guild/plan/objectives/o-now-high/edit?back=\(list)#field-title-fr"))
        let form = "\(objective)?back=\(list)"
        #expect(await planner.get(form).text.contains(#"href="/guild/translations?into=fr&amp;state=missing" class="button quiet""#), "cancelling too")
        let saved = await planner.submit(form, ["title.fr": "Atteindre les quais"])
        let target = try #require(saved.header("location"))
        #expect(target.hasPrefix("/guild/translations?into=fr&state=missing&recorded="))
        #expect(await planner.get(target).text.contains(#"class="notice good""#))
        let changed = await planner.submit("\(objective)?back=translations", ["title.en": "Reach every quay"])
        let notice = await planner.get(try #require(changed.header("location"))).text
        #expect(notice.contains("1 translation is now older than its original."))
        let corrected = await planner.submit(objective, ["title.en": "Reach every quay.", "title.fr.reviewed": "yes"])
        #expect(!(await planner.get(try #require(corrected.header("location"))).text.contains("older than its original")))
    }

    @Test(
        "an address from elsewhere is no way back",
        arguments: [
            "https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2Fguild", "..%2F..%2Fsign-out", "%2Ftranslations", "translations%2F", "evil", "plan%2Fobjectives%2Fo-now-high%2Fedit",
            "translations%0D%0ASet-Cookie%3Ax", "translations%23x", "translations%5C%5Cevil", "%00", "",
        ])
    func noWayBack(_ address: String) async throws {
        let (planner, _) = try await guild()
        let answer = await planner.submit("\(objective)?back=\(address)", ["title.fr": "Atteindre les quais"])
        #expect(answer.header("location")?.hasPrefix("/guild/plan/objectives/o-now-high?recorded=") == true, "\(answer.header("location") ?? "nowhere")")
    }

    @Test("who reviewed a text that another changed meanwhile has not reviewed what stands now") func race() async throws {
        let (planner, server) = try await guild()
        _ = await planner.submit(objective, ["title.fr": "Atteindre les quais"])
        let second = await browser("administrator", server)
        let early = second.form(of: await second.get(objective))
        _ = await planner.submit(objective, ["title.en": "Reach every quay"])
        let answer = await second.send(early + [("title.fr.reviewed", "yes")], to: objective)
        #expect(answer.status == 303)
        #expect(try await states("outdated", planner)["plan:o-now-high Title fr"] == "outdated")
    }

    @Test("a program reads the states, and says of its own change what was reviewed and what still holds") func program() async throws {
        let (_, server) = try await guild(), client = try await APIWorld.client(server, ID("planner"))
        let list = "/api/v1/organisations/guild/translations", objective = "/api/v1/organisations/guild/objectives/o-now-high"
        func state() async throws -> String? {
            let found = try await client.get("\(list)?into=fr&limit=200").json()["items"]?.items?.first { $0["id"]?.text == "plan:o-now-high/title/fr" }
            return found?["state"]?.text
        }
        #expect(try await state() == "missing")
        #expect(await client.patch(objective, #"{"title":{"en":"Objective now high","fr":"Atteindre les quais"},"reviewed":["title.fr"]}"#).status == 200)
        #expect(try await state() == "reviewed")
        #expect(await client.patch(objective, #"{"title":{"en":"Objective now higher","fr":"Atteindre les quais"}}"#).status == 200)
        #expect(try await state() == "outdated")
        #expect(await client.patch(objective, #"{"reviewed":["title.fr"]}"#).status == 200)
        #expect(await client.patch(objective, #"{"title":{"en":"Objective: now higher","fr":"Atteindre les quais"},"stillHold":["title"]}"#).status == 200)
        #expect(try await state() == "reviewed")
        let wrong = await client.patch(objective, #"{"reviewed":["title.xx"]}"#)
        #expect(wrong.status == 422 && wrong.text.contains("/reviewed/0"), "\(wrong.text)")
        #expect(await client.get("\(list)?state=reviewed").text.contains("plan:o-now-high/title/fr"))
        #expect(try await APIWorld.client(server, ID("drafter")).get(list).status == 403)
    }

    @Test("the list is for the organisation's own people, and holds nothing that is not for its reader") func rights() async throws {
        let (planner, server) = try await guild()
        for (persona, status) in [("planner", 200), ("projectowner", 200), ("drafter", 403), ("reader", 403), ("outsider", 403)] {
            let browser = await browser(persona, server)
            #expect(await browser.get("/guild/translations").status == status, "\(persona)")
            #expect(await browser.get("/guild/translations/list.csv").status == status, "\(persona)")
        }
        #expect(await Browser(server).get("/guild/translations").status == 303)
        let all = await planner.get("/guild/translations?into=&state=missing&kind=membership.kind.organisation").text
        #expect(all.contains("العربية") && !all.contains("Objective now"), "one kind alone")
        #expect(await planner.get("/guild/translations?into=fr&kind=%00&page=999").status == 200)
        for address in ["translations", "translations/list.csv"] {
            for query in ["into=zz", "state=nonsense"] { #expect(await planner.get("/guild/\(address)?\(query)").status == 404, "never all, where nobody asked for all") }
        }
    }

    @Test("every text that is listed is written in the field to which the list leads", arguments: ["harbours", "wco"]) func everyTextHasItsInput(_ name: String) throws {
        let house = try House(features)
        let example = try #require(try exampleOrganisations(today: .testDay, seed: 2026).first { $0.id.text == name })
        let state = try organisation(example.batches.flatMap(\.proposals), chapters: house.chapters)
        let documents = house.documents(of: state).filter { $0.form != nil }
        for (kind, alike) in Dictionary(grouping: documents, by: \.kind) {
            let fullest = try #require(alike.max { $0.fields.count < $1.fields.count }), form = try #require(fullest.form)
            let path = form.path.split(separator: "/"),
                routes = house.routes.filter { route in
                    let steps = route.path.split(separator: "/")
                    return steps.count == path.count && zip(steps, path).allSatisfy { $0 == $1 || $0.hasPrefix("{") } && !steps.allSatisfy { $0.hasPrefix("{") }
                }
            let route = try #require(routes.first { $0.path.hasSuffix("edit") }, "\(form.path)")
            guard case .form(let handler) = route.handler else { continue }
            let gaps = zip(route.path.split(separator: "/"), path).filter { $0.0.hasPrefix("{") }.map { (String($0.0.dropFirst().dropLast()), String($0.1)) }
            let shown = try handler.show(visit(house, state, as: .amina, parameters: Dictionary(uniqueKeysWithValues: gaps)))
            let inputs = Dictionary(uniqueKeysWithValues: shown.fields.map { ($0.name, $0.content) })
            for entry in fullest.fields.compactMap(\.entry) + [form.title].compactMap({ $0 }) {
                #expect(inputs[entry] != nil, "\(kind): no field \(entry) in \(form.path)")
            }
        }
    }
}
