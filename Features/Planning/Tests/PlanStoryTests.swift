import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Planning

@Suite("Work on the plan")
struct PlanStoryTests {
    @Test("A planner writes an objective; the plan then has it")
    func newObjective() throws {
        let scene = try Scene(), before = try scene.organisation()
        let values = ["perspective": "members", "code": "SO3", "title.en": "Protect society", "owner": "capacity", "weight": "1"]
        let proposals = try scene.decide("plan/objectives/new", before, values)
        let plan = try scene.organisation(proposals)[Plan.self]
        let objective = try #require(plan.objectives[ID("new-thing")])
        #expect(objective.title.plain() == "Protect society")
        #expect(objective.owner == Scene.other)
    }

    @Test(
        "Saving a form as it stands records nothing",
        arguments: [
            ("plan/objectives/{objective}/edit", "objective", "so1"), ("plan/actions/{action}/edit", "action", "a1"),
            ("plan/indicators/{indicator}/edit", "indicator", "k1"), ("plan/plans/{plan}/edit", "plan", "league"),
            ("plan/periods/{period}/edit", "period", "fy25"), ("plan/deliverables/{deliverable}/edit", "deliverable", "d2"),
            ("plan/perspectives/{perspective}/edit", "perspective", "members"), ("plan/focus-areas/{area}/edit", "area", "fa1"),
        ])
    func unchanged(_ path: String, _ name: String, _ id: String) throws {
        let scene = try Scene(), organisation = try scene.organisation()
        let form = try scene.form(path, organisation, parameters: [name: id])
        let values = try form.fields.reduce(into: [String: String]()) { values, field in
            if case .localized(_, let languages) = field.kind {
                for language in languages { values["\(field.name).\(language.rawValue)"] = field.value(in: language) }
            } else {
                values[field.name] = field.value
            }
            if case .choice(let choices) = field.kind { try #require(choices.contains { $0.value == field.value }, "\(field.name)") }
        }
        #expect(try scene.decide(path, organisation, values, parameters: [name: id]).isEmpty)
    }

    @Test("A project owner marks a deliverable of the own unit delivered, and nothing of another unit's")
    func projectOwner() throws {
        let scene = try Scene(), organisation = try scene.organisation()
        let values = ["action": "a1", "title.en": "Guide", "due": "2026-06-30", "delivered": "2026-09-01"]
        let path = "plan/deliverables/{deliverable}/edit"
        let proposals = try scene.decide(path, organisation, as: Scene.dana, values, parameters: ["deliverable": "d1"])
        #expect(try scene.organisation(proposals)[Plan.self].deliverables[Scene.d1]?.deliveredOn == day(2026, 9, 1))

        let stranger = Viewer.with(.projectOwner, .unit(Scene.other), account: ID("elif"), name: "Elif")
        #expect(throws: Refusal("planning.refusal.not-your-unit")) {
            try scene.decide(path, organisation, as: stranger, values, parameters: ["deliverable": "d1"])
        }
        #expect(throws: Missing.self) { try scene.form(path, organisation, as: stranger, parameters: ["deliverable": "d1"]) }
        #expect(throws: Refusal("planning.refusal.not-your-unit", field: "owner")) {
            let mine = ["objective": "so1", "title.en": "Mine", "owner": "compliance", "status": "planned"]
            return try scene.decide("plan/actions/new", organisation, as: stranger, mine)
        }
        #expect(throws: Refusal("pages.refusal.not-allowed")) {
            try scene.decide("plan/objectives/new", organisation, as: Scene.dana, ["perspective": "members"])
        }
    }

    @Test("Nothing is delivered on a day that has not come")
    func future() throws {
        let scene = try Scene()
        #expect(throws: Refusal("planning.refusal.not-yet", field: "delivered")) {
            try scene.decide(
                "plan/deliverables/new", try scene.organisation(), ["action": "a1", "title.en": "X", "delivered": "2027-01-01"])
        }
    }

    @Test("What something hangs on is not withdrawn, and the refusal says what")
    func hanging() throws {
        let scene = try Scene(), organisation = try scene.organisation()
        #expect(throws: Refusal("planning.refusal.hanging.indicators", ["n": "1", "names": "KPI 1 Release time"])) {
            try scene.decide("plan/objectives/{objective}/withdraw", organisation, ["because": "Old"], parameters: ["objective": "so1"])
        }
        #expect(throws: Refusal("pages.refusal.required", field: "because")) {
            try scene.decide("plan/deliverables/{deliverable}/withdraw", organisation, [:], parameters: ["deliverable": "d1"])
        }
        let gone = try scene.decide(
            "plan/deliverables/{deliverable}/withdraw", organisation, as: Scene.dana, ["because": "Merged"], parameters: ["deliverable": "d1"])
        #expect(try scene.organisation(gone)[Plan.self].deliverables[Scene.d1] == nil)
    }

    @Test("An indicator with values stays")
    func values() throws {
        let scene = try Scene()
        let reported = Proposal(Values.self, .reported(indicator: Scene.k1, period: Scene.period, [Report(amount: 40)]))
        #expect(throws: Refusal("planning.refusal.hanging.values", ["n": "1", "names": "2025–2026"])) {
            try scene.decide(
                "plan/indicators/{indicator}/withdraw", try scene.organisation([reported]), ["because": "Old"], parameters: ["indicator": "k1"])
        }
    }

    @Test("Periods do not overlap, and need not be calendar years")
    func periods() throws {
        let scene = try Scene(), organisation = try scene.organisation()
        #expect(
            throws: Refusal(
                "planning.refusal.overlap", ["name": "2025–2026", "from": "2025-07-01", "until": "2026-06-30"], field: "from")
        ) {
            try scene.decide("plan/periods/new", organisation, ["name.en": "2026", "from": "2026-01-01", "until": "2026-12-31"])
        }
        let next = ["name.en": "2026–2027", "from": "2026-07-01", "until": "2027-06-30"]
        #expect(try scene.decide("plan/periods/new", organisation, next).count == 1)
    }

    @Test("A period that overlaps another since before can still be locked, and not be moved into a third")
    func overlappingSinceBefore() throws {
        let scene = try Scene(), half = ReportingPeriod(name: Localized("H1"), from: day(2025, 7, 1), until: day(2025, 12, 31))
        let organisation = try scene.organisation([Proposal(Plan.self, .periodDescribed(id: ID("h1"), half))])
        var values = ["name.en": "H1", "from": "2025-07-01", "until": "2025-12-31", "locked": "yes"]
        let path = "plan/periods/{period}/edit"
        #expect(try scene.decide(path, organisation, values, parameters: ["period": "h1"]).count == 1)
        values["until"] = "2025-12-30"
        let overlap = Refusal("planning.refusal.overlap", ["name": "2025–2026", "from": "2025-07-01", "until": "2026-06-30"], field: "from")
        #expect(throws: overlap) { try scene.decide(path, organisation, values, parameters: ["period": "h1"]) }
    }

    @Test("A plan is not born adopted: a new one is asked what it lacks")
    func bornAdopted() throws {
        let scene = try Scene(), organisation = try scene.organisation()
        var values = ["title.en": "Next", "from": "2028-07-01", "until": "2031-06-30", "status": "adopted"]
        #expect { try scene.decide("plan/plans/new", organisation, values) } throws: { error in
            (error as? Refusal)?.key == "planning.refusal.not-ready" && (error as? Refusal)?.arguments["points"]?.contains("Next") == true
        }
        values["status"] = "draft"
        #expect(try scene.decide("plan/plans/new", organisation, values).count == 1)
    }

    @Test("Values keep their translations beside them where a language lacks one, after a round through the form")
    func valueLines() throws {
        let values = [Localized("Candour"), Localized([.en: "Care", .ar: "عناية"], original: .ar), Localized("Speed")]
        let lines = ValueLines.joined(values)
        let sent = Entered(lines.texts.map { ("values.\($0.key.rawValue)", $0.value.text ?? "") }, language: .en)
        #expect(ValueLines.split(try sent.localized("values"), instead: values) == values)
        let more = Entered([("values.en", "Candour\nCare\nSpeed\nTrust"), ("values.ar", "–\nعناية")], language: .en)
        let split = ValueLines.split(try more.localized("values"), instead: values)
        #expect(split == values + [Localized("Trust")])
    }

    @Test("A number is put into a field as digits that the field reads again", arguments: [0.00001, 1.5e-7, 1e14, 24, 12.25])
    func digits(_ number: Double) throws {
        let scene = try Scene()
        var indicator = Scene.indicator
        indicator.tolerance = number
        let organisation = try scene.organisation([Proposal(Plan.self, .indicatorDescribed(id: Scene.k1, indicator))])
        let fields = try scene.form("plan/indicators/{indicator}/edit", organisation, parameters: ["indicator": "k1"]).fields
        let text = try #require(fields.first { $0.name == "tolerance" }?.value)
        #expect(!text.contains("e") && Double(text) == number)
    }

    @Test("A draft is adopted when each objective has an indicator, not before")
    func adoption() throws {
        let scene = try Scene(status: .draft), organisation = try scene.organisation()
        let values = ["title.en": "Safe Harbours", "from": "2025-07-01", "until": "2028-06-30", "status": "adopted"]
        let point = "1 objective of “Safe Harbours” has no indicator. (SO2 Collect revenue)"
        #expect(throws: Refusal("planning.refusal.not-ready", ["points": point], field: "status")) {
            try scene.decide("plan/plans/{plan}/edit", organisation, values, parameters: ["plan": "league"])
        }
        var second = Scene.indicator
        second.objective = Scene.so2
        let ready = try scene.organisation([Proposal(Plan.self, .indicatorDescribed(id: ID("k2"), second))])
        #expect(try scene.decide("plan/plans/{plan}/edit", ready, values, parameters: ["plan": "league"]).count == 1)
    }

    @Test("Targets: a value, a range, words and one still to be determined; a row half filled is refused")
    func targets() throws {
        let scene = try Scene(), organisation = try scene.organisation()
        var values = [
            "objective": "so1", "title.en": "Share", "level": "outcome", "timing": "lag", "kind": "percentage", "direction": "range",
            "reporting": "whole", "aggregation": "none", "disclosure": "everyone", "everyMonths": "12", "weight": "1",
            "target1-by": "2026-06-30", "target1-kind": "value", "target1-low": "40", "target2-by": "2027-06-30", "target2-kind": "range",
            "target2-low": "50", "target2-high": "60", "target3-by": "2028-06-30", "target3-kind": "tbd", "target4-by": "2029-06-30",
            "target4-kind": "text", "target4-text": "All ports",
        ]
        let proposals = try scene.decide("plan/indicators/new", organisation, values)
        let aims = try scene.organisation(proposals)[Plan.self].indicators[ID("new-thing")]?.targets.map(\.aim)
        #expect(aims == [.value(40), .range(low: 50, high: 60), .toBeDetermined, .text("All ports")])
        values["target5-kind"] = "value"
        values["target5-low"] = "3"
        #expect(throws: Refusal("planning.refusal.target-needs-a-day", field: "target5-by")) {
            try scene.decide("plan/indicators/new", organisation, values)
        }
    }
}
