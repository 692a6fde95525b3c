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
        #expect(doubted(share, 4, after: 60) == "leap" && doubted(share, 1, after: 20) == "tenfold")
        #expect(doubted(share, 8, after: 58) == nil && doubted(share, 8, after: 79) == "leap", "ten times less would be next to nothing")
        let number = indicator(.number, baseline: 2, aims: [.value(20)])
        #expect(doubted(number, 250) == "tenfold-plan" && doubted(number, 0.1) == "tenfold-plan")
        #expect(doubted(number, 20, after: 2) == nil && doubted(number, 1.2, after: 12) == nil, "what is said to be expected is not doubted")
        #expect(doubted(number, 15) == nil && doubted(number, 0, after: 15) == nil)
        #expect(doubted(number, -3, after: 15) == "sign")
        #expect(doubted(indicator(.number), -3) == "below-zero" && doubted(indicator(.number, baseline: -2), -3) == nil)
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
            let refusals = #expect(throws: Refusals.self) { try send(["value-steps": text, "right-steps": text], [steps]) }
            #expect(refusals?.all.map(\.key) == ["monitoring.refusal.\(key)"] && refusals?.all.first?.field == "value-steps")
        }
        #expect(try send(["value-steps": "3"], [steps]) == 1)
    }

    @Test func `the form asks about what is unlikely, and takes each value with a tick of its own`() throws {
        let share = Refusal("monitoring.unlikely.over-hundred", ["value": "130", "low": "0", "high": "100"], field: "value-share")
        #expect((#expect(throws: Refusals.self) { try send(["value-share": "130"]) })?.all == [share])
        let both = #expect(throws: Refusals.self) { try send(["value-share": "130", "value-days": "-3"]) }
        #expect(both?.all.map(\.field) == ["value-share", "value-days"], "each beside its own field")
        #expect(both?.all.last?.arguments["low"] == "0.5" && both?.all.last?.arguments["high"] == "200", "and what is expected there")
        #expect(both?.all.allSatisfy(\.isDoubt) == true)
        let other = #expect(throws: Refusals.self) { try send(["value-share": "130", "value-days": "-3", "right-days": "-3"]) }
        #expect(other?.all == [share], "one tick says nothing about another value")
        #expect(try send(["value-share": "130", "value-days": "-3", "right-share": "130", "right-days": "-3"]) == 2)
        #expect(throws: Refusals.self, "nor about what was written there since") { try send(["value-share": "1300", "right-share": "130"]) }
        #expect(
            try send(["value-share": "51", "note-share": "Checked"], [Fixture.reported(Fixture.share, Fixture.ended, [(nil, 51)])]) == 1)
        let form = try reportForm(
            visit(try Fixture.house(), try Fixture.organisation(Fixture.lively), as: .amina, parameters: ["period": "y1"]))
        let tick = try #require(form.fields.first { $0.name == "right-share" })
        #expect(tick.kind == .flag && tick.confirms == "value-share", "and is asked for only where its value is doubted")
    }

    @Test func `what cannot be and what is unlikely are said together`() throws {
        let refusals = #expect(throws: Refusals.self) { try send(["value-steps": "-1", "value-share": "130", "value-days": "many"], [steps]) }
        #expect(
            Set(refusals?.all.map(\.key) ?? []) == [
                "monitoring.refusal.negative-milestones", "monitoring.unlikely.over-hundred", "monitoring.refusal.not-in-unit",
            ])
    }

    @Test func `an amount may be written with its own unit, and not with another`() throws {
        #expect(try send(["value-days": "6 days"]) == 1 && send(["value-days": "6 DAYS"]) == 1)
        let percent = #expect(throws: Refusals.self) { try send(["value-days": "6 %"]) }
        #expect(percent?.all.map(\.key) == ["monitoring.refusal.percent"])
        #expect(throws: Refusals.self) { try send(["value-days": "days"]) }
        #expect(try send(["value-share": "52 %"]) == 1)
        #expect(try send(["value-days": "2 jours"], [Proposal(Plan.self, .indicatorDescribed(id: Fixture.days, counted([.fr: "jours", .en: "days"])))]) == 1)
        let rows = "indicator,period,member,value\nK2,y1,,6 %\nK2,y2,,6 days\n"
        let result = try ValuesImport().read(Array(rows.utf8), into: try Fixture.organisation(), today: .testDay)
        #expect(result.remarks.filter { $0.gravity == .refused }.map(\.key) == ["monitoring.refusal.percent"] && result.new == 1)
    }

    private func counted(_ unit: [Language: Prose]) -> Indicator {
        var own = indicator(.number)
        own.unit = Localized(unit, original: .en)
        return own
    }

    @Test func `of a short unit capitals are a part, of a word they are not`() {
        #expect(WrittenUnits(counted([.en: "m"])).without("19 M") == "19 M" && WrittenUnits(counted([.en: "MW"])).without("500 mW") == "500 mW")
        #expect(WrittenUnits(counted([.en: "m"])).without("19 m") == "19 " && WrittenUnits(counted([.en: "hours"])).without("18 Hours") == "18 ")
        #expect(WrittenUnits(counted([.en: "TEU", .fr: "kTEU"])).without("5 kTEU") == "5 ", "the longest first")
    }

    @Test(arguments: ["%", "٪", "per cent", "pour cent", "процентов", "بالمئة", "percentage points"]) func `percent is percent in any language`(_ unit: String) {
        #expect(WrittenUnits(counted([.en: Prose(unit)])).mayBePercent)
    }

    @Test func `where the plan itself is below 0 nothing is said of a value that is`() {
        let balance = indicator(.number, baseline: -40, aims: [.value(-5)])
        #expect(doubted(balance, -3, after: 0) == nil)
        #expect(doubted(indicator(.number, baseline: -2000, reporting: .byMember, aggregation: .sum), -3) == nil)
        #expect(doubted(indicator(.number, reporting: .byMember, aggregation: .sum), -3) == "below-zero")
    }

    @Test func `what is expected of a share stays a share`() {
        let doubt = Plausibility(indicator(.percentage, baseline: 76, aims: [.value(90)]), .point).doubt(about: 7, after: nil)
        #expect(doubt?.what == .tenfoldOfPlan && doubt?.arguments["high"] == "100" && doubt?.arguments["low"] == "7.6")
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
                #expect(catalogue.keys(in: language).contains("monitoring.unlikely.\(name)"))
            }
        }
    }
}
