import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

@Suite("Who decides, who answers to whom, what passes from unit to unit")
struct UnitStories {
    private static let edit = "assessments/units/{unit}/edit", remove = "assessments/units/{unit}/remove"
    private static let one = ["unit": "u1"], two = ["unit": "u2"]

    private func practice(_ world: World, _ unit: ID<Unit>) throws -> UnitPractice? { try world.organisation[UnitPractices.self].records[unit]?.practice }

    @Test("a planner lays down what holds of a unit; the page says who decides, whose consent is needed, who informs whom, and what stands out")
    func story() async throws {
        var world = World()
        let empty = try await world.page(PracticePath.front)
        #expect(empty.contains("Nothing is laid down of any unit yet") && empty.contains("Unit u1") && !empty.contains("who-informs"))
        world.tell(Proposal(Register.self, .bodyDescribed(id: ID("council"), Body(name: Localized("Council")))))
        world.tell(Proposal(Register.self, .bodyDescribed(id: ID("board"), Body(name: Localized("Board")))))
        world.tell(Proposal(Register.self, .unitDescribed(id: ID("u2"), Unit(name: Localized("Unit u2"), kind: .directorate, answersTo: .body(ID("board"))))))
        try world.send(
            UnitStories.edit,
            [
                "decides-on.en": "Purchases up to 500", "asks-on.en": "Larger ones", "to-1": "u2", "what-1.en": "Warnings", "often-1.en": "at each gale", "cadence-1": "asItHappens", "to-2": "",
            ], UnitStories.one, several: ["asks": ["body:council", "unit:u2"]])
        let laid = try #require(try practice(world, ID("u1")))
        #expect(laid.asks == [.unit(ID("u2")), .body(ID("council"))] && laid.flows.map(\.to) == [ID("u2")] && laid.flows[0].often.plain() == "at each gale" && laid.flows[0].cadence == .asItHappens)
        #expect(try world.organisation[UnitPractices.self].records[ID("u1")]?.on == .testDay)
        let page = try await world.page(PracticePath.front), first = try #require(page.table("unit-table").first)
        #expect(Array(first.dropFirst()) == ["nobody", "Purchases up to 500", "Unit u2CouncilFor: Larger ones", "Unit u2: Warnings as it happens, at each gale"], "\(first)")
        #expect(page.contains(">Needs the consent of<"))
        #expect(page.table("unit-table")[1].suffix(4) == ["Board", "nothing laid down", "nothing laid down", "nothing laid down"])
        #expect(page.contains("This unit answers to nobody: Unit u1.") && page.contains("What this unit passes on is not laid down, and so it is not known: Unit u2."))
        for text in ["No unit whose flows", "passes information to no other", "finds no way", "in one direction"] { #expect(!page.contains(text), "\(text)") }
        try world.send(UnitStories.remove, ["because": "Wrong"], UnitStories.one)
        #expect(try practice(world, ID("u1")) == nil)
        await #expect(throws: Missing.self) { try await world.page(UnitStories.remove, UnitStories.one) }
    }

    @Test("a chain of command that runs in a circle is named, as journals from elsewhere may hold one")
    func circle() async throws {
        var world = World()
        world.tell(Proposal(Register.self, .unitDescribed(id: ID("u1"), Unit(name: Localized("One"), kind: .team, answersTo: .unit(ID("u2"))))))
        world.tell(Proposal(Register.self, .unitDescribed(id: ID("u2"), Unit(name: Localized("Two"), kind: .team, answersTo: .unit(ID("u1"))))))
        let page = try await world.page(PracticePath.front)
        #expect(page.contains("A chain of command runs in a circle: One, Two, One.") && page.contains("Nothing is laid down of any unit yet"))
        #expect(!page.contains("No unit passes") && !page.contains("is not known"), "of what nobody laid down yet nothing more is said")
    }

    @Test(
        "what cannot be is refused at its field",
        arguments: [
            (["to-1": "u1", "what-1.en": "X"], [], "assessments.units.refusal.informs-itself", "to-1"), (["to-1": "u9", "what-1.en": "X"], [], "pages.refusal.choose", "to-1"),
            (["to-1": "u2"], [], "pages.refusal.required", "what-1"), (["what-2.en": "X"], [], "assessments.units.refusal.to-whom", "to-2"),
            (["to-1": "u2", "what-1.en": "X", "to-2": "u2", "what-2.en": "Y"], [], "assessments.units.refusal.twice", "to-2"),
            (["decides-on.en": "X"], ["unit:u1"], "assessments.units.refusal.asks-itself", "asks"), (["decides-on.en": "X"], ["unit:u9"], "pages.refusal.choose", "asks"),
            (["decides-on.en": "X"], ["body:none"], "pages.refusal.choose", "asks"), ([:], [], "assessments.units.refusal.empty", "decides-on"),
            (["to-1": "u2", "what-1.en": "X", "passes-nothing": "yes"], [], "assessments.units.refusal.nothing-and-flows", "passes-nothing"),
            (["to-1": "u2", "what-1.en": "X", "cadence-1": "often"], [], "pages.refusal.choose", "cadence-1"),
            (["cadence-2": "daily"], [], "assessments.units.refusal.to-whom", "to-2"),
            (["decides-on.en": String(repeating: "x", count: 2001)], [], "pages.refusal.too-long", "decides-on"),
        ] as [([String: String], [String], String, String)])
    func refusals(values: [String: String], asks: [String], key: String, field: String) throws {
        var world = World()
        let refusal = #expect(throws: Refusal.self) { try world.send(UnitStories.edit, values, UnitStories.one, several: ["asks": asks]) }
        #expect(refusal?.key == key && refusal?.field == field)
    }

    @Test("for those who take part; written by planners alone")
    func rights() async throws {
        var world = World()
        try world.send(UnitStories.edit, ["decides-on.en": "Secret"], UnitStories.one)
        #expect(try await world.page(PracticePath.front, as: .bruno).contains("Secret"))
        await #expect(throws: Missing.self) { try await world.page(PracticePath.front, as: .public) }
        #expect(try await !world.page(PracticePath.front, as: .bruno).contains("/edit"))
        #expect(try await world.page(AssessmentPath.front, as: .bruno).contains("assessments/units\""))
        #expect(try await !world.page(AssessmentPath.front, as: .public).contains("assessments/units\""))
        #expect(throws: (any Error).self) { try world.send(UnitStories.edit, ["decides-on.en": "Mine"], UnitStories.one, as: .bruno) }
        #expect(throws: Refusal("pages.refusal.not-allowed")) {
            _ = try PracticeDecisions.describe(TestKit.submission(try world.organisation, as: .bruno, ["decides-on.en": "Mine"], parameters: UnitStories.one))
        }
        let told = tellUnits(.unitDescribed(id: ID("u1"), UnitPractice()), try world.organisation), found = searchUnits(try world.organisation)
        #expect(told.audience == .participants && found.map(\.audience) == [.participants])
    }

