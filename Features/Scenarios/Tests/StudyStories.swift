import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Scenarios

@Suite("Studies of futures")
struct StudyStories {
    private let study = World.study, page = "scenarios/studies/{study}"

    @Test("in the making it is for staff, open for those who take part, published for whom it is")
    func readers() async throws {
        var world = World()
        try world.send(ScenarioPath.newStudy, ["title.en": "Harbours 2040", "question.en": "What?", "readers": "everyone"])
        await #expect(throws: Missing.self) { try await world.page(page, as: .bruno, study) }
        #expect(throws: Refusal("scenarios.refusal.no-drivers")) { try world.send("scenarios/studies/{study}/open", [:], study) }
        world = try World.written()
        #expect(try await world.page(page, as: .bruno, study).contains("Story 3"))
        await #expect(throws: Missing.self) { try await world.page(page, as: .public, study) }
        try world.send("scenarios/studies/{study}/publish", [:], study)
        #expect(try await world.page(page, as: .public, study).contains("Story 3"))
        world = try World.written(readers: "participants")
        try world.send("scenarios/studies/{study}/publish", [:], study)
        await #expect(throws: Missing.self) { try await world.page(page, as: .public, study) }
    }

    @Test("published it stays as it was: later changes of texts, ratings, objectives and names do not reach it")
    func kept() async throws {
        var world = try World.written()
        world.stress("o1", ["a1": [-1, -1, 0, 0], "a2": [-1, 0, 0, 0], "b1": [-2, -1, 0, 0]])
        try world.send("scenarios/studies/{study}/publish", [:], study)
        let before = try await world.page(page, as: .public, study)
        #expect(throws: Refusal("scenarios.refusal.published")) { try world.send("scenarios/futures/{scenario}/edit", ["title.en": "Other"], ["scenario": "n5"]) }
        #expect(throws: Refusal("scenarios.refusal.published")) { try world.send("scenarios/drivers/{driver}/rate", ["member": "a1", "importance": "5"], ["driver": "n2"], as: .bruno) }
        #expect(throws: Refusal("scenarios.refusal.published")) { try world.send("scenarios/studies/{study}/withdraw", ["because": "?"], study) }
        // Not even events that no form would record.
        world.tell(.driverDescribed(id: ID("n2"), Driver(study: ID("n1"), title: Localized("Otherwise"))))
        world.tell(.scenarioWritten(id: ID("n5"), Scenario(title: Localized("Otherwise"))))
        world.stress("o1", ["c1": [2, 2, 2, 2], "c2": [2, 2, 2, 2], "b2": [2, 2, 2, 2], "b3": [2, 2, 2, 2]])
        world.tell(
            Proposal(Plan.self, .objectiveDescribed(id: ID("o1"), Objective(perspective: ID("members"), code: "Z9", title: Localized("Renamed")))),
            Proposal(Plan.self, .objectiveWithdrawn(id: ID("o2"), because: "?")))
        let after = try await world.page(page, as: .public, study)
        #expect(after.contains("O1 Safer trade") && after.contains("O2 Shared data") && !after.contains("Renamed") && !after.contains("Otherwise") && after == before)
    }

    @Test("four scenarios that nobody has written are not published")
    func unwritten() throws {
        var world = try World.begun()
        #expect(throws: Refusal("scenarios.refusal.no-axes")) { try world.send("scenarios/studies/{study}/publish", [:], study) }
        try world.send("scenarios/studies/{study}/axes", ["first": "n2", "second": "n3", "because.en": "Both"], study)
        #expect(throws: Refusal("scenarios.refusal.unwritten", ["n": "4"])) { try world.send("scenarios/studies/{study}/publish", [:], study) }
    }

    @Test("the next study takes the drivers of the last one over, without what was given for them")
    func again() throws {
        var world = try World.begun()
        try world.send("scenarios/drivers/{driver}/rate", ["member": "a1", "importance": "5", "uncertainty": "4"], ["driver": "n2"], as: .bruno)
        try world.send(ScenarioPath.newStudy, ["title.en": "Harbours 2045", "question.en": "What?", "readers": "everyone", "from": "n1"])
        let state = try world.state, next = try #require(state.studiesInOrder.first).id
        #expect(state.drivers(of: next).map { $0.driver.title.plain() }.sorted() == ["Data", "Fuel", "Trade"] && state.drivers(of: next).allSatisfy { state.ratings[$0.id] == nil })
    }

