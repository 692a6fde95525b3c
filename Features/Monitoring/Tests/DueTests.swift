import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// What is expected when, and how the forms say so.
@Suite struct DueTests {
    private static let quarterly = named("q", Indicator.self)

    /// Eight quarters from July 2024, and an indicator on the first objective.
    private func quarters(
        everyMonths: Int = 12, baseline: String? = "2025-06-30", _ more: [Proposal] = [], reporting: Indicator.Reporting = .whole
    ) throws -> Organisation {
        let periods = [
            ("q1", "2024-07-01", "2024-09-30"), ("q2", "2024-10-01", "2024-12-31"), ("q3", "2025-01-01", "2025-03-31"),
            ("q4", "2025-04-01", "2025-06-30"), ("q5", "2025-07-01", "2025-09-30"), ("q6", "2025-10-01", "2025-12-31"),
            ("q7", "2026-01-01", "2026-03-31"), ("q8", "2026-04-01", "2026-06-30"), ("q9", "2026-07-01", "2026-09-30"),
        ].compactMap { id, from, until in
            ID<ReportingPeriod>(id).map {
                Proposal(Plan.self, .periodDescribed(id: $0, ReportingPeriod(name: Localized(id), from: day(from), until: day(until))))
            }
        }
        let indicator = Indicator(
            objective: Fixture.objective, code: "Q", title: Localized("Q"), reporting: reporting,
            baseline: baseline.map { Baseline(value: 1, on: day($0)) }, targets: [Target(.value(9), by: day("2028-06-30"))],
            everyMonths: everyMonths)
        let plan = Fixture.planning.prefix(4)
        return try organisation(
            Fixture.register + plan + periods + [Proposal(Plan.self, .indicatorDescribed(id: Self.quarterly, indicator))] + more,
            chapters: Fixture.chapters)
    }

    private func due(_ organisation: Organisation, as viewer: Viewer = .amina, for reporter: Reporter = .whole) -> [String] {
        Due(organisation, today: .testDay).items(for: reporter, by: viewer).map(\.period.text)
    }

    @Test func `a yearly value is due once a year, for the quarter in which its year ends`() throws {
        #expect(due(try quarters()) == ["q8"])
        #expect(due(try quarters(baseline: nil)) == ["q8"], "without a baseline the year of the plan counts")
        #expect(due(try quarters(baseline: "2025-12-31")) == [], "its first year ends in December")
        #expect(due(try quarters(everyMonths: 24)) == [])
        #expect(due(try quarters(everyMonths: 3)) == ["q8"], "of older quarters a newer report is what is needed")
        #expect(due(try quarters(everyMonths: 6)) == ["q6", "q8"])
    }

    @Test func `nothing is due for a time before the indicator was there`() throws {
        #expect(due(try quarters(everyMonths: 6, baseline: "2026-03-31")) == [])
        #expect(due(try quarters(everyMonths: 3, baseline: "2026-03-31")) == ["q8"])
        #expect(due(try quarters(everyMonths: 1, baseline: "2026-07-31")) == [])
    }

    @Test func `nor off its rhythm, where it was reported early or late`() throws {
        let early = Fixture.reported(Self.quarterly, ID("q7"), [(nil, 2)], on: day("2026-03-31"))
        #expect(due(try quarters([early])) == [])
    }

