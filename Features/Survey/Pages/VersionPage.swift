import Journal
import Organisation
import Pages

/// What was submitted, as it was, with its receipt.
enum VersionPage {
    static func route(at desk: Desk) -> Route {
        let path = desk == .member ? "surveys/{survey}/answers/{member}/versions/{version}" : "surveys/{survey}/paper/{member}/versions/{version}"
        return .page(path, desk == .member ? .roles(Role.ofAdministrations) : .planners) { visit in
            let place = try AnswerPlace(visit, at: desk), versions = place.answer.versions
            guard let number = visit.parameters["version"].flatMap({ Int($0) }), versions.indices.contains(number - 1) else { throw Missing() }
            return page(visit, place, versions[number - 1], isLast: number == versions.count)
        }
    }

    private static func page(_ visit: Visit, _ place: AnswerPlace, _ version: Version, isLast: Bool) -> Page {
        let say = visit.say
        return Page(
            say("survey.version-title", ["member": visit.plain(place.member.name)]), place: SurveyPath.surveys,
            trail: place.desk == .member ? visit.answerTrail(place) : visit.surveyTrail(place.surveyID, place.survey)
        ) {
            p(.class("lede")) { say(isLast ? "survey.version-counts" : "survey.version-replaced") }
            if isLast, !place.survey.thanks.isEmpty { p(.class("prose")) { visit.text(place.survey.thanks) } }
            facts([
                (say("survey.submitted-by"), Markup(visit.name(of: version.by))),
                (say("survey.submitted-at"), Markup(visit.when(version))),
                (say("survey.cleared-by"), version.clearedBy.map { Markup(visit.name(of: $0)) } ?? Markup()),
                (say("survey.field.received"), version.received.map { Markup(say.day($0)) } ?? Markup()),
                (say("survey.consent"), version.consent.map { Markup(say("survey.consent.\($0.rawValue)")) } ?? Markup()),
                (say("survey.receipt-at"), link(visit.path("activity/receipts/\(version.position)")) { say("survey.receipt", ["position": say.number(version.position)]) }),
            ])
            Answered(visit: visit, place: place, version: version).whole
        }
    }
}

extension Visit {
    /// When an answer was submitted; the day alone where it was recorded later than it holds.
    func when(_ version: Version) -> String { version.at.day == version.on ? say.moment(version.at) : say.day(version.on) }
}
