import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

@Suite("What people of a unit say, beside what is laid down of it")
struct UnitStoriesOfRounds {
    private static let page = "assessments/rounds/{round}", edit = "assessments/units/{unit}/edit"

    /// A closed round of people, structure and culture in which each of a unit agrees with everything at the same point.
    private func answered(_ first: [Int], _ second: [Int]) throws -> (world: World, round: [String: String]) {
        var (world, round) = try World.begun("levers", units: ["u1", "u2"])
        try world.sheets(round, Seat(group: ID("staff"), unit: ID("u1")), first, named: "one")
        try world.sheets(round, Seat(group: ID("staff"), unit: ID("u2")), second, named: "two")
        try world.send("assessments/rounds/{round}/close", [:], round)
        return (world, round)
    }

    @Test("what was laid down before the round closed stands against what people say; what came later is said to have")
    func beside() async throws {
        var (world, round) = try answered([2, 2, 2], [4, 4, 4])
        let before = try await world.page(UnitStoriesOfRounds.page, round)
        for lever in ["Who decides", "How information flows"] { #expect(before.contains("Unit u1: “\(lever)” is rated low (2.0), and nothing is laid down.")) }
        #expect(!before.contains("Unit u2: “"))
        let described = UnitPractice(decidesOn: Localized("Purchases"), flows: [.init(to: ID("u2"), what: Localized("Warnings"))])
        var earlier = world
        earlier.tell(Proposal(UnitPractices.self, .unitDescribed(id: ID("u1"), described), on: .testDay.adding(days: -1)))
        try earlier.send(UnitStoriesOfRounds.edit, ["decides-on.en": "Other purchases", "to-1": "u2", "what-1.en": "Charts"], ["unit": "u1"])
        let though = try await earlier.page(UnitStoriesOfRounds.page, round)
        for lever in ["Who decides", "How information flows"] { #expect(though.contains("Unit u1: “\(lever)” is rated low (2.0), though it is laid down.")) }
        try world.send(UnitStoriesOfRounds.edit, ["decides-on.en": "Purchases", "to-1": "u2", "what-1.en": "Warnings"], ["unit": "u1"])
        let after = try await world.page(UnitStoriesOfRounds.page, as: .bruno, round), day = try TestKit.visit(world.house, world.organisation).say.day(.testDay)
        for lever in ["Who decides", "How information flows"] { #expect(after.contains("Unit u1: “\(lever)” is rated low (2.0), and it was laid down only on \(day).")) }
        #expect(!after.contains("though it is laid down") && after.contains("Hears from: Unit u1"))
        try world.send("assessments/rounds/{round}/publish", [:], round)
        let open = try await world.page(UnitStoriesOfRounds.page, as: .public, round)
        #expect(!open.contains("Purchases") && !open.contains("laid down"))
        #expect(try await world.page("assessments/frameworks/{framework}", as: .bruno, ["framework": "levers"]).contains("assessments/units\""))
    }

    @Test("that others inform a unit is laid down of it too, from the day on which the first of them did")
    func heard() async throws {
        var (world, round) = try answered([4, 4, 4], [2, 2, 2])
        world.tell(
            Proposal(UnitPractices.self, .unitDescribed(id: ID("u1"), UnitPractice(flows: [.init(to: ID("u2"), what: Localized("Warnings"))])), on: .testDay.adding(days: -1)))
        try world.send(UnitStoriesOfRounds.edit, ["passes-nothing": "yes"], ["unit": "u2"])
        let page = try await world.page(UnitStoriesOfRounds.page, round)
        #expect(page.contains("Unit u2: “How information flows” is rated low (2.0), though it is laid down."))
    }

    @Test("of whom a unit answers to it is said how the register stands, and nothing of when")
    func answering() async throws {
        var (world, round) = try answered([2, 2, 2], [4, 4, 4])
        let lever = "Unit u1: “Who is accountable to whom” is rated low (2.0)."
        #expect(try await world.page(UnitStoriesOfRounds.page, round).contains("\(lever) By the register it answers to nobody."))
        world.tell(Proposal(Register.self, .bodyDescribed(id: ID("council"), Body(name: Localized("Council")))))
        world.tell(Proposal(Register.self, .unitDescribed(id: ID("u1"), Unit(name: Localized("Unit u1"), kind: .directorate, answersTo: .body(ID("council"))))))
        #expect(try await world.page(UnitStoriesOfRounds.page, round).contains("\(lever) By the register it answers to Council."))
        world.tell(Proposal(Register.self, .unitClosed(id: ID("u1"), because: "Merged")))
        #expect(try await !world.page(UnitStoriesOfRounds.page, round).contains("By the register"))
    }

    @Test("a mean is low as it is shown, and is shown with its spread and how many answered", arguments: [(25, "3.0 ±\u{A0}0.2 (25)", false), (17, "2.9 ±\u{A0}0.2 (17)", true)])
    func edge(people: Int, shown: String, isLow: Bool) async throws {
        // 2.96 and 2.94.
        let (world, round) = try answered([2] + Array(repeating: 3, count: people - 1), [4, 4, 4])
        let page = try await world.page(UnitStoriesOfRounds.page, round)
        #expect(page.contains("is rated low") == isLow)
        #expect(page.table("laid-down-table").first?.prefix(2) == ["Staff · Unit u1", shown], "\(page.table("laid-down-table"))")
    }

    @Test("of too few nothing is shown here either, and other frameworks have nothing of it")
    func few() async throws {
        let (world, round) = try answered([2, 2], [4, 4, 4])
        let page = try await world.page(UnitStoriesOfRounds.page, round)
        #expect(page.contains("By unit nothing may be shown of this round") && !page.contains("laid-down-table"))
        var (other, its) = try World.begun(units: ["u1", "u2"])
        try other.sheets(its, Seat(group: ID("staff"), unit: ID("u1")), [1, 1, 1], named: "one")
        try other.send("assessments/rounds/{round}/close", [:], its)
        #expect(try await !other.page(UnitStoriesOfRounds.page, its).contains("laid down"))
    }
}
