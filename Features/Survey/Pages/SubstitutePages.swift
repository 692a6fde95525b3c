import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who clears the answers of an administration: its head, and who stands in.
enum SubstitutePages {
    static let page = Route.page("clearance/{member}", .roles(Role.ofAdministrations)) { visit in
        let (id, name) = try own(visit), say = visit.say, answers = visit.organisation[Answers.self]
        let standing = answers.substitutes.filter { $0.value.member == id }.map { (id: $0.key, substitute: $0.value) }.sorted { ($0.substitute.from, $0.id) < ($1.substitute.from, $1.id) }
        return Page(say("survey.clearance", ["member": name]), place: SurveyPath.surveys, trail: visit.surveyTrail()) {
            p(.class("lede")) { say("survey.clearance-lede") }
            div(.class("actions")) { if visit.viewer.heads(id) { visit.control(.roles([.headOfAdministration]), SubstitutePath.of(id, "new"), say("survey.name-substitute"), quiet: false) } }
            if standing.isEmpty { p { say("survey.no-substitute") } }
            ul {
                for (substituteID, substitute) in standing {
                    li {
                        say(
                            "survey.substitute-line",
                            ["person": visit.name(of: Actor(substitute.account)), "from": say.day(substitute.from), "until": say.day(substitute.until)])
                        if visit.viewer.heads(id) {
                            " "
                            visit.control(.roles([.headOfAdministration]), SubstitutePath.of(id, "\(substituteID)/dismiss"), say("survey.dismiss"))
                        }
                    }
                }
            }
        }
    }

    static func nameForm(_ visit: Visit) throws -> Form {
        let (id, name) = try own(visit), say = visit.say
        let people = visit.organisation.people(of: id).filter { $0 != visit.viewer.account }
            .map { Choice($0.text, visit.name(of: Actor($0))) }
        return Form(
            say("survey.name-substitute"), lede: say("survey.name-substitute-lede"), place: SurveyPath.surveys,
            trail: visit.surveyTrail() + [(say("survey.clearance", ["member": name]), SubstitutePath.of(id))], submit: say("survey.name-substitute"),
            cancel: SubstitutePath.of(id),
            fields: [
                Field("account", say("survey.field.account"), .choice([Choice("", "–")] + say.sorted(people, by: \.label)), required: true),
                Field("from", say("survey.field.from"), .day, value: "\(visit.times.today)", required: true),
                Field("until", say("survey.field.until"), .day, required: true),
            ])
    }

    static func dismissForm(_ visit: Visit) throws -> Form {
        let (id, name) = try own(visit), say = visit.say, substituteID: ID<Substitute> = try visit.id("substitute")
        guard let substitute = visit.organisation[Answers.self].substitutes[substituteID], substitute.member == id else { throw Missing() }
        var form = Form(
            say("survey.dismiss-title", ["person": visit.name(of: Actor(substitute.account))]), place: SurveyPath.surveys,
            trail: visit.surveyTrail() + [(say("survey.clearance", ["member": name]), SubstitutePath.of(id))], submit: say("survey.dismiss"),
            cancel: SubstitutePath.of(id), fields: [])
        form.isDangerous = true
        return form
    }

    private static func own(_ visit: Visit) throws(Missing) -> (id: ID<Member>, name: String) {
        let id: ID<Member> = try visit.id("member")
        guard visit.viewer.answers(for: id) else { throw Missing() }
        return (id, visit.plain(visit.register.name(of: id)))
    }
}
