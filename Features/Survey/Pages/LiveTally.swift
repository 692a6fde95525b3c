import HashTreeCollections
import Journal
import Organisation
import Pages

/// Answers as they come in: pushed to whoever looks on while a survey is open. Who has answered, and what, as far as the reader may know it now.
struct LiveTally {
    let reading: SurveyReading

    static let route = Route.live("surveys/{survey}/live", .everyone) { visit in
        let reading = try SurveyReading(visit)
        guard reading.phase == .open, visit.isNow else { throw Missing() }
        let id = reading.id
        return Live(visit.say("survey.live"), back: (visit.plain(reading.survey.title), SurveyPath.survey(id))) { visit in
            // The same for all who may the same: what was recorded is counted once.
            try visit.common("survey/live/\(id)", to: .alike) { visit in
                let reading = try SurveyReading(visit, id)
                guard reading.phase == .open else { throw Missing() }
                return LiveTally(reading: reading).markup
            }
        }
    }

    /// More would be a page of its own.
    private static let most = 12

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }

    private var markup: Markup {
        let respondents = Respondents(reading)
        return group {
            p { strong { reading.standing } }
            ResponseCounts(visit: visit, respondents: respondents).table
            if reading.mayReadResults { for item in shown(respondents) { tally(item) } }
        }
    }

    private func shown(_ respondents: Respondents) -> [QuestionFigures] {
        reading.questionnaire.questions.lazy.filter { $0.question.kind.isCompared }.prefix(LiveTally.most).map { QuestionFigures($0.id, $0.question, respondents) }.filter(\.isShown)
    }

    private func tally(_ figures: QuestionFigures) -> Markup {
        group {
            h2 {
                "\(say.number(reading.questionnaire.number(of: figures.id))). "; visit.text(figures.question.text)
            }
            ul { for (place, share) in figures.compared(figures.all).enumerated() { li { say.naming(visit.option(place, of: figures.question), say.percent(share)) } } }
        }
    }

    /// The way there, for whoever wants to look on: it holds a connection for as long as somebody does.
    static func way(_ reading: SurveyReading) -> Markup {
        guard reading.phase == .open, reading.visit.isNow else { return Markup() }
        return p { link(reading.visit.path(SurveyPath.survey(reading.id, "live"))) { reading.visit.say("survey.live") } }
    }
}

/// Who has answered, by region: the regions without an answer stand there as well.
struct ResponseCounts {
    let visit: Visit
    let respondents: Respondents

    private var say: Say { visit.say }

    var table: Markup {
        scrollingTable(say("survey.responses-caption"), id: "responses") {
            headings([(say("survey.region"), false), (say("survey.answered"), true), (say("survey.asked"), true), (say("survey.rate"), true)])
            tbody {
                for region in respondents.regions {
                    tr {
                        th(.scope("row")) { region.name.isEmpty ? Markup(say("survey.no-region")) : visit.text(region.name) }
                        td(.class("n")) { say.number(region.versions.count) }
                        td(.class("n")) { say.number(region.asked) }
                        td(.class("n")) { say.percent(Double(region.versions.count) / Double(max(1, region.asked))) }
                    }
                }
            }
        }
    }
}
