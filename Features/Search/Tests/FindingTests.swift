import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Search

@Suite("What is found, and in which order")
struct FindingTests {
    private func document(_ id: String, _ title: String, code: String = "", text: String = "", audience: Audience = .everyone, kind: String = "k") -> SearchDocument {
        SearchDocument(
            Reference(Plan.self, ID<Plan>(id) ?? ID("none")), kind: kind, code: code, title: Localized(title), path: id,
            fields: [SearchDocument.Field("field", Localized(text))], audience: audience)
    }

    private func found(_ query: String, in documents: [SearchDocument], as viewer: Viewer = .public, kind: String? = nil) -> [String] {
        Findings(SearchQuery(query), in: SearchIndex(documents), kind: kind, language: .en) { viewer.belongs(to: $0.audience) }.found.map(\.document.document.reference.id)
    }

    @Test("the code itself comes first, then the title itself, then title before code before text, whole words before beginnings")
    func order() {
        let documents = [
            document("text", "Another", text: "we trade in ports"), document("text-beginning", "Yet another", text: "trader"),
            document("title-beginning", "Traders of the world"), document("title", "Fair trade for all"), document("exact", "Trade"),
            document("code", "Aims", code: "TRADE 2"), document("code-exact", "Zeal", code: "Trade"),
        ]
        let expected = ["code-exact", "exact", "title", "title-beginning", "code", "text", "text-beginning"]
        #expect(found("trade", in: documents) == expected)
        #expect(found("TRÀDE", in: documents.reversed()) == expected, "whatever the order in which they came")
    }

    @Test("KPI 1.1 is the first, before KPI 1.10 and what only names it")
    func codes() {
        let documents = [
            document("ten", "Time", code: "KPI 1.10"), document("names", "See KPI 1.1"), document("one", "Cost", code: "KPI 1.1"), document("other", "Cost", code: "KPI 11"),
        ]
        #expect(found("kpi 1.1", in: documents) == ["one", "names", "ten"])
        #expect(found("KPI-1.1", in: documents).first == "one")
    }

    @Test("all words must be there, in whichever fields; a phrase must stand together")
    func words() {
        let documents = [document("both", "Release of goods", text: "in little time"), document("apart", "Time to release"), document("phrase", "Release time")]
        #expect(Set(found("release time", in: documents)) == ["both", "apart", "phrase"])
        #expect(found("“release time”", in: documents) == ["phrase"])
        #expect(found("\"release tim\"", in: documents).isEmpty, "whole words")
        #expect(Set(found("\"release tim", in: documents)) == ["both", "apart", "phrase"], "quotation marks that are never closed count for nothing")
        #expect(found("release harbour", in: documents).isEmpty)
        #expect(found("elease", in: documents).isEmpty, "the end of a word is not its beginning")
        #expect(found("", in: documents).isEmpty && found("… – '", in: documents).isEmpty)
    }

    @Test("what is found by its title only is not found by what stands around it, but by both together")
    func byTitle() {
        var values = document("values", "2025–2026", text: "Release time")
        values.isFoundByTitle = true
        let documents = [document("indicator", "Release time"), values]
        #expect(found("release time", in: documents) == ["indicator"])
        #expect(found("release 2025", in: documents) == ["values"])
        #expect(found("2025", in: documents) == ["values"] && found("\"release time\" 2026", in: documents) == ["values"])
    }

    @Test("a phrase is not found across two texts")
    func acrossTexts() {
        #expect(found("\"trade fair\"", in: [document("x", "Fair trade", text: "fair words")]).isEmpty)
        #expect(found("\"trade fair\"", in: [document("x", "A trade", code: "FAIR")]).isEmpty)
    }

    @Test("neither results nor the numbers beside the kinds tell of what is not for the reader")
    func audience() {
        let documents = [document("open", "Trade"), document("closed", "Trade secret", audience: .staff, kind: "other"), document("own", "Trade note", audience: .person(ID("amina")))]
        let findings = Findings(SearchQuery("trade"), in: SearchIndex(documents), kind: nil, language: .en) { Viewer.public.belongs(to: $0.audience) }
        #expect(findings.found.map(\.document.document.reference.id) == ["open"] && findings.count == 1)
        #expect(findings.kinds.map(\.kind) == ["k"] && findings.kinds.map(\.count) == [1])
        #expect(Set(found("trade", in: documents, as: .amina)) == ["open", "closed", "own"])
        #expect(found("trade", in: documents, as: .amina, kind: "other") == ["closed"])
    }

    @Test("seeded: whoever asks whatever, nothing comes back that is not for them, and the order never depends on chance")
    func never() {
        var random = Seeded(2026)
        let audiences: [Audience] = [.everyone, .participants, .staff, .roles([.auditor]), .member(ID("m1")), .person(ID("bruno")), .both(.staff, .person(ID("amina")))]
        let syllables = ["tra", "de", "har", "bour", "é", "ss", "1.1", "ال", "ё"]
        func text() -> String {
            (0..<Int.random(in: 1...6, using: &random)).map { _ in (0..<Int.random(in: 1...3, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }.joined() }.joined(
                separator: " ")
        }
        let documents = (0..<200).map { document("d\($0)", text(), code: text(), text: text(), audience: audiences.randomElement(using: &random) ?? .staff) }
        let viewers: [Viewer] = [
            .public, .amina, .administrator, .with(.drafter, .member(ID("m1")), account: ID("bruno"), name: "Bruno"), .with(.auditor, .organisation, account: ID("au"), name: "Au"),
            .with(.reader, .organisation, account: ID("elif"), name: "Elif"), Viewer(account: ID("x"), name: "", grants: [], isPublicAdmitted: false),
        ]
        let index = SearchIndex(documents), shuffled = SearchIndex(documents, earlier: SearchIndex(documents.shuffled(using: &random)))
        for viewer in viewers {
            for _ in 0..<60 {
                let query = SearchQuery(text())
                let answers = [index, shuffled].map { Findings(query, in: $0, kind: nil, language: .en) { viewer.belongs(to: $0.audience) } }
                #expect(answers[0].found.allSatisfy { viewer.belongs(to: $0.document.document.audience) })
                #expect(answers[0].found.map(\.document.document.reference) == answers[1].found.map(\.document.document.reference))
                let all = Findings(query, in: index, kind: nil, language: .en) { _ in true }
                #expect(answers[0].count == documents.count { document in viewer.belongs(to: document.audience) && all.found.contains { $0.document.document.reference == document.reference } })
            }
        }
    }

    @Test("of thousands only some hundred are shown, and their number is said")
    func many() {
        let documents = (0..<400).map { document("d\($0)", "Trade \($0)") }
        let findings = Findings(SearchQuery("trade"), in: SearchIndex(documents), kind: nil, language: .en) { _ in true }
        #expect(findings.found.count == Findings.most && findings.count == 400)
    }

    @Test("an index made from an earlier one finds what the new documents say, and no more what the old ones said")
    func renewal() {
        let earlier = SearchIndex([document("a", "Trade"), document("b", "Ports")])
        let index = SearchIndex([document("a", "Revenue"), document("b", "Ports")], earlier: earlier)
        func ids(_ query: String) -> [String] { Findings(SearchQuery(query), in: index, kind: nil, language: .en) { _ in true }.found.map(\.document.document.reference.id) }
        #expect(ids("trade").isEmpty && ids("revenue") == ["a"] && ids("ports") == ["b"])
    }
}
