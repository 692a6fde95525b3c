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
        #expect(try await states("checked", planner)[title] == "checked", "whoever wrote it has read it; nobody else has")
        #expect(await planner.get(objective).text.contains("reviewed by its translator"))
        #expect(try await states("", planner)[title] == nil, "who translates alone has done what there is to do")
        let another = await browser("administrator", server)
        _ = await another.submit(objective, ["title.fr.reviewed": "yes"])
        #expect(try await states("reviewed", planner)[title] == "reviewed")
        #expect(try await states("", planner)[title] == nil, "what was reviewed is not to be done")
        _ = await planner.submit(objective, ["title.en": "Reach every quay"])
        #expect(try await states("outdated", planner)[title] == "outdated")

        let page = await planner.get("/guild/translations?into=fr&state=outdated").text
        #expect(
            page.contains("<ins>Reach every quay</ins>") && page.contains("<del>") && page.contains("Atteindre les quais")
                && page.contains(#"href="/guild/plan/objectives/o-now-high/edit?back=translations%3Finto%3Dfr%26state%3Doutdated#field-title-fr""#))
        let reader = Browser(server), read = await reader.get("/guild/plan/objectives/o-now-high?language=fr").text
        #expect(read.contains("Atteindre les quais") && read.contains("En français, plus ancien que l’original\u{202F}: «\u{202F}Atteindre les quais\u{202F}»"))
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

    @Test("a list given to translators comes back and is written into the forms of the things; what cannot be is named by its cell") func table() async throws {
        let (planner, server) = try await guild()
        _ = await planner.submit("/guild/plan/plans/p-now/edit", ["values.en": "Courage\nPatience", "values.fr": "Courage"])
        let list = try CSVTable(bytes: await planner.get("/guild/translations/list.xlsx?into=fr").body, limits: .standard, kind: "translations")
        func row(_ key: String) throws -> CSVTable.Row { try #require(list.rows.first { $0["key"] == key }) }
        #expect(try row("plan:o-now-high/title/fr")["original"] == "Objective now high" && row("plan:p-now/values-2/fr")["translation"] == "")
        let table = """
            key,original,language,translation
            plan:o-now-high/title/fr,Objective now high,fr,Atteindre les quais
            plan:p-now/values-2/fr,Patience,fr,Patience (fr)
            plan:p-now/title/fr,Another plan,fr,Un autre plan
            plan:o-now-low/title/fr,,es,Alcanzar
            plan:v-now-low/name/fr,,,\(String(repeating: "x", count: 20_001))
            plan:i-nothing/title/fr,,,Rien
            plan:o-now-high/title/fr,,,Encore
            plan:a-now-one/title/fr,,,

            """
        let standing = try await server.site.journals.journal(Pilots.id).standing, door = try #require(server.site.house.imports.first { $0.name == "translations" })
        let result = try door.read(Array(table.utf8), into: standing, today: .testDay)
        let counts: [Int] = [result.new, result.changed, result.same, result.refused]
        #expect(counts == [2, 0, 1, 5])
        #expect(
            result.remarks.map { "\($0.line ?? 0) \($0.column ?? "") \($0.key)" } == [
                "4 original translation.import.original-changed", "5 language translation.import.other-language", "6 translation pages.refusal.too-long",
                "7 key translation.import.unknown", "8 key translation.import.twice",
            ])
        #expect(result.changes.map(\.name) == ["plan:o-now-high/title/fr", "plan:p-now/values-2/fr"])
        let form = planner.form(of: await planner.get("/guild/imports/translations"))
        let taken = await planner.send(form.filter { $0.0 != "dry-run" }, file: ("file", table), to: "/guild/imports/translations")
        #expect(taken.status == 303)
        let after = try await server.site.journals.journal(Pilots.id).standing
        let plan = after[Plan.self], objective = try #require(plan.objectives[ID("o-now-high")])
        #expect(objective.title.texts[.fr]?.text == "Atteindre les quais" && objective.title.state(in: .fr) == .draft && objective.code == "O-now-high")
        #expect(plan.plans[ID("p-now")]?.values.map { $0.texts[.fr]?.text } == ["Courage", "Patience (fr)"])
        #expect(try door.read(Array(table.utf8), into: after, today: .testDay).proposals.isEmpty, "the same table again changes nothing")
        _ = await planner.submit("/guild/plan/objectives/o-now-high/edit", ["title.fr.reviewed": "yes"])
        #expect(try await states("reviewed", planner)["plan:o-now-high Title fr"] == "reviewed", "whoever brought the table in did not write it")
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
        #expect(try await state() == "checked", "whoever reads a text beside the original has not reviewed it where it is their own")
        #expect(await client.patch(objective, #"{"title":{"en":"Objective now higher","fr":"Atteindre les quais"}}"#).status == 200)
        #expect(try await state() == "outdated")
        #expect(try await APIWorld.client(server, ID("administrator")).patch(objective, #"{"reviewed":["title.fr"]}"#).status == 200)
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
        for (persona, status) in [("planner", 200), ("drafter", 404)] {
            let browser = await browser(persona, server)
            #expect(await browser.get("/guild/exports/translations.csv").status == status)
            #expect(await browser.get("/guild/exports").text.contains("translations.xlsx") == (status == 200))
        }
        for address in ["translations", "translations/list.csv", "translations/list.xlsx"] {
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