    @Test func `nobody is asked for a time before joining, or after leaving`() throws {
        let late = Member(name: Localized("Alba"), region: ID("north"), code: "ALB", joined: Joining(day("2026-07-15"), .exact))
        let alba = Reporter.member(Fixture.members[0])
        #expect(due(try quarters(reporting: .byMember), as: .bruno, for: alba) == ["q8"])
        #expect(
            due(
                try quarters([Proposal(Register.self, .memberDescribed(id: Fixture.members[0], late))], reporting: .byMember), as: .bruno,
                for: alba) == [])
        #expect(
            due(
                try quarters([Proposal(Register.self, .memberLeft(id: Fixture.members[0], because: "Left"))], reporting: .byMember),
                as: .bruno, for: alba) == [])
    }

    private func visit(
        _ organisation: Organisation, as viewer: Viewer, _ parameters: [String: String] = [:], times: Times = Times(today: .testDay)
    ) throws -> Visit {
        TestKit.visit(try Fixture.house(), organisation, as: viewer, parameters: parameters, times: times)
    }

    @Test func `the button on an indicator leads to the period that is due for it`() throws {
        let due = try IndicatorPage(try visit(try quarters(), as: .amina, ["id": "q"])).page().body.text
        #expect(due.contains("/report/q8\" class=\"button\">Report for q8"))
        #expect(!due.contains("/report/q9"), "and not to the newest, which is not over")
        let there = Fixture.reported(Self.quarterly, ID("q8"), [(nil, 2)])
        let changed = try IndicatorPage(try visit(try quarters([there]), as: .amina, ["id": "q"])).page().body.text
        #expect(changed.contains("/report/q8\" class=\"button quiet\">Change the value for q8"))
        #expect(try !IndicatorPage(try visit(try quarters(), as: .bruno, ["id": "q"])).page().body.text.contains("/report/"))
    }

    @Test func `the form says what is due since when, and puts it first`() throws {
        let organisation = try Fixture.organisation([Fixture.reported(Fixture.share, Fixture.ended, [(nil, 51)])])
        let form = try reportForm(try visit(organisation, as: .amina, ["period": "y1"]))
        let values = form.fields.filter { $0.name.hasPrefix("value-") }
        #expect(values.map(\.name) == ["value-days", "value-charter", "value-share"])
        #expect(values.first?.help.hasPrefix("Overdue: due since 30 Jun 2026, was expected by 31 Aug 2026") == true)
        #expect(values.first?.help.hasSuffix("baseline 20 on 30 Jun 2025 · target 5 by 30 Jun 2028") == true)
        #expect(values.first?.title.hasSuffix("(days)") == true, "the unit stands there and nowhere else")
        #expect(values.last?.help.hasPrefix("Already reported") == true)
        #expect(form.preface.text.contains("Due: 2 · already reported: 1 · not due: 0"))
        let running = try reportForm(try visit(organisation, as: .amina, ["period": "y2"]))
        #expect(running.fields.first?.help.hasPrefix("Not due for this period") == true)
    }

    @Test func `a Member sees its own last value, and whose target it is`() throws {
        let form = try reportForm(
            try visit(try Fixture.organisation(Fixture.lively), as: .bruno, ["period": "y2", "member": Fixture.members[0].text]))
        let help = try #require(form.fields.first { $0.name == "value-score" }?.help)
        #expect(help.contains("value of Alba before: 2.5 (2025/26)"))
        #expect(help.contains("target of the whole, not of one Member: 4 by"))
    }

    @Test func `beside a note stands who will read it`() throws {
        let form = try reportForm(
            try visit(try Fixture.organisation(Fixture.lively), as: .bruno, ["period": "y1", "member": Fixture.members[0].text]))
        func help(_ name: String) -> String { form.fields.first { $0.name == name }?.help ?? "" }
        #expect(help("note-score").contains("to everyone"))
        #expect(help("note-secret").contains("own people only"))
        var closed = Viewer.bruno
        closed.isPublicAdmitted = false
        let inside = try reportForm(
            try visit(try Fixture.organisation(Fixture.lively), as: closed, ["period": "y1", "member": Fixture.members[0].text]))
        #expect(inside.fields.first { $0.name == "note-score" }?.help.contains("not to the public") == true)
    }

    @Test func `a locked form asks nothing and says why`() throws {
        let form = try reportForm(try visit(try Fixture.organisation(Fixture.lively), as: .amina, ["period": "y0"]))
        #expect(form.fields.isEmpty && form.lede.isEmpty)
        let sent = FormSeal(action: "", csrf: "", key: "", base: 1)
        #expect(!form.markup(sent, Problems(), Say(.en, try Fixture.house().catalogue), cancelPath: "/").text.contains("<button"))
        #expect(form.preface.text.contains("is locked"))
    }

    @Test func `the list of reports speaks of the day read`() throws {
        let past = Times(asOf: day("2026-06-30"), today: .testDay)
        let then = ReportOverview(try visit(try Fixture.organisation(Fixture.lively, on: day("2026-06-30")), as: .amina, times: past))
            .page().body.text
        #expect(then.contains("2025/26") && !then.contains("2026/27"), "2026/27 had not begun")
        #expect(!then.contains("/report/y1"), "the past is only read")
        let early = Times(asOf: day("1990-01-01"), today: .testDay)
        let nothing = try visit(try organisation([], chapters: Fixture.chapters, on: day("1990-01-01")), as: .amina, times: early)
        #expect(ReportOverview(nothing).page().body.text.contains("Nothing had been recorded by 1 January 1990"))
        #expect(IndicatorList(nothing).page().body.text.contains("Nothing had been recorded by 1 January 1990"))
    }

    @Test func `the way to the form is the first thing in its row, and what is due comes first`() throws {
        let text = ReportOverview(try visit(try Fixture.organisation(), as: .amina)).page().body.text
        #expect(text.contains("<th scope=\"row\"><a href=\"/test/report/y1\"><bdi>2025/26</bdi></a></th><td><strong>3 values</strong>"))
        let first = try #require(text.range(of: "/report/y1")?.lowerBound)
        let second = try #require(text.range(of: "/report/y2")?.lowerBound)
        #expect(first < second)
    }

    @Test func `a long unit stands once, under the name`() throws {
        let row = IndicatorList(try visit(try Fixture.organisation(Fixture.lively), as: .public)).page().body.text
        let ofDays = try #require(row.range(of: "K2 ").map { row[$0.lowerBound...].prefix(600) })
        #expect(ofDays.components(separatedBy: "days").count == 2)
    }

    @Test func `one is not several`() throws {
        let house = try Fixture.house()
        let french = Say(.fr, house.catalogue)
        #expect(french("monitoring.headline.members", count: 1, ["value": "3", "period": "P", "of": "6"]).contains("1 Membre sur 6"))
        #expect(french("monitoring.how.overtaken", count: 1, ["period": "P", "of": "6", "least": "60 %"]).contains("seul 1 Membre"))
        #expect(Say(.en, house.catalogue)("monitoring.missing-none", count: 1) == "The only Member has reported.")
        #expect(Say(.ru, house.catalogue)("monitoring.days", count: 91) == "91 день")
    }
}
