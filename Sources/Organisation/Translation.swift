import Journal

/// How far the text in a language may be relied on to say what the original says.
package enum TranslationState: String, Hashable, Sendable, CaseIterable {
    /// Nothing is written in the language.
    case missing
    /// Written, and read by nobody else.
    case draft
    /// Whoever wrote it has read it beside the original and found that both say the same; nobody else has.
    case checked
    /// Somebody else than whoever wrote it has read it beside the original and found that both say the same.
    case reviewed
    /// The original has changed since.
    case outdated
}

/// What is kept of a translation's state: whether there is a text shows by itself.
enum TranslationNote: String, Codable, Sendable {
    case checked, reviewed, outdated
}

extension Localized {
    /// The state of the text in a language; `nil` for the original, and where nothing at all is written.
    package func state(in language: Language) -> TranslationState? {
        guard language != original, !isEmpty else { return nil }
        guard let text = texts[language], !text.isEmpty else { return .missing }
        return switch notes[language] {
        case .checked: .checked
        case .reviewed: .reviewed
        case .outdated: .outdated
        case nil: .draft
        }
    }

    /// The same with one language set, or taken away where the text is empty.
    package func with(_ text: String, in language: Language) -> Localized { with([language: text]) }

    /// The same with texts set together, or taken away where they are empty.
    ///
    /// A translation set here is a draft. Where the original is set, the translations that are left alone are outdated from now on.
    ///
    /// - Parameters:
    ///   - stillHold: the original was corrected without changing what it says: its translations stay what they were.
    ///   - reviewed: those that somebody has read beside the original, as both now are: four eyes see more than two, so that it is told apart
    ///     whether that was who wrote them.
    ///   - person: whose doing it is; `nil` where nobody knows, and then whoever reads them is somebody else.
    package func with(_ changes: [Language: String], stillHold: Bool = false, reviewed: Set<Language> = [], by person: ID<Actor>? = nil) -> Localized {
        var copy = self
        let changed = Set(changes.filter { language, text in texts[language].map { $0.text != text } ?? !text.isEmpty }.keys)
        for language in changed {
            copy.texts[language] = changes[language].flatMap { $0.isEmpty ? nil : Prose($0) }
            copy.notes[language] = nil
            copy.translators[language] = copy.texts[language] == nil ? nil : person
        }
        if changed.contains(original), !stillHold {
            for language in copy.texts.keys where !changed.contains(language) { copy.notes[language] = .outdated }
        }
        if copy.texts[copy.original] == nil, let first = copy.texts.keys.min() {
            copy.original = first
            // Nobody has read them beside this one.
            copy.notes = [:]
        }
        for language in reviewed where copy.texts[language]?.isEmpty == false {
            let isOwn = person != nil && copy.translators[language] == person
            copy.notes[language] = isOwn ? .checked : .reviewed
            // Once somebody else has read it, it does not matter any more.
            if !isOwn { copy.translators[language] = nil }
        }
        copy.notes[copy.original] = nil
        copy.translators[copy.original] = nil
        return copy
    }

    /// The same with a translation in a state that it had elsewhere: for content put together from other content.
    ///
    /// - Parameter other: where it was written by whoever wrote it there.
    package func noted(_ state: TranslationState?, in language: Language, asIn other: Localized?) -> Localized {
        guard language != original, texts[language] != nil else { return self }
        var copy = self
        copy.notes[language] = state.flatMap { TranslationNote(rawValue: $0.rawValue) }
        copy.translators[language] = other?.translators[language]
        return copy
    }

    /// The languages other than the original's in which something is written.
    package var translated: Set<Language> { Set(texts.filter { $0.key != original && !$0.value.isEmpty }.keys) }

    /// Whether somebody is known to have written a translation that nobody else has read beside the original since.
    package func isTranslated(into language: Language, by person: ID<Actor>) -> Bool { translators[language] == person }
}
