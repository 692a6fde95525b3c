import Exchange
import Journal
import Organisation
import Pages

/// What each variable of an archive is: a line for the variable, then one for each value that has a meaning.
enum Codebook {
    static let name = "codebook.csv"

    static func bytes(_ content: ArchiveContent) -> [UInt8] {
        let visit = content.reading.visit, questionnaire = content.reading.questionnaire, languages = visit.register.languages
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write((["variable", "question", "kind", "part", "value"] + languages.map(\.rawValue)).map { .text($0) })
        let questions = Dictionary(questionnaire.questions.map { ($0.id, $0.question) }) { first, _ in first }
        for variable in Variable.all(questionnaire.questions) {
            guard let question = questions[variable.question] else { continue }
            func line(_ value: String, _ texts: (Language) -> String) {
                writer.write(
                    [.text(variable.name), .text(question.code), .text(question.kind.rawValue), CSVCell(part(variable.role)), CSVCell(value)] + languages.map { CSVCell(texts($0)) })
            }
            line("") { label(variable.role, question, $0) }
            for (value, place) in values(variable.role, question) { line("\(value)") { text(question.options, place, $0) } }
            for missing in missing(variable.role, question) where missing != .withheld || content.respondents.least > 0 {
                line(missing.rawValue) { Say($0, visit.house.catalogue)("survey.missing\(missing.rawValue)") }
            }
        }
        return writer.bytes
    }

    private static func part(_ role: Variable.Role) -> String {
        switch role {
        case .answer: ""
        case .other: "other"
        case .option(let number): "option \(number)"
        case .row(let number): "row \(number)"
        case .low: "low"
        case .likely: "likely"
        case .high: "high"
        }
    }

    /// The question, and which part of it: empty in a language in which it was not written.
    private static func label(_ role: Variable.Role, _ question: Question, _ language: Language) -> String {
        let own = question.text.texts[language]?.text ?? ""
        let part =
            switch role {
            case .option(let number): text(question.options, number - 1, language)
            case .row(let number): text(question.rows, number - 1, language)
            default: ""
            }
        return part.isEmpty || own.isEmpty ? own : "\(own) – \(part)"
    }

    /// A line of a list in a language; empty where that translation has none.
    private static func text(_ content: Localized, _ place: Int, _ language: Language) -> String {
        guard content.texts[language] != nil, let line = content.lines(in: language)[safe: place], line.language == language else { return "" }
        return line.text
    }

    private static func values(_ role: Variable.Role, _ question: Question) -> [(value: Int, place: Int)] {
        switch (question.kind, role) {
        case (.single, .answer), (.matrix, .row): (0..<question.optionCount).map { ($0 + 1, $0) }
        case (.scale, .answer): question.steps.enumerated().map { ($0.element, $0.offset) }
        default: []
        }
    }

    private static func missing(_ role: Variable.Role, _ question: Question) -> [Variable.Missing] {
        let isWritten = role == .other || [.text, .link].contains(question.kind)
        return (question.allowsNotApplicable ? [.notApplicable] : []) + (isWritten ? [.erased] : []) + (question.kind.isCounted ? [.withheld] : [])
    }
}
