import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Risks

@Suite("Ratings of risks")
struct RatingStories {
    private let rate = "risks/{risk}/rate"

    private func rated(_ residual: Int, on day: String? = nil, because: String = "Seen") -> [String: String] {
        var values = ["inherent-likelihood": "5", "inherent-impact": "5", "residual-likelihood": "\(residual / 10)", "residual-impact": "\(residual % 10)", "because.en": because]
        values["on"] = day
        return values
    }

    @Test(
        "the level follows from likelihood times impact by the rule: red from 15, amber from 8, green below",
        arguments: [(35, RiskLevel.red), (44, .red), (27, nil), (34, .amber), (24, .amber), (23, .green), (11, .green), (55, .red)])
    func levels(_ digits: Int, _ level: RiskLevel?) {
        let place = RiskPlace(likelihood: digits / 10, impact: digits % 10)
        #expect(place.map { RiskThresholds().level(of: $0.score) } == level)
    }

    @Test("what is no place in the matrix, larger than without controls, or of a day to come is refused at its field")
    func refused() throws {
        var world = try World.begun()
        let wrong: [([String: String], String, String, [String: String])] = [
            (["residual-likelihood": "0"], "pages.refusal.out-of-range", "residual-likelihood", [:]), (["inherent-impact": "6"], "pages.refusal.out-of-range", "inherent-impact", [:]),
            (["inherent-impact": ""], "pages.refusal.required", "inherent-impact", ["text": ""]), (["residual-impact": "1.5"], "pages.refusal.not-whole", "residual-impact", [:]),
            (["residual-impact": "99999999999999999999"], "pages.refusal.out-of-range", "residual-impact", [:]), (["target-impact": ""], "risks.refusal.half-a-place", "target-impact", [:]),
            (["residual-likelihood": "5", "residual-impact": "5"], "risks.refusal.residual-above", "residual-likelihood", ["inherent": "20"]),
            (["target-likelihood": "5", "target-impact": "5"], "risks.refusal.target-above", "target-likelihood", ["inherent": "20"]), (["because.en": ""], "pages.refusal.required", "because", [:]),
            (["on": "2026-09-16"], "risks.refusal.later-than-today", "on", [:]), (["on": "0001-01-01"], "pages.refusal.out-of-range", "on", [:]),
            (["review": "2026-01-01"], "risks.refusal.review-past", "review", [:]),
        ]
        for (change, key, field, arguments) in wrong {
            #expect(throws: Refusal(key, arguments, field: field), "\(change)") { try world.send(rate, World.red.merging(change) { $1 }, World.one) }
        }
        #expect(try world.state.ratings[ID("n2")]?.count == 1)
    }

    @Test("every rating is kept and shown with its day, its reason and who gave it, in the order of the days, as a table and a line")
    func history() async throws {
        var world = try World.begun()
        try world.send(rate, rated(55, on: "2026-03-01", because: "After the storms"), World.one)
        try world.send(rate, rated(25, on: "2026-09-15", because: "The policy is signed"), World.one)
        let ratings = try #require(try world.state.ratings[ID("n2")])
        #expect(ratings.map(\.rating.residual.score) == [25, 16, 10] && ratings.map { "\($0.on)" } == ["2026-03-01", "2026-09-15", "2026-09-15"])
        let page = try await world.page("risks/{risk}", World.one)
        for said in ["After the storms", "Two have left", "The policy is signed", "from 25 to 10", "<svg", "All 3 ratings", "Earlier ratings are shown by the rule that holds now."] {
            #expect(page.contains(said), "\(said)")
        }
        // The same sent twice is one rating.
        try world.send(rate, rated(25, on: "2026-09-15", because: "The policy is signed"), World.one)
        #expect(try world.state.ratings[ID("n2")]?.count == 3)
    }

    @Test("what was judged higher and then as before on the same day is recorded as before: the last judgement holds")
    func backAndForth() throws {
        var world = try World.begun()
        let higher = World.red.merging(["residual-likelihood": "5", "because.en": "A third has left"]) { $1 }
        try world.send("risks/{risk}/rate", higher, World.one)
        try world.send("risks/{risk}/rate", World.red, World.one)
        #expect(try world.state.ratings[ID("n2")]?.map(\.rating.residual.score) == [16, 20, 16])
        try world.send("risks/{risk}/rate", World.red, World.one)
        #expect(try world.state.ratings[ID("n2")]?.count == 3, "what holds is not recorded again")
    }

