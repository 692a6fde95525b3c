import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("What each answer counts")
struct WeightingStories {
    /// Both Members of the north say yes, one of the two of the south says no, the other nothing.
    private func world(cell: Int = 0) throws -> World {
        var world = try World.opened()
        for (name, option) in [("fik", 1), ("gol", 1), ("hav", 2)] {
            try world.answer(name, [Given(question: ID("n3"), response: .chosen([option], other: nil)), Given(question: ID("n8"), response: .number(Double(option * 10)))])
        }
        if cell > 0 { try world.change { $0.smallestCell = cell } }
        return world
    }

    private func figures(_ weighting: Weighting, _ question: ID<Question> = ID("n3"), cell: Int = 0, as viewer: Viewer = .amina) throws -> QuestionFigures {
        let world = try world(cell: cell), reading = try world.reading(as: viewer, on: Day(2027, 2, 1) ?? .beginning)
        return QuestionFigures(question, try #require(reading.questionnaire.questions.first { $0.id == question }).question, Respondents(reading, weighting))
    }

    @Test("one Member is one vote unless somebody asks for another view")
    func raw() throws {
        let figures = try figures(.raw)
        #expect(figures.all.options.shares == [2.0 / 3, 1.0 / 3, 0] && figures.all.loss?.effectiveSize == 3)
        // z · ½ · √(1/3 · (4 − 3)/(4 − 1))
        #expect(abs((figures.margin(figures.all, of: 4) ?? 0) - 0.3267) < 1e-4)
    }

    @Test("by region, who answered alone in the south counts for two; it is worth less than it looks")
    func byRegion() throws {
        let figures = try figures(.region)
        #expect(figures.all.options.shares == [0.5, 0.5, 0] && figures.all.options.counts == [2, 1, 0])
        // (1 + 1 + 2)² / (1 + 1 + 4), and the margin √1.125 times as wide.
        #expect(abs((figures.all.loss?.effectiveSize ?? 0) - 8.0 / 3) < 1e-9 && figures.all.loss?.designEffect == 1.125)
        #expect(abs((figures.margin(figures.all, of: 4) ?? 0) - 0.3465) < 1e-4)
        // Half of the weight said 10, half 20.
        #expect(quantile(0.5, of: try self.figures(.region, ID("n8")).all.numbers) == 15)
    }

    @Test("the page keeps the choice, says what it does and costs, and its table says the same")
    func page() async throws {
        let world = try world(), place = ["survey": "n1"], weighted = ["weights": "region"]
        let raw = try await world.page("surveys/{survey}/results", as: .amina, place), page = try await world.page("surveys/{survey}/results", as: .amina, place, query: weighted)
        #expect(raw.contains("one Member, one vote") && !raw.contains("decides nothing"))
        #expect(page.contains("A second view, which decides nothing") && page.contains("worth 2.7 answers that count alike") && page.contains("50% weighted (n = 2)"))
        #expect(page.contains("results.csv?weights=region"))
        let file = try await world.file("surveys/{survey}/results.csv", as: .amina, place, query: weighted.merging(["question": "Q1"]) { own, _ in own })
        let lines = String(decoding: try file.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.dropFirst().allSatisfy { $0.contains(",Q1,") } && lines.contains { $0.contains(",1,Yes,,,4,3,share,2,0.5,region,2.6667,1.125,0.3465,") })
    }

    @Test("no weight speaks for a region in which nobody answered, and it is named")
    func unheard() async throws {
        var world = try World.opened()
        for name in ["fik", "gol"] { try world.answer(name, [Given(question: ID("n3"), response: .chosen([1], other: nil))]) }
        let respondents = Respondents(try world.reading(as: .amina), .region)
        #expect(respondents.weights.unheard.map { $0.name.plain() } == ["South"] && respondents.weights.spokenFor == 2)
        let page = try await world.page("surveys/{survey}/results", as: .amina, ["survey": "n1"], query: ["weights": "region"])
        #expect(page.contains("Nobody answered in: South.") && page.contains("2 of 4 Members"))
        #expect(page.contains("The largest difference: North, with 100% of the answers and 50% of the Members asked (50 points). Under-represented: South."))
    }

    @Test("raking gives each of two groupings its share; the odds between them stay as they were")
    func raked() throws {
        func ids(_ names: String) -> [ID<Member>] { names.split(separator: " ").compactMap { ID<Member>($0) } }
        func grouping(_ key: String, _ parts: String...) -> Grouping { Grouping(key: key, categories: parts.map { Grouping.Category(name: .empty, key: key, members: ids($0)) }) }
        let groupings = [grouping("region", "a1 a2 a3", "b1 b2 b3"), grouping("seats", "a1 a2 b1", "a3 b2 b3")], asked = ids("a1 a2 a3 b1 b2 b3")
        let weights = Weights(.raked, asked: asked, answered: ids("a1 a3 b1 b2 b3"), groupings: groupings)
        // x² = 2 (3 − x)² for a1: x = 3√2 / (1 + √2); b2 and b3 share as much.
        for (name, expected) in [("a1", 1.7574), ("a3", 1.2426), ("b1", 1.2426), ("b2", 0.8787), ("b3", 0.8787)] {
            #expect(abs(weights[try #require(ID<Member>(name))] - expected) < 1e-3, "\(name)")
        }
        #expect(weights.raking?.hasConverged == true && weights.unheard.isEmpty && weights.spokenFor == 6)
        // Where nobody of a group answered, the others are weighed as if it had not been asked.
        let silent = Weights(.raked, asked: asked, answered: ids("a1 a2 a3"), groupings: groupings)
        #expect(silent.unheard.count == 1 && silent.spokenFor == 3 && silent.raking?.hasConverged == true && ids("a1 a2 a3").allSatisfy { abs(silent[$0] - 1) < 1e-6 })
    }

    @Test("where few are withheld, no weights give them away: two sums would tell the regions apart")
    func withheld() async throws {
        let figures = try figures(.region, cell: 2, as: .bruno)
        #expect(figures.isKeptRaw && figures.weighting == .raw && figures.all.options.shares == [2.0 / 3, 1.0 / 3, 0])
        #expect(try self.figures(.region, cell: 2).weighting == .region)
        let world = try world(cell: 2), late = Day(2027, 2, 1) ?? .beginning
        let page = try await world.page("surveys/{survey}/results", as: .bruno, ["survey": "n1"], query: ["weights": "region"], on: late)
        #expect(page.contains("the answers of a few could be worked out") && !page.contains("50% weighted (n = 2)"))
    }

    @Test("what a scale comes to, without pretending that its steps are equally far apart")
    func steps() {
        #expect(Steps([0.1, 0.2, 0.3, 0.4, 0]).middle == 2)
        let camps = Steps([0.5, 0, 0, 0, 0.5])
        #expect(camps.middle == 0 && camps.high == 0.5 && camps.low == 0.5)
        let even = Steps([0.25, 0.25, 0.25, 0.25])
        #expect(even.high == 0.5 && even.low == 0.5 && Steps([0, 0]).middle == nil)
    }
}
