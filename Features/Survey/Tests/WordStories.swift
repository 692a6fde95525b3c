import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("What was said in own words")
struct WordStories {
    @Test(
        "words are letters of any script, small, without what is only written together with them",
        arguments: [
            ("Training, training & TRAINING!", ["training", "training", "training"]), ("L’administration n’a pas d’agents.", ["administration", "a", "pas", "agents"]),
            ("We don't; the Member's e-commerce – 24 h", ["we", "the", "member", "e-commerce", "24", "h"]), ("Подготовка лоцманов", ["подготовка", "лоцманов"]),
            // With vowel signs and a stretched line it is the same word.
            ("التَّدْرِيب والتدريـب", ["التدريب", "والتدريب"]), ("Über español", ["über", "español"]), ("--- '' …", []),
        ])
    func tokens(_ text: String, _ tokens: [String]) { #expect(SaidWords.tokens(of: text) == tokens) }

    @Test("a word counts once for a Member, however often it says it; what is in every text is left out")
    func byMember() {
        let said = SaidWords(["Training and more training, training!", "We want training of the officers.", "Data for the officers"], least: 0)
        #expect(said.counts.map { "\($0.word.text) \($0.members)" } == ["officers 2", "training 2"])
        #expect(SaidWords(["training data", "training data", "training"], least: 3).counts.map(\.word.text) == ["training"])
        let mixed = SaidWords(["La formation des agents", "La formation et les navires", "التدريب في الموانئ", "نريد التدريب من أجل السفن"], least: 0).counts
        #expect(mixed.map(\.word.text) == ["formation", "التدريب"] && mixed.map(\.word.language) == [.fr, .ar])
    }

    /// Four say something; the two of the south agreed that everybody may read it.
    private func world() throws -> World {
        var world = try World.opened()
        for (name, text, consent) in [
            ("fik", "Training for pilots", Consent.nobody), ("gol", "More training", .participants), ("hav", "Training and storms", .everyone), ("isl", "Storms at night", .everyone),
        ] {
            try world.answer(name, [Given(question: ID("n12"), response: .text(Prose(text)))], consent: consent)
        }
        try world.change { $0.readers = .everyone }
        return world
    }

    @Test("words are counted from what the reader may read, and lead to the answers with them")
    func readers() async throws {
        let world = try world(), late = Day(2027, 2, 1) ?? .beginning, place = ["survey": "n1"], path = "surveys/{survey}/results"
        let staff = try await world.page(path, as: .amina, place)
        #expect(staff.contains("Said most: “training”, by 3 Members of 4.") && staff.contains("word=training"))
        let open = try await world.page(path, as: .public, place, on: late)
        #expect(open.contains("Said most: “storms”, by 2 Members of 2.") && !open.contains("word=training") && open.contains("Of 4 answers, 2 are shown"))
        let chosen = try await world.page(path, as: .amina, place, query: ["word": "Storms", "in": "Q10"])
        #expect(chosen.contains("2 answers with “storms”.") && chosen.contains("Storms at night") && !chosen.contains("More training"))
    }

    @Test("words of fewer than may be shown are not counted for others, and the Secretariat reads them")
    func few() async throws {
        var world = try world()
        try world.change { $0.smallestCell = 3 }
        let late = Day(2027, 2, 1) ?? .beginning, place = ["survey": "n1"], path = "surveys/{survey}/results"
        #expect(try await !world.page(path, as: .public, place, on: late).contains("Said most"))
        #expect(try await world.page(path, as: .amina, place).contains("Said most: “training”"))
    }

    @Test("consent taken back by a later version counts from then on, also for days before it")
    func takenBack() async throws {
        var world = try world()
        try world.answer("hav", [Given(question: ID("n12"), response: .text("Training and storms"))], consent: .nobody)
        let present = try world.organisation, late = Day(2027, 2, 1) ?? .beginning
        let before = try self.world().organisation, house = try House([survey])
        let past = Visit(
            organisation: before, present: present, viewer: .public, say: Say(.en, house.catalogue), times: Times(asOf: .testDay, today: late), house: house, parameters: [:], query: [:],
            names: [:], history: { _ in [] })
        let reading = try SurveyReading(past, ID("n1"))
        let names = Respondents(reading).all.versions.filter { reading.mayRead($0.member, $0.version) }.map(\.member.text)
        #expect(names == ["isl"])
    }
}
