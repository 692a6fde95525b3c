import HashTreeCollections
import Journal
import Organisation
import Pages

/// One survey: for planners its making, for Members the way to their answer, for all who may what it asks and who has answered.
struct SurveyPage {
    let reading: SurveyReading

    static let route = Route.page("surveys/{survey}", .everyone) { try SurveyPage(reading: SurveyReading($0)).page }

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }
    private var id: ID<Survey> { reading.id }

    private var page: Page {
        Page(visit.plain(reading.survey.title), place: SurveyPath.surveys, trail: visit.surveyTrail()) {
            p(.class("lede")) { reading.standing }
            introduction
            own
            controls
            if reading.opening != nil { counts }
            WhoReads(visit: visit, survey: reading.survey).markup
            if reading.phase == .draft { Making(reading: reading).markup } else { questions }
            if reading.opening != nil, Access.planners.admits(visit.viewer) { Following(reading: reading).markup }
            visit.aspects(of: Reference(Surveys.self, id))
        }
    }

    @MarkupBuilder private var introduction: Markup {
        if !reading.survey.introduction.isEmpty { p(.class("prose")) { visit.text(reading.survey.introduction) } }
    }

    @MarkupBuilder private var own: Markup {
        for member in reading.own {
            let answer = visit.organisation[Answers.self][id, member]
            sheet(say("survey.own", ["member": visit.plain(visit.register.name(of: member))])) {
                p {
                    if let official = answer.official, official.desk == .secretariat { official.onPaper(visit) } else { say("survey.stage.\(answer.stage.rawValue)") }
                }
                p {
                    link(visit.path(SurveyPath.survey(id, "answers/\(member)")), .class("button")) {
                        say(reading.phase == .open ? "survey.to-answer" : "survey.to-read")
                    }
                }
            }
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            link(visit.path(SurveyPath.survey(id, "preview")), .class("button quiet")) { say("survey.preview") }
            if reading.mayReadResults {
                link(visit.path(SurveyPath.survey(id, "results")), .class("button")) { say("survey.to-results") }
            }
            switch reading.phase {
            case .draft:
                visit.control(.planners, SurveyPath.survey(id, "open"), say("survey.open"), quiet: false)
                visit.control(.planners, SurveyPath.survey(id, "edit"), say("survey.edit"))
                visit.control(.planners, SurveyPath.survey(id, "withdraw"), say("survey.withdraw"))
            case .open:
                visit.control(.planners, SurveyPath.survey(id, "reminders"), say("survey.reminders"))
                visit.control(.planners, SurveyPath.survey(id, "closing"), say("survey.move-closing"))
                visit.control(.planners, SurveyPath.survey(id, "close"), say("survey.close"))
            case .closed: visit.control(.planners, SurveyPath.survey(id, "closing"), say("survey.open-again"))
            }
            if visit.languages.count > 1, Access.staff.admits(visit.viewer) {
                link(visit.path(SurveyPath.survey(id, "translations")), .class("button quiet")) { say("survey.translations") }
            }
            visit.control(.planners, SurveyPath.survey(id, "copy"), say("survey.copy"))
            link(visit.path(SurveyPath.survey(id, "questionnaire.tsv")), .class("button quiet")) { say("survey.questionnaire-file") }
        }
    }

    private var counts: Markup {
        sheet(say("survey.responses")) {
            ResponseCounts(visit: visit, respondents: Respondents(reading)).table
            LiveTally.way(reading)
        }
    }

    private var questions: Markup {
        sheet(say("survey.what-is-asked")) {
            for part in reading.questionnaire.parts {
                h3 { visit.text(part.section.title) }
                ol(.class("questions"), Attribute("start", String(part.questions.first.map { reading.questionnaire.number(of: $0.id) } ?? 1))) {
                    for (_, question) in part.questions { li { visit.text(question.text) } }
                }
            }
        }
    }
}