    @Test("a unit that is closed by now keeps its name, enters no figure, and stays where it was named until somebody takes it out")
    func closed() async throws {
        var world = World()
        try world.send(UnitStories.edit, ["to-1": "u2", "what-1.en": "Warnings"], UnitStories.one, several: ["asks": ["unit:u2"]])
        world.tell(Proposal(Register.self, .unitClosed(id: ID("u2"), because: "Merged")))
        let page = try await world.page(PracticePath.front)
        #expect(page.table("unit-table").map { $0.suffix(2) } == [["Unit u2 (no longer there)", "Unit u2 (no longer there): Warnings"]] && !page.contains("unit-u2"))
        #expect(page.contains("This unit answers to nobody: Unit u1."))
        let form = try await world.page(UnitStories.edit, UnitStories.one)
        #expect(form.contains("<option value=\"u2\" selected>Unit u2 (no longer there)</option>") && form.contains("value=\"unit:u2\" checked"), "\(form)")
        try world.send(UnitStories.edit, ["decides-on.en": "X", "to-1": "u2", "what-1.en": "Warnings"], UnitStories.one, several: ["asks": ["unit:u2"]])
        let kept = try #require(try practice(world, ID("u1")))
        #expect(kept.decidesOn.plain() == "X" && kept.flows.map(\.to) == [ID("u2")] && kept.asks == [.unit(ID("u2"))])
        try world.send(UnitStories.edit, ["decides-on.en": "X", "to-1": "", "what-1.en": "Warnings"], UnitStories.one)
        #expect(try practice(world, ID("u1"))?.flows == [] && practice(world, ID("u1"))?.asks == [])
        #expect(throws: Refusal("pages.refusal.choose", field: "asks")) { try world.send(UnitStories.edit, [:], UnitStories.one, several: ["asks": ["unit:u2"]]) }
    }

