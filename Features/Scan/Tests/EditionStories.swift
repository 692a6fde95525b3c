import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Scan

@Suite("Editions of the scan")
struct EditionStories {
    private let edition = ["edition": "n1"], write = "scan/editions/{edition}/themes/{theme}", theme = ["edition": "n1", "theme": "n2"]
    private let said = ["observations.en": "Flows shift.", "response.en": "We follow."]

    @Test("the first edition brings six aspects with their questions along, in the languages of the organisation; the second none")
    func pestel() throws {
        var world = try World.begun()
        let aspects = try world.state.aspectsInOrder
        #expect(aspects.map(\.id.text) == AspectDecisions.pestel && aspects.allSatisfy { Set($0.aspect.title.texts.keys) == [.en, .fr] && !$0.aspect.question.isEmpty })
        try world.send(ScanPath.newEdition, ["title.en": "Scan 2027", "readers": "participants", "axis": "impact"])
        #expect(try world.state.aspects.count == 6 && world.state.editions.count == 2)
    }

    @Test("it is published once every theme is answered, by objectives or with a reason for none; then it stays as it is")
    func published() throws {
        var world = try World.begun()
        #expect(throws: Refusal("scan.refusal.nothing-written")) { try world.send("scan/editions/{edition}/publish", [:], edition) }
        try world.send(write, said, theme)
        #expect(throws: Refusal("scan.refusal.unanswered", ["theme": "Trade flows"])) { try world.send("scan/editions/{edition}/publish", [:], edition) }
        #expect(throws: Refusal("scan.refusal.both-answers", field: "no-action")) { try world.send(write, said.merging(["objectives": "o1", "no-action.en": "?"]) { $1 }, theme) }
        try world.send(write, said.merging(["objectives": "o1"]) { $1 }, theme)
        try world.send("scan/signals/{signal}/place", ["status": "watching", "review": "2027-01-01"], ["signal": "n3"])
        try world.send(ScanPath.newSignal, ["title.en": "Nobody has looked at this"], as: .bruno)
        try world.send("scan/aspects/{aspect}/themes/new", ["title.en": "Ships"], ["aspect": "economic"])
        let ships = try #require(try world.state.themes.first { $0.value.title.texts[.en]?.text == "Ships" }).key
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["theme": ships.text]) { $1 }, ["signal": "n3"])
        #expect(throws: Refusal("scan.refusal.unanswered", ["theme": "Ships"]), "a signal belongs to it") { try world.send("scan/editions/{edition}/publish", [:], edition) }
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["theme": "n2"]) { $1 }, ["signal": "n3"])
        try world.send("scan/editions/{edition}/publish", [:], edition)
        let state = try world.state
        #expect(state.phase(of: ID("n1")) == .published && state.publications[ID("n1")]?.signals == [ID("n3")], "what nobody looked at is not published")
        #expect(throws: Refusal("scan.refusal.published")) { try world.send(write, said, theme) }
        #expect(throws: Refusal("scan.refusal.published")) { try world.send("scan/editions/{edition}/withdraw", ["because": "?"], edition) }
    }

    @Test("what was published stays as it was: not even what is changed later on the same day, or recorded later of an earlier one, shows in it")
    func kept() async throws {
        var world = try World.begun()
        try world.send(write, said.merging(["objectives": "o1"]) { $1 }, theme)
        try world.send("scan/signals/{signal}/place", ["status": "watching", "review": "2027-01-01"], ["signal": "n3"])
        try world.send("scan/editions/{edition}/publish", [:], edition)
        let before = try await world.page("scan/editions/{edition}", edition)
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["title.en": "Parcels vanish", "impact": "1", "theme": "n2"]) { $1 }, ["signal": "n3"])
        world.tell(
            Proposal(Scan.self, .themeDescribed(id: ID("n2"), Theme(aspect: ID("economic"), title: Localized("Renamed"), order: 1)), on: Day.testDay.adding(days: -30)),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o1"), Objective(perspective: ID("members"), code: "O1", title: Localized("Called otherwise")))))
        #expect(try await world.page("scan/editions/{edition}", edition) == before)
        #expect(before.contains("Parcels multiply") && before.contains("Trade flows") && before.contains("Safer trade"))
        #expect(try await world.page(ScanPath.signals).contains("Parcels vanish"))
    }

    @Test("in the making it is for staff, open for those who take part, published for whom it is; its signals with it")
    func readers() async throws {
        var world = try World.begun()
        let page = "scan/editions/{edition}"
        try world.send(write, said.merging(["no-action.en": "Others do it"]) { $1 }, theme)
        await #expect(throws: Missing.self) { try await world.page(page, as: .bruno, edition) }
        try world.send("scan/editions/{edition}/open", [:], edition)
        #expect(try await world.page(page, as: .bruno, edition).contains("Flows shift."))
        await #expect(throws: Missing.self) { try await world.page(page, as: .public, edition) }
        try world.send("scan/signals/{signal}/place", ["status": "watching", "review": "2027-01-01"], ["signal": "n3"])
        try world.send("scan/editions/{edition}/publish", [:], edition)
        let shown = try await world.page(page, as: .public, edition)
        #expect(shown.contains("No action, because") && shown.contains("Others do it") && shown.contains("Parcels multiply") && shown.contains("Annual report"))
        #expect(try await world.page("scan/signals/{signal}", as: .public, ["signal": "n3"]).contains("Small parcels grow"))
    }

    @Test("beside a published signal the public reads neither what was merged with it nor what a later edition answers before it is published")
    func besidesPublished() async throws {
        var world = try World.begun()
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["theme": "n2"]) { $1 }, ["signal": "n3"])
        try world.send(write, said.merging(["no-action.en": "Others do it"]) { $1 }, theme)
        try world.send("scan/signals/{signal}/place", ["status": "watching", "review": "2027-01-01"], ["signal": "n3"])
        try world.send("scan/editions/{edition}/publish", [:], edition)
        try world.send(ScanPath.newSignal, World.trend.merging(["title.en": "A quiet closure", "is-another": "yes"]) { $1 })
        let quiet = try #require(try world.state.signals.first { $0.value.title.texts[.en]?.text == "A quiet closure" }).key
        try world.send("scan/signals/{signal}/merge", ["into": "n3", "because": "The same"], ["signal": quiet.text])
        let shown = ("scan/signals/{signal}", ["signal": "n3"])
        #expect(try await world.page(shown.0, as: .bruno, shown.1).contains("A quiet closure"))
        #expect(try await !world.page(shown.0, as: .public, shown.1).contains("A quiet closure"))
        try world.send(ScanPath.newEdition, ["title.en": "Scan 2027", "readers": "everyone", "axis": "impact"])
        let next = try #require(try world.state.editions.keys.first { $0 != ID("n1") }).text
        try world.send(write, said.merging(["objectives": "o2"]) { $1 }, ["edition": next, "theme": "n2"])
        try world.send("scan/editions/{edition}/open", [:], ["edition": next])
        let state = try world.state
        #expect(Scan.objectives(state)[ID("n3")] == [ID("o2")] && Scan.objectives(state, toEveryone: true)[ID("n3")] == [])
        let strand = try #require(scanThread(try world.organisation).strands.first { $0.kind == "scan.strand.bears-on" })
        #expect(strand.audience == .participants)
    }

    @Test("how far the plan follows from the scan is counted from both sides, and says who is left over")
    func linkage() throws {
        var world = try World.begun()
        var linkage = Linkage(try world.state, try world.organisation[Plan.self], on: .testDay)
        #expect(linkage.answered == Linkage.Share(count: 0, of: 1) && linkage.caused == Linkage.Share(count: 0, of: 2) && linkage.medianDays == nil)
        #expect(linkage.orphanSignals == [ID("n3")] && linkage.orphanObjectives == [ID("o1"), ID("o2")])
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["effect-o1": "-1", "seen": "2026-09-05"]) { $1 }, ["signal": "n3"])
        try world.send("scan/signals/{signal}/place", ["status": "inPlan", "review": "2027-01-01"], ["signal": "n3"])
        linkage = Linkage(try world.state, try world.organisation[Plan.self], on: .testDay)
        #expect(linkage.answered == Linkage.Share(count: 1, of: 1) && linkage.orphanObjectives == [ID("o2")] && linkage.medianDays == 10 && linkage.decided == 1)
        let thread = scanThread(try world.organisation)
        #expect(thread.strands.map { "\($0.from) \($0.to)" } == ["scan:n3 plan:o1"] && thread.nodes.first?.gaps == [])
        #expect(scanFindings(try world.organisation).isEmpty)
        // Two years on the signal speaks for nothing any more.
        #expect(Linkage(try world.state, try world.organisation[Plan.self], on: .testDay.adding(years: 2)).caused.count == 0)
    }

    @Test("a plan that has ended is held against what was seen before it began and while it ran, not against today")
    func endedPlan() throws {
        var world = try World.begun()
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["effect-o1": "1", "seen": "2024-05-01"]) { $1 }, ["signal": "n3"])
        let from = Day(2023, 1, 1) ?? .testDay, until = Day(2025, 12, 31) ?? .testDay
        world.tell(Proposal(Plan.self, .planDescribed(id: ID("now"), StrategicPlan(title: Localized("Over"), from: from, until: until, status: .adopted))))
        let linkage = Linkage(try world.state, try world.organisation[Plan.self], on: .testDay)
        #expect(linkage.ended == until && linkage.caused == Linkage.Share(count: 1, of: 2))
    }

    @Test("what a theme answers carries its signals to the objective, once that is no longer only being written")
    func throughThemes() throws {
        var world = try World.begun()
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["theme": "n2"]) { $1 }, ["signal": "n3"])
        try world.send(write, said.merging(["objectives": "o2"]) { $1 }, theme)
        #expect(Scan.objectives(try world.state)[ID("n3")] == [])
        try world.send("scan/editions/{edition}/open", [:], edition)
        #expect(Scan.objectives(try world.state)[ID("n3")] == [ID("o2")])
    }

    @Test("planners have what awaits a look as a task; nobody else does")
    func tasks() throws {
        let world = try World.begun(), house = try world.house
        let amina = scanTasks(TestKit.visit(house, try world.organisation, as: .amina)), bruno = scanTasks(TestKit.visit(house, try world.organisation, as: .bruno))
        #expect(amina.map(\.count) == [1] && bruno.isEmpty)
    }

    @Test("aspects and themes on which something hangs stay")
    func hanging() throws {
        var world = try World.begun()
        #expect(throws: Refusal("scan.refusal.aspect-in-use")) { try world.send("scan/aspects/{aspect}/remove", [:], ["aspect": "economic"]) }
        try world.send("scan/aspects/{aspect}/remove", [:], ["aspect": "legal"])
        try world.send(write, said, theme)
        #expect(throws: Refusal("scan.refusal.theme-in-use")) { try world.send("scan/themes/{theme}/remove", [:], ["theme": "n2"]) }
        #expect(try world.state.aspects.count == 5)
    }

    @Test("events are forever")
    func forever() throws {
        var signal = Signal(title: Localized("Parcels"), text: Localized("More"), kind: .driver, aspect: ID("economic"), theme: ID("t"), firstSeen: .testDay, regions: [ID("aa")], horizon: .mid)
        signal.evidence = [Evidence(source: Localized("Report"), link: "https://example.org", on: .testDay, reliability: .a, figure: EvidenceFigure(low: 13, high: 32.5, of: Localized("per cent")))]
        (signal.direction, signal.opportunity, signal.impact, signal.likelihood, signal.uncertainty) = (.both, Localized("Data"), Estimate(low: 2, likely: 3, high: 5), Estimate(4), Estimate(1))
        (signal.relevance, signal.velocity, signal.drivenBy, signal.novelty) = (0.5, .accelerating, Localized("Platforms"), 2)
        (signal.confidence, signal.confidenceBecause, signal.effects, signal.owner) = (.low, Localized("One source"), [Effect(objective: ID("o1"), size: -2)], ID("amina"))
        let edition = ScanEdition(
            title: Localized("Scan"), introduction: Localized("How"), summary: Localized("What"), fromYear: 2026, untilYear: 2030, readers: .everyone, axis: .desirability, source: Localized("There"))
        let account = ThemeAccount(observations: Localized("Seen"), response: Localized("Answer"), objectives: [ID("o1")], noAction: Localized("None"))
        try expectEventsAreForever(
            Scan.self,
            today: [
                .editionDescribed(id: ID("e"), ScanEdition(title: Localized("Scan"))), .editionDescribed(id: ID("e"), edition), .editionOpened(id: ID("e")),
                .aspectDescribed(id: ID("economic"), Aspect(title: Localized("Economic"), question: Localized("What?"), order: 1)), .aspectRemoved(id: ID("legal")),
                .themeDescribed(id: ID("t"), Theme(aspect: ID("economic"), title: Localized("Flows"), order: 1)), .themeRemoved(id: ID("u")),
                .themeWritten(edition: ID("e"), theme: ID("t"), account), .signalDescribed(id: ID("s"), Signal(title: Localized("Short"))), .signalDescribed(id: ID("s2"), signal),
                .signalsMerged(from: [ID("s")], into: ID("s2"), because: "Same"), .signalSeparated(id: ID("s"), because: "Not the same"),
                .signalPlaced(id: ID("s2"), SignalStanding(status: .watching, reviewOn: .testDay, because: Localized("Look"))), .signalPlaced(id: ID("s"), SignalStanding(status: .retired)),
                .signalRated(id: ID("s2"), member: ID("a1"), SignalRating(impact: 5, likelihood: 1)), .signalRated(id: ID("s2"), member: nil, SignalRating(desirability: 2)),
                .ratingTakenBack(id: ID("s2"), member: ID("a1")), .editionPublished(id: ID("e"), signals: [ID("s2")]), .editionWithdrawn(id: ID("f"), because: "?"),
            ])
    }
}
