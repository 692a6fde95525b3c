import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for a survey as a whole.
enum SurveyForms {
    static func start(_ visit: Visit) throws -> Form {
        form(visit, visit.say("survey.new"), lede: visit.say("survey.new-lede"), .new, cancel: SurveyPath.surveys, trail: visit.surveyTrail())
    }

    static func describe(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey()
        return form(visit, visit.say("survey.edit"), lede: "", survey, cancel: SurveyPath.survey(id), trail: visit.surveyTrail(id, survey))
    }

    private static func form(
        _ visit: Visit, _ title: String, lede: String, _ survey: Survey, cancel: String, trail: [(title: String, path: String)]
    ) -> Form {
        let say = visit.say
        let regions = visit.register.regionsInOrder.map { Choice($0.id.text, visit.plain($0.region.name)) }
        return Form(
            title, lede: lede, place: SurveyPath.surveys, trail: trail, submit: say("pages.save"), cancel: cancel,
            fields: [
                .localized("title", say("survey.field.title"), survey.title, languages: visit.languages, required: true),
                .localized("introduction", say("survey.field.introduction"), survey.introduction, rows: 4, languages: visit.languages, help: say("survey.field.introduction-help")),
                .localized("thanks", say("survey.field.thanks"), survey.thanks, rows: 2, languages: visit.languages, help: say("survey.field.thanks-help")),
                Field("closes", say("survey.field.closes"), .day, value: survey.closesOn.map { "\($0)" }, help: say("survey.field.closes-help")),
                Field("regions", say("survey.field.regions"), .choices(regions), values: survey.regions.map(\.text), help: say("survey.field.regions-help")),
                Field("clearance", say("survey.field.clearance"), .flag, value: survey.needsClearance ? "yes" : "", help: say("survey.field.clearance-help")),
                Field(
                    "readers", say("survey.field.readers"), .oneOf(Survey.Readers.allCases.map { Choice($0.rawValue, say("survey.readers.\($0.rawValue)")) }, inRow: false),
                    value: survey.readers.rawValue, required: true),
                Field(
                    "moment", say("survey.field.moment"), .oneOf(Survey.Moment.allCases.map { Choice($0.rawValue, say("survey.moment.\($0.rawValue)")) }, inRow: false), value: survey.moment.rawValue,
                    required: true, help: say("survey.field.moment-help")),
                Field("cell", say("survey.field.cell"), .number, value: "\(survey.smallestCell)", help: say("survey.field.cell-help")),
                Field("consent", say("survey.field.consent"), .flag, value: survey.asksConsent ? "yes" : "", help: say("survey.field.consent-help")),
            ])
    }

    static func withdraw(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey()
        return .withdrawing(visit.say("survey.withdraw"), place: SurveyPath.surveys, trail: visit.surveyTrail(id, survey), cancel: SurveyPath.survey(id), visit.say)
    }

    static func open(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.draftedSurvey(), say = visit.say
        let asked = visit.organisation[Surveys.self].asked(by: survey, visit.register)
        let questionnaire = Questionnaire(visit.organisation[Surveys.self], of: id)
        let lacks = questionnaire.lacks(in: visit.language), translations = QuestionnaireTranslations(id, survey, questionnaire, visit.languages)
        return Form(
            say("survey.open"), lede: say("survey.open-lede"), place: SurveyPath.surveys, trail: visit.surveyTrail(id, survey), submit: say("survey.open"),
            cancel: SurveyPath.survey(id), fields: []
        ) {
            facts(
                [
                    (say("survey.asked"), Markup(say("survey.asked-members", count: asked.count))),
                    (say("survey.questions"), Markup(say.number(questionnaire.questions.count))),
                    (say("survey.field.closes"), Markup(survey.closesOn.map { say.day($0) } ?? say("survey.no-day"))),
                ] + WhoReads(visit: visit, survey: survey).rows)
            if !lacks.isEmpty { remark(ul { for lack in lacks { li { say(lack.key, lack.arguments) } } }) }
            TranslationMarks(visit: visit, survey: id).warning(translations)
            p(.class("help")) { say("survey.opening-writes-nobody") }
        }
    }

    static func moveClosing(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.openedSurvey(), say = visit.say
        return Form(
            say("survey.move-closing"), lede: say("survey.move-closing-lede"), place: SurveyPath.surveys, trail: visit.surveyTrail(id, survey), submit: say("pages.save"),
            cancel: SurveyPath.survey(id),
            fields: [Field("closes", say("survey.field.closes"), .day, value: survey.closesOn.map { "\($0)" }, help: say("survey.field.closes-help"))])
    }

    static func close(_ visit: Visit) throws -> Form {
        let (id, survey) = try visit.openedSurvey(), say = visit.say
        guard visit.organisation[Surveys.self].phase(of: id, on: visit.times.day) == .open else { throw Missing() }
        return Form(
            say("survey.close"), lede: say("survey.close-lede"), place: SurveyPath.surveys, trail: visit.surveyTrail(id, survey), submit: say("survey.close"),
            cancel: SurveyPath.survey(id), fields: [])
    }

    static func copy(_ visit: Visit) throws -> Form {
        let id: ID<Survey> = try visit.id("survey"), say = visit.say
        guard let survey = visit.organisation[Surveys.self].surveys[id] else { throw Missing() }
        return Form(
            say("survey.copy"), lede: say("survey.copy-lede"), place: SurveyPath.surveys, trail: visit.surveyTrail(id, survey), submit: say("survey.copy"),
            cancel: SurveyPath.survey(id), fields: [.localized("title", say("survey.field.title"), survey.title, languages: visit.languages, required: true)])
    }
}
