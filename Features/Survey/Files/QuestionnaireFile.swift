import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A questionnaire on its way out, in the shape in which it comes in again, for whoever may see its questions.
enum QuestionnaireFile {
    static let route = Route.file("surveys/{survey}/questionnaire.tsv", .everyone) { visit in
        let reading = try SurveyReading(visit)
        return File(name: "questionnaire-\(reading.id).tsv", type: "text/tab-separated-values; charset=utf-8", bytes: bytes(of: reading.survey, reading.questionnaire))
    }

    static func bytes(of survey: Survey, _ questionnaire: Questionnaire) -> [UInt8] {
        let first = survey.title.original
        let structure = StructureMaking(survey: survey, questionnaire: questionnaire, first: first).structure
        let written = Set(structure.allTexts.flatMap(\.keys)).compactMap { Language(rawValue: $0) }.filter { $0 != first }.sorted()
        return structure.written(in: [first.rawValue] + written.map(\.rawValue))
    }
}

/// Our questions as LimeSurvey names them; what it does not know stands in columns of its own, which it leaves alone.
private struct StructureMaking {
    let survey: Survey
    let questionnaire: Questionnaire
    let first: Language

    var structure: LimeSurveyStructure {
        var structure = LimeSurveyStructure(language: first.rawValue, settings: ["language": first.rawValue, "format": "G"])
        if let day = survey.closesOn { structure.settings["expires"] = "\(day) 23:59:59" }
        structure.texts = ["surveyls_title": texts(survey.title), "surveyls_welcometext": texts(survey.introduction), "surveyls_endtext": texts(survey.thanks)].filter { !$0.value.isEmpty }
        structure.groups = questionnaire.parts.map { part in
            var group = LimeSurveyStructure.Group(name: texts(part.section.title), description: texts(part.section.introduction), relevance: "1")
            group.questions = part.questions.map(question)
            return group
        }
        let others = Set(structure.allTexts.flatMap(\.keys)).subtracting([first.rawValue]).sorted()
        if !others.isEmpty { structure.settings["additional_languages"] = others.joined(separator: " ") }
        return structure
    }

    private func texts(_ content: Localized) -> LimeSurveyTexts {
        Dictionary(uniqueKeysWithValues: content.texts.compactMap { language, prose in prose.text.flatMap { $0.isEmpty ? nil : (language.rawValue, MarkedUpText.written($0)) } })
    }

    /// A name that LimeSurvey takes: letters and digits of ASCII, at most 20, a letter first.
    private func name(of question: Question, _ number: Int) -> String {
        let isPlain = question.code.utf8.count <= 20 && question.code.first?.isLetter == true && question.code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isPlain ? question.code : "portolanQ\(number)"
    }

    private func question(_ id: ID<Question>, _ question: Question) -> LimeSurveyStructure.Question {
        let number = questionnaire.number(of: id), name = name(of: question, number)
        var attributes: [String: String] = [:]
        if name != question.code { attributes["portolan_code"] = question.code }
        if let most = question.most { attributes["max_answers"] = "\(most)" }
        if let low = question.lowest { attributes["min_num_value_n"] = plainDigits(low, .point) }
        if let high = question.highest { attributes["max_num_value_n"] = plainDigits(high, .point) }
        if question.kind == .points { attributes["equals_num_value"] = plainDigits(question.pointsTotal, .point) }
        if [.points, .range, .link].contains(question.kind) || question.kind == .scale && type(of: question) == "L" { attributes["portolan_kind"] = question.kind.rawValue }
        if let listed = question.listed, let written = ListedNames.written(listed) { attributes["portolan_listed"] = written }
        if question.allowsNotApplicable { attributes["portolan_not_applicable"] = "Y" }
        if question.allowsNotApplicable, question.kind == .multiple { attributes["exclude_all_others"] = LimeSurveyTypes.notApplicable }
        var made = LimeSurveyStructure.Question(
            type: type(of: question), code: name, relevance: question.condition.map(expression) ?? "1", text: texts(question.text), help: texts(question.help),
            validation: question.kind == .link ? "/^https?:\\/\\/\\S+$/i" : "", isMandatory: question.isRequired, hasOther: question.allowsOther,
            attributes: attributes.mapValues { [first.rawValue: $0] })
        if !question.unit.isEmpty { made.attributes["suffix"] = texts(question.unit) }
        addItems(question, to: &made)
        return made
    }

