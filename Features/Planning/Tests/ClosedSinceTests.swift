import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Planning

@Suite("What was open then and is closed today")
struct ClosedSinceTests {
    /// A page as of the test day, read while `present` stands.
    private func page(
        _ scene: Scene, _ path: String, _ past: Organisation, present: Organisation, as viewer: Viewer = .public, _ parameters: [String: String] = [:]
    ) async throws -> String {
        guard case .read(let read) = try scene.route(path).handler else { throw Missing() }
        let visit = Visit(
            organisation: past, present: present, viewer: viewer, say: Say(.en, scene.house.catalogue),
            times: Times(asOf: .testDay, today: Day.testDay.adding(days: 30)), house: scene.house, parameters: parameters, query: [:], names: [:],
            history: { _ in
                try scene.events.enumerated().map { try Entry.unchained($1, position: $0 + 1, at: Moment(startOf: .testDay)) }
            })
        guard case .page(let page) = try await read(visit) else { throw Missing() }
        return page.body.text
    }

    @Test("An indicator that is the staff's today is not read by the public in the past, neither on its objective's page nor counted on the plan's")
    func indicator() async throws {
        let scene = try Scene(), past = try scene.organisation(), here = ["objective": "so1"], path = "plan/objectives/{objective}"
        var closed = Scene.indicator
        closed.disclosure = .staff
        let present = try scene.organisation([Proposal(Plan.self, .indicatorDescribed(id: Scene.k1, closed))])
        #expect(try await page(scene, path, past, present: past, here).contains("KPI 1"))
        #expect(try await page(scene, path, past, present: present, as: .amina, here).contains("KPI 1"))
        #expect(!(try await page(scene, path, past, present: present, here).contains("KPI 1")))
        #expect(try await page(scene, "plan", past, present: past).contains("1 indicator"))
        #expect(!(try await page(scene, "plan", past, present: present).contains("1 indicator")))
    }

    @Test(
        "A plan adopted then and a draft today is for those who take part; the public is not even told from when there was one",
        arguments: [
            "plan", "plan/timeline", "plan/annual", "plan/counted",
        ])
    func plan(_ path: String) async throws {
        let scene = try Scene(), past = try scene.organisation(), present = try Scene(status: .draft).organisation()
        let read = try await page(scene, path, past, present: present)
        #expect(!read.contains("Safe Harbours") && !read.contains("Time release studies") && !read.contains("as-of=2026-09-15\" class=\"button"))
        #expect(read.contains("no plan"))
        #expect(!(try await page(scene, path, past, present: present, as: .amina).contains("no plan")))
        await #expect(throws: Missing.self) {
            try await page(scene, "plan/objectives/{objective}", past, present: present, ["objective": "so1"])
        }
    }

    @Test("What a draft plan does under a function of the adopted one is for those who take part, named and counted")
    func underFunction() async throws {
        let scene = try Scene()
        let next = StrategicPlan(title: Localized("Next"), from: day(2028, 7, 1), until: day(2031, 6, 30), status: .draft)
        let organisation = try scene.organisation(
            [
                .planDescribed(id: ID("next"), next), .perspectiveDescribed(id: ID("np"), Perspective(plan: ID("next"), name: Localized("P"), level: 1)),
                .objectiveDescribed(id: ID("n1"), Objective(perspective: ID("np"), parent: Scene.so2, code: "N1", title: Localized("Hidden aim"))),
                .actionDescribed(id: ID("na"), Action(objective: ID("n1"), function: Scene.sp1, code: "NA", title: Localized("Hidden work"), status: .planned)),
                .deliverableDescribed(id: ID("nd"), Deliverable(action: ID("na"), title: Localized("Hidden guide"))),
            ].map { Proposal(Plan.self, $0) })
        func read(_ path: String, _ objective: String, as viewer: Viewer) async throws -> String {
            try await scene.page(path, organisation, as: viewer, parameters: ["objective": objective]).body.text
        }
        let planner = try await read("plan/objectives/{objective}", "sp1", as: .amina)
        #expect(planner.contains("Hidden work") && planner.contains("Hidden guide"))
        #expect(!(try await read("plan/objectives/{objective}", "sp1", as: .public).contains("Hidden")))
        let whole = try await read("plan/objectives/{objective}", "so2", as: .public)
        #expect(!whole.contains("Hidden") && !whole.contains("id=\"parts\""))
        #expect(try await read("plan", "", as: .amina).contains("2 actions"))
        #expect(!(try await read("plan", "", as: .public).contains("2 actions")))
    }
}
