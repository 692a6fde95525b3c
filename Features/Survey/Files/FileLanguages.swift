import Exchange
import Journal
import Organisation

/// The languages of a questionnaire's file that are languages of content here: `pt-BR` is Portuguese, `de` is left out.
struct FileLanguages {
    /// In which it was written first, of those that are known here.
    let first: Language
    let leftOut: [String]
    private let tags: [(tag: String, language: Language)]

    /// `nil` where none of its languages is known.
    init?(_ structure: LimeSurveyStructure) {
        var all = [structure.language], seen: Set<String> = [structure.language]
        for tag in structure.allTexts.flatMap(\.keys).sorted() where seen.insert(tag).inserted { all.append(tag) }
        var tags: [(String, Language)] = [], leftOut: [String] = []
        for tag in all where !tag.isEmpty {
            let primary = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
            if let language = Language(rawValue: primary), !tags.contains(where: { $0.1 == language }) { tags.append((tag, language)) } else { leftOut.append(tag) }
        }
        guard let first = tags.first?.1 else { return nil }
        self.first = first
        self.tags = tags
        self.leftOut = leftOut
    }

    var all: [Language] { tags.map(\.language) }

    /// A text in plain words, by language; empty where none is written.
    func content(_ texts: LimeSurveyTexts, onOneLine: Bool = false) -> Localized {
        var found: [Language: Prose] = [:]
        for (tag, language) in tags {
            let text = MarkedUpText(texts[tag] ?? "").plain
            if !text.isEmpty { found[language] = Prose(onOneLine ? text.onOneLine : text) }
        }
        guard let any = found.keys.min() else { return .empty }
        return Localized(found, original: found[first] == nil ? any : first)
    }

    /// A line for each thing; what has no text is called by its code.
    /// - Returns: also the languages in which only some of them are written, which are left out.
    func lines(_ items: [LimeSurveyStructure.Item]) -> (content: Localized, incomplete: [Language]) {
        var found: [Language: Prose] = [:], incomplete: [Language] = []
        for (tag, language) in tags {
            let written = items.map { MarkedUpText($0.text[tag] ?? "").plain.onOneLine }
            if language == first {
                found[language] = Prose(zip(items, written).map { $1.isEmpty ? $0.code.onOneLine : $1 }.joined(separator: "\n"))
            } else if !written.contains("") {
                found[language] = Prose(written.joined(separator: "\n"))
            } else if written.contains(where: { !$0.isEmpty }) {
                incomplete.append(language)
            }
        }
        return items.isEmpty ? (.empty, []) : (Localized(found, original: first), incomplete)
    }

    /// Two texts as one, language by language.
    func joined(_ one: Localized, _ other: Localized, _ sign: String) -> Localized {
        if one.isEmpty { return other }
        if other.isEmpty { return one }
        let both = Set(one.texts.keys).union(other.texts.keys).map { language in
            (language, Prose("\(one.plain(in: language))\(sign)\(other.plain(in: language))"))
        }
        return Localized(Dictionary(uniqueKeysWithValues: both), original: one.original)
    }
}

extension LimeSurveyStructure {
    /// Every text of it.
    var allTexts: [LimeSurveyTexts] {
        var all = Array(texts.values)
        for group in groups {
            all += [group.name, group.description]
            for question in group.questions {
                all += [question.text, question.help]
                all += question.attributes.values
                all += (question.subquestions + question.answers).map(\.text)
            }
        }
        return all
    }
}

extension String {
    var onOneLine: String { split(whereSeparator: \.isNewline).map { String($0.trimmedOfBlanks) }.filter { !$0.isEmpty }.joined(separator: " ") }
}