    @Test("all four are there also where nothing is written; choosing other axes asks again, keeps what was written, and brings it back")
    func axes() async throws {
        var world = try World.begun()
        try world.send("scenarios/studies/{study}/axes", ["first": "n2", "second": "n3", "because.en": "Both"], study)
        let shown = try await world.page(page, study)
        #expect(shown.components(separatedBy: "Nobody has written it yet").count == 9, "in the cross and in the text")
        world = try World.written()
        let other = ["first": "n2", "second": "n4", "because.en": "Fuel matters"]
        #expect(throws: Refusal("scenarios.refusal.same-axis", field: "second", ofFieldAlone: true)) {
            try world.send("scenarios/studies/{study}/axes", ["first": "n2", "second": "n2", "because.en": "?"], study)
        }
        #expect(throws: Refusal("scenarios.refusal.axes-again", field: "again", ofFieldAlone: true)) { try world.send("scenarios/studies/{study}/axes", other, study) }
        try world.send("scenarios/studies/{study}/axes", other.merging(["again": "yes"]) { $1 }, study)
        var state = try world.state
        #expect(state.formerScenarios(of: ID("n1")) == World.four && state.scenarios(of: ID("n1")).allSatisfy { state.scenarios[$0] == nil })
        #expect(try await world.page(page, study).contains("4 scenarios under earlier axes"))
        #expect(try await world.page("scenarios/futures/{scenario}", ["scenario": "n5"]).contains("axes that no longer hold"))
        await #expect(throws: Missing.self) { try await world.page("scenarios/futures/{scenario}/edit", ["scenario": "n5"]) }
        #expect(throws: Refusal("scenarios.refusal.is-axis")) { try world.send("scenarios/drivers/{driver}/remove", ["because": "?"], ["driver": "n4"]) }
        try world.send("scenarios/studies/{study}/axes", ["first": "n2", "second": "n3", "because.en": "After all"], study)
        state = try world.state
        #expect(state.scenarios(of: ID("n1")) == World.four && state.formerScenarios(of: ID("n1")).isEmpty)
    }

    @Test("events are forever")
    func forever() throws {
        let full = ForesightStudy(
            title: Localized("Study"), question: Localized("What?"), introduction: Localized("How"), horizon: 2040, plan: ID("now"), readers: .everyone, source: Localized("There"))
        let names = KeptNames(
            plan: Localized("Plan"), objectives: [.init(id: ID("o1"), code: "O1", title: Localized("Safer"), isPublic: true)],
            signals: try [.init(reference: #require(Reference("scan:parcels")), title: Localized("Parcels"))], regions: [.init(id: ID("aa"), name: Localized("AA"), members: [ID("a1")])])
        let signals = try [#require(Reference("scan:parcels"))]
        try expectEventsAreForever(
            Scenarios.self,
            today: [
                .studyDescribed(id: ID("s"), ForesightStudy(title: Localized("Study"))), .studyDescribed(id: ID("s"), full), .studyOpened(id: ID("s")),
                .driverDescribed(id: ID("d"), Driver(study: ID("s"), title: Localized("Trade"), text: Localized("How"), low: Localized("Low"), high: Localized("High"), signals: signals)),
                .driverDescribed(id: ID("e"), Driver(study: ID("s"), title: Localized("Data"))), .driverRemoved(id: ID("f"), because: "Twice"),
                .driverRated(id: ID("d"), member: ID("a1"), DriverRating(importance: 5, uncertainty: 4)), .driverRated(id: ID("d"), member: nil, DriverRating(uncertainty: 2)),
                .driverRatingTakenBack(id: ID("d"), member: ID("a1")),
                .axesChosen(study: ID("s"), Axes(first: ID("d"), second: ID("e"), because: Localized("Both"), scenarios: [ID("w1"), ID("w2"), ID("w3"), ID("w4")])),
                .scenarioWritten(id: ID("w1"), Scenario(title: Localized("Shut"), narrative: Localized("Once"), meaning: Localized("Us"), reactions: Localized("They"))),
                .signpostDescribed(id: ID("p"), Signpost(scenario: ID("w1"), title: Localized("Lists"), place: Localized("Papers"), signals: signals, until: .testDay)),
                .signpostDescribed(id: ID("q"), Signpost(scenario: ID("w1"), title: Localized("Radio"))), .signpostRemoved(id: ID("r"), because: "Twice"),
                .signpostSeen(id: ID("p"), Sighting(on: .testDay, evidence: Localized("It did"), link: "https://example.org")),
                .signpostAnswered(id: ID("p"), Consequence(because: Localized("So"), objectives: [ID("o1")])), .sightingTakenBack(id: ID("q"), because: "It did not"),
                .watchChanged(id: ID("q"), Watch(until: .testDay, because: Localized("Longer"))), .watchChanged(id: ID("p"), Watch(until: nil, because: Localized("No more"))),
                .objectiveStressed(study: ID("s"), objective: ID("o1"), member: ID("a1"), [StressMark(scenario: ID("w1"), effect: -2, because: "Hard"), StressMark(scenario: ID("w2"), effect: 1)]),
                .objectiveStressed(study: ID("s"), objective: ID("o1"), member: nil, []), .stressTakenBack(study: ID("s"), objective: ID("o1"), member: nil),
                .fragilityAnswered(study: ID("s"), objective: ID("o1"), Consequence(because: Localized("Drop it"))), .studyPublished(id: ID("s"), names), .studyWithdrawn(id: ID("t"), because: "?"),
            ])
    }
}
