import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

@Suite("What is known of who informs whom, and what follows")
struct UnitStoriesOfFlows {
    /// Units u1 to u4 that answer to a body.
    private func world(_ units: Int) -> World {
        var world = World()
        world.tell(Proposal(Register.self, .bodyDescribed(id: ID("council"), Body(name: Localized("Council")))))
        for number in 1...units {
            guard let id = ID<Unit>("u\(number)") else { continue }
            world.tell(Proposal(Register.self, .unitDescribed(id: id, Unit(name: Localized("Unit u\(number)"), kind: .directorate, answersTo: .body(ID("council"))))))
        }
        return world
    }

    /// A unit informs others; or, where there are none, it is said that it informs nobody.
    private func inform(_ world: inout World, _ unit: String, _ others: String..., often: String = "") throws {
        var values = others.isEmpty ? ["passes-nothing": "yes"] : [:]
        for (place, other) in others.enumerated() { values.merge(["to-\(place + 1)": other, "what-\(place + 1).en": "News", "often-\(place + 1).en": often]) { $1 } }
        try world.send("assessments/units/{unit}/edit", values, ["unit": unit])
    }

    private func page(_ world: World) async throws -> String { try await world.page(PracticePath.front) }

    @Test("each cell says how information gets from the row to the column; through a unit of which nothing is known, nothing is ruled out")
    func matrix() async throws {
        var world = world(3)
        try inform(&world, "u1", "u2", often: "weekly")
        try inform(&world, "u3", "u2")
        let open = try await page(world)
        #expect(open.table("who-informs") == [["Unit u1", "·", "weekly", "not known"], ["Unit u2", "not known", "·", "not known"], ["Unit u3", "not known", "directly", "·"]])
        #expect(open.contains("No unit whose flows are laid down passes information to these: Unit u1, Unit u3.") && open.contains("is not laid down, and so it is not known: Unit u2."))
        for text in ["finds no way", "in one direction", "passes information to no other", "from each to each"] { #expect(!open.contains(text), "\(text)") }
        try inform(&world, "u2")
        let shut = try await page(world)
        #expect(shut.table("who-informs") == [["Unit u1", "·", "weekly", "no way"], ["Unit u2", "no way", "·", "no way"], ["Unit u3", "no way", "directly", "·"]])
        #expect(shut.contains("Between these two units information finds no way, in either direction: Unit u1 and Unit u3.") && shut.contains("This unit passes information to no other: Unit u2."))
        #expect(shut.contains("In 2 pairs information finds its way in one direction alone: from Unit u1 to Unit u2, from Unit u3 to Unit u2.") && !shut.contains("it is not known"))
        try inform(&world, "u2", "u3")
        #expect(try await page(world).table("who-informs") == [["Unit u1", "·", "weekly", "through others"], ["Unit u2", "no way", "·", "directly"], ["Unit u3", "no way", "directly", "·"]])
    }

    @Test("who was asked about something else may inform anybody; who was asked and informs nobody is said to")
    func asked() async throws {
        var world = world(2)
        try inform(&world, "u1", "u2")
        try world.send("assessments/units/{unit}/edit", ["decides-on.en": "Purchases"], ["unit": "u2"])
        let before = try await page(world)
        #expect(before.contains("What this unit passes on is not laid down, and so it is not known: Unit u2.") && !before.contains("passes information to no other"))
        #expect(before.table("unit-table")[1].last == "nothing laid down")
        try world.send("assessments/units/{unit}/edit", ["decides-on.en": "Purchases", "passes-nothing": "yes"], ["unit": "u2"])
        let after = try await page(world)
        #expect(after.contains("This unit passes information to no other: Unit u2.") && !after.contains("it is not known") && after.table("unit-table")[1].last == "to no other unit")
        #expect(try world.organisation[UnitPractices.self].records[ID("u2")]?.practice.passesNothing == true)
        try world.send("assessments/units/{unit}/edit", ["to-1": "u1", "what-1.en": "News"], ["unit": "u2"])
        #expect(try world.organisation[UnitPractices.self].records[ID("u2")]?.practice.passesNothing == nil)
    }

    @Test("all is well only where every unit reaches every other; of one unit alone nothing is said")
    func well() async throws {
        let well = "Every unit answers to somebody, and information finds its way from each to each."
        var pair = world(2)
        try inform(&pair, "u1", "u2")
        try inform(&pair, "u2", "u1")
        #expect(try await page(pair).contains(well))
        var pairs = world(4)
        try inform(&pairs, "u1", "u2", "u3")
        for (one, other) in [("u2", "u1"), ("u3", "u4"), ("u4", "u3")] { try inform(&pairs, one, other) }
        let two = try await page(pairs)
        #expect(!two.contains(well) && !two.contains("finds no way"))
        #expect(two.contains("In 4 pairs information finds its way in one direction alone: from Unit u1 to Unit u3, from Unit u1 to Unit u4, from Unit u2 to Unit u3, from Unit u2 to Unit u4."))
        var alone = world(2)
        alone.tell(Proposal(Register.self, .unitClosed(id: ID("u2"), because: "Merged")))
        try alone.send("assessments/units/{unit}/edit", ["decides-on.en": "Purchases"], ["unit": "u1"])
        let one = try await page(alone)
        #expect(one.contains("There is one unit alone") && !one.contains(well) && !one.contains("who-informs") && !one.contains("it is not known"))
    }

    @Test("who hears from whom is turned around once, in the order of names")
    func hearing() throws {
        var world = world(3)
        world.tell(Proposal(Register.self, .unitDescribed(id: ID("u1"), Unit(name: Localized("Zone"), kind: .team))))
        for unit in ["u1", "u3"] { try inform(&world, unit, "u2") }
        let figures = try TestKit.visit(try world.house, try world.organisation, as: .bruno).unitFigures
        #expect(figures.units == [ID("u2"), ID("u3"), ID("u1")] && figures.informants.keys.map(\.text) == ["u2"])
        #expect(figures.informants[ID("u2")]?.map(\.unit) == [ID("u3"), ID("u1")] && figures.informants[ID("u2")]?.first?.since == .testDay)
    }

    // MARK: - By programs

    /// What a program sends, over what stands.
    private func put(_ json: JSON, _ world: inout World, _ unit: String) throws {
        let write = try #require(PracticeResource.resource.writes.first { $0.verb == .put }), organisation = try world.organisation
        let visit = TestKit.visit(try world.house, organisation, as: .amina, parameters: ["unit": unit])
        let entered = write.entered(json, over: try write.show?(visit), asking: [:], in: .en)
        let outcome = try write.decide(Submission(organisation: organisation, viewer: .amina, entered: entered, parameters: ["unit": unit], today: .testDay, language: .en) { "new" })
        if case .record(let proposals, _, _) = outcome { for proposal in proposals { world.tell(proposal) } }
    }

    private func practice(_ world: World, _ unit: ID<Unit>) throws -> UnitPractice { try #require(try world.organisation[UnitPractices.self].records[unit]?.practice) }

    @Test("a program's list of flows is held against the flows to the same units, wherever they stood")
    func rows() throws {
        let before = UnitPractice(flows: [
            .init(to: ID("u2"), what: Localized([.fr: "Avis", .en: "Notices"], original: .fr), often: Localized("weekly"), cadence: .weekly), .init(to: ID("u3"), what: Localized("Charts")),
        ])
        var world = world(4)
        world.tell(Proposal(UnitPractices.self, .unitDescribed(id: ID("u1"), before)))
        let begun = world
        try put(["passes": [["to": "u4", "what": ["en": "X"]]]], &world, "u1")
        #expect(try practice(world, ID("u1")).flows == [.init(to: ID("u4"), what: Localized("X"))], "nothing of the first flow that stood there")
        world = begun
        try put(["passes": [["to": "u3", "what": ["en": "Maps"]], ["to": "u2", "what": ["en": "Warnings"]]]], &world, "u1")
        let moved = try practice(world, ID("u1")).flows
        #expect(moved.map(\.to) == [ID("u2"), ID("u3")] && moved[0].what.original == .fr && moved[0].what.texts[.fr] == "Avis" && moved[0].what.texts[.en] == "Warnings")
        #expect(moved[0].often.isEmpty && moved[0].cadence == nil && moved[1].what.plain() == "Maps", "of a flow what is not named is gone")
        world = begun
        try put(["passes": [["to": "u2", "what": ["fr": "Avis", "en": "Notices"], "often": ["en": "weekly"], "cadence": "weekly"], ["to": "u3", "what": ["en": "Charts"]]]], &world, "u1")
        #expect(try practice(world, ID("u1")) == before, "the same again is no change")
    }

    @Test("a program may change a unit whose others are closed by now, and say that it informs nobody")
    func programs() throws {
        var world = world(3)
        try world.send("assessments/units/{unit}/edit", ["to-1": "u2", "what-1.en": "News"], ["unit": "u1"], several: ["asks": ["unit:u2", "unit:u3"]])
        world.tell(Proposal(Register.self, .unitClosed(id: ID("u2"), because: "Merged")))
        try put(["decidesOn": ["en": "Purchases"]], &world, "u1")
        #expect(try practice(world, ID("u1")).decidesOn.plain() == "Purchases" && practice(world, ID("u1")).asks.count == 2 && practice(world, ID("u1")).flows.count == 1)
        #expect(throws: Refusal("assessments.units.refusal.nothing-and-flows", field: "passes-nothing")) { try put(["passesNothing": true], &world, "u1") }
        try put(["passes": [], "passesNothing": true], &world, "u1")
        #expect(try practice(world, ID("u1")).passesNothing == true && practice(world, ID("u1")).flows.isEmpty)
        try put(["asks": []], &world, "u1")
        #expect(try practice(world, ID("u1")).passesNothing == true, "what is not named stays")
        try put(["passes": [["to": "u3", "what": ["en": "News"]]]], &world, "u1")
        #expect(try practice(world, ID("u1")).passesNothing == nil && practice(world, ID("u1")).flows.map(\.to) == [ID("u3")])
    }
}
