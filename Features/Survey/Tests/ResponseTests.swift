import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("Answering each kind of question")
struct ResponseTests {
    private func saved(_ values: [String: [String]], language: Language = .en) throws -> TreeDictionary<ID<Question>, Response> {
        var world = try World.opened()
        try world.send(World.section, values, as: .bruno, World.ofFik, language: language)
        return try world.answers[ID("n1"), ID("fik")].draft
    }

    private func refused(_ values: [String: [String]]) throws -> [Refusal] {
        do {
            _ = try saved(values)
            return []
        } catch let refusals as Refusals { return refusals.all }
    }

    @Test("one answer to each of eleven kinds is kept as it was meant")
    func kinds() throws {
        let draft = try saved([
            "q-n3": ["1"], "q-n4": ["1", "3"], "q-n5": ["4"], "q-n6-1": ["2"], "q-n6-2": [""], "q-n6-3": ["1"], "q-n7-1": ["60"], "q-n7-2": ["40"], "q-n7-3": [""],
            "q-n8": ["1,250"], "q-n9-low": ["10"], "q-n9-likely": ["12.5"], "q-n9-high": ["20"], "q-n10": ["2024-02-29"], "q-n11-1": ["2"], "q-n11-2": ["na"],
            "q-n12": ["Everything."], "q-n13": ["https://example.org/plan"],
        ])
        #expect(draft[ID("n3")] == .chosen([1], other: nil))
        #expect(draft[ID("n4")] == .chosen([1, 3], other: nil))
        #expect(draft[ID("n5")] == .step(4))
        #expect(draft[ID("n6")] == .ranked([3, 1]))
        #expect(draft[ID("n7")] == .points([60, 40, 0]))
        #expect(draft[ID("n8")] == .number(1250))
        #expect(draft[ID("n9")] == .range(low: 10, likely: 12.5, high: 20))
        #expect(draft[ID("n10")] == .day(Day(2024, 2, 29) ?? .beginning))
        #expect(draft[ID("n11")] == .matrix([2, 0]))
        #expect(draft[ID("n12")] == .text("Everything."))
        #expect(draft[ID("n13")] == .link("https://example.org/plan"))
    }

    @Test("numbers are read as they are written in the language of the form")
    func languages() throws {
        #expect(try saved(["q-n8": ["1 250,5"]], language: .fr)[ID("n8")] == .number(1250.5))
        #expect(try saved(["q-n8": ["١٬٢٥٠"]], language: .ar)[ID("n8")] == .number(1250))
    }

    @Test("“not applicable” is an answer, and nothing is none")
    func notApplicable() throws {
        let draft = try saved(["q-n5": ["na"], "q-n4": [], "q-n12": ["  "]])
        #expect(draft[ID("n5")] == .notApplicable && draft[ID("n4")] == nil && draft[ID("n12")] == nil)
    }

    @Test("what is written in is meant, ticked or not")
    func other() throws {
        #expect(try saved(["q-n3": ["other"], "q-n3-other": ["Half a plan"]])[ID("n3")] == .chosen([], other: "Half a plan"))
        #expect(try saved(["q-n3": [""], "q-n3-other": ["Half a plan"]])[ID("n3")] == .chosen([], other: "Half a plan"))
        #expect(try refused(["q-n3": ["other"], "q-n3-other": [" "]]) == [Refusal("survey.refusal.say-what", field: "q-n3-other")])
    }

    @Test("what cannot be is said at its field, all of it at once, and nothing is kept")
    func refusals() throws {
        let found = try refused([
            "q-n3": ["7"], "q-n4": ["1", "2", "3"], "q-n5": ["9"], "q-n6-1": ["1"], "q-n6-2": ["1"], "q-n7-1": ["-5"], "q-n8": ["1e400"], "q-n9-low": ["5"], "q-n9-likely": ["4"],
            "q-n9-high": ["9"], "q-n10": ["2026-02-30"], "q-n11-1": ["3"], "q-n12": [String(repeating: "a", count: 10_001)], "q-n13": ["javascript:alert(1)"],
        ])
        #expect(found.map(\.field) == ["q-n3", "q-n4", "q-n5", "q-n6-2", "q-n7-1", "q-n8", "q-n9-likely", "q-n10", "q-n11-1", "q-n12", "q-n13"])
        #expect(try refused(["q-n6-1": ["1"], "q-n6-2": ["3"]]).map(\.key) == ["survey.refusal.place-left-out"])
        #expect(try refused(["q-n9-low": ["5"], "q-n9-likely": [""], "q-n9-high": [""]]).map(\.field) == ["q-n9-likely"])
    }

    @Test("an answer that is emptied is gone; what another section holds is left alone")
    func emptied() throws {
        var world = try World.opened()
        try world.send(World.section, ["q-n8": ["12"], "q-n12": ["Words"]], as: .bruno, World.ofFik)
        try world.send(World.section, ["q-n8": [""]], as: .bruno, World.ofFik)
        let draft = try world.answers[ID("n1"), ID("fik")].draft
        #expect(draft[ID("n8")] == nil && draft[ID("n12")] == .text("Words"), "a field that was not sent is not emptied")
    }

    @Test("what was saved stands in the form again, and sent back unchanged it records nothing")
    func shown() async throws {
        var world = try World.opened()
        try world.send(World.section, ["q-n3": ["1"], "q-n6-3": ["1"], "q-n7-1": ["100"], "q-n9-low": ["1"], "q-n9-likely": ["2"], "q-n9-high": ["3"], "q-n11-1": ["2"]], as: .bruno, World.ofFik)
        let organisation = try world.organisation, house = try House([survey])
        let visit = visit(house, organisation, as: .bruno, parameters: World.ofFik)
        let form = try AnswerForms.section(visit, at: .member)
        let values = Dictionary(form.fields.map { ($0.name, $0.values) }) { first, _ in first }
        let before = world.proposals.count
        try world.send(World.section, values, as: .bruno, World.ofFik)
        #expect(world.proposals.count == before, "\(values)")
    }
}
