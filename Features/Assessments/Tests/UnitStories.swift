import Exchange
import HashTreeCollections
import Journal
import Methods
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

    @Test("a planner lays down what holds of a unit; the page says who decides, asks and informs, and what stands out")
    func story() async throws {
        var world = World()
        let empty = try await world.page(PracticePath.front)
        #expect(empty.contains("Nothing is laid down of any unit yet") && empty.contains("Unit u1") && !empty.contains("who-informs"))
        world.tell(Proposal(Register.self, .bodyDescribed(id: ID("council"), Body(name: Localized("Council")))))
        world.tell(Proposal(Register.self, .unitDescribed(id: ID("u2"), Unit(name: Localized("Unit u2"), kind: .directorate, answersTo: .body(ID("council"))))))
        try world.send(
            UnitStories.edit, ["decides-on.en": "Purchases up to 500", "asks-on.en": "Larger ones", "to-1": "u2", "what-1.en": "Warnings", "often-1.en": "weekly", "to-2": ""], UnitStories.one,
            several: ["asks": ["body:council", "unit:u2"]])
        let laid = try #require(try practice(world, ID("u1")))
        #expect(laid.asks == [.unit(ID("u2")), .body(ID("council"))] && laid.flows.map(\.to) == [ID("u2")] && laid.flows[0].often.plain() == "weekly")
        #expect(try world.organisation[UnitPractices.self].records[ID("u1")]?.on == .testDay)
        let page = try await world.page(PracticePath.front)
        for text in ["Purchases up to 500", "Larger ones", "Council", "Warnings", "weekly", "who-informs"] { #expect(page.contains(text), "\(text)") }
        #expect(page.contains("This unit answers to nobody: Unit u1.") && page.contains("No unit passes information to this one: Unit u1."))
        #expect(page.contains("Nothing is laid down of this unit, so that what it passes on is not known: Unit u2."))
        #expect(!page.contains("passes information to no other") && !page.contains("finds no way"))
        try world.send(UnitStories.edit, ["decides-on.en": "Nothing"], UnitStories.two)
        let both = try await world.page(PracticePath.front)
        #expect(both.contains("This unit passes information to no other: Unit u2.") && !both.contains("finds no way") && !both.contains("is not known"))
        try world.send(UnitStories.edit, ["decides-on.en": "Purchases up to 500", "to-1": ""], UnitStories.one)
        #expect(try await world.page(PracticePath.front).contains("Between these two units information finds no way, in either direction: Unit u1 and Unit u2."))
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

    @Test("a closed unit keeps its name where others inform it, and enters no figure")
    func closed() async throws {
        var world = World()
        try world.send(UnitStories.edit, ["to-1": "u2", "what-1.en": "Warnings"], UnitStories.one)
        world.tell(Proposal(Register.self, .unitClosed(id: ID("u2"), because: "Merged")))
        let page = try await world.page(PracticePath.front)
        #expect(page.contains("Unit u2 (no longer there)") && !page.contains("unit-u2"))
        try world.send(UnitStories.edit, ["decides-on.en": "X", "to-1": "", "what-1.en": "Warnings"], UnitStories.one)
        #expect(try practice(world, ID("u1"))?.flows == [])
    }

    // MARK: - Beside a round

    /// A closed round of people, structure and culture in which two units agree with everything at the same point.
    private func answered(_ first: Int, _ second: Int, of count: Int = 3) throws -> (world: World, round: [String: String]) {
        var (world, round) = try World.begun("levers", units: ["u1", "u2"])
        try world.sheets(round, Seat(group: ID("staff"), unit: ID("u1")), Array(repeating: first, count: count), named: "one")
        try world.sheets(round, Seat(group: ID("staff"), unit: ID("u2")), Array(repeating: second, count: 3), named: "two")
        try world.send("assessments/rounds/{round}/close", [:], round)
        return (world, round)
    }

    private static let page = "assessments/rounds/{round}"

    @Test("what people of a unit say stands against what is laid down of it")
    func beside() async throws {
        var (world, round) = try answered(2, 4)
        let before = try await world.page(UnitStories.page, round)
        for lever in ["Who decides", "How information flows"] { #expect(before.contains("Unit u1: “\(lever)” is rated low (2), and nothing is laid down.")) }
        #expect(!before.contains("Unit u2: “"))
        try world.send(UnitStories.edit, ["decides-on.en": "Purchases", "to-1": "u2", "what-1.en": "Warnings"], UnitStories.one)
        let after = try await world.page(UnitStories.page, as: .bruno, round)
        #expect(after.contains("Unit u1: “Who decides” is rated low (2), though it is laid down.") && after.contains("“How information flows” is rated low (2), though it is laid down."))
        #expect(after.contains("“Who is accountable to whom” is rated low (2), and nothing is laid down.") && after.contains("Hears from: Unit u1"))
        try world.send("assessments/rounds/{round}/publish", [:], round)
        let open = try await world.page(UnitStories.page, as: .public, round)
        #expect(!open.contains("Purchases") && !open.contains("laid down"))
        #expect(try await world.page("assessments/frameworks/{framework}", as: .bruno, ["framework": "levers"]).contains("assessments/units\""))
    }

    @Test("of too few nothing is shown here either, and other frameworks have nothing of it")
    func few() async throws {
        let (world, round) = try answered(2, 4, of: 2)
        let page = try await world.page(UnitStories.page, round)
        #expect(page.contains("By unit nothing may be shown of this round") && !page.contains("laid-down-table"))
        var (other, its) = try World.begun(units: ["u1", "u2"])
        try other.sheets(its, Seat(group: ID("staff"), unit: ID("u1")), [1, 1, 1], named: "one")
        try other.send("assessments/rounds/{round}/close", [:], its)
        #expect(try await !other.page(UnitStories.page, its).contains("laid down"))
    }

    // MARK: - In and out

    private func read(_ text: String, into world: World) throws -> ImportResult { try FlowsImport().read(Array(text.utf8), into: try world.organisation, today: .testDay) }

    @Test("flows come in from a table, each line once, and go out as they came")
    func table() throws {
        var world = World()
        try world.send(UnitStories.edit, ["decides-on.en": "Kept"], UnitStories.one)
        let table = "from,to,what,how-often\nu1,u2,Warnings,weekly\nu2,u1,Wishes,\n", first = try read(table, into: world)
        #expect(first.new == 2 && first.refused == 0 && first.proposals.count == 2, "\(first.remarks)")
        for proposal in first.proposals { world.tell(proposal) }
        #expect(try practice(world, ID("u1"))?.decidesOn.plain() == "Kept")
        let again = try read(table, into: world), changed = try read("from,to,what\nu1,u2,Charts\n", into: world)
        #expect(again.same == 2 && again.proposals.isEmpty && changed.changed == 1)
        var rows: [[CSVCell]] = []
        try FlowsExport().rows(for: TestKit.visit(try world.house, try world.organisation, as: .bruno)) { rows.append($0) }
        #expect(rows.map { $0.map(\.plain) } == [["u1", "u2", "Warnings", "weekly"], ["u2", "u1", "Wishes", ""]])
        try FlowsExport().rows(for: TestKit.visit(try world.house, try world.organisation, as: .public)) { _ in Issue.record("nothing is for the public") }
    }

    @Test(
        "a faulty line is told with its column, and the others come in",
        arguments: [
            ("u1,u1,X,", "to", "assessments.units.refusal.informs-itself"), ("u9,u1,X,", "from", "assessments.units.refusal.unknown"), ("u2,Unit one,X,", "to", "assessments.units.refusal.unknown"),
            ("u2,u1,,", "what", "pages.import.blank"), ("u2,u1,,\nu2,u1,Wishes,", "what", "pages.import.blank"),
            ("u1,u2,Other,", "to", "assessments.units.refusal.line-twice"), (",u2,X,", "from", "pages.import.blank"),
        ])
    func faults(row: String, column: String, key: String) throws {
        let read = try read("from,to,what,how-often\nu1,u2,Warnings,weekly\n\(row)\n", into: World()), told = read.remarks.filter { $0.key == key }
        #expect(read.new == row.split(separator: "\n").count && read.refused == 1 && told.first?.line == 3, "\(read.remarks)")
        #expect(told.first?.column == column || told.first?.arguments["column"] == column, "\(told)")
    }

    @Test("events are forever")
    func forever() throws {
        let practice = UnitPractice(
            decidesOn: Localized("Purchases"), asksOn: Localized("Larger ones"), asks: [.unit(ID("u2")), .body(ID("council"))],
            flows: [.init(to: ID("u2"), what: Localized("Warnings"), often: Localized("weekly")), .init(to: ID("u3"), what: Localized("Wishes"))])
        try expectEventsAreForever(
            UnitPractices.self,
            today: [.unitDescribed(id: ID("u1"), practice), .unitDescribed(id: ID("u2"), UnitPractice()), .unitPracticeRemoved(id: ID("u2"), because: "?")])
    }
}
