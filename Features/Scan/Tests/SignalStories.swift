import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Scan

@Suite("Signals of change")
struct SignalStories {
    private let one = ["signal": "n3"]

    @Test("a minute is enough: a title; all that is known besides is kept as it was given, ranges as ranges")
    func intake() throws {
        var world = try World.begun()
        let signal = try #require(try world.state.signals[ID("n3")])
        #expect(signal.impact == Estimate(low: 4, likely: 5, high: 5) && signal.likelihood == Estimate(4) && signal.kind == .trend && signal.horizon == .near)
        #expect(
            signal.evidence == [
                Evidence(
                    source: Localized("Annual report"), link: "https://example.org/report", on: Day("2026-05-01"), reliability: .b,
                    figure: EvidenceFigure(low: 13, high: 32, of: Localized("growth, per cent")))
            ])
        try world.send(ScanPath.newSignal, ["title.en": "Something at the border"], as: .bruno)
        let state = try world.state, short = try #require(state.signals[ID("n4")])
        #expect(short.title.plain() == "Something at the border" && short.firstSeen == .testDay && short.impact == nil && state.status(of: ID("n4")) == .new)
    }

    @Test("what is wrong is said at its field: a threat without its opportunity, sources that are none, estimates beyond five, days to come")
    func refused() throws {
        var world = try World.begun()
        let wrong: [([String: String], String, String)] = [
            (["opportunity.en": ""], "scan.refusal.no-opportunity", "opportunity"), (["impact": "6"], "scan.refusal.estimate", "impact"), (["impact": "4-2"], "scan.refusal.estimate", "impact"),
            (["impact": "-3"], "scan.refusal.estimate", "impact"), (["evidence-1-source.en": ""], "scan.refusal.no-source", "evidence-1-source"),
            (["evidence-1-link": "javascript:alert(1)"], "scan.refusal.not-an-address", "evidence-1-link"), (["evidence-1-low": "40"], "scan.refusal.range", "evidence-1-high"),
            (["evidence-1-of.en": ""], "scan.refusal.figure-of-what", "evidence-1-of"), (["confidence": "low"], "scan.refusal.confidence-why", "confidence-because"),
            (["seen": "2027-01-01"], "scan.refusal.seen-later", "seen"), (["theme": "n2", "aspect": "legal"], "scan.refusal.other-aspect", "theme"),
        ]
        for (change, key, field) in wrong {
            #expect(throws: Refusal(key, field: field), "\(change)") { try world.send(ScanPath.newSignal, World.trend.merging(change) { $1 }) }
        }
    }

    @Test("what was told already is held back once, by name, in whatever words it comes; whoever says that it is another is believed, for the title as it stands")
    func known() async throws {
        var world = try World.begun()
        let again = ["title.en": "Small parcels multiply", "text.en": "Parcels are growing faster than containers"]
        let refusal = Refusal("scan.refusal.known", ["titles": "“Parcels multiply”"], field: "title")
        #expect(throws: refusal) { try world.send(ScanPath.newSignal, again, as: .bruno) }
        #expect(throws: refusal) { try world.send(ScanPath.newSignal, again.merging(["is-another": "en=Something else"]) { $1 }, as: .bruno) }
        try world.send(ScanPath.newSignal, again.merging(["is-another": "en=Small parcels multiply"]) { $1 }, as: .bruno)
        #expect(try world.state.signals.count == 2)
        let page = try await world.page(ScanPath.similar, as: .bruno, query: ["words": "parcels multiply faster"])
        #expect(page.contains("Parcels multiply") && page.contains("scan/signals/n3"))
        #expect(try await world.page(ScanPath.newSignal, as: .bruno).contains("data-suggest=\"/test/scan/similar\""))
        await #expect(throws: Missing.self) { try await world.page(ScanPath.similar, as: .public, query: ["words": "parcels multiply faster"]) }
    }

    @Test("what was merged is found as what it went into")
    func knownMerged() throws {
        var world = try World.begun()
        try world.send(ScanPath.newSignal, ["title.en": "Drones carry medicines to the islands"], as: .bruno)
        try world.send("scan/signals/{signal}/merge", ["into": "n3", "because": "The same"], ["signal": "n4"])
        #expect(SimilarSignals(try world.state).like("drones bring medicines to islands").map(\.id) == [ID("n3")])
    }

    @Test("estimates are read as people write them, in every language's digits", arguments: [("3", 3, 3, 3), ("2-4", 2, 3, 4), ("2 – 3 – 5", 2, 3, 5), ("٢-٤", 2, 3, 4), ("1/2", 1, 2, 2)])
    func estimates(_ text: String, _ low: Int, _ likely: Int, _ high: Int) {
        #expect(Estimate(written: text, decimalMark: .point) == Estimate(low: low, likely: likely, high: high))
    }

    @Test("what cannot be an estimate is none", arguments: ["", "0", "3.5", "2-3-4-5", "5-1", "--", "1-", "NaN", "99999999999999999999", "9000000000000000000-9000000000000000000", "6", "0-6"])
    func noEstimates(_ text: String) { #expect(Estimate(written: text, decimalMark: .point) == nil) }

    @Test("the score is impact times likelihood times relevance, with its band; low confidence and large impact is watched, whatever the product")
    func scores() throws {
        var signal = Signal(title: Localized("x"), impact: Estimate(4), likelihood: Estimate(3))
        signal.confidence = .high
        #expect(SignalScore(signal).map { [$0.low, $0.likely, $0.high] } == [12, 12, 12] && SignalScore(signal)?.hasPriority == true && !signal.isWatched)
        signal.confidence = .low
        #expect(SignalScore(signal).map { [$0.low, $0.likely, $0.high] } == [6, 12, 20] && signal.isWatched)
        signal.relevance = 0.5
        #expect(SignalScore(signal)?.likely == 6 && SignalScore(signal)?.hasPriority == false)
        signal.likelihood = nil
        #expect(SignalScore(signal) == nil && signal.isWatched, "a product that cannot be had buries nothing")
        let lists = SignalLists([(ID("a"), signal), (ID("b"), Signal(title: Localized("y"), impact: Estimate(5), likelihood: Estimate(5), confidence: .high))])
        #expect(lists.priority.map(\.item.id.text) == ["b"] && lists.watched.map(\.id.text) == ["a"] && lists.unscored.map(\.id.text) == ["a"])
    }

    @Test("what is done has a day of review; what is in the plan has an objective; what is retired has a reason")
    func placed() throws {
        var world = try World.begun()
        let place = "scan/signals/{signal}/place", later = "2027-03-01"
        #expect(throws: Refusal("scan.refusal.no-review", field: "review")) { try world.send(place, ["status": "watching"], one) }
        #expect(throws: Refusal("scan.refusal.review-past", field: "review")) { try world.send(place, ["status": "watching", "review": "2026-09-15"], one) }
        #expect(throws: Refusal("scan.refusal.in-no-plan", field: "status")) { try world.send(place, ["status": "inPlan", "review": later], one) }
        #expect(throws: Refusal("pages.refusal.required", field: "because")) { try world.send(place, ["status": "retired"], one) }
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["effect-o1": "-2"]) { $1 }, one)
        try world.send(place, ["status": "inPlan", "review": later], one)
        let state = try world.state
        #expect(state.status(of: ID("n3")) == .inPlan && state.reviewOn(ID("n3")) == Day(later))
        #expect(throws: Missing.self) { try world.send(place, ["status": "retired", "because.en": "No"], one, as: .bruno) }
    }

    @Test("signals that tell of the same go on as one, and can be separated again; nothing that was said is lost")
    func merged() throws {
        var world = try World.begun()
        try world.send(ScanPath.newSignal, ["title.en": "More small parcels"], as: .bruno)
        try world.send("scan/signals/{signal}/merge", ["into": "n3", "because": "The same"], ["signal": "n4"])
        var state = try world.state
        #expect(state.standing.map(\.id.text) == ["n3"] && state.successor(of: ID("n4")) == ID("n3") && state.predecessors(of: ID("n3")) == [ID("n4")] && state.signals.count == 2)
        #expect(throws: Refusal("scan.refusal.merged")) { try world.send("scan/signals/{signal}/place", ["status": "watching", "review": "2027-01-01"], ["signal": "n4"]) }
        try world.send("scan/signals/{signal}/separate", ["because": "Not quite"], ["signal": "n4"])
        state = try world.state
        #expect(state.standing.count == 2)
        world.tell(Proposal(Scan.self, .signalsMerged(from: [ID("n3")], into: ID("n4"), because: "?")), Proposal(Scan.self, .signalsMerged(from: [ID("n4")], into: ID("n3"), because: "?")))
        state = try world.state
        #expect(state.standing.isEmpty && state.successor(of: ID("n3")) == ID("n3"), "a circle, which only a hostile journal could hold, ends")
    }

    @Test("whoever reported a signal may mend it until somebody looks after it; planners always")
    func mending() throws {
        var world = try World.begun()
        world.tell(Proposal(Scan.self, .signalDescribed(id: ID("own"), Signal(title: Localized("Own")))))
        let state = try world.state
        #expect(Viewer.amina.mayDescribe(ID("own"), state) && !Viewer.bruno.mayDescribe(ID("own"), state), "recorded by another")
        #expect(throws: Refusal("pages.refusal.not-allowed")) { try world.send("scan/signals/{signal}/edit", ["title.en": "Mine"], ["signal": "own"], as: .bruno) }
    }

    @Test("who takes part reads signals; the public only what stands in an edition that is published for everybody")
    func readers() async throws {
        let world = try World.begun()
        #expect(try await world.page("scan/signals/{signal}", as: .bruno, one).contains("Small parcels grow"))
        await #expect(throws: Missing.self) { try await world.page("scan/signals/{signal}", as: .public, one) }
        #expect(try await !world.page("scan/signals", as: .public).contains("Parcels multiply"))
    }
}
