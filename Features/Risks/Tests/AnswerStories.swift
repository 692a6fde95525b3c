import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Risks

@Suite("Red risks are answered or accepted")
struct AnswerStories {
    private let answer = "risks/{risk}/answer", accept = "risks/{risk}/accept"
    private let decision = ["body": "steering", "on": "2026-09-15", "document.en": "SG/1", "because.en": "Carried knowingly"]

    @Test("a red risk that nothing answers and nobody accepted blocks, about itself alone and by its name, as what any plan is held against")
    func blocks() async throws {
        let world = try World.begun(), finding = try #require(try world.blocking().first)
        #expect(try world.blocking().count == 1 && finding.about == [Reference(Risks.self, ID<Risk>("n2"))] && finding.audience == .participants)
        #expect(Say(.en, try world.house.catalogue)(finding.saying).contains("“Berths close” (score 16)"))
        #expect(try await world.page("risks/{risk}", World.one).contains("keeps every plan from being adopted"))
        #expect(try await world.page(RiskPath.risks).contains("Red, and nobody answers") && riskTasks(try world.visit()).contains { $0.title.key == "risks.task.unanswered" })
    }

    @Test(
        "an objective or an action answers it for as long as it stands in a plan that has not ended: withdrawn, stopped or over, the risk blocks again", arguments: ["plan:o1", "plan:a1", "plan:o2"])
    func answered(_ thing: String) throws {
        var world = try World.begun()
        try world.send(answer, ["answers": thing], World.one)
        #expect(try world.blocking().isEmpty)
        switch thing {
        case "plan:o1":
            world.tell(
                Proposal(Plan.self, .planDescribed(id: ID("now"), StrategicPlan(title: Localized("Over"), from: .testDay.adding(days: -400), until: .testDay.adding(days: -1), status: .adopted))))
        case "plan:a1": world.tell(Proposal(Plan.self, .actionDescribed(id: ID("a1"), Action(objective: ID("o1"), code: "A1", title: Localized("Do it"), status: .stopped))))
        default: world.tell(Proposal(Plan.self, .objectiveWithdrawn(id: ID("o2"), because: "Not ours")))
        }
        #expect(try world.blocking().count == 1)
        // Left as it is, what was named stays named; it can be taken away.
        try world.send(answer, ["answers": thing], World.one)
        #expect(try world.state.risks[ID("n2")]?.answers.count == 1)
        try world.send(answer, [:], World.one)
        #expect(try world.state.risks[ID("n2")]?.answers == [])
    }

    @Test("a treatment that says “accept” is no acceptance")
    func treatment() throws {
        var world = try World.begun()
        try world.send("risks/{risk}/edit", World.whole.merging(["treatment": "accept"]) { $1 }, World.one)
        #expect(try world.blocking().count == 1)
    }

