import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

@Suite("What is laid down of units, in and out as tables")
struct UnitStoriesOfTables {
    private func read(_ text: String, into world: World) throws -> ImportResult { try FlowsImport().read(Array(text.utf8), into: try world.organisation, today: .testDay) }

    @Test("flows come in from a table, each line once, and go out as they came")
    func table() throws {
        var world = World()
        try world.send("assessments/units/{unit}/edit", ["decides-on.en": "Kept"], ["unit": "u1"])
        let table = "from,to,what,cadence,how-often\nu1,u2,Warnings,as-it-happens,at each gale\nu2,u1,Wishes,,\n", first = try read(table, into: world)
        #expect(first.new == 2 && first.refused == 0 && first.proposals.count == 2, "\(first.remarks)")
        for proposal in first.proposals { world.tell(proposal) }
        #expect(try world.organisation[UnitPractices.self].records[ID("u1")]?.practice.decidesOn.plain() == "Kept")
        let again = try read(table, into: world), changed = try read("from,to,what\nu1,u2,Charts\n", into: world)
        #expect(again.same == 2 && again.proposals.isEmpty && changed.changed == 1)
        var rows: [[CSVCell]] = []
        try FlowsExport().rows(for: TestKit.visit(try world.house, try world.organisation, as: .bruno)) { rows.append($0) }
        #expect(rows.map { $0.map(\.plain) } == [["u1", "u2", "Warnings", "as-it-happens", "at each gale"], ["u2", "u1", "Wishes", "", ""]])
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

    // MARK: - What units decide

    private func readPractices(_ text: String, into world: World) throws -> ImportResult { try PracticesImport().read(Array(text.utf8), into: try world.organisation, today: .testDay) }

    private func practicesOut(_ world: World, as viewer: Viewer = .bruno) throws -> [[String]] {
        var rows: [[CSVCell]] = []
        try PracticesExport().rows(for: TestKit.visit(try world.house, try world.organisation, as: viewer)) { rows.append($0) }
        return rows.map { $0.map(\.plain) }
    }

    @Test("what units decide and whose consent they need comes in from a table, beside their flows, and goes out as it came")
    func practices() throws {
        var world = World()
        world.tell(Proposal(Register.self, .bodyDescribed(id: ID("council"), Body(name: Localized("Council")))))
        try world.send("assessments/units/{unit}/edit", ["to-1": "u2", "what-1.en": "Warnings"], ["unit": "u1"])
        #expect(try practicesOut(world).isEmpty, "of flows alone the other table speaks")
        let table = "unit,decides-on,asks-on,asks,passes-nothing\nu1,Purchases,Larger ones,body:council; unit:u2,\nu2,,,,yes\n", first = try readPractices(table, into: world)
        #expect(first.new == 1 && first.changed == 1 && first.refused == 0, "\(first.remarks)")
        for proposal in first.proposals { world.tell(proposal) }
        let laid = try #require(try world.organisation[UnitPractices.self].records[ID("u1")]?.practice)
        #expect(laid.flows.count == 1 && laid.asks == [.unit(ID("u2")), .body(ID("council"))] && laid.asksOn.plain() == "Larger ones")
        #expect(try world.organisation[UnitPractices.self].records[ID("u2")]?.practice.passesNothing == true)
        #expect(try practicesOut(world) == [["u1", "Purchases", "Larger ones", "unit:u2; body:council", ""], ["u2", "", "", "", "yes"]])
        #expect(try practicesOut(world, as: .public).isEmpty)
        let again = try readPractices(table, into: world), part = try readPractices("unit,asks\nu1,\nu1,body:council\nu2,\n", into: world)
        #expect(again.same == 2 && again.proposals.isEmpty && part.changed == 1 && part.same == 2, "a line that says nothing is none")
        world.tell(Proposal(Register.self, .unitClosed(id: ID("u2"), because: "Merged")))
        #expect(try practicesOut(world) == [["u1", "Purchases", "Larger ones", "body:council", ""]])
        #expect(try readPractices("unit,asks\nu1,body:council\n", into: world).same == 1, "whoever is no longer there stays where no table can name it")
    }

    @Test(
        "a faulty line is told with its column, and the others come in",
        arguments: [
            ("u9,X,,", "unit", "assessments.units.refusal.unknown"), (",X,,", "unit", "pages.import.blank"), ("u1,Y,,", "unit", "assessments.units.refusal.unit-twice"),
            ("u2,,unit:u9,", "asks", "assessments.units.refusal.unknown-asked"), ("u2,,u1,", "asks", "assessments.units.refusal.unknown-asked"),
            ("u2,,unit:u2,", "asks", "assessments.units.refusal.asks-itself"), ("u2,,,perhaps", "passes-nothing", "pages.import.not-among"),
            ("u2,,,yes", "passes-nothing", "assessments.units.refusal.nothing-and-flows"),
        ])
    func practiceFaults(row: String, column: String, key: String) throws {
        var world = World()
        try world.send("assessments/units/{unit}/edit", ["to-1": "u1", "what-1.en": "Wishes"], ["unit": "u2"])
        let read = try readPractices("unit,decides-on,asks,passes-nothing\nu1,Purchases,,\n\(row)\n", into: world), told = read.remarks.filter { $0.key == key }
        #expect(read.new == 1 && read.refused == 1 && told.first?.line == 3, "\(read.remarks)")
        #expect(told.first?.column == column || told.first?.arguments["column"] == column, "\(told)")
    }
}
