import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("An answer that came on paper")
struct PaperStories {
    private let answer = "surveys/{survey}/answers/{member}", paper = "surveys/{survey}/paper/{member}", place = ["survey": "n1", "member": "fik"]

    private func typed() throws -> World {
        var world = try World.opened()
        try world.send("\(paper)/sections/{section}", World.enough, as: .amina, World.ofFik)
        return world
    }

    private func submit(_ world: inout World, received: String, on day: Day) throws {
        let seen = try AnswerDecisions.seal(try world.answers[ID("n1"), ID("fik")], at: .secretariat)
        try world.send("\(paper)/submit", ["seen": [seen], "consent": ["nobody"], "received": [received], "signed": ["yes"]], as: .amina, place, on: day)
    }

    @Test("it cannot have come before the survey was opened, nor in the future")
    func days() throws {
        var world = try typed()
        let opened = try #require(try world.surveys.openings[ID("n1")]?.on), today = opened.adding(days: 5)
        #expect(throws: Refusal("survey.refusal.received-before", ["day": "\(opened)"], field: "received")) { try submit(&world, received: "\(opened.adding(days: -1))", on: today) }
        #expect(throws: Refusal("survey.refusal.received-later", field: "received")) { try submit(&world, received: "\(today.adding(days: 1))", on: today) }
        try submit(&world, received: "\(opened)", on: today)
        #expect(try world.answers[ID("n1"), ID("fik")].official?.received == opened)
    }

    @Test("its Member sees that it came on paper, with the receipt, and nothing that says that it has not begun")
    func shown() async throws {
        var world = try typed()
        try submit(&world, received: "\(Day.testDay)", on: .testDay)
        let page = try await world.page(answer, as: .bruno, place)
        let position = try #require(try world.answers[ID("n1"), ID("fik")].official?.position)
        #expect(page.contains("Answered on paper") && page.contains("activity/receipts/\(position)") && page.contains("Answer here instead"))
        #expect(!page.contains(">Begin<") && !page.contains("0 of"))
        #expect(try await world.page("surveys/{survey}", as: .bruno, place).contains("Answered on paper"))
    }

    @Test("what was submitted is not offered to be submitted again until it is changed")
    func again() async throws {
        var world = try World.opened()
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        #expect(try await world.page(answer, as: .chen, place).contains("answers/fik/submit"))
        let seen = try AnswerDecisions.seal(try world.answers[ID("n1"), ID("fik")], at: .member)
        try world.send("\(answer)/submit", ["seen": [seen], "consent": ["nobody"]], as: .chen, place)
        let submitted = try await world.page(answer, as: .chen, place)
        #expect(!submitted.contains("Clear and submit") && submitted.contains("Change who may read it") && submitted.contains("Replace the answer"))
        try world.send(World.section, ["q-n8": ["12"]], as: .bruno, World.ofFik)
        #expect(try await world.page(answer, as: .chen, place).contains("Clear and submit"))
    }

    @Test("nothing that was typed beside a choice is dropped without a word")
    func typedBeside() throws {
        var world = try World.opened()
        let refused = #expect(throws: Refusals.self) { try world.send(World.section, ["q-n3": ["1"], "q-n3-other": ["Half a plan"]], as: .bruno, World.ofFik) }
        #expect(refused?.all.map(\.key) == ["survey.refusal.other-not-chosen"] && refused?.all.first?.field == "q-n3-other")
        #expect(throws: Refusals.self) { try world.send(World.section, ["q-n11-1": ["1"], "q-n5": ["na", "3"]], as: .bruno, World.ofFik) }
        try world.send(World.section, ["q-n3": ["other"], "q-n3-other": ["Half a plan"]], as: .bruno, World.ofFik)
        #expect(try world.answers[ID("n1"), ID("fik")].draft[ID("n3")] == .chosen([], other: "Half a plan"))
    }
}
