import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A questionnaire from a file in LimeSurvey's tab-separated structure becomes the draft of a survey: see docs/methods/surveys-in-files.md.
struct QuestionnaireImport: Importing {
    let name = "questionnaire"
    let title = "survey.questionnaire"
    let columns: [ImportColumn] = []

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let structure: LimeSurveyStructure, problems: [LimeSurveyProblem]
        do throws(LimeSurveyFault) { (structure, problems) = try LimeSurveyStructure.read(bytes, limits: .standard) } catch { throw error.refusal }
        let mapping = try QuestionnaireMapping(structure, today: today)
        var result = ImportResult(remarks: mapping.remarks, refused: mapping.refused)
        for problem in problems { result.take(problem) }
        let proposals = mapping.proposals, questions = mapping.parts.flatMap(\.questions)
        if questions.isEmpty {
            result.refuse(nil, Refusal("survey.questionnaire.no-question"))
        } else if let present = organisation[Surveys.self].surveys[mapping.id] {
            result.same = proposals.count
            result.became = Reference(Surveys.self, mapping.id)
            result.note(nil, "survey.questionnaire.known", ["title": present.title.plain(in: organisation.firstLanguage)])
        } else {
            result.proposals = proposals
            result.became = Reference(Surveys.self, mapping.id)
            result.new = proposals.count
            result.changes = changes(mapping, in: organisation.firstLanguage)
            result.note(nil, "survey.questionnaire.draft", ["title": mapping.survey.title.plain(in: organisation.firstLanguage), "count": "\(questions.count)"])
        }
        result.sortRemarks()
        return result
    }

    /// The survey, its sections and its questions as they would stand, for whoever looks before they are recorded; columns as the file calls them.
    private func changes(_ mapping: QuestionnaireMapping, in language: Language) -> [ImportChange] {
        func cell(_ content: Localized) -> CSVCell { CSVCell(content.plain(in: language).replacing("\n", with: " · ")) }
        let survey = mapping.survey
        var changes = [
            ImportChange(
                survey.title.plain(in: language), columns: ["surveyls_title", "surveyls_welcometext", "surveyls_endtext", "expires"], before: nil,
                after: [cell(survey.title), cell(survey.introduction), cell(survey.thanks), CSVCell(survey.closesOn.map { "\($0)" })])
        ]
        for part in mapping.parts {
            changes.append(
                ImportChange(part.section.title.plain(in: language), columns: ["G", "text"], before: nil, after: [cell(part.section.title), cell(part.section.introduction)]))
            changes += part.questions.map(\.question).map { question in
                ImportChange(
                    question.code, columns: ["type/scale", "text", "A", "SQ"], before: nil,
                    after: [.text(question.kind.rawValue), cell(question.text), cell(question.options), cell(question.rows)])
            }
        }
        return Array(changes.compactMap { $0 }.prefix(ImportChange.shown))
    }
}

extension LimeSurveyFault {
    fileprivate var refusal: Refusal {
        switch self {
        case .table(let fault): Refusal(fault.key, fault.arguments.mapValues(\.asTyped))
        case .noColumn(let column): Refusal("survey.questionnaire.no-column", ["column": column])
        case .tooManyQuestions(let line, let limit): Refusal("survey.questionnaire.too-many-questions", ["line": "\(line)", "limit": "\(limit)"])
        case .tooManyItems(let line, let limit): Refusal("survey.questionnaire.too-many-items", ["line": "\(line)", "limit": "\(limit)"])
        }
    }
}

extension ImportResult {
    fileprivate mutating func take(_ problem: LimeSurveyProblem) {
        func refused(_ key: String, _ arguments: [String: String] = [:]) { refuse(problem.line, Refusal("survey.questionnaire.row.\(key)", arguments)) }
        switch problem.what {
        case .tooManyCells: repaired(problem.line, "survey.questionnaire.row.too-many-cells")
        case .textAfterQuote: repaired(problem.line, "csv.problem.text-after-quote", ["line": "\(problem.line)"])
        case .unreadable: refused("unreadable")
        case .unknownClass(let name): refused("unknown-class", ["class": name])
        case .leftOut(let name): note(problem.line, "survey.questionnaire.row.left-out", ["class": name])
        case .noName: refused("no-name")
        case .repeated(let name): refused("repeated", ["name": name])
        case .homeless: refused("homeless")
        case .translationOfNothing(let name): refused("translation-of-nothing", ["name": name])
        }
    }
}
