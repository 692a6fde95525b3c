import Journal
import Organisation
import Pages
import Synchronization
import TestKit
import Testing

@testable import Translation

@Suite("What is to be translated")
struct TranslationPageTests {
    private static let motto = Localized([.en: "Safe <harbour>", .fr: "Bon port"], original: .en)

    /// A feature with three things: one for everybody, one for nobody here, one that is written nowhere.
    private static let sample: Feature = {
        var feature = Feature(name: "Sample", words: Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Array("{\"sample.kind\":\"thing\",\"sample.motto\":\"motto\"}".utf8)) }))
        feature.search = { _ in
            [("open", Audience.everyone, true), ("closed", .person(ID("somebody")), true), ("made", .everyone, false)].map { id, audience, isWritten in
                SearchDocument(
                    Reference(Plan.self, ID<Plan>(id) ?? ID("none")), kind: "sample.kind", code: "X1", title: Localized("The \(id) one"), path: "things/\(id)",
                    fields: [
                        .init("sample.motto", motto), .init("sample.motto", motto.with("Safer", in: .en)), .elsewhere("sample.motto", Localized("Elsewhere")),
                    ],
                    audience: audience, form: isWritten ? .init("things/\(id)/edit") : nil)
            }
        }
        return feature
    }()

    private func visit(_ query: [String: String] = [:], _ language: Language = .en, times: Times = Times(today: .testDay)) throws -> Visit {
        let house = try House([translation(of: [Self.sample]), Self.sample])
        let profile = Profile(name: Localized("League"), acronym: "L", languages: [.en, .fr, .ar])
        let state = try organisation([Proposal(Register.self, .profileDescribed(profile))], chapters: house.chapters)
        return TestKit.visit(house, state, as: .amina, language: language, query: query, times: times)
    }

    @Test("text by text and language by language, of what the reader may see and somebody writes")
    func texts() throws {
        let translations = Translations(try visit(), TextsOfStates())
        #expect(
            translations.texts.map { "\($0.key) \($0.state)" } == [
                "plan:open/title/fr missing", "plan:open/title/ar missing", "plan:open/motto/fr draft", "plan:open/motto/ar missing",
                "plan:open/motto-2/fr outdated", "plan:open/motto-2/ar missing",
            ])
        #expect(translations.counts == [.fr: [.missing: 1, .draft: 1, .outdated: 1], .ar: [.missing: 3]])
    }

    @Test("the reader's own language first; the address says what is asked for")
    func asked() throws {
        func found(_ query: [String: String], _ language: Language = .en) throws -> Int {
            let visit = try visit(query, language), translations = Translations(visit, TextsOfStates())
            return try translations.texts.filter(TranslationFilter(visit, translations).holds).count
        }
        #expect(try found([:]) == 6 && found([:], .ar) == 3 && found(["into": ""], .ar) == 6, "nothing is translated into English here")
        for asked in [["into": "zz"], ["into": "FR"], ["state": "done"]] { #expect(throws: Missing.self, "\(asked)") { try found(asked) } }
        #expect(try found(["into": "fr", "state": "outdated"]) == 1 && found(["state": "reviewed"]) == 0 && found(["kind": "none"]) == 0)
    }

    @Test("a list is paged through without gathering its texts anew for each page, and each reader's page holds only theirs")
    func paging() async throws {
        let states = TextsOfStates(), gathered = Mutex(0)
        var counted = Self.sample
        let search = counted.search
        counted.search = { organisation in
            gathered.withLock { $0 += 1 }
            return search(organisation)
        }
        let house = try House([translation(of: [counted]), counted]), profile = Profile(name: Localized("League"), acronym: "L", languages: [.en, .fr, .ar])
        let state = try organisation([Proposal(Register.self, .profileDescribed(profile))], chapters: house.chapters)
        let list = try #require(TranslationResource.resource(states).list)
        var keys: [String] = [], after: String?
        repeat {
            let page = try await list(TestKit.visit(house, state, as: .amina), after, 1)
            keys += page.items.map(\.key)
            after = page.next
        } while after != nil
        #expect(keys.count == 6 && keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } && Set(keys).count == 6)
        #expect(keys.allSatisfy { $0.hasPrefix("plan:open/") })
        #expect(gathered.withLock { $0 } == 1)
    }

    @Test("what people wrote is never taken for markup, and of the past nothing is offered to be changed")
    func page() throws {
        let now = try TranslationPage(try visit(["into": "fr"]), TextsOfStates()).page().body.text
        #expect(now.contains("Safe &lt;harbour&gt;") && now.contains(#"href="/test/things/open/edit?back=translations%3Finto%3Dfr#field-motto-fr""#))
        let then = try TranslationPage(try visit(["into": "fr"], times: Times(asOf: Day(2026, 1, 1), today: .testDay)), TextsOfStates()).page().body.text
        #expect(!then.contains("/edit#") && then.contains("as-of=2026-01-01"))
    }

    @Test(arguments: [Language.en, .fr, .ar]) func pages(_ language: Language) throws {
        try expectGolden(TranslationPage(try visit(["into": ""], language), TextsOfStates()).page().body.text, "translations.\(language).html")
    }
}
