import Journal
import Organisation
import Pages

/// The questionnaire of an archive: what was asked, how it could be answered and when it was asked at all, in every language in which it was written.
enum QuestionnaireDocument {
    static let name = "questionnaire.json"
    static let format = "portolan-survey-1"

    static func json(_ reading: SurveyReading) -> JSON {
        let survey = reading.survey, questionnaire = reading.questionnaire
        return [
            "format": .text(format), "survey": .of(reading.id), "title": .of(survey.title), "introduction": .of(survey.introduction),
            "opened": .of(reading.opening?.on), "smallestCell": .integer(survey.smallestCell), "asked": .integer(reading.opening?.asked.count ?? 0),
            "sections": .list(
                questionnaire.parts.map { part in
                    [
                        "id": .of(part.id), "title": .of(part.section.title), "introduction": .of(part.section.introduction),
                        "questions": .list(part.questions.map { question($0.id, $0.question, questionnaire) }),
                    ]
                }),
        ]
    }

    private static func question(_ id: ID<Question>, _ question: Question, _ questionnaire: Questionnaire) -> JSON {
        [
            "id": .of(id), "code": .text(question.code), "kind": .text(question.kind.rawValue), "text": .of(question.text), "help": .of(question.help),
            "required": .flag(question.isRequired), "options": lines(question.options), "rows": lines(question.rows), "listed": question.listed.map { .list($0.map { .text($0) }) } ?? .null,
            "unit": .of(question.unit), "lowest": .of(question.lowest),
            "highest": .of(question.highest), "most": .of(question.most), "total": .of(question.total), "other": .flag(question.allowsOther),
            "notApplicable": .flag(question.allowsNotApplicable), "condition": condition(question, questionnaire),
        ]
    }

    /// By language a list of lines, the original first; a translation with other lines than the original is left out.
    private static func lines(_ content: Localized) -> JSON {
        let count = content.lineCount, languages = [content.original] + Language.allCases.filter { $0 != content.original }
        return .object(
            languages.compactMap { language in
                guard count > 0, content.texts[language] != nil else { return nil }
                let lines = content.lines(in: language)
                return lines.first?.language == language ? JSON.Pair(language.rawValue, .list(lines.map { .text($0.text) })) : nil
            })
    }

    private static func condition(_ question: Question, _ questionnaire: Questionnaire) -> JSON {
        guard let condition = question.condition else { return .null }
        let code = questionnaire.questions.first { $0.id == condition.question }?.question.code
        return ["question": .of(code), "answers": .list(condition.spans.map { ["from": .number($0.from), "until": .number($0.until)] })]
    }

    /// What of it is needed to read the answers; `nil` for something else than a questionnaire from here.
    static func questions(_ json: JSON) -> [(id: ID<Question>, question: Question)]? {
        guard json["format"]?.text == format, let sections = json["sections"]?.items else { return nil }
        var questions: [(id: ID<Question>, question: Question)] = []
        for section in sections {
            guard let items = section["questions"]?.items else { return nil }
            for item in items {
                guard let id = item["id"]?.text.flatMap({ ID<Question>($0) }), let question = question(item, order: questions.count) else { return nil }
                questions.append((id, question))
            }
        }
        return questions
    }

    private static func question(_ json: JSON, order: Int) -> Question? {
        guard let code = json["code"]?.text, let kind = json["kind"]?.text.flatMap(Question.Kind.init), let options = content(json["options"]), let rows = content(json["rows"]) else {
            return nil
        }
        var question = Question(section: ID("-"), code: code, text: .empty, kind: kind, order: order)
        question.options = options
        question.rows = rows
        question.listed = json["listed"]?.items.map { $0.compactMap(\.text) }
        question.lowest = json["lowest"]?.amount
        question.highest = json["highest"]?.amount
        question.most = json["most"]?.amount.flatMap { Int(exactly: $0) }
        question.total = json["total"]?.amount
        question.allowsOther = json["other"] == .flag(true)
        question.allowsNotApplicable = json["notApplicable"] == .flag(true)
        // Which ones it depends on is not needed; that it depends on something tells what was asked of how many.
        if json["condition"] != .null { question.condition = Condition(question: ID("-"), spans: []) }
        return question
    }

    private static func content(_ json: JSON?) -> Localized? {
        guard let pairs = json?.pairs else { return nil }
        var texts: [Language: Prose] = [:]
        for pair in pairs {
            guard let language = Language(rawValue: pair.name), let lines = pair.value.items?.map(\.text), !lines.contains(nil) else { return nil }
            texts[language] = Prose(lines.compactMap { $0 }.joined(separator: "\n"))
        }
        return Localized(texts, original: pairs.first.flatMap { Language(rawValue: $0.name) } ?? .en)
    }
}
