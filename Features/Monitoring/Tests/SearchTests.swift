import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

@Suite struct ValueSearchTests {
    private let judged = [Proposal(Values.self, .judged(indicator: Fixture.charter, period: Fixture.ended, met: false, because: "Zqreason: only a draft"), on: day("2026-06-30"))]

    private func found(_ given: [Proposal] = []) throws -> [SearchDocument] { documents(of: try Fixture.organisation(Fixture.lively + given)) }

    @Test func `why a target was judged so can be found, until the judgement is taken back`() throws {
        func reasons(_ given: [Proposal]) throws -> [SearchDocument] { try found(given).filter { $0.fields.contains { $0.name == "monitoring.judge.because" } } }
        let document = try #require(try reasons(judged).first)
        #expect(document.path == "indicators/charter" && document.fields == [SearchDocument.Field("monitoring.judge.because", Prose("Zqreason: only a draft"))])
        #expect(!document.isFoundByTitle)
        let takenBack = Proposal(Values.self, .judged(indicator: Fixture.charter, period: Fixture.ended, met: nil, because: "Too early"), on: day("2026-06-30"))
        #expect(try reasons(judged + [takenBack]).isEmpty)
    }

    @Test func `values without a word beside them are found by indicator and period, by whoever may see the indicator`() throws {
        let all = try found().filter(\.isFoundByTitle)
        let share = try #require(all.first { $0.path == "indicators/share" && $0.title.plain().contains("2025/26") })
        #expect(share.fields.map(\.name) == ["monitoring.indicator"] && share.audience == .everyone)
        let secret = try #require(all.first { $0.path == "indicators/secret" })
        #expect(!Viewer.public.belongs(to: secret.audience) && Viewer.amina.belongs(to: secret.audience))
        #expect(Set(all.map(\.reference)).count == all.count)
        #expect(!all.contains { $0.title.plain().contains("2027/28") }, "nothing has been reported of it")
    }

    @Test func `what is different is called differently, whatever is in the names that make it up`() {
        let names = [
            ["a"], ["a.b"], ["a", "b"], ["a", "b", "c"], ["a.b", "c"], ["a", "b.c"], ["a..b", "c"], ["a.", "b"], ["a", "b", "judged"], ["a", "b", "words", "judged"], ["a", "b", "words"],
        ]
        #expect(Set(names.map { valueID($0) }).count == names.count)
        #expect(valueID("kpi-1", "2025").text == "kpi-1.2025", "as in addresses that people have kept")
    }
}
