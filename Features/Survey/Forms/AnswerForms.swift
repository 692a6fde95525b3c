import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of those who work on one answer.
enum AnswerForms {
    /// One section of the questionnaire, with what stands in the draft.
    static func section(_ visit: Visit, at desk: Desk) throws -> Form {
        let place = try AnswerPlace(visit, at: desk), part = try place.part(visit.id("section")), say = visit.say
        let isLast = place.questionnaire.parts.last?.id == part.id
        let fields = part.questions.flatMap { id, question in
            QuestionFields(
                visit: visit, id: id, question: question, number: place.questionnaire.number(of: id), response: place.draft[id],
                condition: visit.onlyIf(question, in: place.questionnaire)
            ).fields
        }
        var form = Form(
            visit.plain(part.section.title), lede: visit.plain(part.section.introduction), place: SurveyPath.surveys, trail: visit.answerTrail(place),
            submit: say(isLast ? "survey.save" : "survey.save-and-on"), cancel: place.path(), fields: fields
        ) {
            if place.phase == .closed { steps(place, part.id, visit) }
            if place.phase == .closed { p(.class("note")) { say("survey.closed-now") } }
            if desk == .member, place.answer.asked != nil { p(.class("note")) { say("survey.asked-already") } }
        }
        form.isClosed = place.phase == .closed
        let parts = place.questionnaire.parts
        if parts.count > 1 { form.ways = Ways(say("survey.save-and-to"), name: goOn, choices: parts.map { Choice($0.id.text, visit.plain($0.section.title)) }, here: part.id.text) }
        return form
    }

    /// The field that says which section is wished for next.
    static let goOn = "go-on"

    /// Where nothing can be typed, nothing can be dropped on the way.
    private static func steps(_ place: AnswerPlace, _ here: ID<SurveySection>, _ visit: Visit) -> Markup {
        chips(
            visit.say("survey.sections"),
            place.questionnaire.parts.map { (visit.plain($0.section.title), visit.path(place.path("sections/\($0.id)")), $0.id == here) })
    }

    static func remark(_ visit: Visit) throws -> Form {
        let place = try AnswerPlace(visit), say = visit.say, id: ID<Question> = try visit.id("question")
        guard let found = place.questionnaire.questions.first(where: { $0.id == id }) else { throw Missing() }
        return Form(
            say("survey.remark-on", ["number": say.number(place.questionnaire.number(of: id))]), lede: visit.plain(found.question.text), place: SurveyPath.surveys,
            trail: visit.answerTrail(place), submit: say("survey.remark"), cancel: place.path(),
            fields: [Field("text", say("survey.field.remark"), .text(rows: 4), required: true, help: say("survey.field.remark-help"))])
    }

    static func askClearance(_ visit: Visit) throws -> Form {
        let place = try AnswerPlace(visit), say = visit.say
        guard place.survey.needsClearance else { throw Missing() }
        return Form(
            say("survey.ask-clearance"), lede: say("survey.ask-clearance-lede"), place: SurveyPath.surveys, trail: visit.answerTrail(place),
            submit: say("survey.ask-clearance"), cancel: place.path(),
            fields: [Field("note", say("survey.field.note"), .text(rows: 3), help: say("survey.field.note-help"))]
        ) { Answered(visit: visit, place: place).whole }
    }

    static func refuseClearance(_ visit: Visit) throws -> Form {
        let place = try AnswerPlace(visit), say = visit.say
        return Form(
            say("survey.give-back"), lede: say("survey.give-back-lede"), place: SurveyPath.surveys, trail: visit.answerTrail(place),
            submit: say("survey.give-back"), cancel: place.path(), fields: [.why(say("survey.field.give-back"))])
    }

