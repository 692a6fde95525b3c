import HashTreeCollections
import Journal
import Organisation
import Pages

/// The questionnaire as whoever is asked will see it; in each language by the language of the page.
enum PreviewPage {
    static let route = Route.page("surveys/{survey}/preview", .everyone) { visit in
        let reading = try SurveyReading(visit), say = visit.say
        return Page(say("survey.preview"), place: SurveyPath.surveys, trail: visit.surveyTrail(reading.id, reading.survey)) {
            p(.class("lede")) { say("survey.preview-lede") }
            if !reading.survey.introduction.isEmpty { p(.class("prose")) { visit.text(reading.survey.introduction) } }
            for part in reading.questionnaire.parts {
                sheet(visit.plain(part.section.title)) {
                    if !part.section.introduction.isEmpty { p(.class("prose")) { visit.text(part.section.introduction) } }
                    element("form", [.class("form")]) {
                        // What is typed here goes nowhere.
                        element("fieldset", [.flag("disabled")]) {
                            for (id, question) in part.questions { fields(id, question, reading) }
                        }
                    }
                }
            }
        }
    }

    private static func fields(_ id: ID<Question>, _ question: Question, _ reading: SurveyReading) -> Markup {
        let visit = reading.visit, number = reading.questionnaire.number(of: id), condition = visit.onlyIf(question, in: reading.questionnaire)
        return Form.preview(QuestionFields(visit: visit, id: id, question: question, number: number, response: nil, condition: condition).fields, visit.say)
    }
}
