import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Scan

@Suite("What Members make of a signal")
struct RatingStories {
    private let rate = "scan/signals/{signal}/rate", one = ["signal": "n3"]

    @Test("a Member has one rating, whichever of its people gives it; staff rate for themselves; nothing chosen takes it back")
    func rated() throws {
        var world = try World.begun()
        try world.send(rate, ["member": "a1", "impact": "4", "likelihood": "2"], one, as: .bruno)
        try world.send(rate, ["member": "a1", "impact": "5", "likelihood": "2"], one, as: .bruno)
        try world.send(rate, ["impact": "1"], one)
        var ratings = try #require(try world.state.ratings[ID("n3")])
        #expect(ratings[.member(ID("a1"))]?.rating == SignalRating(impact: 5, likelihood: 2) && ratings.count == 2)
        #expect(throws: Refusal("pages.refusal.choose", field: "member")) { try world.send(rate, ["member": "b1", "impact": "4"], one, as: .bruno) }
        #expect(throws: Refusal("pages.refusal.out-of-range", field: "impact")) { try world.send(rate, ["member": "a1", "impact": "6"], one, as: .bruno) }
        try world.send(rate, ["member": "a1", "desirability": "3", "likelihood": "2"], one, as: .bruno)
        #expect(try world.state.ratings[ID("n3")]?[.member(ID("a1"))]?.rating == SignalRating(impact: 5, desirability: 3, likelihood: 2), "what the form did not ask for stands")
        try world.send(rate, ["member": "a1", "impact": "", "desirability": "", "likelihood": ""], one, as: .bruno)
        ratings = try #require(try world.state.ratings[ID("n3")])
        #expect(ratings[.member(ID("a1"))] == nil)
    }

    @Test("the own rating stands against the spread; regions that diverge are named, and what few gave is not shown")
    func spread() async throws {
        var world = try World.begun()
        for (member, value) in [("a1", 5), ("a2", 5), ("a3", 4), ("b1", 1), ("b2", 1), ("b3", 2), ("c1", 3)] {
            guard let id = ID<Member>(member) else { continue }
            world.tell(Proposal(Scan.self, .signalRated(id: ID("n3"), member: id, SignalRating(impact: value))))
        }
        let spread = RatingSpread(.impact, try world.state.ratings[ID("n3")] ?? [:], try world.organisation[Register.self])
        #expect(spread.members == [1, 1, 2, 3, 4, 5, 5] && spread.counts == [2, 1, 1, 1, 2] && spread.quartiles.map { [$0.low, $0.middle, $0.high] } == [1.5, 3, 4.5])
        let page = try await world.page("scan/signals/{signal}", as: .bruno, one)
        #expect(page.contains("7 Members rated it.") && page.contains("Member a1 gave 5.") && page.contains("The middle Member gives 3"))
        #expect(page.contains("too few"), "region cc has one")
        #expect(page.contains("Regions diverge: Region aa gives 5, Region bb 1"))
        #expect(!page.contains("Member b1 gave"))
    }

    @Test("ratings are told to those who gave them alone, and shown to others as counts")
    func told() throws {
        let world = try World.begun(), organisation = try world.organisation
        let told = tellScan(.signalRated(id: ID("n3"), member: ID("a1"), SignalRating(impact: 5)), organisation)
        #expect(Viewer.bruno.belongs(to: told.audience) && !Viewer.farah.belongs(to: told.audience) && !Viewer.amina.belongs(to: told.audience))
    }

    @Test("who rates for several takes one of them back by saying so: an empty form says nothing")
    func takenBack() async throws {
        var world = try World.begun()
        let signal = ["signal": "n3"], rate = "scan/signals/{signal}/rate"
        for member in ["a1", "b1"] { try world.send(rate, ["member": member, "impact": "4", "likelihood": "3"], signal, as: .both) }
        try world.send(rate, ["member": "a1", "impact": "", "likelihood": ""], signal, as: .both)
        #expect(try world.state.ratings[ID("n3")]?.count == 2)
        #expect(try await world.page(rate, as: .both, signal).contains("Take back what was given"))
        #expect(try await !world.page(rate, as: .bruno, signal).contains("Take back what was given"), "for one only the scale says it")
        try world.send(rate, ["member": "a1", "impact": "5", "likelihood": "", "take-back": "yes"], signal, as: .both)
        #expect(try world.state.ratings[ID("n3")]?.keys.map { $0 } == [.member(ID("b1"))])
    }
}

extension Viewer {
    fileprivate static let both = Viewer(
        account: ID("both"), name: "Both",
        grants: ["a1", "b1"].map { Grant(account: ID("both"), role: .drafter, scope: .member(ID<Member>($0) ?? ID("a1"))) }, isPublicAdmitted: true)
}
