import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

@Suite struct PagesTests {
    private func lively(
        as viewer: Viewer = .public, _ language: Language = .en, _ parameters: [String: String] = [:], query: [String: String] = [:]
    ) throws -> Visit {
        visit(
            try Fixture.house(), try Fixture.organisation(Fixture.lively), as: viewer, language: language, parameters: parameters,
            query: query)
    }

    @Test(arguments: [Language.en, .ar]) func `the list of indicators`(_ language: Language) throws {
        let page = IndicatorList(try lively(language)).page()
        try expectGolden(page.body.text.brokenUp, "list-\(language).html")
        #expect(!page.body.text.contains("⟦"), "every word is there")
    }

    @Test(arguments: [Language.en, .ar]) func `the page of an indicator`(_ language: Language) throws {
        for id in ["share", "score"] {
            let page = try IndicatorPage(try lively(language, ["id": id])).page()
            try expectGolden(page.body.text.brokenUp, "indicator-\(id)-\(language).html")
            #expect(!page.body.text.contains("⟦"))
        }
    }

    @Test func `a value with nothing to hold it against is not called no data`() throws {
        let page = try IndicatorPage(try lively(as: .amina, .en, ["id": "secret"])).page().body.text
        let row = try #require(page.components(separatedBy: "<tr>").first { $0.contains("2025/26") })
        #expect(row.contains("not rated") && row.contains("still to be determined") && !row.contains("no data"), "with the reason beside it")
    }

    @Test func `a contact point finds its own value first, and called its own`() throws {
        let body = try IndicatorPage(try lively(as: .bruno, .en, ["id": "score"])).page().body.text
        let first = try #require(body.components(separatedBy: "id=\"member-values\"").last?.components(separatedBy: "<tr>").dropFirst(2).first)
        #expect(first.contains("/members/\(Fixture.members[0])") && first.contains("yours"))
        let others = try IndicatorPage(try lively(.en, ["id": "score"])).page().body.text
        #expect(!others.contains("yours"))
    }

    @Test func `a value is taken back by a way that the form names, for the values that stand`() throws {
        let form = try reportForm(try lively(as: .amina, .en, ["period": "y1"]))
        #expect(form.preface.text.contains("Take a value back") && form.preface.text.contains("/indicators/share/withdraw/y1"))
        #expect(!form.preface.text.contains("/indicators/secret/withdraw"), "what Members report is taken back by them")
    }

    @Test func `how a status was computed, number by number`() throws {
        for id in ["share", "days", "charter", "score", "secret"] {
            let page = try HowPage(try lively(as: .amina, .en, ["id": id])).answer()
            try expectGolden(page.body.text.brokenUp, "how-\(id).html")
            #expect(!page.body.text.contains("⟦"))
        }
        for id in ["so1", "so2", "results", "p1"] {
            let page = try ProgressPage(try lively(.en, ["id": id])).answer()
            try expectGolden(page.body.text.brokenUp, "progress-\(id).html")
            #expect(!page.body.text.contains("⟦"))
        }
    }

    @Test func `every page says everything in every language`() throws {
        for language in Language.allCases {
            let planner = try lively(as: .amina, language)
            var bodies = [IndicatorList(planner).page().body, ReportOverview(planner).page().body]
            bodies += overview(planner).map(\.content)
            bodies += aspects(Reference(Register.self, Fixture.members[0]), planner).map(\.content)
            bodies += aspects(Reference(Register.self, Fixture.unit), planner).map(\.content)
            bodies += aspects(Reference(Plan.self, Fixture.objective), planner).map(\.content)
            for id in ["share", "days", "charter", "score", "secret"] {
                bodies.append(try IndicatorPage(try lively(as: .amina, language, ["id": id])).page().body)
                bodies.append(try HowPage(try lively(as: .amina, language, ["id": id])).answer().body)
            }
            for body in bodies { #expect(!body.text.contains("⟦"), "\(language)") }
            #expect(bodies.count == 16)
        }
    }

    @Test func `what the sheet discloses to staff nobody else sees`() throws {
        #expect(!IndicatorList(try lively()).page().body.text.contains("audit"))
        #expect(IndicatorList(try lively(as: .amina)).page().body.text.contains("audit"))
        #expect(throws: Missing.self) { try IndicatorPage(try lively(.en, ["id": "secret"])) }
        #expect(throws: Missing.self) { try IndicatorPage(try lively(as: .bruno, .en, ["id": "secret"])) }
        #expect(throws: Missing.self) { try valuesFile(try lively(.en, ["id": "secret"])) }
        let story = try ProgressPage(try lively(.en, ["id": "so2"])).answer().body.text
        #expect(!story.contains("audit") && story.contains("not disclosed to you"))
        let reference = Reference(Register.self, Fixture.members[0])
        #expect(!(aspects(reference, try lively()).first?.content.text.contains("audit") ?? true))
        #expect(
            aspects(reference, try lively(as: .bruno)).first?.content.text.contains("audit") == true,
            "one's own Member's values are one's own")
    }

