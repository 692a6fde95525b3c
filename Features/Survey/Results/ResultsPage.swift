import Journal
import Organisation
import Pages

/// What came of a survey: who answered, and to each question what, as a distribution, with how many it rests on.
struct ResultsPage {
    let reading: SurveyReading

    static let route = Route.page("surveys/{survey}/results", .everyone) { visit in
        let reading = try SurveyReading(visit)
        guard reading.hasResultsForReader else { throw Missing() }
        return ResultsPage(reading: reading).page
    }

    /// A page of more questions than this is read by nobody and takes long to load.
    private static let most = 40

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }

    private var page: Page {
        Page(say("survey.results"), place: SurveyPath.surveys, trail: visit.surveyTrail(reading.id, reading.survey)) {
            p(.class("lede")) { reading.standing }
            if reading.areResultsOpen {
                results
            } else {
                // Where few are withheld, past days are not shown: from one to the next a single answer would.
                p(.class("note")) { say(reading.areResultsOpenNow ? "survey.results-now-only" : "survey.results-later") }
            }
        }
    }

    @MarkupBuilder private var results: Markup {
        let respondents = Respondents(reading, reading.weightingAsked), paging = Paging(count: reading.questionnaire.questions.count, asked: visit.query["page"], size: ResultsPage.most)
        p { say("survey.results-how") }
        if respondents.least > 0 { p(.class("note")) { say("survey.results-least", count: respondents.least) } }
        div(.class("actions")) {
            link(visit.path(SurveyPath.survey(reading.id, "results.csv"), reading.weightsAsked(respondents)), .class("button quiet")) { say("survey.results-file") }
            for edition in Edition.offered(reading) {
                link(visit.path(SurveyPath.survey(reading.id, "archive.zip"), ["for": edition.rawValue]), .class("button quiet")) { say("survey.archive.\(edition.rawValue)") }
            }
        }
        LiveTally.way(reading)
        if respondents.all.versions.isEmpty {
            emptyState(say("survey.no-results"), say("survey.no-results-text"))
        } else {
            if paging.page == 1 { Representation(reading: reading, respondents: respondents).markup }
            WeightingSwitch(reading: reading, respondents: respondents).markup
            questions(respondents, paging)
        }
    }

    @MarkupBuilder private func questions(_ respondents: Respondents, _ paging: Paging) -> Markup {
        let shown = Set(paging.part(of: reading.questionnaire.questions).map(\.id))
        let parts = reading.questionnaire.parts.compactMap { part -> (section: SurveySection, results: [QuestionResult])? in
            let results = part.questions.filter { shown.contains($0.id) }.map {
                QuestionResult(reading: reading, respondents: respondents, figures: QuestionFigures($0.id, $0.question, respondents))
            }
            return results.isEmpty ? nil : (part.section, results)
        }
        overview(parts.flatMap(\.results))
        contents(respondents, paging)
        for part in parts {
            h2 { visit.text(part.section.title) }
            for result in part.results { result.markup }
        }
        paging.markup(visit, path: SurveyPath.survey(reading.id, "results"), query: reading.weightsAsked(respondents))
    }

    /// Of the questions that ask what is wanted: what all want, and what only some do.
    @MarkupBuilder private func overview(_ results: [QuestionResult]) -> Markup {
        let compared = results.compactMap { result in result.figures.isShown ? CommonAndRegional(result.figures, visit).map { (result, $0) } : nil }
        if !compared.isEmpty {
            sheet(say("survey.common"), id: "common") {
                p(.class("help")) { say("survey.consensus-how") }
                // Many would stand before the first figure.
                if compared.count > 12 {
                    details {
                        summary { say("survey.by-question") }
                        sentences(compared)
                    }
                } else {
                    sentences(compared)
                }
            }
        }
    }

    private func sentences(_ compared: [(QuestionResult, CommonAndRegional)]) -> Markup {
        dl(.class("dl answers")) {
            for (result, common) in compared {
                dt { link("#question-\(result.figures.id)") { visit.text(result.question.text) } }
                dd { common.sentence }
            }
        }
    }

    /// Where each section begins, when not all fit on one page.
    @MarkupBuilder private func contents(_ respondents: Respondents, _ paging: Paging) -> Markup {
        if paging.pages > 1 {
            let places = Dictionary(reading.questionnaire.questions.enumerated().map { ($0.element.question.section, $0.offset) }) { first, _ in first }
            details {
                summary { say("survey.sections") }
                ol {
                    for part in reading.questionnaire.parts {
                        if let place = places[part.id], let first = part.questions.first {
                            let page = ["page": "\(place / ResultsPage.most + 1)"].merging(reading.weightsAsked(respondents)) { own, _ in own }
                            li { link(visit.path(SurveyPath.survey(reading.id, "results"), page) + "#question-\(first.id)") { visit.text(part.section.title) } }
                        }
                    }
                }
            }
            paging.markup(visit, path: SurveyPath.survey(reading.id, "results"), query: reading.weightsAsked(respondents))
        }
    }
}

extension SurveyReading {
    var resultsAudience: Audience { survey.resultsAudience }

    /// Whether there are results, now or later, that are for this reader.
    var hasResultsForReader: Bool { opening != nil && visit.viewer.belongs(to: resultsAudience) }

    /// Whether this reader may read them now.
    var mayReadResults: Bool { hasResultsForReader && areResultsOpen }

    /// Whether this reader sees it already: planners, who are answerable for the survey, from the first answer on.
    var areResultsOpen: Bool { Access.planners.admits(visit.viewer) || areResultsOpenToAll }

    /// Whether they are open to all, though not on the day that is read.
    var areResultsOpenNow: Bool {
        let now = visit.present[Surveys.self].phase(of: id, on: visit.times.today)
        return !visit.isNow && survey.areResultsOpen(then: now, now: now, isNow: true)
    }

    /// Whether those for whom the results are see them.
    var areResultsOpenToAll: Bool { survey.areResultsOpen(then: phase, now: visit.present[Surveys.self].phase(of: id, on: visit.times.today), isNow: visit.isNow) }
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

    /// Whether they see it already. That a survey is closed is asked of today, whatever day is read; where few are withheld, only the whole is shown, and only as it
    /// is now: between two days, or two answers, one Member's answer would show, of a survey that was opened once more as well.
    func areResultsOpen(then: Surveys.Phase, now: Surveys.Phase, isNow: Bool) -> Bool {
        smallestCell == 0 ? moment == .live || now == .closed : now == .closed && then == .closed && isNow
    }
}
