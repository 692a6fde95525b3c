import Foundation
import Testing

/// The words of every room are complete in six languages.
@Suite struct WordTests {
    static let forms: [String: Set<String>] = [
        "en": ["one", "other"], "fr": ["one", "other"], "es": ["one", "other"], "pt": ["one", "other"], "ru": ["one", "few", "many", "other"],
        "ar": ["zero", "one", "two", "few", "many", "other"],
    ]
    static let rooms =
        (["Sources/Pages"]
        + ((try? FileManager.default.contentsOfDirectory(atPath: Checkout.root.appending(path: "Features").path)) ?? [])
        .sorted().map { "Features/\($0)" }).filter { Checkout.exists("\($0)/Words/en.json") }

    @Test(arguments: rooms) func everyLanguageSaysEverything(_ room: String) throws {
        let english = try words(room, "en")
        for language in WordTests.forms.keys.sorted() {
            let own = try words(room, language)
            let missing = expected(english, in: language).subtracting(own.keys), surplus = Set(own.keys).subtracting(expected(english, in: language))
            #expect(missing.isEmpty, "\(room) \(language) lacks \(missing.sorted().prefix(10))")
            #expect(surplus.isEmpty, "\(room) \(language) has \(surplus.sorted().prefix(10)), which English has not")
        }
    }

    @Test(arguments: rooms) func gapsAreTheSameInEveryLanguage(_ room: String) throws {
        let english = try words(room, "en")
        for language in WordTests.forms.keys.sorted() where language != "en" {
            for (key, text) in try words(room, language) {
                let form = key.split(separator: ".").last.map(String.init) ?? ""
                let model = english[key] ?? english[stem(key) + ".other"] ?? ""
                // “One” and “two” may be words of their own where a language says it so.
                let optional: Set = ["zero", "one", "two"].contains(form) ? ["n"] : []
                let given = gaps(text).subtracting(optional), asked = gaps(model).subtracting(optional)
                // Of nothing at all there is nothing more to say.
                #expect(form == "zero" ? given.isSubset(of: asked) : given == asked, "\(room) \(language) \(key): \(text)")
            }
        }
    }

    /// A line of French does not begin with a mark, nor end with an opening quote: the spaces there do not break.
    @Test(arguments: rooms) func frenchMarksHoldOnToTheirWords(_ room: String) throws {
        for (key, text) in try words(room, "fr") {
            #expect(text.firstMatch(of: /\S [:;?!»]|« \S/) == nil, "\(room) \(key): \(text)")
        }
    }

    /// A key in the code that no room knows would show itself on a page.
    @Test func everyKeyInTheCodeHasItsWords() throws {
        var known: Set<String> = []
        for room in WordTests.rooms { known.formUnion(try words(room, "en").keys) }
        let stems = Set(known.map(stem))
        let prefixes = Set(known.compactMap { $0.split(separator: ".").first.map(String.init) }).joined(separator: "|")
        let pattern = try Regex("\"((?:\(prefixes))\\.[a-z0-9.-]+)\"", as: (Substring, Substring).self)
        for file in try Checkout.swiftFiles(in: "Sources") + Checkout.swiftFiles(in: "Features") where !file.path.contains("/Tests/") {
            for match in file.text.matches(of: pattern) {
                let key = String(match.output.1)
                let isStem = stems.contains(key) || known.contains { $0.hasPrefix("\(key).") }
                #expect(known.contains(key) || isStem, "\(file.path): \(key)")
            }
        }
    }

    private func words(_ room: String, _ language: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(try Checkout.text("\(room)/Words/\(language).json").utf8))
    }

    /// English's keys with the plural forms of another language; a key is plural where it stands with both of English's forms.
    private func expected(_ english: [String: String], in language: String) -> Set<String> {
        var expected: Set<String> = []
        for key in english.keys {
            let stem = stem(key)
            if stem != key, english["\(stem).one"] != nil, english["\(stem).other"] != nil {
                for form in WordTests.forms[language] ?? [] { expected.insert("\(stem).\(form)") }
            } else {
                expected.insert(key)
            }
        }
        return expected
    }

    private func stem(_ key: String) -> String {
        let parts = key.split(separator: ".")
        guard let last = parts.last, ["zero", "one", "two", "few", "many", "other"].contains(last) else { return key }
        return parts.dropLast().joined(separator: ".")
    }

    private func gaps(_ text: String) -> Set<String> { Set(text.matches(of: /\{([a-zA-Z-]+)\}/).map { String($0.output.1) }) }
}
