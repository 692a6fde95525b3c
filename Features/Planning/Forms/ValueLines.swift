import Journal
import Organisation
import Pages

/// An organisation's values as lines of one text in each language, and back.
enum ValueLines {
    static func joined(_ values: [Localized]) -> Localized {
        guard let original = values.first?.original else { return .empty }
        let languages = Set(values.flatMap { $0.texts.filter { !$0.value.isEmpty }.keys })
        let texts = languages.map { language in
            (language, Prose(values.map { line(of: $0, in: language) }.joined(separator: "\n")))
        }
        let joined = Localized(Dictionary(uniqueKeysWithValues: texts), original: original)
        return Language.allCases.reduce(joined) { $0.noted(worst(of: values, in: $1), in: $1, asIn: least(read: values, in: $1)) }
    }

    /// The one of which it matters who wrote it: none where somebody else has read all of them.
    private static func least(read values: [Localized], in language: Language) -> Localized? {
        values.first { $0.state(in: language) != .reviewed }
    }

    /// A text made of several is outdated where one of them is, and reviewed where all are.
    private static func worst(of values: [Localized], in language: Language) -> TranslationState? {
        let states = values.compactMap { $0.state(in: language) }
        if states.contains(.outdated) { return .outdated }
        if states.allSatisfy({ $0 == .reviewed }) { return .reviewed }
        return states.allSatisfy { $0 == .reviewed || $0 == .checked } ? .checked : .draft
    }

    /// Stands where a value is not written in a language: blank lines at either end of a field do not survive being sent.
    private static let missing = SearchDocument.Field.unwritten

    private static func line(of value: Localized, in language: Language) -> String {
        guard let text = value.texts[language]?.text, !text.isEmpty else { return missing }
        return text.replacing("\n", with: " ")
    }

    /// - Parameter present: the values that stand, so that one that nobody changed keeps the language in which it was written.
    static func split(_ lines: Localized, instead present: [Localized] = []) -> [Localized] {
        let byLanguage = lines.texts.mapValues { ($0.text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        let count = byLanguage.values.map(\.count).max() ?? 0
        return (0..<count).map { index in
            let texts = byLanguage.compactMapValues { all -> Prose? in
                guard all.indices.contains(index) else { return nil }
                let text = all[index].split(separator: " ").joined(separator: " ")
                return text.isEmpty || text == missing ? nil : Prose(text)
            }
            if let same = present.first(where: { $0.texts == texts }) { return same.read(as: lines) }
            let original = texts[lines.original] == nil ? texts.keys.min() ?? lines.original : lines.original
            return Language.allCases.reduce(Localized(texts, original: original)) { $0.noted(lines.state(in: $1), in: $1, asIn: lines) }
        }.filter { !$0.isEmpty }
    }
}

extension Localized {
    /// The same where all lines together were read beside their original; what somebody else had read before stays so.
    fileprivate func read(as lines: Localized) -> Localized {
        Language.allCases.reduce(self) { value, language in
            guard let state = lines.state(in: language), state == .reviewed || state == .checked, value.state(in: language) != .reviewed else { return value }
            return value.noted(state, in: language, asIn: lines)
        }
    }
}
