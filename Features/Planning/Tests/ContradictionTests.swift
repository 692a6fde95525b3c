import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Planning

@Suite("What cannot be is refused, what is odd is said")
struct ContradictionTests {
    private let sheet = [
        "objective": "so1", "title.en": "Share", "level": "outcome", "timing": "lag", "kind": "number", "direction": "up", "reporting": "whole",
        "aggregation": "none", "disclosure": "everyone", "everyMonths": "12", "baseline": "50", "baselineOn": "2025-06-30",
        "target1-by": "2027-06-30", "target1-kind": "value", "target1-low": "60",
    ]

    private func refusal(_ changes: [String: String]) throws -> Refusal? {
        let scene = try Scene(), values = sheet.merging(changes) { $1 }
        do {
            _ = try scene.decide("plan/indicators/new", try scene.organisation(), values)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    @Test("A code belongs to one thing of its kind in a plan: the refusal names the field and who has it")
    func codes() throws {
        let scene = try Scene(), organisation = try scene.organisation()
        func taken(_ code: String, _ title: String) -> Refusal {
            Refusal("planning.refusal.code-taken", ["code": code, "title": title], field: "code")
        }
        #expect(throws: taken("so1", "Shorten release times")) {
            try scene.decide("plan/objectives/new", organisation, ["perspective": "members", "code": "so1", "title.en": "Other"])
        }
        #expect(throws: taken("A1", "Time release studies")) {
            try scene.decide("plan/actions/new", organisation, ["objective": "so2", "code": "A1", "title.en": "Other", "status": "planned"])
        }
        #expect(try refusal(["code": "KPI 1"]) == taken("KPI 1", "Release time"))
        #expect(throws: taken("FA1", "Technology")) {
            try scene.decide("plan/focus-areas/new", organisation, ["plan": "league", "code": "FA1", "title.en": "Other"])
        }
    }

    @Test("Codes that were shared before are held against the plan, and their things can still be edited")
    func sharedBefore() throws {
        let scene = try Scene()
        let twin = Objective(perspective: Scene.members, code: "so2", title: Localized("Twin"))
        let organisation = try scene.organisation([Proposal(Plan.self, .objectiveDescribed(id: ID("twin"), twin))])
        let shared = planFindings(organisation).first { $0.saying.key == "planning.finding.codes-shared" }
        #expect(shared?.about.map(\.id) == ["so2", "twin"])
        let values = ["perspective": "members", "code": "so2", "title.en": "Renamed"]
        #expect(try scene.decide("plan/objectives/{objective}/edit", organisation, values, parameters: ["objective": "twin"]).count == 1)
    }

    @Test("A sheet that contradicts itself is refused at the field at fault")
    func sheets() throws {
        #expect(try refusal([:]) == nil)
        #expect(try refusal(["kind": "percentage", "unit.en": "hours"])?.field == "unit")
        #expect(try refusal(["kind": "percentage", "unit.en": "% of ports"]) == nil)
        #expect(try refusal(["target1-low": "40"])?.field == "target1-low")
        #expect(try refusal(["target1-low": "40", "direction": "down"]) == nil)
        #expect(try refusal(["target1-by": "2025-06-30"])?.field == "target1-by")
        #expect(try refusal(["kind": "milestone", "target1-low": "60.5"])?.field == "target1-low")
        #expect(try refusal(["kind": "milestone", "target1-low": "60.5", "unit.en": "% of the steps"]) == nil)
        #expect(try refusal(["target1-kind": "range", "target1-high": "70"])?.field == "direction")
        // Rows stand in any order; the field is the one in which the last target was written.
        let rows = ["target1-by": "2028-06-30", "target1-low": "45", "target2-by": "2026-06-30", "target2-kind": "value", "target2-low": "60"]
        #expect(try refusal(rows)?.field == "target1-low")
    }

    @Test("What is odd is a finding with the thing named, and a note where the thing stands")
    func oddities() async throws {
        let scene = try Scene()
        var late = Scene.indicator
        late.targets = [Target(.value(30), by: day(2026, 6, 30)), Target(.value(40), by: day(2027, 6, 30)), Target(.value(24), by: day(2029, 6, 30))]
        let organisation = try scene.organisation(
            [
                .indicatorDescribed(id: Scene.k1, late),
                .actionDescribed(
                    id: ID("a2"), Action(objective: Scene.so2, code: "A2", title: Localized("Too early"), from: day(2024, 1, 1), until: day(2026, 1, 1))),
                .deliverableDescribed(id: ID("d3"), Deliverable(action: Scene.a1, title: Localized("Afterwards"), due: day(2027, 4, 1))),
                .deliverableDescribed(id: ID("d4"), Deliverable(action: Scene.a1, title: Localized("Long after"), due: day(2029, 4, 1))),
            ].map { Proposal(Plan.self, $0) })
        let found = Dictionary(planFindings(organisation).map { ($0.saying.key, $0.about.map(\.id)) }) { first, _ in first }
        #expect(found["planning.finding.actions-outside-plan"] == ["a2"])
        #expect(found["planning.finding.deliverables-outside-action"] == ["d3"])
        #expect(found["planning.finding.deliverables-after-plan"] == ["d4"])
        #expect(found["planning.finding.targets-outside-plan"] == ["k1"])
        #expect(found["planning.finding.targets-turn-back"] == ["k1"])

        let plan = try await scene.page("plan", organisation, as: .amina).body.text
        #expect(plan.contains("plan/actions/a2") && plan.contains("#deliverable-d3") && plan.contains("indicators/k1"))
        let early = try await scene.page("plan/actions/{action}", organisation, parameters: ["action": "a2"]).body.text
        #expect(early.contains("This action begins before its plan"))
        let action = try await scene.page("plan/actions/{action}", organisation, parameters: ["action": "a1"]).body.text
        #expect(action.contains("It is due before its action begins") && action.contains("It is due after its plan ends"))
        let aspects = scene.house.aspects(of: Reference(Plan.self, Scene.k1), for: visit(scene.house, organisation))
        #expect(aspects.contains { $0.content.text.contains("A target of this indicator lies before its plan begins") })
    }

    @Test("What cannot be and came in before is said on the sheet, and every oddity has its words")
    func standing() throws {
        let scene = try Scene()
        var wrong = Scene.indicator
        wrong.kind = .percentage
        let organisation = try scene.organisation([Proposal(Plan.self, .indicatorDescribed(id: Scene.k1, wrong))])
        #expect(planFindings(organisation).contains { $0.saying.key == "planning.finding.sheets-contradictory" })
        let aspects = scene.house.aspects(of: Reference(Plan.self, Scene.k1), for: visit(scene.house, organisation))
        #expect(aspects.contains { $0.content.text.contains("A percentage is counted in percent") })
        for oddity in Oddity.allCases { #expect(Say(.ar, scene.house.catalogue).has(oddity.key), "\(oddity)") }
    }

    @Test("An action that ends before it begins is refused at its end")
    func endBeforeStart() throws {
        let scene = try Scene()
        #expect(throws: Refusal("planning.refusal.ends-before-it-begins", field: "until")) {
            let values = ["objective": "so1", "title.en": "X", "status": "planned", "from": "2026-05-01", "until": "2026-04-01"]
            return try scene.decide("plan/actions/new", try scene.organisation(), values)
        }
    }

    @Test("A title is not emptied in its original language while a translation of it stands")
    func original() throws {
        let scene = try Scene()
        let values = ["title.en": "", "title.ar": "موانئ آمنة", "from": "2025-07-01", "until": "2028-06-30", "status": "adopted"]
        func decide(_ values: [String: String]) throws -> [Proposal] { try scene.decide("plan/plans/{plan}/edit", try scene.organisation(), values, parameters: ["plan": "league"]) }
        #expect(throws: Refusal("pages.refusal.original-emptied", ["original": "English", "translation": "العربية"], field: "title")) { try decide(values) }
        #expect(throws: Refusal("pages.refusal.required", field: "title")) { try decide(values.merging(["title.ar": ""]) { $1 }) }
    }
}