    /// What is submitted is read before it is, in the state that is sent along.
    static func submit(_ visit: Visit, at desk: Desk) throws -> Form {
        let place = try AnswerPlace(visit, at: desk), say = visit.say
        let name = place.submitting
        var form = Form(
            say(name), lede: say("\(name)-lede", ["member": visit.plain(place.member.name)]), place: SurveyPath.surveys, trail: visit.answerTrail(place),
            submit: say(name), cancel: place.path(),
            fields: [
                place.survey.asksConsent ? consent(place, say) : nil,
                desk == .secretariat ? Field("received", say("survey.field.received"), .day, required: true) : nil,
                desk == .secretariat ? Field("signed", say("survey.field.signed"), .flag) : nil,
                Field("seen", "", .hidden, value: try AnswerDecisions.seal(place.answer, at: desk)),
            ].compactMap { $0 }
        ) {
            if !place.isCleared(by: visit) { p(.class("note")) { say("survey.refusal.head-clears") } }
            if desk == .secretariat, place.answer.official?.desk == .member { p(.class("notice warn")) { say("survey.paper-replaces") } }
            if desk == .member, let note = place.answer.asked?.note { element("blockquote", []) { element("bdi", []) { note.text ?? say("pages.erased") } } }
            WhoReads(visit: visit, survey: place.survey).markup
            Answered(visit: visit, place: place).whole
        }
        form.isClosed = !place.isCleared(by: visit)
        return form
    }
}

extension AnswerForms {
    /// Who may read what was submitted last.
    static func changeConsent(_ visit: Visit) throws -> Form {
        let place = try AnswerPlace(visit), say = visit.say
        guard place.survey.asksConsent, place.answer.official != nil else { throw Missing() }
        var form = Form(
            say("survey.change-consent"), lede: say("survey.change-consent-lede", ["member": visit.plain(place.member.name)]), place: SurveyPath.surveys, trail: visit.answerTrail(place),
            submit: say("pages.save"), cancel: place.path(),
            fields: [consent(place, say), Field("seen", "", .hidden, value: try AnswerDecisions.seal(place.answer, at: .member))]
        ) {
            if !place.isCleared(by: visit) { p(.class("note")) { say("survey.refusal.head-clears") } }
            WhoReads(visit: visit, survey: place.survey).markup
        }
        form.isClosed = !place.isCleared(by: visit)
        return form
    }

    private static func consent(_ place: AnswerPlace, _ say: Say) -> Field {
        let choices = Consent.allCases.map { Choice($0.rawValue, say("survey.consent.\($0.rawValue)")) }
        let isOwn = place.desk == .member
        return Field(
            "consent", say(isOwn ? "survey.field.own-consent" : "survey.field.paper-consent"), .oneOf(choices, inRow: false), value: (place.answer.official?.consent ?? .nobody).rawValue,
            required: true, help: say(isOwn ? "survey.field.own-consent-help" : "survey.field.paper-consent-help"))
    }
}

extension Visit {
    func answerTrail(_ place: AnswerPlace) -> [(title: String, path: String)] {
        surveyTrail(place.surveyID, place.survey) + [(plain(place.member.name), place.path())]
    }

    /// “Only if question 2 was answered with: Yes, Partly.” Empty where a question is always asked.
    func onlyIf(_ question: Question, in questionnaire: Questionnaire) -> String {
        guard let condition = question.condition, let on = questionnaire.questions.first(where: { $0.id == condition.question }) else { return "" }
        return say("survey.only-if", ["number": say.number(questionnaire.number(of: on.id)), "answers": say.list(named(condition, of: on.question))])
    }

    /// The answers after which a question is asked, as they read.
    private func named(_ condition: Condition, of question: Question) -> [String] {
        let options = question.kind == .number || question.kind == .scale ? [] : question.optionTexts(in: language).map(\.text)
        return condition.spans.flatMap { span in
            if !options.isEmpty {
                return options.enumerated().filter { span.from <= Double($0.offset + 1) && Double($0.offset + 1) <= span.until }.map(\.element)
            }
            return [span.from == span.until ? say.number(span.from) : "\(say.number(span.from))–\(say.number(span.until))"]
        }
    }
}
