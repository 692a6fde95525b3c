import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for the sections and questions of a draft.
enum QuestionForms {
    static func addSection(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey()
        return section(visit, id, survey, visit.say("survey.new-section"), nil, SurveySection(survey: id, title: .empty, order: .max))
    }

    static func changeSection(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey(), (own, present) = try visit.section(of: id)
        return section(visit, id, survey, visit.say("survey.edit-section"), own, present)
    }

    private static func section(
        _ visit: Visit, _ id: ID<Survey>, _ survey: Survey, _ title: String, _ own: ID<SurveySection>?, _ section: SurveySection
    ) -> Form {
        let say = visit.say, others = visit.organisation[Surveys.self].sectionsInOrder(of: id).filter { $0.id != own }
        let before = others.last { $0.section.order < section.order }?.id
        return Form(
            title, place: SurveyPath.surveys, trail: visit.surveyTrail(id, survey), submit: say("pages.save"), cancel: SurveyPath.survey(id),
            fields: [
                .localized("title", say("survey.field.section-title"), section.title, languages: visit.languages, required: true),
                .localized("introduction", say("survey.field.section-introduction"), section.introduction, rows: 3, languages: visit.languages),
                place(others.map { Choice($0.id.text, visit.plain($0.section.title)) }, after: before?.text, say),
            ])
    }

    static func removeSection(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey(), (own, section) = try visit.section(of: id)
        let count = visit.organisation[Surveys.self].questionsInOrder(of: own).count
        return removing(visit, id, survey, section.title, visit.say("survey.remove-section-lede", count: count))
    }

    static func removeQuestion(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey(), (_, question) = try visit.question(of: id)
        return removing(visit, id, survey, question.text, visit.say("survey.remove-question-lede"))
    }

    private static func removing(_ visit: Visit, _ id: ID<Survey>, _ survey: Survey, _ title: Localized, _ lede: String) -> Form {
        var form = Form(
            visit.say("survey.remove", ["title": visit.plain(title)]), lede: lede, place: SurveyPath.surveys, trail: visit.surveyTrail(id, survey),
            submit: visit.say("survey.remove-it"), cancel: SurveyPath.survey(id), fields: [])
        form.isDangerous = true
        return form
    }

    static func addQuestion(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey(), (section, _) = try visit.section(of: id)
        guard let kind = visit.parameters["kind"].flatMap({ Question.Kind(rawValue: $0) }) else { throw Missing() }
        let empty = Question(section: section, code: "", text: .empty, kind: kind, order: .max)
        return question(visit, id, survey, visit.say("survey.new-question", ["kind": visit.say("survey.kind.\(kind.rawValue)")]), nil, empty)
    }

    static func changeQuestion(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey(), (own, present) = try visit.question(of: id)
        return question(visit, id, survey, visit.say("survey.edit-question", ["code": present.code]), own, present)
    }

    private static func question(_ visit: Visit, _ id: ID<Survey>, _ survey: Survey, _ title: String, _ own: ID<Question>?, _ question: Question) -> Form {
        let say = visit.say, surveys = visit.organisation[Surveys.self]
        let others = surveys.questionsInOrder(of: question.section).filter { $0.id != own }
        let before = others.last { $0.question.order < question.order }?.id
        let fields = QuestionInputs(visit: visit, question: question)
        let earlier = Questionnaire(surveys, of: id).questions.prefix { $0.id != own }.filter { $0.question.kind.canDecide }
        return Form(
            title, lede: say("survey.kind.\(question.kind.rawValue)-help"), place: SurveyPath.surveys, trail: visit.surveyTrail(id, survey), submit: say("pages.save"),
            cancel: SurveyPath.survey(id),
            fields: fields.all + [place(others.map { Choice($0.id.text, "\($0.question.code) \(visit.plain($0.question.text))") }, after: before?.text, say)]
                + fields.condition(on: Array(earlier)))
    }

    private static func place(_ others: [Choice], after: String?, _ say: Say) -> Field {
        Field("after", say("survey.field.after"), .choice([Choice("", say("survey.first"))] + others), value: after ?? "")
    }
}

