import Foundation
import Organisation

/// All words of the interface, in all languages, as the rooms brought them.
package struct Catalogue: Sendable {
    private var words: [Language: [String: String]] = [:]

    package init() {}

    /// One room's words: a JSON object of keys and texts for each language.
    package mutating func add(_ room: [Language: [UInt8]]) throws {
        for (language, json) in room {
            words[language, default: [:]].merge(try JSONDecoder().decode([String: String].self, from: Data(json))) { _, new in new }
        }
    }

    /// The same words in a language that nobody speaks: see `Stretching`.
    package var stretched: Catalogue {
        var copy = self
        copy.words = words.mapValues { $0.mapValues { Stretching.of($0) } }
        return copy
    }

    package func keys(in language: Language) -> Set<String> { Set(words[language, default: [:]].keys) }

    /// The text in a language, or in English where it is missing there.
    package func text(_ key: String, in language: Language) -> String? { words[language]?[key] ?? words[.en]?[key] }
}

/// The plural categories of CLDR for whole numbers.
package enum PluralForm: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other

    package init(_ number: Int, in language: Language) {
        let n = abs(number == .min ? .max : number), tens = n % 100, units = n % 10
        switch language {
        case .en: self = n == 1 ? .one : .other
        case .fr, .pt: self = n <= 1 ? .one : n % 1_000_000 == 0 ? .many : .other
        case .es: self = n == 1 ? .one : n != 0 && n % 1_000_000 == 0 ? .many : .other
        case .ru:
            self = units == 1 && tens != 11 ? .one : (2...4).contains(units) && !(12...14).contains(tens) ? .few : .many
        case .ar:
            switch n {
            case 0: self = .zero
            case 1: self = .one
            case 2: self = .two
            default: self = (3...10).contains(tens) ? .few : (11...99).contains(tens) ? .many : .other
            }
        }
    }

    /// Of a number with at most one digit after the decimal mark, as it is written.
    package init(_ number: Double, in language: Language) {
        let written = (number * 10).rounded() / 10
        if written == written.rounded(), let whole = Int(exactly: written) {
            self.init(whole, in: language)
        } else {
            // Only French counts everything below two as one.
            self = language == .fr && abs(written) < 2 ? .one : .other
        }
    }

    /// The forms that a language's words must have; a form that is not among them falls back to *other*.
    package static func required(in language: Language) -> [PluralForm] {
        switch language {
        case .en, .fr, .es, .pt: [.one, .other]
        case .ru: [.one, .few, .many, .other]
        case .ar: [.zero, .one, .two, .few, .many, .other]
        }
    }
}