    @Test("an acceptance names the body, the day and the document, of a day on which the risk had been rated and not of one to come")
    func accepted() async throws {
        var world = try World.begun()
        let wrong: [([String: String], String, String)] = [
            (["body": ""], "pages.refusal.required", "body"), (["body": "nobody"], "pages.refusal.choose", "body"), (["document.en": ""], "pages.refusal.required", "document"),
            (["because.en": ""], "pages.refusal.required", "because"), (["on": ""], "pages.refusal.required", "on"), (["on": "2026-09-16"], "risks.refusal.later-than-today", "on"),
            (["on": "2026-09-14"], "risks.refusal.not-rated-then", "on"), (["until": "2026-09-14"], "risks.refusal.until-before", "until"),
        ]
        for (change, key, field) in wrong {
            #expect("\(change)") { try world.send(accept, decision.merging(change) { $1 }, World.one) } throws: {
                ($0 as? Refusal)?.key == key || key == "pages.refusal.required" && ($0 as? Refusal)?.field == field
            }
        }
        try world.send(accept, decision, World.one)
        #expect(try world.blocking().isEmpty && world.state.acceptances[ID("n2")]?.last?.acceptance.score == 16)
        #expect(throws: Refusal("risks.refusal.same-acceptance")) { try world.send(accept, decision, World.one) }
        let page = try await world.page("risks/{risk}", World.one)
        #expect(page.contains("Steering Group accepted it on 15 September 2026 at a score of 16 (SG/1).") && page.contains("does not rise above 16"))
        let body = try world.house.aspects(of: Reference(Register.self, ID<Body>("steering")), for: try world.visit()).map(\.content.text).joined()
        #expect(body.contains("Berths close"))
    }

    @Test("it lapses after its last day, and when the residual score rises above what was accepted, also where it falls again: that is said, and the risk blocks again")
    func lapsed() async throws {
        var world = try World.begun()
        world.tell(
            Proposal(
                Risks.self,
                .riskAccepted(
                    id: ID("n2"), Acceptance(body: ID("steering"), on: .testDay.adding(days: -30), document: Localized("SG/0"), because: Localized("?"), until: .testDay.adding(days: -1), score: 16)),
                on: .testDay.adding(days: -30)))
        #expect(try world.blocking().count == 1)
        #expect(try await world.page("risks/{risk}", World.one).contains("It has lapsed: it held until"))
        try world.send(accept, decision.merging(["until": "2026-09-15"]) { $1 }, World.one)
        #expect(try world.blocking().isEmpty, "its last day is one of its days")
        try world.send("risks/{risk}/rate", World.red, World.one)
        #expect(try world.blocking().isEmpty, "what was accepted may come to it")
        try world.send("risks/{risk}/rate", World.red.merging(["residual-likelihood": "5"]) { $1 }, World.one)
        #expect(try world.blocking().count == 1)
        try world.send("risks/{risk}/rate", World.red.merging(["because.en": "It fell again"]) { $1 }, World.one)
        #expect(try world.blocking().count == 1)
        #expect(try await world.page("risks/{risk}", World.one).contains("the residual score rose to 20; 16 had been accepted."))
        try world.send(accept, decision.merging(["document.en": "SG/2"]) { $1 }, World.one)
        #expect(try world.blocking().isEmpty, "the body has decided anew")
    }

    @Test("an acceptance that was recorded wrongly is taken back with its reason, and the risk blocks again")
    func takenBack() async throws {
        var world = try World.begun()
        try world.send(accept, decision, World.one)
        try world.send("risks/{risk}/withdraw-acceptance", ["because": "Another risk was meant"], World.one)
        #expect(try world.blocking().count == 1)
        #expect(try await world.page("risks/{risk}", World.one).contains("Another risk was meant"))
        #expect(throws: Refusal("pages.refusal.gone")) { try world.send("risks/{risk}/withdraw-acceptance", ["because": "Again"], World.one) }
    }

    /// Rated 12 and accepted on days before today.
    private func acceptedEarlier(_ world: inout World, daysAgo: Int, _ document: String) {
        let on = Day.testDay.adding(days: -daysAgo)
        let acceptance = Acceptance(body: ID("steering"), on: on, document: Localized(document), because: Localized("Carried"), until: nil, score: 16)
        world.tell(Proposal(Risks.self, .riskAccepted(id: ID("n2"), acceptance), on: on))
    }

    private func ratedEarlier(_ world: inout World, daysAgo: Int, _ likelihood: Int) {
        guard let residual = RiskPlace(likelihood: likelihood, impact: 4), let inherent = RiskPlace(likelihood: 5, impact: 5) else { return }
        world.tell(Proposal(Risks.self, .riskRated(id: ID("n2"), RiskRating(inherent: inherent, residual: residual, because: Localized("Judged"))), on: Day.testDay.adding(days: -daysAgo)))
    }

    @Test("what is taken back is the acceptance that was meant: one recorded right afterwards, of an earlier day, stands; and so does the one before a mistake")
    func rightAcceptance() throws {
        var world = try World.begun()
        ratedEarlier(&world, daysAgo: 60, 4)
        acceptedEarlier(&world, daysAgo: 20, "Wrong")
        try world.send("risks/{risk}/withdraw-acceptance", ["because": "Another body"], World.one)
        #expect(try world.blocking().count == 1)
        acceptedEarlier(&world, daysAgo: 15, "Right")
        #expect(try world.blocking().isEmpty && world.state.acceptance(of: ID("n2"))?.acceptance.document.plain() == "Right")
        // A mistake that is taken back leaves what stood before it.
        acceptedEarlier(&world, daysAgo: 3, "A mistake")
        try world.send("risks/{risk}/withdraw-acceptance", ["because": "Never decided"], World.one)
        #expect(try world.blocking().isEmpty && world.state.acceptance(of: ID("n2"))?.acceptance.document.plain() == "Right")
    }

    @Test("a rating above what was accepted lets it lapse, also one that is recorded later of a day before the decision")
    func ratedLater() throws {
        var world = try World.begun()
        ratedEarlier(&world, daysAgo: 60, 4)
        acceptedEarlier(&world, daysAgo: 20, "SG/1")
        #expect(try world.blocking().isEmpty)
        ratedEarlier(&world, daysAgo: 25, 5)
        #expect(try world.blocking().count == 1)
    }
}
