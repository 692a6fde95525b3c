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
        texts = try Localized.read(.texts, in: container)
        notes = try Localized.readIfPresent(.notes, in: container)
        translators = try Localized.readIfPresent(.translators, in: container)
    }

    private static func readIfPresent<Value: Decodable>(_ key: CodingKeys, in container: KeyedDecodingContainer<CodingKeys>) throws -> [Language: Value] {
        guard container.contains(key), try !container.decodeNil(forKey: key) else { return [:] }
        return try read(key, in: container)
    }

    /// Asked for by each language: nearly half of the time of reading indicators went into dictionaries of them.
    private static func read<Value: Decodable>(_ key: CodingKeys, in container: KeyedDecodingContainer<CodingKeys>) throws -> [Language: Value] {
        let values = try container.nestedContainer(keyedBy: Language.Key.self, forKey: key)
        var read: [Language: Value] = [:]
        for language in Language.allCases { read[language] = try values.decodeIfPresent(Value.self, forKey: Language.Key(language)) }
        // A text in a language of a later program must not be lost with the next change.
        guard values.allKeys.count == read.count else {
            throw DecodingError.dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "a language that is not known"))
        }
        return read
    }

    /// Languages in their order: words are numbered as they are met, and the same content must always be the same bytes.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(original, forKey: .original)
        try Localized.write(texts, .texts, in: &container)
        if !notes.isEmpty { try Localized.write(notes, .notes, in: &container) }
        if !translators.isEmpty { try Localized.write(translators, .translators, in: &container) }
    }

    private static func write(_ values: [Language: some Encodable], _ key: CodingKeys, in container: inout KeyedEncodingContainer<CodingKeys>) throws {
        var inOrder = container.nestedContainer(keyedBy: Language.Key.self, forKey: key)
        for language in Language.allCases { try inOrder.encodeIfPresent(values[language], forKey: Language.Key(language)) }
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
