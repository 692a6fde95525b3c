import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Risks

@Suite("Who reads of a risk")
struct ReaderStories {
    private static let staff = "A secret weakness"

    /// A red risk for staff, one for those who take part, one for everybody.
    private func world() throws -> World {
        var world = try World.begun()
        for (title, readers) in [(ReaderStories.staff, "staff"), ("Known to all", "everyone")] {
            try world.send(RiskPath.new, World.whole.merging(["title.en": title, "readers": readers, "answers": "plan:o1"]) { $1 })
        }
        for id in ["n3", "n4"] { try world.send("risks/{risk}/rate", World.red, ["risk": id]) }
        return world
    }

    @Test("a risk for few is told nowhere else: not on pages, lists or counts, the thread, in the search, the log, findings, the API, the table or beside its objective")
    func staff() async throws {
        let world = try world(), house = try world.house, organisation = try world.organisation
        for (viewer, count) in [(Viewer.public, 1), (.bruno, 2), (.amina, 3)] {
            let visit = try world.visit(as: viewer), front = try await world.page(RiskPath.risks, as: viewer)
            #expect(front.contains(ReaderStories.staff) == (count == 3) && front.contains(count == 1 ? "1 risk is open" : "\(count) risks are open"))
            #expect(visit.thread.nodes.count { $0.kind == "risks.kind.risk" } == count)
            #expect(house.documents(of: organisation).count { visit.reach.holds($0) } == count)
            #expect(house.aspects(of: Reference(Plan.self, ID<Objective>("o1")), for: visit).map(\.content.text).joined().contains(ReaderStories.staff) == (count == 3))
            #expect(try await RiskResource.resource.list?(visit, nil, 200).items.count == count)
            var rows = 0
            try RisksExport().rows(for: visit) { _ in rows += 1 }
            #expect(rows == count)
        }
        await #expect(throws: Missing.self) { try await world.page("risks/{risk}", as: .bruno, ["risk": "n3"]) }
        await #expect(throws: Missing.self) { try await world.page("risks/{risk}", as: .public, World.one) }
        let told = tellRisks(
            .riskRated(id: ID("n3"), RiskRating(inherent: try #require(RiskPlace(likelihood: 5, impact: 5)), residual: try #require(RiskPlace(likelihood: 1, impact: 1)), because: .empty)),
            organisation)
        #expect(told.audience == .staff)
    }

    @Test("how much is carried, and what else there is a category for, is for those who take part")
    func appetite() async throws {
        var world = try world()
        try world.send(RiskPath.newCategory, ["title.en": "Of nobody's business"])
        for (path, parameters) in [(RiskPath.risks, [:]), ("risks/{risk}", ["risk": "n4"])] {
            let reader = try await world.page(path, as: .bruno, parameters), stranger = try await world.page(path, as: .public, parameters)
            #expect(reader.contains("Carried up to a score of 10.") && !stranger.contains("Carried up to") && !stranger.contains("business") && !stranger.contains("appetite"), "\(path)")
        }
        #expect(try await world.page(RiskPath.risks, as: .public, query: ["list": "appetite"]).contains("Known to all"))
        await #expect(throws: Missing.self) { try await world.page(RiskPath.categories, as: .public) }
    }

    @Test("what few may know still blocks, and only they are told why")
    func blocking() throws {
        var world = try world()
        try world.send("risks/{risk}/answer", [:], ["risk": "n3"])
        try world.send("risks/{risk}/answer", ["answers": "plan:o1"], World.one)
        #expect(try world.blocking().map(\.audience) == [.staff] && world.blocking(for: .bruno).isEmpty && world.blocking(for: .public).isEmpty)
    }

    @Test("of the past nobody reads what is kept from them today")
    func past() async throws {
        var world = try world()
        let before = try world.organisation
        try world.send("risks/{risk}/edit", World.whole.merging(["title.en": "Known to all", "readers": "staff"]) { $1 }, ["risk": "n4"])
        let times = Times(asOf: .testDay.adding(days: -1), today: .testDay)
        let visit = Visit(
            organisation: before, present: try world.organisation, viewer: .bruno, say: Say(.en, try world.house.catalogue), times: times, house: try world.house, parameters: ["risk": "n4"],
            query: [:],
            names: [:], history: { _ in [] })
        #expect(!visit.isNow && !visit.sees(ID<Risk>("n4")) && visit.sees(ID<Risk>("n2")))
        #expect(throws: Missing.self) { try visit.risk() }
    }

    @Test("what is said of the register is for whom it says, and stands where no risk is named")
    func account() async throws {
        var world = World()
        try world.send(RiskPath.about, ["introduction.en": "Six were red.", "source.en": "An audit plan", "link": "https://example.org/plan", "readers": "everyone"])
        let page = try await world.page(RiskPath.risks, as: .public)
        #expect(page.contains("Six were red.") && page.contains("An audit plan") && page.contains("no risk is named here, and none is made up"))
        try world.send(RiskPath.about, ["introduction.en": "Six were red.", "source.en": "An audit plan", "readers": "staff"])
        #expect(try await !world.page(RiskPath.risks, as: .public).contains("Six were red."))
        try world.send(RiskPath.new, ["title.en": "A", "event.en": "B"])
        #expect(try world.state.risks.values.map(\.readers) == [.staff], "new risks begin as the register")
    }
}
