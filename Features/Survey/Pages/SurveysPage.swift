import Journal
import Organisation
import Pages

/// All surveys that a reader may see, the newest first.
enum SurveysPage {
    static let route = Route.page(SurveyPath.surveys, .everyone) { page($0) }

    private static func page(_ visit: Visit) -> Page {
        let surveys = visit.organisation[Surveys.self].inOrder.compactMap { try? SurveyReading(visit, $0.id) }
        return Page(visit.say("survey.title"), place: SurveyPath.surveys) {
            if surveys.isEmpty {
                emptyState(visit.say("survey.none"), visit.say("survey.none-text")) {
                    visit.control(.planners, SurveyPath.new, visit.say("survey.new"), quiet: false)
                    visit.control(.planners, SurveyPath.load, visit.say("survey.load"))
                }
            } else {
                p(.class("lede")) { visit.say("survey.lede") }
                div(.class("actions")) {
                    visit.control(.planners, SurveyPath.new, visit.say("survey.new"))
                    visit.control(.planners, SurveyPath.load, visit.say("survey.load"))
                }
                for reading in surveys { entry(reading) }
            }
        }
    }

    private static func entry(_ reading: SurveyReading) -> Markup {
        let visit = reading.visit, say = visit.say
        return section(.class("sheet")) {
            h2 { link(visit.path(SurveyPath.survey(reading.id))) { visit.text(reading.survey.title) } }
            p { reading.standing }
            for member in reading.own where reading.phase == .open {
                p { link(visit.path(SurveyPath.survey(reading.id, "answers/\(member)")), .class("button")) { say("survey.answer-for", ["member": visit.plain(visit.register.name(of: member))]) } }
            }
        }
    }
}
