import HashTreeCollections
import Journal
import Organisation
import Pages

/// The names of the fields of one question.
struct QuestionField {
    let id: ID<Question>

    var own: String { "q-\(id)" }
    var other: String { "q-\(id)-other" }
    var isOther: String { "other" }
    func part(_ number: Int) -> String { "q-\(id)-\(number)" }
    var low: String { "q-\(id)-low" }
    var likely: String { "q-\(id)-likely" }
    var high: String { "q-\(id)-high" }

    static let notApplicable = "na"
}

/// One question as fields of a form, with what stands in the draft.
struct QuestionFields {
    let visit: Visit
    let id: ID<Question>
    let question: Question
    /// Its place in the questionnaire, from 1.
    let number: Int
    let response: Response?
    /// Said where the question is asked only after a certain answer to another one.
    let condition: String

    var say: Say { visit.say }
    var names: QuestionField { QuestionField(id: id) }

    var fields: [Field] {
        asked.map { field in
            var copy = field
            // What is asked besides (what else, not applicable) is said by the program.
            if field.name == names.own { copy.language = titleLanguage }
            return copy
        }
    }

    private var asked: [Field] {
        switch question.kind {
        case .single: [chosenField] + otherField
        case .multiple: [Field(names.own, title, .choices(optionChoices + alternatives), values: chosenValues, help: help)] + otherField
        case .scale: [Field(names.own, title, .oneOf(stepChoices + alternatives + [nothing], inRow: true), value: stepValue, help: help)]
        case .ranking: inGroup(options.indices.map(rankField) + notApplicableFlag)
        case .points: inGroup(options.indices.map(pointsField) + notApplicableFlag)
        case .number: numberFields
        case .range: inGroup(rangeFields + notApplicableFlag)
        case .date: [Field(names.own, title, .day, value: day, help: help)] + notApplicableFlag
        case .matrix: inGroup(rows.indices.map(rowField))
        case .text: [Field(names.own, title, .text(rows: 4), value: text, help: help)] + notApplicableFlag
        case .link: [Field(names.own, title, .line, value: text, help: joined([say("survey.link-help"), help]))] + notApplicableFlag
        }
    }

    var titleLanguage: Language? { foreign(question.text.text(in: visit.language)?.language) }

    private func foreign(_ language: Language?) -> Language? { language == visit.language ? nil : language }

    var title: String { "\(number). \(visit.plain(question.text))" }

    /// What is to be known before answering: the help, how it is to be answered, and whether it must be.
    var help: String { joined([condition, visit.plain(question.help), manner, question.isRequired ? say("survey.required") : ""]) }

    private func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }

    private var manner: String {
        switch question.kind {
        case .multiple: question.most.map { say("survey.manner.multiple", count: $0) } ?? ""
        case .ranking: say("survey.manner.ranking", count: question.most ?? options.count)
        case .points: say("survey.manner.points", ["total": say.number(question.pointsTotal)])
        case .number, .range: limits
        default: ""
        }
    }

    private var limits: String {
        switch (question.lowest, question.highest) {
        case (let low?, let high?): say("survey.manner.between", ["low": say.number(low), "high": say.number(high)])
        case (let low?, nil): say("survey.manner.from", ["low": say.number(low)])
        case (nil, let high?): say("survey.manner.until", ["high": say.number(high)])
        case (nil, nil): ""
        }
    }

    typealias Line = (text: String, language: Language?)

    var options: [Line] { shown(question.options) }
    var rows: [Line] { shown(question.rows) }

    /// Line by line, noting where another language had to be shown.
    private func shown(_ content: Localized) -> [Line] {
        _ = visit.plain(content)
        return content.lines(in: visit.language).map { ($0.text, foreign($0.language)) }
    }

    var optionChoices: [Choice] { options.enumerated().map { Choice("\($0.offset + 1)", $0.element.text, language: $0.element.language) } }

    var alternatives: [Choice] {
        (question.allowsOther ? [Choice(names.isOther, say("survey.other"))] : [])
            + (question.allowsNotApplicable ? [Choice(QuestionField.notApplicable, say("survey.not-applicable"))] : [])
    }

    var nothing: Choice { Choice("", say("survey.no-answer")) }

    var stepChoices: [Choice] {
        question.steps.map { step in
            let named = visit.step(step, of: question)
            return Choice("\(step)", named.text, language: named.language)
        }
    }
}
