import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Scenarios

@Suite("What drives the future")
struct DriverStories {
    private let rate = "scenarios/drivers/{driver}/rate", one = ["driver": "n2"]

    private func rated() throws -> World {
        var world = try World.begun()
        for (driver, values) in [("n2", [(5, 5), (5, 4), (4, 5)]), ("n3", [(4, 4), (4, 4), (5, 3)]), ("n4", [(2, 2), (3, 1), (1, 2)])] {
            for (member, value) in zip(["a1", "b1", "c1"], values) {
                guard let driver = ID<Driver>(driver) else { continue }
                world.tell(.driverRated(id: driver, member: ID<Member>(member), DriverRating(importance: value.0, uncertainty: value.1)))
            }
        }
        return world
    }

    @Test("a Member has one rating, whichever of its people gives it; staff rate for themselves; nothing chosen takes it back; the next driver follows")
    func ratings() throws {
        var world = try World.begun()
        let then = try world.send(rate, ["member": "a1", "importance": "4", "uncertainty": "2"], one, as: .bruno)
        #expect(then == "scenarios/drivers/n3/rate")
        try world.send(rate, ["member": "a1", "importance": "5", "uncertainty": "2"], one, as: .bruno)
        try world.send(rate, ["importance": "1"], one)
        var given = try #require(try world.state.ratings[ID("n2")])
        #expect(given[.member(ID("a1"))]?.rating == DriverRating(importance: 5, uncertainty: 2) && given.values.contains { $0.rating == DriverRating(importance: 1) } && given.count == 2)
        #expect(throws: Refusal("pages.refusal.choose", field: "member", ofFieldAlone: true)) { try world.send(rate, ["member": "b1", "importance": "4"], one, as: .bruno) }
        #expect(throws: Refusal("pages.refusal.out-of-range", field: "importance", ofFieldAlone: true)) { try world.send(rate, ["importance": "6"], one, as: .bruno) }
        try world.send(rate, ["importance": "", "uncertainty": ""], one, as: .bruno)
        given = try #require(try world.state.ratings[ID("n2")])
        #expect(given[.member(ID("a1"))] == nil)
    }

    @Test("before it is open nobody rates, and the public never does")
    func closed() throws {
        var world = World()
        try world.send(ScenarioPath.newStudy, ["title.en": "S", "question.en": "?", "readers": "everyone"])
        try world.send("scenarios/studies/{study}/drivers/new", ["title.en": "Trade", "low.en": "a", "high.en": "b"], World.study)
        #expect(throws: Refusal("scenarios.refusal.not-open")) { try world.send(rate, ["importance": "4"], one) }
        #expect(throws: Refusal("pages.refusal.gone")) { try world.send(rate, ["importance": "4"], one, as: .bruno) }
        #expect(throws: Missing.self) { try world.send(rate, ["importance": "4"], one, as: .public) }
    }

    @Test("the map shows medians once three have rated, and proposes the two that weigh most with the reason in words")
    func map() async throws {
        var world = try World.begun()
        world.tell(.driverRated(id: ID("n2"), member: ID("a1"), DriverRating(importance: 5, uncertainty: 5)))
        world.tell(.driverRated(id: ID("n2"), member: ID("b1"), DriverRating(importance: 5, uncertainty: 5)))
        var page = try await world.page("scenarios/studies/{study}", World.study)
        #expect(!page.contains("<svg") && page.contains("Medians are told from 3 raters on") && page.contains("Axes are proposed once"))
        world = try rated()
        page = try await world.page("scenarios/studies/{study}", World.study)
        #expect(page.contains("2 of 3 drivers are both important and uncertain"))
        #expect(page.contains("“Trade” (importance 5 × uncertainty 5 = 25)") && page.contains("“Data” (importance 4 × uncertainty 4 = 16)") && page.contains("The next is “Fuel”"))
        #expect(try await world.page("scenarios/studies/{study}/axes", World.study).contains("<option value=\"n2\" selected>"))
    }

    @Test("the own rating stands against the spread; of a region with few nothing is shown; no other's rating is told")
    func spread() async throws {
        let world = try rated(), page = try await world.page("scenarios/drivers/{driver}", as: .bruno, one)
        #expect(page.contains("3 Members rated it.") && page.contains("Member a1 gave importance 5, uncertainty 5.") && page.contains("The median is 5.") && page.contains("too few"))
        #expect(!page.contains("Member b1 gave"))
        let told = tellScenarios(.driverRated(id: ID("n2"), member: ID("a1"), DriverRating(importance: 5)), try world.organisation)
        let ofStaff = tellScenarios(.driverRated(id: ID("n2"), member: nil, DriverRating(importance: 5)), try world.organisation)
        #expect(!Viewer.amina.belongs(to: ofStaff.audience) && !Viewer.bruno.belongs(to: ofStaff.audience))
        #expect(Viewer.bruno.belongs(to: told.audience) && !Viewer.farah.belongs(to: told.audience) && !Viewer.amina.belongs(to: told.audience))
    }

    @Test("signals are found by their words and linked through the thread; what a reader may not see is neither named nor counted")
    func signals() async throws {
        var world = try World.begun()
        let form = try await world.page("scenarios/drivers/{driver}/signals", one, query: ["words": "quiet"])
        #expect(form.contains("A quiet closure") && !form.contains("Parcels multiply"))
        #expect(throws: Refusal("pages.refusal.choose", field: "signals", ofFieldAlone: true)) { try world.send("scenarios/drivers/{driver}/signals", ["signals": "plan:o1"], one) }
        try world.send("scenarios/drivers/{driver}/signals", [:], one, several: ["signals": ["scan:parcels", "scan:quiet"]])
        try world.send("scenarios/studies/{study}/axes", ["first": "n2", "second": "n3", "because.en": "Both"], World.study)
        for id in try world.state.scenarios(of: ID("n1")) { world.tell(.scenarioWritten(id: id, Scenario(title: Localized("F"), narrative: Localized("N")))) }
        try world.send("scenarios/studies/{study}/publish", [:], World.study)
        let own = try await world.page("scenarios/drivers/{driver}", as: .bruno, one), other = try await world.page("scenarios/drivers/{driver}", as: .public, one)
        #expect(own.contains("Parcels multiply") && own.contains("A quiet closure") && other.contains("Parcels multiply") && !other.contains("A quiet closure"))
        let linked = tellScenarios(.driverDescribed(id: ID("n2"), try #require(try world.state.drivers[ID("n2")])), try world.organisation)
        #expect(Viewer.bruno.belongs(to: linked.audience) && !Viewer.public.belongs(to: linked.audience), "its history would name every signal")
        let visit = try world.visit(as: .public), hanging = scenarioAspects(try #require(Reference("scan:parcels")), visit)
        #expect(hanging.first?.content.text.contains("Trade") == true)
    }
}
