import Journal
import Organisation

/// An organisation's values as lines of one text in each language, and back.
enum ValueLines {
    static func joined(_ values: [Localized]) -> Localized {
        guard let original = values.first?.original else { return .empty }
        let languages = Set(values.flatMap(\.texts.keys))
        let texts = languages.map { language in
            (language, Prose(values.map { ($0.texts[language]?.text ?? "").replacing("\n", with: " ") }.joined(separator: "\n")))
        }
        return Localized(Dictionary(uniqueKeysWithValues: texts), original: original)
    }

    static func split(_ lines: Localized) -> [Localized] {
        let byLanguage = lines.texts.mapValues { ($0.text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        let count = byLanguage.values.map(\.count).max() ?? 0
        return (0..<count).map { index in
            let texts = byLanguage.compactMapValues { all -> Prose? in
                guard all.indices.contains(index) else { return nil }
                let text = all[index].split(separator: " ").joined(separator: " ")
                return text.isEmpty ? nil : Prose(text)
            }
            let original = texts[lines.original] == nil ? texts.keys.min() ?? lines.original : lines.original
            return Localized(texts, original: original)
        }.filter { !$0.isEmpty }
    }
}
