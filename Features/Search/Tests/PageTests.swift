import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Search

@Suite("The page of results")
struct PageTests {
    private func page(_ query: [String: String], as viewer: Viewer = .public, _ language: Language = .en, times: Times = Times(today: .testDay)) throws -> String {
        let house = try House([search, .sample])
        let state = try organisation([Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L")))], chapters: house.chapters)
        return SearchPage(visit(house, state, as: viewer, language: language, query: query, times: times), SearchIndexes()).page.body.text
    }

    @Test("an empty question teaches; nothing found says what was searched and how to widen")
    func teaching() throws {
        #expect(try page([:]).contains("Write in the box at the top") && !(try page([:]).contains("<ol")))
        let nothing = try page(["q": "\"no such\" thing"])
        #expect(nothing.contains("Nothing was found for &quot;no such&quot; thing.") && nothing.contains("Searched were, in all languages"))
        #expect(nothing.contains("fewer words") && nothing.contains("quotation marks") && nothing.contains("sign in"))
        #expect(!(try page(["q": "x1"], as: .amina).contains("sign in")))
        #expect(try page(["q": "x1"], times: Times(asOf: Day(2020, 1, 1), today: .testDay)).contains(#"href="/test/search?q=x1""#), "the way back to today")
    }

    @Test("twenty to the page, and the numbers go on")
    func pages() throws {
        let first = try page(["q": "item"]), second = try page(["q": "item", "page": "2"])
        #expect(first.contains("45 results for item") && first.contains(#"href="/test/search?page=2&amp;q=item""#) && first.components(separatedBy: "<li><a href=\"/test/items").count == 21)
        #expect(second.contains(#"<ol class="found" start="21">"#))
        #expect(try page(["q": "item", "page": "99"]).contains("Page 3 of 3"))
    }

    @Test("one kind can be chosen, and the past keeps its day in every address")
    func kinds() throws {
        let text = try page(["q": "commerce", "kind": "sample.kind"], times: Times(asOf: Day(2026, 9, 1), today: .testDay))
        #expect(text.contains(#"href="/test/search?as-of=2026-09-01&amp;kind=sample.kind&amp;q=commerce" aria-current="true""#))
        #expect(text.contains(#"href="/test/things/1?as-of=2026-09-01""#) && text.contains("1 September 2026"))
    }

    @Test("pages read as they were agreed", arguments: [Language.en, .fr, .ar])
    func goldens(_ language: Language) throws {
        try expectGolden(try page(["q": "commerce equit"], as: .amina, language), "search.\(language.rawValue).html")
    }
}

extension Feature {
    fileprivate static var sample: Feature {
        let words = Language.allCases.map { ($0, Array(#"{"sample.kind": "Thing", "sample.item": "Item", "sample.text": "Definition"}"#.utf8)) }
        var feature = Feature(name: "Sample", words: Dictionary(uniqueKeysWithValues: words))
        feature.search = { _ in
            [
                SearchDocument(
                    Reference(Plan.self, ID<Plan>("t1")), kind: "sample.kind", code: "T 1", title: Localized([.en: "Trade", .fr: "Commerce"], original: .en), path: "things/1",
                    fields: [SearchDocument.Field("sample.text", Localized("Le commerce <équitable> des ports", .fr)), SearchDocument.Field("sample.text", Prose("Equity & commerce"))],
                    audience: .everyone),
                SearchDocument(
                    Reference(Plan.self, ID<Plan>("t2")), kind: "sample.kind", title: Localized("تجارة", .ar), path: "things/2",
                    fields: [SearchDocument.Field("sample.text", Localized("Commerce, closed; équité", .en))], audience: .staff),
            ]
                + (0..<45).map {
                    SearchDocument(
                        Reference(Plan.self, ID<Plan>("i\($0)") ?? ID("none")), kind: "sample.item", title: Localized("Item \($0)"), path: "items/\($0)", audience: .everyone)
                }
        }
        return feature
    }
}