    private func type(of question: Question) -> String {
        switch question.kind {
        case .single: "L"
        case .multiple: "M"
        case .scale: question.lowest == nil && question.highest == nil && question.options.isEmpty && !question.allowsNotApplicable ? "5" : "L"
        case .ranking: "R"
        case .points, .range: "K"
        case .number: "N"
        case .date: "D"
        case .matrix: "F"
        case .text: "T"
        case .link: "S"
        }
    }

    private func addItems(_ question: Question, to made: inout LimeSurveyStructure.Question) {
        let notApplicable = question.allowsNotApplicable ? [item(LimeSurveyTypes.notApplicable, SurveyWords.content("survey.not-applicable"), in: question.text)] : []
        switch question.kind {
        case .single: made.answers = items(question.options, "A") + notApplicable
        case .multiple: made.subquestions = items(question.options, "SQ") + notApplicable
        case .points: made.subquestions = items(question.options, "SQ")
        case .ranking: made.answers = items(question.options, "A")
        case .scale where made.type == "L":
            let named = items(question.options, "A")
            made.answers =
                question.steps.enumerated().map { place, step in
                    named.indices.contains(place) ? LimeSurveyStructure.Item(code: "\(step)", text: named[place].text) : item("\(step)", Localized("\(step)", first), in: question.text)
                } + notApplicable
        case .range:
            made.subquestions = ["low", "likely", "high"].map { item($0.uppercased(), SurveyWords.content("survey.range.\($0)"), in: question.text) }
        case .matrix:
            made.subquestions = items(question.rows, "SQ")
            made.answers = items(question.options, "A") + notApplicable
        case .scale, .number, .date, .text, .link: break
        }
    }

    /// One for each line, in the languages that have as many.
    private func items(_ content: Localized, _ prefix: String) -> [LimeSurveyStructure.Item] {
        let lines = content.texts.mapValues { ($0.text ?? "").lines }, count = content.lineCount
        return (0..<count).map { place in
            let texts = lines.filter { $0.value.count == count }.map { ($0.key.rawValue, MarkedUpText.written($0.value[place])) }
            return LimeSurveyStructure.Item(code: "\(prefix)\(place + 1)", text: Dictionary(uniqueKeysWithValues: texts))
        }
    }

    /// A word of the program, in the languages of its question.
    private func item(_ code: String, _ content: Localized, in languages: Localized) -> LimeSurveyStructure.Item {
        LimeSurveyStructure.Item(
            code: code, text: Dictionary(uniqueKeysWithValues: languages.texts.keys.map { ($0.rawValue, MarkedUpText.written(content.plain(in: $0))) }))
    }
}

extension StructureMaking {
    /// `Q1.NAOK == "A1" or (Q1.NAOK == "A3" or Q1.NAOK == "A4")`: a span of several options stands in brackets, so that it is one again.
    fileprivate func expression(_ condition: Condition) -> String {
        guard let on = questionnaire.questions.first(where: { $0.id == condition.question }) else { return "1" }
        let name = name(of: on.question, questionnaire.number(of: on.id))
        return condition.spans.map { span in
            let variable = "\(name).NAOK", from = plainDigits(span.from, .point), until = plainDigits(span.until, .point)
            switch on.question.kind {
            case .single: return chosen(span, on.question.optionCount) { "\(variable) == \"A\($0)\"" }
            case .multiple: return chosen(span, on.question.optionCount) { "\(name)_SQ\($0).NAOK == \"Y\"" }
            default:
                if span.from == span.until { return "\(variable) == \(from)" }
                if span.until >= 1e15 { return "\(variable) >= \(from)" }
                if span.from <= -1e15 { return "\(variable) <= \(until)" }
                return "(\(variable) >= \(from) and \(variable) <= \(until))"
            }
        }.joined(separator: " or ")
    }

    private func chosen(_ span: Condition.Span, _ count: Int, _ test: (Int) -> String) -> String {
        let options = (1...max(1, count)).filter { span.from <= Double($0) && Double($0) <= span.until }
        // What can never be chosen is written as it is: nobody is asked then.
        if options.isEmpty { return test(count + 1) }
        return options.count == 1 ? test(options[0]) : "(\(options.map(test).joined(separator: " or ")))"
    }
}
