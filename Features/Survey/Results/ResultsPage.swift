import HashTreeCollections
import Journal
import Organisation
import Pages

/// What came of a survey: how many answered, and to each question what, as a distribution, with how many it rests on.
struct ResultsPage {
    let reading: SurveyReading

    static let route = Route.page("surveys/{survey}/results", .everyone) { visit in
        let reading = try SurveyReading(visit)
        guard visit.viewer.belongs(to: reading.resultsAudience), reading.opening != nil else { throw Missing() }
        return ResultsPage(reading: reading).page
    }

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }

    private var page: Page {
        Page(say("survey.results"), place: SurveyPath.surveys, trail: visit.surveyTrail(reading.id, reading.survey)) {
            p(.class("lede")) { reading.standing }
            if reading.areResultsOpen {
                results
            } else {
                p(.class("note")) { say("survey.results-later") }
            }
        }
    }

    @MarkupBuilder private var results: Markup {
        let respondents = Respondents(reading)
        p { say("survey.results-how") }
        if respondents.least > 0 { p(.class("note")) { say("survey.results-least", count: respondents.least) } }
        div(.class("actions")) { link(visit.path(SurveyPath.survey(reading.id, "results.csv")), .class("button quiet")) { say("survey.results-file") } }
        if respondents.all.versions.isEmpty {
            emptyState(say("survey.no-results"), say("survey.no-results-text"))
        } else {
            for part in reading.questionnaire.parts {
                h2 { visit.text(part.section.title) }
                for (id, question) in part.questions {
                    QuestionResult(reading: reading, respondents: respondents, id: id, question: question).markup
                }
            }
        }
    }
}

extension SurveyReading {
    var resultsAudience: Audience { survey.resultsAudience }

    /// Whether this reader sees it already.
    var areResultsOpen: Bool {
        visit.viewer.isStaff || survey.areResultsOpen(then: phase, now: visit.present[Surveys.self].phase(of: id, on: visit.times.today))
    }
}

extension Survey {
    /// Who may ever see what came of it.
    var resultsAudience: Audience {
        switch readers {
        case .staff: .staff
        case .participants: .participants
        case .everyone: .everyone
        }
    }

    /// Whether they see it already. That a survey is closed is asked of today, whatever day is read; where few are withheld, only the whole is shown, once:
    /// between two days, or two answers, one Member's answer would show.
    func areResultsOpen(then: Surveys.Phase, now: Surveys.Phase) -> Bool {
        smallestCell == 0 ? moment == .live || now == .closed : now == .closed && then == .closed
    }
}
