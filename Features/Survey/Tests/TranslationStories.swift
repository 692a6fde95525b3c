import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("How far a questionnaire is translated")
struct TranslationStories {
    private let page = "surveys/{survey}/translations", survey1 = ["survey": "n1"]

    /// The first question whole in French, the second without its options; then the original of the first is changed.
    private func world(changingOriginal: Bool = false) throws -> World {
        var world = try World.drafted()
        let edit = "surveys/{survey}/questions/{question}/edit"
        var first = ["text.en": ["Do you have a plan?"], "text.fr": ["Avez-vous un plan ?"], "options.en": ["Yes\nNo"], "options.fr": ["Oui\nNon"], "required": ["yes"], "other": ["yes"]]
        try world.send(edit, first, survey1.merging(["question": "n3"]) { own, _ in own })
        try world.send(
            edit, ["text.en": ["What is in it?"], "text.fr": ["Que contient-il ?"], "options.en": ["Trade\nRevenue\nSafety"], "most": ["2"], "after": ["n3"]],
            survey1.merging(["question": "n4"]) { own, _ in own })
        if changingOriginal {
            first["text.en"] = ["Do you have a strategic plan?"]
            try world.send(edit, first, survey1.merging(["question": "n3"]) { own, _ in own })
        }
        return world
    }

    private func part(_ id: ID<Question>, _ world: World) throws -> TranslatedPart { try #require(try world.reading(as: .amina).translations.part(id)) }

    @Test("each question says in each language whether it is whole, partly there, outdated or missing, and of which texts")
    func states() throws {
        let before = try world(), after = try world(changingOriginal: true)
        #expect(try part(ID("n3"), before).standing(in: .fr) == .whole && part(ID("n3"), before).standing(in: .en) == nil && part(ID("n3"), before).standing(in: .ar) == .missing)
        let second = try part(ID("n4"), before)
        #expect(second.standing(in: .fr) == .partly && second.texts(.missing, in: .fr).map(\.entry) == ["options"])
        let outdated = try part(ID("n3"), after)
        #expect(outdated.standing(in: .fr) == .outdated && outdated.texts(.outdated, in: .fr).map(\.entry) == ["text"])
        let translations = try before.reading(as: .amina).translations
        #expect(translations.parts.count == 13 && translations.count(.whole, in: .fr) == 1 && translations.count(.partly, in: .fr) == 1 && translations.count(.missing, in: .ar) == 13)
        #expect(translations.toDo.map { "\($0.language) \($0.count)" } == ["fr 12", "ar 13"])
    }

    @Test("a translator works down the list: original and translation side by side, each text with the way to its input, and back")
    func list() async throws {
        let world = try world(changingOriginal: true)
        let french = try await world.page(page, as: .amina, survey1, query: ["into": "fr"])
        #expect(french.contains("Do you have a strategic plan?") && french.contains("Avez-vous un plan ?") && french.contains("Older than the original: Question."))
        #expect(french.contains("/surveys/n1/questions/n4/edit?back=surveys%2Fn1%2Ftranslations%3Finto%3Dfr#field-options-fr"))
        #expect(french.contains("id=\"part-n4\"") && french.contains("id=\"part-n3\"") && french.contains("Missing: Options."))
        let before = try self.world(), toDo = try await before.page(page, as: .amina, survey1, query: ["into": "fr"])
        #expect(toDo.contains("id=\"part-n4\"") && !toDo.contains("id=\"part-n3\""), "what is whole is not on the list")
        #expect(try await before.page(page, as: .amina, survey1, query: ["into": "fr", "show": "all"]).contains("id=\"part-n3\""))
        for asked in ["zz", "ru"] { await #expect(throws: Missing.self) { try await world.page(page, as: .amina, survey1, query: ["into": asked]) } }
        for viewer in [Viewer.bruno, .public] { await #expect(throws: Missing.self) { try await world.page(page, as: viewer, survey1) } }
    }

    @Test("the builder marks each question, and before it is opened what is not whole is said; opened, nothing is offered to be changed")
    func builder() async throws {
        var world = try world()
        let builder = try await world.page("surveys/{survey}", as: .amina, survey1)
        #expect(builder.contains("translations?into=fr#part-n4\">French: partly") && !builder.contains("translations?into=fr#part-n3\""))
        let form = try await world.page("surveys/{survey}/open", as: .amina, survey1)
        #expect(form.contains("French (12)") && form.contains("Arabic (13)"))
        try world.send("surveys/{survey}/open", [:], survey1)
        let open = try await world.page(page, as: .amina, survey1, query: ["into": "fr"])
        #expect(open.contains("its texts no longer change") && !open.contains("/edit?"))
    }

    @Test("as a table: a line for each text in each language, and for programs beside each question")
    func table() async throws {
        let world = try world(), file = try await world.file("\(page).csv", as: .amina, survey1)
        let table = try CSVTable(bytes: try file.bytes, limits: .standard)
        #expect(table.header == TranslationsFile.columns)
        let row = try #require(table.rows.first { $0["id"] == "n4" && $0["text"] == "options" && $0["language"] == "fr" })
        #expect(row["number"] == "2" && row["original"] == "Trade\nRevenue\nSafety" && row["translation"]?.isEmpty != false && row["state"] == "missing" && row["part_state"] == "partly")
        await #expect(throws: Missing.self) { try await world.file("\(page).csv", as: .bruno, survey1) }
    }

    @Test("each section and question of a draft stands in the list of all translations, with the form in which it is written; opened, only the survey is found")
    func documents() throws {
        var world = try world()
        let documents = surveySearch(try world.organisation)
        #expect(documents.count == 13 && documents.allSatisfy { $0.form != nil && $0.audience == .staff })
        let house = try House([survey])
        for document in documents {
            let path = try #require(document.form?.path), id = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
            let pattern = path.contains("/questions/") ? "questions/{question}/edit" : path.contains("/sections/") ? "sections/{section}/edit" : "edit"
            let route = try #require(survey.routes.first { $0.path == "surveys/{survey}/\(pattern)" })
            guard case .form(let handler) = route.handler else { throw Missing() }
            let form = try handler.show(visit(house, try world.organisation, as: .amina, parameters: ["survey": "n1", "question": id, "section": id]))
            for entry in document.fields.compactMap(\.entry) + [document.form?.title].compactMap(\.self) { #expect(form.fields.contains { $0.name == entry }, "\(path) \(entry)") }
        }
        try world.send("surveys/{survey}/open", [:], survey1)
        #expect(surveySearch(try world.organisation).map(\.form) == [nil])
    }
}
