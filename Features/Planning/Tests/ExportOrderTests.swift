import Exchange
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Planning

@Suite("The plan as a table")
struct ExportOrderTests {
    @Test("it begins with the newest plan; reporting periods and units come last")
    func order() throws {
        let scene = try Scene()
        let older = Plan.Event.planDescribed(
            id: ID("older"), StrategicPlan(title: Localized("Before"), from: day(2022, 7, 1), until: day(2025, 6, 30), status: .ended))
        let organisation = try scene.organisation([Proposal(Plan.self, older)])
        var kinds: [String] = [], first: [CSVCell] = []
        try PlanTableExport().rows(for: visit(scene.house, organisation, as: .amina)) { row in
            if first.isEmpty { first = row }
            if kinds.last != row[0].plain { kinds.append(row[0].plain) }
        }
        #expect(first[1] == .text("league"))
        #expect(kinds == ["plan", "perspective", "focus-area", "objective", "action", "deliverable", "link", "plan", "period", "unit"])
    }
}
