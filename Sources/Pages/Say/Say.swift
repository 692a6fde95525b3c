import Foundation
import Journal
import Organisation

/// Says things in the reader's language: words, numbers, dates.
package struct Say: Sendable {
    package let language: Language
    private let catalogue: Catalogue

    package init(_ language: Language, _ catalogue: Catalogue) {
        self.language = language
        self.catalogue = catalogue
    }

    /// The text of a key; `{name}` stands where an argument goes. A key that is missing everywhere shows itself.
    package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        fill(catalogue.text(key, in: language) ?? "⟦\(key)⟧", arguments)
    }

    /// The text of a key in the plural form that a number asks for; the number goes where `{n}` stands.
    package func callAsFunction(_ key: String, count: Int, _ arguments: [String: String] = [:]) -> String {
        let form = PluralForm(count, in: language).rawValue
        let template = catalogue.text("\(key).\(form)", in: language) ?? catalogue.text("\(key).other", in: language) ?? "⟦\(key)⟧"
        return fill(template, arguments.merging(["n": number(count)]) { given, _ in given })
    }

    /// The same for an amount that need not be whole, written with at most one digit after the decimal mark.
    package func callAsFunction(_ key: String, amount: Double, _ arguments: [String: String] = [:]) -> String {
        let form = PluralForm(amount, in: language).rawValue
        let template = catalogue.text("\(key).\(form)", in: language) ?? catalogue.text("\(key).other", in: language) ?? "⟦\(key)⟧"
        return fill(template, arguments.merging(["n": number(amount)]) { given, _ in given })
    }

    /// - Parameter people: the names of accounts; whoever is not among them has been forgotten.
    package func callAsFunction(_ saying: Saying, people: [ID<Actor>: String] = [:]) -> String {
        var texts: [String: String] = [:], count: Int?
        for (name, argument) in saying.arguments {
            switch argument {
            case .text(let text): texts[name] = text
            case .content(let content): texts[name] = content.plain(in: language)
            case .number(let value, let digits): texts[name] = number(value, digits: digits)
            case .day(let day): texts[name] = self.day(day)
            case .word(let key): texts[name] = self(key)
            case .words(let keys): texts[name] = list(keys.map { self($0) })
            case .amount(let value, let unit): texts[name] = self.amount(value, unit.plain(in: language), digits: 6)
            case .person(let id): texts[name] = people[id] ?? self("pages.forgotten-person")
            case .count(let value):
                texts[name] = number(value)
                if name == "n" { count = value }
            }
        }
        return count.map { self(saying.key, count: $0, texts) } ?? self(saying.key, texts)
    }

    /// One after another, as this language parts them.
    package func list(_ texts: [String]) -> String { texts.joined(separator: language.comma) }

    /// What something is called, and what is said of it: *Name: text*, with the narrow blank that French has before a colon.
    package func naming(_ name: String, _ text: String) -> String { "\(name)\(language.colon) \(text)" }

    /// What a language is called in the reader's.
    package func language(_ language: Language) -> String { self("pages.language-name.\(language.rawValue)") }

    /// Whether the key has a text.
    package func has(_ key: String) -> Bool { catalogue.text(key, in: language) != nil }

    private func fill(_ template: String, _ arguments: [String: String]) -> String {
        guard !arguments.isEmpty, template.utf8.contains(0x7B) else { return template }
        var filled = "", rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            filled += rest[..<open]
            filled += arguments[name] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

// MARK: - Numbers and dates

extension Say {
    package func number(_ value: Int) -> String {
        // As every one of the languages writes them: only from a thousand on they differ.
        (0..<1000).contains(value) ? String(value) : value.formatted(.number.locale(locale))
    }

    /// With at most so many digits after the decimal mark.
    package func number(_ value: Double, digits: Int = 1) -> String { Say.number(value, digits: digits, in: language) }

    /// The same where there are no words, only a language.
    package static func number(_ value: Double, digits: Int, in language: Language) -> String {
        guard value.isFinite else { return "–" }
        if let whole = Int(exactly: value), (1..<1000).contains(whole) { return String(whole) }
        return value.formatted(.number.precision(.fractionLength(0...max(0, digits))).locale(locale(of: language)))
    }

    /// With exactly one digit after the decimal mark: means that stand below each other.
    package func tenths(_ value: Double) -> String {
        value.isFinite ? value.formatted(.number.precision(.fractionLength(1)).locale(Say.locale(of: language))) : "–"
    }

    /// A number with its unit, which people wrote as it stands behind most numbers.
    ///
    /// Behind a one, a word for several stands in brackets: nobody has written it for one.
    package func amount(_ value: Double, _ unit: String, digits: Int) -> String {
        let number = number(value, digits: digits)
        if unit.isEmpty { return number }
        let isWord = unit.prefix { $0.isLetter }.count > 3
        return isWord && value == 1 ? "\(number)\u{A0}(\(unit))" : "\(number)\u{A0}\(unit)"
    }

    /// A share of 1 as a percentage.
    package func percent(_ share: Double, digits: Int = 0) -> String {
        guard share.isFinite else { return "–" }
        return Say.shares.text(WrittenShare(share: share, digits: digits, language: language)) {
            share.formatted(.percent.precision(.fractionLength(0...max(0, digits))).locale(locale))
        }
    }

    /// 21 November 2026.
    package func day(_ day: Day) -> String { formatted(day, .long) }

    /// 21 Nov 2026.
    package func shortDay(_ day: Day) -> String { formatted(day, .short) }

    /// November 2026.
    package func month(_ day: Day) -> String { formatted(day, .month) }

    /// 21 November 2026, 21:37 UTC.
    package func moment(_ moment: Moment) -> String {
        let style = Date.FormatStyle(date: .long, time: .shortened, locale: locale, timeZone: .gmt)
        return "\(beginningOfMonth(moment.date.formatted(style))) UTC"
    }

    private func formatted(_ day: Day, _ form: WrittenDay.Form) -> String {
        if day == .beginning { return self("pages.before-records") }
        return Say.days.text(WrittenDay(day: day, form: form, language: language)) {
            var style =
                switch form {
                case .long: Date.FormatStyle(date: .long, time: .omitted)
                case .short: Date.FormatStyle(date: .abbreviated, time: .omitted)
                case .month: Date.FormatStyle().month(.wide).year()
                }
            style.locale = locale
            style.timeZone = .gmt
            return beginningOfMonth(Moment(startOf: day).date.formatted(style))
        }
    }

    /// *1er janvier*: of the days of a month French counts the first only, and the patterns of dates do not know it.
    private func beginningOfMonth(_ date: String) -> String {
        language == .fr && date.hasPrefix("1 ") ? "1er\(date.dropFirst())" : date
    }

    private static let days = WrittenForms<WrittenDay>()
    private static let shares = WrittenForms<WrittenShare>()

    /// Arabic with the digits of the charts and tables.
    private var locale: Locale { Say.locale(of: language) }

    private static func locale(of language: Language) -> Locale { locales[language] ?? Locale(identifier: "en") }

    private static let locales: [Language: Locale] = [
        .en: Locale(identifier: "en_GB"), .fr: Locale(identifier: "fr_FR"), .es: Locale(identifier: "es_ES"),
        .ar: Locale(identifier: "ar_001@numbers=latn"), .ru: Locale(identifier: "ru_RU"), .pt: Locale(identifier: "pt_PT"),
    ]

    /// In the order in which a reader of this language looks things up.
    package func sorted<Thing>(_ things: [Thing], by name: (Thing) -> String) -> [Thing] {
        Alphabet.order(of: things.map(name), in: language, locale).map { things[$0] }
    }
}
