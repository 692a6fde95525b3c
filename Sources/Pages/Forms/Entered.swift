import Exchange
import Foundation
import Journal
import Organisation

/// What was typed into a form, cleaned at the border: NFC, no control characters, no direction overrides, bounded.
package struct Entered: Sendable, Equatable {
    package struct Upload: Sendable, Equatable {
        package var fileName: String
        package var bytes: [UInt8]

        package init(fileName: String, bytes: [UInt8]) {
            self.fileName = fileName.asTyped
            self.bytes = bytes
        }
    }

    private var values: [String: [String]]
    package var uploads: [String: Upload]
    /// In which the form was shown: numbers are read as its readers write them.
    package let language: Language
    /// Who entered it; `nil` where nobody knows.
    package var person: ID<Actor>?

    package init(_ pairs: [(name: String, value: String)], uploads: [String: Upload] = [:], language: Language) {
        values = Dictionary(grouping: pairs) { $0.name }.mapValues { $0.map { Entered.clean($0.value) } }
        self.uploads = uploads
        self.language = language
    }

    /// The same, read as entered into a form in another language.
    package func read(in language: Language) -> Entered { Entered(values, uploads, language, person) }

    private init(_ values: [String: [String]], _ uploads: [String: Upload], _ language: Language, _ person: ID<Actor>?) {
        (self.values, self.uploads, self.language, self.person) = (values, uploads, language, person)
    }

    /// The files of a field that takes several, in the order in which they were sent.
    package func uploads(of name: String) -> [Upload] {
        var all: [Upload] = []
        while let next = uploads[Entered.name(of: name, number: all.count + 1)] { all.append(next) }
        return all
    }

    /// Under which name a further file of a field lies.
    package static func name(of field: String, number: Int) -> String { number == 1 ? field : "\(field).\(number)" }

    package func raw(_ name: String) -> [String] { values[name] ?? [] }

    package mutating func set(_ name: String, _ newValues: [String]) { values[name] = newValues }

    package var names: Set<String> { Set(values.keys) }

    /// The first value, trimmed; empty where nothing was entered.
    package func text(_ name: String) -> String {
        (values[name]?.first ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// As people type: see `String.asTyped`.
    package static func clean(_ text: String) -> String { text.asTyped }
}

/// Reading what was entered as what it should be. Each names its field when it refuses.
extension Entered {
    /// One line of at most `max` characters.
    package func line(_ name: String, max: Int = 200, required: Bool = false) throws(Refusal) -> String {
        let line = text(name).replacing("\n", with: " ")
        try check(line, name, max: max, required: required)
        return line
    }

    /// Several lines of at most `max` characters together.
    package func paragraph(_ name: String, max: Int = 20_000, required: Bool = false) throws(Refusal) -> String {
        let paragraph = text(name)
        try check(paragraph, name, max: max, required: required)
        return paragraph
    }

    /// Texts by language, and which translations were reviewed; that the translations of a corrected original still hold.
    ///
    /// The original is not emptied while there are translations of it: one of them would become the original of the others, unasked and for good.
    ///
    /// - Parameter present: what stands now; texts in languages that the form did not show are kept.
    package func localized(_ name: String, present: Localized = .empty, max: Int = 20_000, required: Bool = false) throws(Refusal) -> Localized {
        let content = present.isEmpty ? Localized([:], original: language) : present
        var texts: [Language: String] = [:], reviewed: Set<Language> = []
        for language in Language.allCases where values["\(name).\(language.rawValue)"] != nil {
            let text = text("\(name).\(language.rawValue)")
            try check(text, name, max: max, required: false)
            // What was erased is shown empty: left so, it stays known as erased rather than as never written. What comes back as it was
            // shown is no change, even where showing it tidied it.
            if text != content.texts[language]?.text?.asCell ?? "" { texts[language] = text }
            if flag(Field.reviewed(name, language)) { reviewed.insert(language) }
        }
        if texts[content.original] == "", let left = content.translated.subtracting(texts.filter(\.value.isEmpty).keys).min() {
            throw Refusal("pages.refusal.original-emptied", ["original": content.original.ownName, "translation": left.ownName], field: name, ofFieldAlone: true)
        }
        let changed = content.with(texts, stillHold: flag(Field.stillHold(name)), reviewed: reviewed, by: person)
        if required, changed.isEmpty { throw Refusal("pages.refusal.required", field: name, ofFieldAlone: true) }
        // Where nothing is written, it does not matter in which language.
        return present.isEmpty && changed.isEmpty ? present : changed
    }

    package func day(_ name: String, required: Bool = false) throws(Refusal) -> Day? {
        let text = text(name)
        if text.isEmpty, !required { return nil }
        guard let day = Day(text) else { throw Refusal(text.isEmpty ? "pages.refusal.required" : "pages.refusal.not-a-day", field: name, ofFieldAlone: true) }
        return day
    }

    /// As people write it in the language of the form: `1 234,5` in French, `1,234.5` in English.
    package func number(_ name: String, required: Bool = false, in range: ClosedRange<Double> = -1e15...1e15) throws(Refusal) -> Double? {
        let text = text(name)
        if text.isEmpty, !required { return nil }
        guard let number = WrittenNumber(text, decimalMark: language.decimalMark)?.value else {
            throw Refusal(text.isEmpty ? "pages.refusal.required" : "pages.refusal.not-a-number", ["text": String(text.prefix(40))], field: name, ofFieldAlone: true)
        }
        guard range.contains(number) else { throw Refusal("pages.refusal.out-of-range", field: name, ofFieldAlone: true) }
        return number
    }

    package func integer(_ name: String, required: Bool = false, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard let number = try number(name, required: required, in: Double(range.lowerBound)...Double(range.upperBound)) else { return nil }
        guard number == number.rounded() else { throw Refusal("pages.refusal.not-whole", field: name, ofFieldAlone: true) }
        return Int(exactly: number)
    }

    /// One of two, or nothing.
    package func either(_ name: String, _ one: String, _ other: String) throws(Refusal) -> Bool? {
        switch text(name) {
        case "": nil
        case one: true
        case other: false
        default: throw Refusal("pages.refusal.choose", field: name, ofFieldAlone: true)
        }
    }

    /// One of a closed list.
    package func choice<Kind: RawRepresentable>(_ name: String, of: Kind.Type = Kind.self) throws(Refusal) -> Kind where Kind.RawValue == String {
        guard let choice = Kind(rawValue: text(name)) else { throw Refusal("pages.refusal.choose", field: name, ofFieldAlone: true) }
        return choice
    }

    /// A thing that exists, or none.
    package func id<Kind>(_ name: String, required: Bool = false, where exists: (ID<Kind>) -> Bool) throws(Refusal) -> ID<Kind>? {
        let text = text(name)
        if text.isEmpty, !required { return nil }
        guard let id = ID<Kind>(text), exists(id) else { throw Refusal("pages.refusal.choose", field: name, ofFieldAlone: true) }
        return id
    }

    /// Things that exist, each once.
    package func several<Kind>(_ name: String, where exists: (ID<Kind>) -> Bool) throws(Refusal) -> [ID<Kind>] {
        var chosen: [ID<Kind>] = []
        for text in raw(name) where !text.isEmpty {
            guard let id = ID<Kind>(text), exists(id) else { throw Refusal("pages.refusal.choose", field: name) }
            if !chosen.contains(id) { chosen.append(id) }
        }
        return chosen
    }

    package func flag(_ name: String) -> Bool { !text(name).isEmpty }

    private func check(_ text: String, _ name: String, max: Int, required: Bool) throws(Refusal) {
        if required, text.isEmpty { throw Refusal("pages.refusal.required", field: name, ofFieldAlone: true) }
        if text.unicodeScalars.count > max { throw Refusal("pages.refusal.too-long", ["max": "\(max)"], field: name, ofFieldAlone: true) }
    }
}