    @Test func `filters and pages`() throws {
        #expect(IndicatorList(try lively(query: ["status": "off-track"])).rows.map(\.id) == [Fixture.days])
        #expect(IndicatorList(try lively(query: ["objective": "so2"])).rows.map(\.id) == [Fixture.charter, Fixture.score])
        #expect(IndicatorList(try lively(query: ["unit": "u1"])).rows.map(\.id) == [Fixture.share])
        #expect(IndicatorList(try lively(query: ["status": "nonsense", "objective": "none"])).rows.count == 4)
        let paging = Paging(count: 120, asked: "9")
        #expect(paging.page == 3)
        #expect(paging.part(of: Array(0..<120)).count == 20)
    }

    @Test func `another plan's list says how that plan is counted`() throws {
        let next = named("p2", StrategicPlan.self), perspective = named("later", Perspective.self), objective = named("so9", Objective.self)
        var indicator = Fixture.indicators[0].1
        indicator.objective = objective
        let events: [Plan.Event] = [
            .planDescribed(
                id: next, StrategicPlan(title: Localized("Next"), from: day("2028-07-01"), until: day("2031-06-30"), status: .adopted)),
            .perspectiveDescribed(id: perspective, Perspective(plan: next, name: Localized("Later"), level: 1)),
            .objectiveDescribed(id: objective, Objective(perspective: perspective, code: "SO9", title: Localized("Later still"))),
            .indicatorDescribed(id: named("k9", Indicator.self), indicator),
        ]
        let organisation = try Fixture.organisation(events.map { Proposal(Plan.self, $0) })
        let text = IndicatorList(visit(try Fixture.house(), organisation, query: ["plan": "p2"])).page().body.text
        #expect(text.contains("progress/p2") && !text.contains("progress/p1"))
        #expect(text.contains(#"name="plan" value="p2""#), "and the form stays with it")
    }

    @Test func `a Member's own value of an indicator whose page it may not open is no link`() throws {
        let member = Reference(Register.self, Fixture.members[0])
        let own = aspects(member, try lively(as: .bruno)).map(\.content.text).joined()
        #expect(own.contains("Findings of the audit") && !own.contains("indicators/secret"))
        #expect(own.contains("indicators/score"))
        #expect(aspects(member, try lively(as: .amina)).map(\.content.text).joined().contains("indicators/secret"))
    }

    @Test func `who has not reported is named by region`() throws {
        let text = try IndicatorPage(try lively(.en, ["id": "score"])).page().body.text
        #expect(text.contains("South: 2 of 3"))
        #expect(text.contains("Ebony, Fjord"))
    }

    @Test func `an organisation without indicators teaches what to do first`() throws {
        let empty = try organisation(Fixture.register, chapters: Fixture.chapters)
        let body = IndicatorList(visit(try Fixture.house(), empty, as: .amina)).page().body.text
        #expect(body.contains("No indicators yet"))
        #expect(overview(visit(try Fixture.house(), empty)).isEmpty)
    }

    @Test func `the first page says where we stand`() throws {
        let part = try #require(overview(try lively()).first)
        #expect(part.sentence?.text.hasPrefix("Indicators with a value: 5 of 5. On track: 2, at risk: 0, off track: 1. ") == true)
        #expect(part.sentence?.text.hasSuffix("1 indicator is not disclosed to you; its status is not counted here.") == true)
    }

    @Test func `values stand on the golden thread, and what is missing too`() throws {
        let thread = thread(of: try Fixture.organisation(Fixture.lively))
        #expect(thread.nodes.count == 7)
        #expect(thread.nodes.first { $0.reference.id == "secret.y1" }?.audience == .staff)
        let bare = Monitoring.thread(of: try Fixture.organisation())
        #expect(bare.nodes.allSatisfy { $0.gaps == ["monitoring.gap.no-value"] })
    }

    @Test func `findings name what a sheet lacks`() throws {
        let keys = findings(on: try Fixture.organisation()).map(\.saying.key)
        #expect(keys.filter { $0.hasSuffix("no-value") }.count == 5)
        #expect(keys.contains("monitoring.finding.to-be-determined"))
        #expect(keys.contains("monitoring.finding.no-baseline"))
    }
}

extension String {
    /// One tag a line, so that a golden's diff can be read.
    var brokenUp: String { replacing("><", with: ">\n<") + "\n" }
}