    @Test("planners change from when on a risk is red; earlier ratings are shown by the new rule, and what was red may block no more")
    func thresholds() async throws {
        var world = try World.begun()
        #expect(throws: Refusal("risks.refusal.amber-above", field: "amber")) { try world.send(RiskPath.thresholds, ["red": "10", "amber": "10"]) }
        #expect(throws: Refusal("pages.refusal.out-of-range", field: "red", ofFieldAlone: true)) { try world.send(RiskPath.thresholds, ["red": "26", "amber": "10"]) }
        try world.send(RiskPath.thresholds, ["red": "20", "amber": "10"])
        #expect(try world.blocking().isEmpty && world.state.thresholds == RiskThresholds(red: 20, amber: 10))
        #expect(try await world.page("risks/{risk}", World.one).contains("red from 20, amber from 10"))
    }

    @Test("whoever leads the unit that owns a risk rates it and has its review as a task; another unit does neither")
    func owners() async throws {
        var world = try World.begun()
        try world.send(rate, rated(33).merging(["review": "2026-12-01"]) { $1 }, World.one, as: .chen)
        #expect(try world.state.ratings[ID("n2")]?.last?.rating.residual.score == 9 && world.state.risks[ID("n2")]?.reviewOn == Day("2026-12-01"))
        #expect(throws: Refusal("pages.refusal.not-allowed")) { try world.send(rate, rated(33), World.one, as: .dana) }
        await #expect(throws: Missing.self) { try await world.page(rate, as: .dana, World.one) }
        var due = try #require(try world.state.risks[ID("n2")])
        due.reviewOn = .testDay
        world.tell(Proposal(Risks.self, .riskDescribed(id: ID("n2"), due)))
        func tasks(_ viewer: Viewer) throws -> [String] { riskTasks(try world.visit(as: viewer)).map(\.title.key) }
        #expect(try tasks(.chen) == ["risks.task.own-review"] && tasks(.dana).isEmpty && tasks(.amina) == ["risks.task.review"] && tasks(.bruno).isEmpty && tasks(.public).isEmpty)
    }

    @Test("the matrix counts each place with what is done or as if nothing were, each leading to its list; the list is narrowed and paged")
    func matrix() async throws {
        var world = try World.begun()
        for number in 1...120 {
            let id = try #require(ID<Risk>("m\(number)")), place = try #require(RiskPlace(likelihood: 2, impact: 2)), inherent = try #require(RiskPlace(likelihood: 3, impact: 3))
            world.tell(
                Proposal(Risks.self, .riskDescribed(id: id, Risk(title: Localized("Risk \(number)"), event: Localized("E")))),
                Proposal(Risks.self, .riskRated(id: id, RiskRating(inherent: inherent, residual: place, because: Localized("B")))))
        }
        let front = try await world.page(RiskPath.risks), inherent = try await world.page(RiskPath.risks, query: ["by": "inherent"])
        #expect(front.contains("impact=2&amp;likelihood=2#list\">120</a>") && front.contains("impact=4&amp;likelihood=4#list\">1</a>"))
        #expect(inherent.contains("by=inherent&amp;impact=3&amp;likelihood=3#list\">120</a>") && inherent.contains("impact=4&amp;likelihood=5#list\">1</a>"))
        #expect(front.contains("121 risks are open: 1 red, 0 amber, 120 green, 0 not rated."))
        #expect(front.components(separatedBy: "<tr>").count < 70 && front.contains("page=2"))
        let place = try await world.page(RiskPath.risks, query: ["likelihood": "4", "impact": "4"]),
            level = try await world.page(RiskPath.risks, query: ["level": "red", "category": "n1", "owner": "nav"])
        #expect(place.contains(">1 risk<") && level.contains(">1 risk<") && level.contains("risks/n2"))
        // What nobody could have asked for asks for nothing.
        #expect(
            try await world.page(RiskPath.risks, query: ["likelihood": "9999999999999999999", "impact": "x", "level": "pink", "page": "-4", "category": "../.."]).contains("121 risks<"))
    }
}
