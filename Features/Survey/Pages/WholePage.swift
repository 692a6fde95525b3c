import Journal
import Organisation
import Pages

/// The draft as it would read if it were submitted now, on one page: to be read before anybody clears it, and to be printed for a meeting.
enum WholePage {
    static func route(at desk: Desk) -> Route {
        let path = desk == .member ? "surveys/{survey}/answers/{member}/whole" : "surveys/{survey}/paper/{member}/whole"
        return .page(path, desk == .member ? .roles(Role.ofAdministrations) : .planners) { visit in page(visit, try AnswerPlace(visit, at: desk)) }
    }

    private static func page(_ visit: Visit, _ place: AnswerPlace) -> Page {
        let say = visit.say, title = visit.plain(place.member.name)
        return Page(say("survey.whole-of", ["member": title]), place: SurveyPath.surveys, trail: visit.answerTrail(place)) {
            p(.class("lede")) { place.open.isEmpty ? say("survey.whole-lede") : say("survey.whole-open-lede", count: place.open.count) }
            WhoReads(visit: visit, survey: place.survey).markup
            Answered(visit: visit, place: place).whole
        }
    }
}
