import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("Common or regional")
struct CommonStories {
    /// Six regions of three Members each want two of eight things: all one of them, two regions another, one a third.
    /// - Parameter homeless: who belongs to none of them.
    private func world(cell: Int = 0, homeless: String? = nil) throws -> World {
        var world = World()
        for letter in ["a", "b", "c", "d", "e", "f"] {
            let id = try #require(ID<Region>(letter))
            world.tell(Proposal(Register.self, .regionDescribed(id: id, Region(code: letter.uppercased(), name: Localized("Region \(letter)"))), on: .beginning))
            for number in 1...3 {
                let code = "\(letter)\(number)", member = try #require(ID<Member>(code))
                world.tell(
                    Proposal(Register.self, .memberDescribed(id: member, Member(name: Localized(code), region: code == homeless ? nil : id, code: code)), on: .beginning),
                    Proposal(Register.self, .memberJoined(id: member), on: .beginning))
            }
        }
        try world.send("surveys/new", ["title.en": ["What next?"], "readers": ["participants"], "moment": ["closed"], "closes": ["2026-12-31"], "cell": ["0"]])
        try world.send("surveys/{survey}/sections/new", ["title.en": ["All"]], ["survey": "n1"])
        try world.send(
            "surveys/{survey}/sections/{section}/new/{kind}",
            ["text.en": ["What first?"], "options.en": ["Trade\nRevenue\nSafety\nData"], "most": ["2"]], ["survey": "n1", "section": "n2", "kind": "multiple"])
        try world.send("surveys/{survey}/open", [:], ["survey": "n1"])
        let second = ["a": 2, "b": 2, "c": 3, "d": 2, "e": 2, "f": 2]
        for (letter, other) in second {
            // In e and f one Member answers, and says something else besides.
            for number in 1...(letter > "d" ? 1 : 3) { try world.answer("\(letter)\(number)", [Given(question: ID("n3"), response: .chosen([1, letter > "d" ? 4 : other], other: nil))]) }
        }
        if cell > 0 { try world.change { $0.smallestCell = cell } }
        return world
    }

    private func figures(cell: Int, as viewer: Viewer) throws -> QuestionFigures {
        let reading = try world(cell: cell).reading(as: viewer, on: Day(2027, 2, 1) ?? .beginning)
        return QuestionFigures(ID("n3"), try #require(reading.questionnaire.questions.first).question, Respondents(reading))
    }

    @Test("what stands among the first of nearly all regions is common, of a third shared, of fewer regional; what nobody chose is wanted nowhere")
    func classes() throws {
        // Trade in six of six, revenue in three (a, b, d), safety in one (c), data in two (e, f).
        #expect(try figures(cell: 0, as: .amina).consensus == [.common, .shared, .regional, .shared])
        #expect(try figures(cell: 0, as: .amina).tops.map { $0 ?? [] } == [[0, 1], [0, 1], [0, 2], [0, 1], [0, 3], [0, 3], [], []])
    }

    @Test("regions that are withheld have no say in it: a class would say what they want")
    func withheld() throws {
        // e and f, of one Member each, are withheld and a with them, so that none follows from the sum.
        let figures = try figures(cell: 3, as: .bruno)
        #expect(figures.isRegionShown.prefix(6) == [false, true, true, true, false, false])
        #expect(figures.consensus?[3] == Consensus.none)
    }

    @Test("those without a region are none: what they want is not regional")
    func withoutRegion() throws {
        let reading = try world(homeless: "e1").reading(as: .amina), figures = QuestionFigures(ID("n3"), try #require(reading.questionnaire.questions.first).question, Respondents(reading))
        // Of five regions that answered, data is wanted in one.
        #expect(figures.tops.compactMap { $0 }.count == 5 && figures.consensus == [.common, .shared, .regional, .regional])
    }

    @Test("one sentence says it, and a line at the top")
    func page() async throws {
        let page = try await world().page("surveys/{survey}/results", as: .amina, ["survey": "n1"])
        #expect(page.contains("Common to nearly all regions: Trade. Shared by several: Revenue, Data. Regional: Safety (Region c)."))
        #expect(page.contains("Common and regional") && page.contains("▲ 100%"))
    }
}
