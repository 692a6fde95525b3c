import Journal

/// Content in the language it was written in, and its translations.
package struct Localized: Hashable, Codable, Sendable {
    /// The language in which it was first written; the others translate it.
    package var original: Language
    package var texts: [Language: Prose]
    /// What was noted of translations: that they were reviewed, or that the original has changed since. Without a note they are drafts.
    var notes: [Language: TranslationNote]
    /// Who wrote those that nobody else has reviewed, where it is known.
    var translators: [Language: ID<Actor>] = [:]

    package init(_ texts: [Language: Prose], original: Language) {
        self.init(texts, original: original, notes: [:])
    }

    init(_ texts: [Language: Prose], original: Language, notes: [Language: TranslationNote]) {
        self.texts = texts
        self.original = original
        self.notes = notes
    }

    package init(_ text: String, _ language: Language = .en) {
        self.init([language: Prose(text)], original: language)
    }

    package static let empty = Localized([:], original: .en)

    package var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }

    /// The text in a language, or else in the original, English, or any other; with the language it is in.
    /// `nil` where nothing was written; a text without words where they have been erased.
    package func text(in language: Language) -> (prose: Prose, language: Language)? {
        for candidate in [language, original, .en] + Language.allCases {
            if let prose = texts[candidate], !prose.isEmpty { return (prose, candidate) }
        }
        return nil
    }

    private enum CodingKeys: String, CodingKey { case original, texts, notes = "translations", translators }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        original = try container.decode(Language.self, forKey: .original)
        texts = try container.decode([Language: Prose].self, forKey: .texts)
        notes = try container.decodeIfPresent([Language: TranslationNote].self, forKey: .notes) ?? [:]
        translators = try container.decodeIfPresent([Language: ID<Actor>].self, forKey: .translators) ?? [:]
    }

    /// Languages in their order: words are numbered as they are met, and the same content must always be the same bytes.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(original, forKey: .original)
        var inOrder = container.nestedContainer(keyedBy: LanguageKey.self, forKey: .texts)
        for (language, prose) in texts.sorted(by: { $0.key < $1.key }) { try inOrder.encode(prose, forKey: LanguageKey(stringValue: language.rawValue)) }
        if !notes.isEmpty {
            var noted = container.nestedContainer(keyedBy: LanguageKey.self, forKey: .notes)
            for (language, note) in notes.sorted(by: { $0.key < $1.key }) { try noted.encode(note, forKey: LanguageKey(stringValue: language.rawValue)) }
        }
        if !translators.isEmpty {
            var written = container.nestedContainer(keyedBy: LanguageKey.self, forKey: .translators)
            for (language, person) in translators.sorted(by: { $0.key < $1.key }) { try written.encode(person, forKey: LanguageKey(stringValue: language.rawValue)) }
        }
    }

    private struct LanguageKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The plain text for sorting, searching and files; empty where there is none.
    package func plain(in language: Language = .en) -> String { text(in: language)?.prose.text ?? "" }
}

extension Localized {
    /// The same with a code before every text: `SO1 Trade facilitation`.
    package func coded(_ code: String) -> Localized {
        guard !code.isEmpty else { return self }
        guard !isEmpty else { return Localized(code, original) }
        return Localized(texts.mapValues { prose in prose.text.map { Prose("\(code) \($0)") } ?? prose }, original: original)
    }
}
