import Exchange
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// What cannot be is refused; what is hardly so is asked about once, in the form and in the table.
@Suite struct PlausibilityTests {
    private func indicator(
        _ kind: Indicator.Kind, baseline: Double? = nil, aims: [Target.Aim] = [], reporting: Indicator.Reporting = .whole,
        aggregation: Indicator.Aggregation = .none
    ) -> Indicator {
        Indicator(
            objective: Fixture.objective, code: "M", title: Localized("M"), kind: kind, reporting: reporting, aggregation: aggregation,
            baseline: baseline.map { Baseline(value: $0, on: day("2025-06-30")) },
            targets: aims.map { Target($0, by: day("2028-06-30")) })
    }

    private func refused(_ indicator: Indicator, _ amount: Double, after last: Double? = nil) -> String? {
        Plausibility(indicator, .point).refusal(of: amount, after: last)?.key.replacing("monitoring.refusal.", with: "")
    }

    private func doubted(_ indicator: Indicator, _ amount: Double, after last: Double? = nil) -> String? {
        Plausibility(indicator, .point).doubt(about: amount, after: last)?.what.rawValue
    }

    @Test func `milestones are whole, not negative, and no more than planned`() {
        let steps = indicator(.milestone, aims: [.value(5)])
        #expect(refused(steps, -1) == "negative-milestones")
        #expect(refused(steps, 2.5) == "part-milestone")
        #expect(refused(steps, 6) == "too-many-milestones")
        #expect(refused(steps, 5) == nil && refused(steps, 0) == nil)
        #expect(refused(indicator(.milestone, aims: [.toBeDetermined]), 6) == nil, "nobody has said how many there are")
        #expect(refused(indicator(.milestone, baseline: 0, aims: [.value(37.5), .value(100)]), 12.5) == nil, "steps counted in percent")
        #expect(refused(indicator(.milestone, aims: [.value(500)], reporting: .byMember, aggregation: .sum), 501) == nil)
    }

    @Test func `a share of a whole is not below nothing, a change may be`() {
        let share = indicator(.percentage, baseline: 40, aims: [.value(70)])
        #expect(refused(share, -5) == "negative-share")
        #expect(refused(share, 0) == nil)
        #expect(refused(indicator(.percentage, baseline: -2, aims: [.value(3)]), -5) == nil)
        #expect(refused(indicator(.number, aims: [.value(3)]), -5) == nil)
        #expect(refused(share, .infinity) == "pages.refusal.out-of-range" && refused(share, .nan) != nil)
    }

    @Test func `what is far from what is known is doubted`() {
        let share = indicator(.percentage, baseline: 40, aims: [.value(70)])
        #expect(doubted(share, 120, after: 60) == "over-hundred")
        #expect(doubted(indicator(.percentage, aims: [.value(150)]), 120, after: 110) == nil, "some shares are of another whole")
        #expect(doubted(share, 4, after: 60) == "tenfold")
        let number = indicator(.number, baseline: 2, aims: [.value(20)])
        #expect(doubted(number, 250) == "tenfold-plan" && doubted(number, 0.1) == "tenfold-plan")
        #expect(doubted(number, 15) == nil && doubted(number, 0, after: 15) == nil)
        #expect(doubted(number, -3, after: 15) == "sign")
        let ofMembers = indicator(.number, baseline: 5000, aims: [.value(9000)], reporting: .byMember, aggregation: .sum)
        #expect(doubted(ofMembers, 12) == nil, "the plan speaks of the sum of all Members")
    }

    private func send(_ values: [String: String], _ more: [Proposal] = []) throws -> Int {
        let organisation = try Fixture.organisation(Fixture.lively + more)
        guard case .record(let proposals, _, _) = try report(submission(organisation, as: .amina, values, parameters: ["period": "y1"]))
        else { return 0 }
        return proposals.count
    }

    private var steps: Proposal { Proposal(Plan.self, .indicatorDescribed(id: ID("steps"), indicator(.milestone, aims: [.value(5)]))) }

    @Test func `the form refuses what cannot be, also where it is ticked as right`() throws {
        for (text, key) in [("-1", "negative-milestones"), ("1.5", "part-milestone"), ("9", "too-many-milestones")] {
            let refusal = #expect(throws: Refusal.self) { try send(["value-steps": text, "confirmed": "yes"], [steps]) }
            #expect(refusal?.key == "monitoring.refusal.\(key)" && refusal?.field == "value-steps")
        }
        #expect(try send(["value-steps": "3"], [steps]) == 1)
    }

    @Test func `the form asks about what is unlikely, and takes it with a tick`() throws {
        let share = Refusal("monitoring.refusal.unlikely.over-hundred", ["value": "130", "low": "0", "high": "100"], field: "value-share")
        #expect((#expect(throws: Refusals.self) { try send(["value-share": "130"]) })?.all == [share])
        let both = #expect(throws: Refusals.self) { try send(["value-share": "130", "value-days": "-3"]) }
        #expect(both?.all.map(\.field) == ["value-share", "value-days"], "each beside its own field")
        #expect(both?.all.last?.arguments["low"] == "0.5" && both?.all.last?.arguments["high"] == "200", "and what is expected there")
        #expect(try send(["value-share": "130", "value-days": "-3", "confirmed": "yes"]) == 2)
        #expect(
            try send(["value-share": "51", "note-share": "Checked"], [Fixture.reported(Fixture.share, Fixture.ended, [(nil, 51)])]) == 1)
        let form = try reportForm(
            visit(try Fixture.house(), try Fixture.organisation(Fixture.lively), as: .amina, parameters: ["period": "y1"]))
        #expect(form.fields.last?.name == ReportField.confirmed && form.fields.last?.kind == .flag)
    }

    @Test func `the table is read by the same rules, line by line`() throws {
        let rows = "indicator,period,member,value\nM,y1,,9\nK1,y1,,-2\nK1,y2,,130\nK2,y1,,3\n"
        let result = try ValuesImport().read(Array(rows.utf8), into: try Fixture.organisation([steps]), today: .testDay)
        #expect(result.refused == 2 && result.new == 2)
        #expect(
            result.remarks.map(\.key) == [
                "monitoring.refusal.too-many-milestones", "monitoring.refusal.negative-share", "monitoring.unlikely.over-hundred",
            ])
        #expect(result.remarks.map(\.line) == [2, 3, 4])
        #expect(result.remarks.map(\.gravity) == [.refused, .refused, .noted])
        let again = try ValuesImport().read(Array(rows.utf8), into: try Fixture.organisation([steps] + result.proposals), today: .testDay)
        #expect(again.same == 2 && !again.remarks.contains { $0.gravity == .noted }, "what stands has been said")
    }

    @Test func `what is said about a value has words in every language`() throws {
        let catalogue = try Fixture.house().catalogue
        for language in Language.allCases {
            for name in Plausibility.Doubt.allCases.map(\.rawValue) {
                #expect(
                    catalogue.keys(in: language).isSuperset(of: ["monitoring.unlikely.\(name)", "monitoring.refusal.unlikely.\(name)"]))
            }
        }
    }
}
