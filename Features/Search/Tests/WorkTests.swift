import Journal
import Organisation
import Pages
import Synchronization
import TestKit
import Testing

@testable import Search

/// How much is done for an answer, counted; how long that takes beside the bare thing is shown by `make bench`.
@Suite("How much work it takes")
struct WorkTests {
    private func document(_ number: Int, _ text: String = "Trade", audience: Audience = .everyone) -> SearchDocument {
        SearchDocument(
            Reference(Plan.self, ID<Plan>("d\(number)") ?? ID("none")), kind: "k", code: "KPI \(number)", title: Localized("\(text) \(number)"), path: "p",
            audience: audience)
    }

    @Test("after a change only what changed is folded again, and what went is gone")
    func folding() {
        let first = SearchIndex((0..<1_000).map { document($0) })
        #expect(first.folded == 1_000)
        #expect(SearchIndex((0..<1_000).map { document($0, $0 == 500 ? "Revenue" : "Trade") }, earlier: first).folded == 1)
        #expect(SearchIndex((0..<1_000).map { document($0, audience: $0 == 7 ? .staff : .everyone) }, earlier: first).folded == 1, "for another audience is another")
        #expect(SearchIndex((1..<1_000).map { document($0) }.reversed(), earlier: first).folded == 0, "wherever they stand now")
        #expect(SearchIndex((0..<1_001).map { document($0) }, earlier: first).folded == 1)
    }

    @Test("a question looks once through what is for its reader, and through nothing else")
    func looking() {
        let index = SearchIndex((0..<1_000).map { document($0, audience: $0 % 5 == 0 ? .staff : .everyone) })
        for text in ["trade", "trade revenue harbour", "\"trade 7\"", "a b c d e f g"] {
            let findings = Findings(SearchQuery(text), in: index, kind: nil, language: .en) { Viewer.public.belongs(to: $0.audience) }
            #expect(findings.looked == 800, "\(text)")
        }
        #expect(Findings(SearchQuery("…"), in: index, kind: nil, language: .en) { _ in true }.looked == 0, "nothing was asked")
    }

    @Test("a state is asked for its documents once, however often it is searched, and again when it has changed")
    func collecting() throws {
        let asked = Mutex(0)
        var feature = Feature(name: "Counted", words: [:])
        feature.search = { _ in
            asked.withLock { $0 += 1 }
            return []
        }
        let house = try House([search, feature]), indexes = SearchIndexes()
        let state = try organisation([], chapters: house.chapters)
        for _ in 0..<20 { _ = indexes.index(of: state, in: house) }
        #expect(asked.withLock { $0 } == 1)
        _ = indexes.index(of: try organisation([], chapters: house.chapters), in: house)
        #expect(asked.withLock { $0 } == 2, "what was folded anew is another state, at the same position too")
    }
}
