import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Planning

@Suite("What is held against a plan")
struct ConcernTests {
    /// Another feature that holds something against the plan.
    private func stranger(_ gravity: Finding.Gravity) -> Feature {
        var feature = Feature(name: "Stranger", words: [.en: Array(#"{"stranger.finding": "The stranger objects.", "stranger.rule": "A rule."}"#.utf8)])
        feature.findings = { _ in
            [
                Finding(
                    gravity, Saying("stranger.finding"), about: [Reference(Plan.self, Scene.so2)], rule: "stranger.rule", audience: .participants)
            ]
        }
        return feature
    }

    private let adopted = ["title.en": "Safe Harbours", "from": "2025-07-01", "until": "2028-06-30", "status": "adopted"]

    /// The second objective measured too, so that planning itself holds nothing blocking against the plan.
    private var measured: Proposal {
        var second = Scene.indicator
        second.objective = Scene.so2
        second.code = "KPI 2"
        return Proposal(Plan.self, .indicatorDescribed(id: ID("k2"), second))
    }

    @Test("What another feature holds against a plan blocks its adoption, named in the refusal and linked above the form")
    func adoption() throws {
        let scene = try Scene(status: .draft, beside: [stranger(.blocks)]), organisation = try scene.organisation([measured])
        #expect(throws: Refusal("planning.refusal.not-ready", ["points": "The stranger objects. (SO2 Collect revenue)"], field: "status")) {
            try scene.decide("plan/plans/{plan}/edit", organisation, adopted, parameters: ["plan": "league"])
        }
        let form = try scene.form("plan/plans/{plan}/edit", organisation, parameters: ["plan": "league"])
        #expect(form.preface.text.contains("The stranger objects.") && form.preface.text.contains("plan/objectives/so2"))
        let warned = try Scene(status: .draft, beside: [stranger(.warns)])
        #expect(try warned.decide("plan/plans/{plan}/edit", try warned.organisation([measured]), adopted, parameters: ["plan": "league"]).count == 1)
    }

    @Test("What blocks one plan does not block another")
    func another() throws {
        let scene = try Scene(beside: [stranger(.blocks)])
        let next = StrategicPlan(title: Localized("Next"), from: day(2028, 7, 1), until: day(2031, 6, 30), status: .draft)
        var second = Scene.indicator
        second.objective = ID("n1")
        let organisation = try scene.organisation(
            [
                .planDescribed(id: ID("next"), next), .perspectiveDescribed(id: ID("np"), Perspective(plan: ID("next"), name: Localized("P"), level: 1)),
                .objectiveDescribed(id: ID("n1"), Objective(perspective: ID("np"), code: "N1", title: Localized("N"))),
                .indicatorDescribed(id: ID("nk"), second),
            ].map { Proposal(Plan.self, $0) })
        let values = ["title.en": "Next", "from": "2028-07-01", "until": "2031-06-30", "status": "adopted"]
        #expect(try scene.decide("plan/plans/{plan}/edit", organisation, values, parameters: ["plan": "next"]).count == 1)
    }

    @Test("The plan's page shows what every feature holds against it; of a link only who may change it sees the way to its form")
    func page() async throws {
        var feature = stranger(.warns)
        let link: ID<CauseLink> = ID("l1")
        feature.findings = { _ in
            [Finding(.warns, Saying("stranger.finding"), about: [Reference(Plan.self, link)], rule: "stranger.rule", audience: .everyone)]
        }
        let scene = try Scene(beside: [feature]), organisation = try scene.organisation()
        let planner = try await scene.page("plan", organisation, as: .amina).body.text
        #expect(planner.contains("The stranger objects.") && planner.contains("map/links/l1/edit"))
        let reader = try await scene.page("plan", organisation).body.text
        #expect(reader.contains("The stranger objects.") && !reader.contains("map/links/l1/edit"))
    }

    @Test("The forms show the essentials; what is rarely needed is folded away, and nothing is lost")
    func folded() throws {
        let scene = try Scene(), organisation = try scene.organisation()
        for (path, name, id) in [
            ("plan/indicators/{indicator}/edit", "indicator", "k1"), ("plan/objectives/{objective}/edit", "objective", "so1"),
            ("plan/actions/{action}/edit", "action", "a1"),
        ] {
            let fields = try scene.form(path, organisation, parameters: [name: id]).fields, open = fields.filter { $0.fold == nil }
            #expect(open.contains { $0.name == "title" } && !open.contains { ["method", "tolerance", "disclosure", "areas"].contains($0.name) })
            #expect(open.filter { !$0.name.hasPrefix("target") }.count <= 14, "\(path)")
            #expect(!fields.contains { $0.fold != nil && $0.isRequired }, "a browser cannot lead to a required field that is folded away")
        }
    }
}