/// The inputs of one question, as its kind needs them.
struct QuestionInputs {
    let visit: Visit
    let question: Question

    private var say: Say { visit.say }
    private var kind: Question.Kind { question.kind }

    var all: [Field] { asked + [list, options, rows].compactMap { $0 } + flags + limits }

    private var asked: [Field] {
        [
            .localized("text", say("survey.field.text"), question.text, rows: 2, languages: visit.languages, required: true),
            .localized("help", say("survey.field.help"), question.help, rows: 2, languages: visit.languages),
            Field("code", say("survey.field.code"), .line, value: question.code, help: say("survey.field.code-help")),
        ]
    }

    private var list: Field? {
        let lists = kind.canBeListed ? visit.house.choiceLists(of: visit.organisation, for: visit.viewer) : []
        guard !lists.isEmpty else { return nil }
        let choices = [Choice("", say("survey.by-hand"))] + lists.map { Choice($0.reference.description, visit.plain($0.title)) }
        return Field("from-list", say("survey.field.from-list"), .choice(choices), value: "", help: say("survey.field.from-list-help"))
    }

    private var options: Field? {
        guard kind.hasOptions else { return nil }
        let name = kind == .scale ? "steps" : kind == .matrix ? "columns" : "options"
        return .localized(
            "options", say("survey.field.\(name)"), question.options, rows: 6, languages: visit.languages, required: kind != .scale && list == nil,
            help: say("survey.field.\(name)-help"))
    }

    private var rows: Field? {
        kind == .matrix
            ? .localized("rows", say("survey.field.rows"), question.rows, rows: 6, languages: visit.languages, required: true, help: say("survey.field.options-help")) : nil
    }

    private var flags: [Field] {
        [
            Field("required", say("survey.field.required"), .flag, value: question.isRequired ? "yes" : "", help: say("survey.field.required-help")),
            kind.hasOther ? Field("other", say("survey.field.other"), .flag, value: question.allowsOther ? "yes" : "") : nil,
            Field("not-applicable", say("survey.field.not-applicable"), .flag, value: question.allowsNotApplicable ? "yes" : "", help: say("survey.field.not-applicable-help")),
        ].compactMap { $0 }
    }

    private var limits: [Field] {
        [
            kind.hasMost ? Field("most", say("survey.field.most"), .number, value: question.most.map(String.init), help: say("survey.field.most-help")) : nil,
            kind == .points ? Field("total", say("survey.field.total"), .number, value: digits(question.pointsTotal)) : nil,
            kind.hasLimits ? Field("lowest", say("survey.field.lowest"), .number, value: question.lowest.map(digits) ?? (kind == .scale ? "1" : nil)) : nil,
            kind.hasLimits ? Field("highest", say("survey.field.highest"), .number, value: question.highest.map(digits) ?? (kind == .scale ? "5" : nil)) : nil,
            kind == .number || kind == .range ? .localized("unit", say("survey.field.unit"), question.unit, languages: visit.languages) : nil,
        ].compactMap { $0 }
    }

    func condition(on earlier: [(id: ID<Question>, question: Question)]) -> [Field] {
        guard !earlier.isEmpty else { return [] }
        let choices = [Choice("", say("survey.always"))] + earlier.map { Choice($0.id.text, "\($0.question.code) \(visit.plain($0.question.text))") }
        return [
            Field("if", say("survey.field.if"), .choice(choices), value: question.condition?.question.text ?? "", help: say("survey.field.if-help")),
            Field("if-numbers", say("survey.field.if-numbers"), .line, value: question.condition.map { numbers($0) }, help: say("survey.field.if-numbers-help")),
        ]
    }

    private func numbers(_ condition: Condition) -> String {
        condition.spans.map { $0.from == $0.until ? digits($0.from) : "\(digits($0.from))–\(digits($0.until))" }.joined(separator: "; ")
    }

    private func digits(_ number: Double) -> String { plainDigits(number, visit.language.decimalMark) }
}
