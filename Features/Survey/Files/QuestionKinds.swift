import Exchange
import Journal
import Organisation
import Pages

/// What the types of LimeSurvey are here.
extension QuestionTaking {
    /// `nil` for a type that is not taken over.
    var kind: Question.Kind? {
        let wanted = attribute("portolan_kind").flatMap { Question.Kind(rawValue: $0.lowercased()) }
        switch source.type.uppercased() {
        case "L", "!": return wanted == .scale ? .scale : .single
        case "O", "Y": return .single
        case "5": return .scale
        case "M", "P": return .multiple
        case "R": return .ranking
        case "K":
            if wanted == .range || isRange { return .range }
            return wanted == .points || attribute("equals_num_value") != nil ? .points : .number
        case "Q": return .text
        case "N": return .number
        case "D": return .date
        case "F", "H", "A", "B", "C", "E": return .matrix
        case "S":
            if wanted == .link || source.validation.lowercased().contains("http") { return .link }
            return attribute("numbers_only") == "1" ? .number : .text
        case "T", "U": return .text
        default: return nil
        }
    }

    /// Whether each of its lines is asked as a question of its own.
    var isSplit: Bool {
        switch source.type.uppercased() {
        case "K": kind == .number
        case "Q": true
        default: false
        }
    }

    /// Three numbers that are called so.
    private var isRange: Bool { source.subquestions.map { $0.code.lowercased() } == ["low", "likely", "high"] }

    /// What would change what is asked, and has no place here.
    private static let attributes: Set<String> = [
        "array_filter", "array_filter_exclude", "date_max", "date_min", "default", "em_validation_q", "em_validation_sq", "exclude_all_others", "hidden", "mandatory=S",
        "max_num_value", "maximum_chars", "min_answers", "min_num_value", "num_value_int_only", "other_comment_mandatory", "random_group", "random_order",
    ]

    mutating func sayWhatIsLeftOut(_ kind: Question.Kind) {
        if source.type == "O" || source.type == "P" { note(.repaired, "comments-left-out") }
        for line in source.oldConditions { note(.repaired, "old-condition", line: line) }
        let notable = source.attributes.filter { name, texts in
            let value = texts[language] ?? ""
            return Self.attributes.contains(name) && value != "0" && value.uppercased() != "N" && !(name == "exclude_all_others" && value.uppercased() == LimeSurveyTypes.notApplicable)
        }
        for item in source.subquestions where LimeSurveyRelevance(item.relevance) != .always {
            note(.repaired, "line-condition", ["line": String(item.code.prefix(40)), "condition": String(item.relevance.prefix(120))], line: item.line)
        }
        if !notable.isEmpty { note(.noted, "attributes-left-out", ["attributes": notable.keys.sorted().joined(separator: ", ")]) }
    }

    mutating func takeLimits(_ question: inout Question) throws(Refusal) {
        if question.kind == .points {
            question.total = number("equals_num_value").flatMap { (1...1_000_000).contains($0) ? $0 : nil }
            if question.total == nil, let sum = attribute("equals_num_value") { note(.repaired, "total", ["text": String(sum.prefix(40))]) }
        }
        guard question.kind == .number || question.kind == .range else { return }
        question.lowest = number("min_num_value_n")
        question.highest = number("max_num_value_n")
        if let low = question.lowest, let high = question.highest, low > high { throw Refusal("survey.questionnaire.limits", ["code": shownCode]) }
        question.unit = languages.content(source.attributes["suffix"] ?? [:], onOneLine: true)
    }
}

/// How the types of questions are called in LimeSurvey's manual, for whoever is told that one is not known here.
enum LimeSurveyTypes {
    /// The code of the answer that stands for “not applicable”.
    static let notApplicable = "NA"

    private static let names = [
        "1": "Array dual scale", ":": "Array (Numbers)", ";": "Array (Texts)", "*": "Equation", "|": "File upload", "G": "Gender", "I": "Language switch", "X": "Text display",
    ]

    static func name(of type: String) -> String {
        let type = String(type.prefix(20))
        return names[type.uppercased()].map { "\(type) (\($0))" } ?? (type.isEmpty ? "–" : type)
    }
}
