import Journal
import Organisation

/// One question: what is asked, how it is answered, and whether it is asked at all.
struct Question: Equatable, Codable, Sendable {
    /// How a question is answered. The names are in every journal: never change them.
    enum Kind: String, Codable, Sendable, CaseIterable {
        case single, multiple, scale, ranking, points, number, range, date, matrix, text, link
    }

    var section: ID<SurveySection>
    /// By which people, files and other questions name it, such as `Q3`: the only one of its name in a survey.
    var code: String
    var text: Localized
    var help: Localized = .empty
    var kind: Kind
    var isRequired = false
    /// A line for each option: what can be chosen, ranked or given points, the steps of a scale from its lowest, the columns of a matrix. Options are
    /// named by their number, counted from 1.
    var options: Localized = .empty
    /// What the options are called in the list from which they were taken, one for each line; `nil` where they were written by hand.
    var listed: [String]?
    /// A line for each thing that a matrix asks about.
    var rows: Localized = .empty
    /// In which a number or a range is given.
    var unit: Localized = .empty
    /// The least number that can be answered; of a scale, its lowest step.
    var lowest: Double?
    var highest: Double?
    /// How many options can be chosen or ranked; `nil` for all.
    var most: Int?
    /// What points add up to; 100 where nothing is said.
    var total: Double?
    /// Whether something else than the options can be written in.
    var allowsOther = false
    /// Whether “not applicable” is an answer, which is counted apart.
    var allowsNotApplicable = false
    /// `nil` for a question that is always asked.
    var condition: Condition?
    var order: Int
}

/// A part of a questionnaire, shown on a page of its own.
struct SurveySection: Equatable, Codable, Sendable {
    var survey: ID<Survey>
    var title: Localized
    var introduction: Localized = .empty
    var order: Int
}

/// When a question is asked: only where an earlier one was answered with one of these numbers.
struct Condition: Equatable, Codable, Sendable {
    struct Span: Equatable, Codable, Sendable {
        var from: Double
        var until: Double
    }

    var question: ID<Question>
    /// Numbers of options, steps of a scale, or the number itself.
    var spans: [Span]

    func holds(for response: Response?) -> Bool {
        guard let response else { return false }
        return response.numbers.contains { number in spans.contains { $0.from <= number && number <= $0.until } }
    }
}

extension Question {
    /// The text of each option in a language; where its translation has fewer lines, in the original.
    func optionTexts(in language: Language) -> [(text: String, language: Language)] { options.lines(in: language) }
    func rowTexts(in language: Language) -> [(text: String, language: Language)] { rows.lines(in: language) }

    var optionCount: Int { options.lineCount }
    var rowCount: Int { rows.lineCount }

    /// The steps of a scale, lowest first.
    var steps: ClosedRange<Int> {
        let low = Int(exactly: (lowest ?? 1).rounded()) ?? 1, high = Int(exactly: (highest ?? 5).rounded()) ?? 5
        return low...max(low, min(high, low + 10))
    }

    var pointsTotal: Double { total ?? 100 }
}

extension Localized {
    /// How many lines the original has.
    var lineCount: Int { lines(of: texts[original]).count }

    /// What was written first; translations of it may come and go.
    var originalLines: [String] { lines(of: texts[original]) }

    /// Line by line: in the language asked for where it has as many lines as the original.
    func lines(in language: Language) -> [(text: String, language: Language)] {
        let own = lines(of: texts[original])
        guard language != original, let translated = texts[language] else { return own.map { ($0, original) } }
        let lines = lines(of: translated)
        return lines.count == own.count ? lines.map { ($0, language) } : own.map { ($0, original) }
    }

    /// A line for each: in the language of the first, and in those in which all of them are written.
    init(linesOf items: [Localized]) {
        let original = items.first?.original ?? .en
        let complete = Language.allCases.filter { language in language == original || items.allSatisfy { $0.texts[language]?.isEmpty == false } }
        // A line break within an item would make two of it.
        func line(_ item: Localized, _ language: Language) -> String { item.plain(in: language).lines.joined(separator: " ") }
        self.init(
            Dictionary(uniqueKeysWithValues: complete.map { language in (language, Prose(items.map { line($0, language) }.joined(separator: "\n"))) }), original: original)
    }

    private func lines(of prose: Prose?) -> [String] { (prose?.text ?? "").lines }
}

extension String {
    /// Without empty ones and without the blanks around them.
    var lines: [String] {
        split(whereSeparator: \.isNewline).map { String($0.trimmedOfBlanks) }.filter { !$0.isEmpty }
    }
}

extension StringProtocol {
    var trimmedOfBlanks: SubSequence {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
        return start[...last]
    }
}
