import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Scenarios

@Suite("Signs by which one sees which future unfolds")
struct SignpostStories {
    private let sign = ["signpost": "n9"], future = ["scenario": "n5"]

    private func watched() throws -> World {
        var world = try World.written()
        try world.send("scenarios/futures/{scenario}/signposts/new", ["title.en": "Lists of ships", "place.en": "Papers", "until": "2026-12-01"], future)
        return world
    }

    @Test("whoever takes part says that one has come true; planners have it as a task until somebody says what follows")
    func seen() async throws {
        var world = try watched()
        let see = "scenarios/signposts/{signpost}/seen", said = ["on": "2026-09-01", "evidence.en": "Two lists", "link": "https://example.org"]
        #expect(throws: Refusal("scenarios.refusal.seen-later", field: "on")) { try world.send(see, said.merging(["on": "2026-10-01"]) { $1 }, sign, as: .bruno) }
        #expect(throws: Refusal("pages.refusal.required", field: "evidence", ofFieldAlone: true)) { try world.send(see, said.merging(["evidence.en": ""]) { $1 }, sign, as: .bruno) }
        #expect(throws: Refusal("scenarios.refusal.not-an-address", field: "link", ofFieldAlone: true)) { try world.send(see, said.merging(["link": "javascript:alert(1)"]) { $1 }, sign, as: .bruno) }
        #expect(throws: Missing.self) { try world.send(see, said, sign, as: .public) }
        try world.send(see, said, sign, as: .bruno)
        #expect(scenarioTasks(try world.visit()).map(\.path) == ["scenarios/signposts?list=unanswered"])
        let page = try await world.page("scenarios/futures/{scenario}", as: .bruno, future)
        #expect(page.contains("Came true on 1 September 2026") && page.contains("Nobody has said yet what follows"))
        #expect(try await world.page("scenarios/studies/{study}", as: .bruno, World.study).contains("Future 1 1 of 1"))
        try world.send("scenarios/signposts/{signpost}/answer", ["objectives": "o1"], sign)
        #expect(scenarioTasks(try world.visit()).isEmpty)
        #expect(throws: Refusal("scenarios.refusal.seen-already")) { try world.send(see, said, sign, as: .bruno) }
    }

    @Test("also of a published study, for that is when it is watched; and it is taken back with a reason, by planners and by who said it")
    func takenBack() throws {
        var world = try watched()
        try world.send("scenarios/studies/{study}/publish", [:], World.study)
        let back = "scenarios/signposts/{signpost}/take-back"
        #expect(throws: Refusal("scenarios.refusal.not-seen")) { try world.send(back, ["because": "?"], sign) }
        try world.send("scenarios/signposts/{signpost}/seen", ["on": "2026-09-01", "evidence.en": "Two lists"], sign, as: .bruno)
        try world.send("scenarios/signposts/{signpost}/answer", ["because.en": "Nothing yet"], sign)
        #expect(throws: Refusal("pages.refusal.not-allowed")) { try world.send(back, ["because": "?"], sign, as: .farah) }
        #expect(throws: Refusal("pages.refusal.required", field: "because", ofFieldAlone: true)) { try world.send(back, [:], sign) }
        let own = RecordedSighting(sighting: Sighting(on: .testDay, evidence: .empty), by: .bruno, on: .testDay)
        #expect(Viewer.bruno.mayTakeBack(own) && !Viewer.farah.mayTakeBack(own) && Viewer.amina.mayTakeBack(own) && !Viewer.public.mayTakeBack(own))
        try world.send(back, ["because": "An old list"], sign)
        let state = try world.state
        #expect(state.sightings[ID("n9")] == nil && state.answers[ID("n9")] == nil)
        #expect(throws: Refusal("scenarios.refusal.published")) { try world.send("scenarios/signposts/{signpost}/remove", ["because": "?"], sign) }
    }

    @Test("once its day has passed planners are asked; it is watched longer, or no more, for a reason")
    func due() throws {
        var world = try watched()
        world.tell(.watchChanged(id: ID("n9"), Watch(until: Day("2026-09-01"))))
        #expect(scenarioTasks(try world.visit()).map(\.path) == ["scenarios/signposts?list=due"])
        let watch = "scenarios/signposts/{signpost}/watch"
        #expect(throws: Refusal("scenarios.refusal.watch-past", field: "until")) { try world.send(watch, ["until": "2026-09-01"], sign) }
        #expect(throws: Refusal("pages.refusal.required", field: "because", ofFieldAlone: true)) { try world.send(watch, ["until": ""], sign) }
        try world.send(watch, ["until": "", "because.en": "Nobody looks"], sign)
        #expect(try world.state.isGivenUp(ID("n9")) && scenarioTasks(try world.visit()).isEmpty)
    }

    @Test("how many have come true is counted, and said not to be a likelihood")
    func tally() async throws {
        var world = try watched()
        #expect(try await world.page("scenarios/studies/{study}", World.study).contains("No signpost has come true yet"))
        try world.send("scenarios/signposts/{signpost}/seen", ["on": "2026-09-01", "evidence.en": "Two lists"], sign)
        let page = try await world.page("scenarios/studies/{study}", World.study)
        #expect(page.contains("counts, not likelihoods") && page.contains("1 of 1 signpost has come true"))
    }

    @Test("what is looked for is found by those for whom it is")
    func found() throws {
        let documents = scenarioSearch(try watched().organisation)
        #expect(
            documents.map(\.kind).sorted() == [
                "scenarios.driver", "scenarios.driver", "scenarios.driver", "scenarios.scenario", "scenarios.scenario", "scenarios.scenario", "scenarios.scenario", "scenarios.study",
            ])
        #expect(documents.allSatisfy { $0.audience == .participants })
    }
}