    @Test("the page of a unit shows what is laid down of it and by whom it hears, to those who take part alone")
    func aspect() throws {
        var world = World()
        func shown(_ unit: ID<Unit>, as viewer: Viewer) throws -> String {
            try world.house.aspects(of: Reference(Register.self, unit), for: TestKit.visit(try world.house, try world.organisation, as: viewer)).map(\.content.text).joined()
        }
        #expect(try shown(ID("u1"), as: .bruno).isEmpty && shown(ID("u1"), as: .amina).contains("Nothing is laid down of this unit yet"))
        try world.send(UnitStories.edit, ["decides-on.en": "Purchases", "to-1": "u2", "what-1.en": "Warnings"], UnitStories.one)
        #expect(try shown(ID("u1"), as: .bruno).contains("Purchases") && shown(ID("u1"), as: .bruno).contains("Warnings") && !shown(ID("u1"), as: .bruno).contains("/edit"))
        #expect(try shown(ID("u2"), as: .bruno).contains("Hears from: Unit u1") && shown(ID("u1"), as: .public).isEmpty && shown(ID("u2"), as: .public).isEmpty)
        #expect(try shown(ID("u1"), as: .amina).contains("assessments/units/u1/edit"))
    }

    @Test("how long a part has been laid down is known, whatever else changes")
    func since() throws {
        var world = World()
        func tell(_ practice: UnitPractice, _ days: Int) { world.tell(Proposal(UnitPractices.self, .unitDescribed(id: ID("u1"), practice), on: .testDay.adding(days: days))) }
        tell(UnitPractice(decidesOn: Localized("A")), -30)
        tell(UnitPractice(decidesOn: Localized("B"), flows: [.init(to: ID("u2"), what: Localized("W"))]), -20)
        tell(UnitPractice(asksOn: Localized("C"), flows: [.init(to: ID("u2"), what: Localized("X")), .init(to: ID("u3"), what: Localized("Y"))]), -10)
        let record = try #require(try world.organisation[UnitPractices.self].records[ID("u1")])
        #expect(record.on == .testDay.adding(days: -10) && record.decidesSince == .testDay.adding(days: -30) && record.passesSince == .testDay.adding(days: -20))
        #expect(record.since(ID("u2")) == .testDay.adding(days: -20) && record.since(ID("u3")) == .testDay.adding(days: -10) && record.since(ID("u4")) == nil)
        tell(UnitPractice(passesNothing: true), -5)
        let last = try #require(try world.organisation[UnitPractices.self].records[ID("u1")])
        #expect(last.decidesSince == nil && last.passesSince == .testDay.adding(days: -20) && last.since(ID("u2")) == nil)
    }

    @Test("events are forever")
    func forever() throws {
        let practice = UnitPractice(
            decidesOn: Localized("Purchases"), asksOn: Localized("Larger ones"), asks: [.unit(ID("u2")), .body(ID("council"))],
            flows: [.init(to: ID("u2"), what: Localized("Warnings"), often: Localized("weekly")), .init(to: ID("u3"), what: Localized("Wishes"))])
        let counted = UnitPractice(flows: [.init(to: ID("u2"), what: Localized("Charts"), cadence: .asItHappens)])
        try expectEventsAreForever(
            UnitPractices.self,
            today: [
                .unitDescribed(id: ID("u1"), practice), .unitDescribed(id: ID("u2"), UnitPractice()), .unitPracticeRemoved(id: ID("u2"), because: "?"), .unitDescribed(id: ID("u3"), counted),
                .unitDescribed(id: ID("u4"), UnitPractice(passesNothing: true)),
            ])
    }
}
