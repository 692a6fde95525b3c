import Exchange
import Journal
import Organisation
import Pages

/// What can be chosen, in the order of the file.
extension QuestionTaking {
    /// - Returns: the codes of the options.
    mutating func takeOptions(_ question: inout Question) throws(Refusal) -> [String] {
        switch question.kind {
        case .single:
            if source.type.uppercased() == "Y" {
                question.options = CommonAnswers.lines([.yes, .no], in: languages.all, first: languages.first)
                return ["Y", "N"]
            }
            return try takeLines(source.answers, into: \.options, of: &question, atLeast: 2)
        case .multiple, .points: return try takeLines(source.subquestions, into: \.options, of: &question, atLeast: 2)
        case .ranking: return try takeLines(source.answers.isEmpty ? source.subquestions : source.answers, into: \.options, of: &question, atLeast: 2)
        case .scale: return try takeSteps(&question)
        case .matrix:
            _ = try takeLines(source.subquestions.filter { $0.scale == 0 }, into: \.rows, of: &question, atLeast: 1)
            return try takeColumns(&question)
        case .number, .range, .date, .text, .link: return []
        }
    }

    private mutating func takeLines(
        _ items: [LimeSurveyStructure.Item], into list: WritableKeyPath<Question, Localized>, of question: inout Question, atLeast least: Int
    ) throws(Refusal) -> [String] {
        let options = withoutNotApplicable(items, &question)
        guard options.count >= least else { throw Refusal("survey.questionnaire.too-few-options", ["code": shownCode, "least": "\(least)"]) }
        guard options.count <= Self.mostOptions else { throw Refusal("survey.questionnaire.too-many-options", ["code": shownCode, "most": "\(Self.mostOptions)"]) }
        let (content, incomplete) = languages.lines(options)
        question[keyPath: list] = content
        for language in incomplete { note(.repaired, "options-incomplete", ["language": language.rawValue]) }
        return options.map(\.code)
    }

    /// An answer with the code NA is “not applicable”, which is said here in words of its own.
    private mutating func withoutNotApplicable(_ items: [LimeSurveyStructure.Item], _ question: inout Question) -> [LimeSurveyStructure.Item] {
        guard let item = items.first(where: { $0.code.uppercased() == LimeSurveyTypes.notApplicable }) else { return items }
        question.allowsNotApplicable = true
        let own = SurveyWords.content("survey.not-applicable"), text = MarkedUpText(item.text[language] ?? "").plain
        if !text.isEmpty, !own.texts.values.contains(where: { $0.text?.lowercased() == text.lowercased() }) {
            note(.repaired, "not-applicable", ["text": String(text.prefix(80))], line: item.line)
        }
        return items.filter { $0 != item }
    }

    /// The steps are the codes of the answers; where their texts say nothing else they have no names.
    private mutating func takeSteps(_ question: inout Question) throws(Refusal) -> [String] {
        if source.type == "5" { return (1...5).map(String.init) }
        let items = withoutNotApplicable(source.answers, &question), steps = items.compactMap { Int($0.code) }
        guard steps.count == items.count, let low = steps.first, let high = steps.last, (2...11).contains(steps.count), abs(low) <= 100, high - low == steps.count - 1,
            zip(steps, steps.dropFirst()).allSatisfy({ $0 + 1 == $1 })
        else { throw Refusal("survey.questionnaire.steps", ["code": shownCode]) }
        // One to five are what nobody has to say.
        if number("min_num_value_n") != nil || (low, high) != (1, 5) { (question.lowest, question.highest) = (Double(low), Double(high)) }
        if items.contains(where: { item in item.text.values.contains { $0 != item.code } }) {
            let (content, incomplete) = languages.lines(items)
            question.options = content
            for language in incomplete { note(.repaired, "options-incomplete", ["language": language.rawValue]) }
        }
        return items.map(\.code)
    }

    private mutating func takeColumns(_ question: inout Question) throws(Refusal) -> [String] {
        func common(_ answers: [CommonAnswers]) -> Localized { CommonAnswers.lines(answers, in: languages.all, first: languages.first) }
        func numbers(_ most: Int) -> Localized { Localized((1...most).map(String.init).joined(separator: "\n"), languages.first) }
        switch source.type.uppercased() {
        case "A": question.options = numbers(5)
        case "B": question.options = numbers(10)
        case "C": question.options = common([.yes, .no, .uncertain])
        case "E": question.options = common([.increase, .same, .decrease])
        default: return try takeLines(source.answers.filter { $0.scale == 0 }, into: \.options, of: &question, atLeast: 2)
        }
        return []
    }
}
