import Journal
import Organisation
import Pages

/// This room's own words as content in all six languages: where a file is written or read, nobody's language alone is meant.
enum SurveyWords {
    private static let catalogue: Catalogue = {
        var catalogue = Catalogue()
        // Whether they are JSON is known when the program begins: the house reads the same.
        try? catalogue.add(PackageResources.words)
        return catalogue
    }()

    static func content(_ key: String) -> Localized {
        let texts = Language.allCases.compactMap { language in catalogue.text(key, in: language).map { (language, Prose($0)) } }
        return Localized(Dictionary(uniqueKeysWithValues: texts), original: .en)
    }
}

/// Answers that some types of LimeSurvey have without naming them.
enum CommonAnswers: String {
    case yes, no, uncertain, increase, same, decrease

    /// One on each line.
    static func lines(_ answers: [CommonAnswers], in languages: [Language], first: Language) -> Localized {
        let contents = answers.map { SurveyWords.content("survey.common.\($0.rawValue)") }
        let texts = languages.map { language in (language, Prose(contents.map { $0.plain(in: language) }.joined(separator: "\n"))) }
        return Localized(Dictionary(uniqueKeysWithValues: texts), original: first)
    }
}
