import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What one expects of an objective in each of the four scenarios, and what follows where it is fragile.
enum StressForms {
    static let routes: [Route] = [
        .form("scenarios/studies/{study}/stress/{objective}", DriverForms.rating, show: rate, decide: StressDecisions.rate),
        .form("scenarios/studies/{study}/stress/{objective}/answer", .planners, show: answer, decide: StressDecisions.answer),
    ]

    private static func rate(_ visit: Visit) throws -> Form {
        let (study, objective, figures) = try tested(visit), say = visit.say, four = visit.scenarios.scenarios(of: study)
        guard visit.mayRate(study), !four.isEmpty else { throw Missing() }
        let marks = visit.onlyRater.flatMap { visit.scenarios.stress[study]?[objective.id]?[$0]?.marks } ?? []
        let asked = four.flatMap { id in fields(visit, id, marks.first { $0.scenario == id }) }
        let place = (figures.objectives.firstIndex { $0.id == objective.id } ?? 0) + 1
        return Form(
            visit.plain(objective.title.coded(objective.code)), lede: say("scenarios.stress-lede"), place: ScenarioPath.front,
            trail: visit.studyTrail(study) + [(say("scenarios.stress"), ScenarioPath.study(study, "stress"))], submit: say("scenarios.rate-it"), cancel: ScenarioPath.study(study, "stress"),
            fields: [visit.raterField, visit.takeBackField].compactMap { $0 } + asked
        ) {
            p(.class("help")) { say("scenarios.objective-of", ["n": say.number(place), "of": say.number(figures.objectives.count)]) }
            if let text = visit.plan.objectives[objective.id]?.description, !text.isEmpty { p(.class("prose")) { visit.text(text) } }
            details {
                summary { say("scenarios.read-scenarios") }
                for id in four {
                    h3 { visit.text(visit.title(of: id)) }
                    if let text = visit.scenarios.scenarios[id]?.narrative, !text.isEmpty { p(.class("prose")) { visit.text(text) } }
                }
            }
            p(.class("note")) { say("scenarios.stress-note", count: DriverSpread.least) }
        }
    }

    private static func fields(_ visit: Visit, _ id: ID<Scenario>, _ mark: StressMark?) -> [Field] {
        let say = visit.say, names = StressField(id), title = visit.title(of: id)
        let steps = StressMark.range.map { Choice("\($0)", say("scenarios.mark.\($0)")) }
        var field = Field(
            names.mark, visit.plain(title), .oneOf([Choice("", say("scenarios.rate.none"))] + steps, inRow: false), value: mark.map { "\($0.effect)" } ?? "", help: visit.ends(of: id))
        field.language = visit.shownLanguage(of: title)
        var why = Field(names.why, say("scenarios.field.mark-because"), .text(rows: 2), value: mark?.because.text)
        why.fold = say("scenarios.give-reason", ["title": visit.plain(title)])
        return [field, why]
    }

    private static func answer(_ visit: Visit) throws -> Form {
        let (study, objective, figures) = try tested(visit), say = visit.say
        guard figures.test(of: objective.id).verdict == .fragile else { throw Missing() }
        let present = visit.scenarios.fragilities[study]?[objective.id]?.consequence ?? Consequence()
        return Form(
            say("scenarios.answer-fragile"), lede: visit.plain(objective.title.coded(objective.code)), place: ScenarioPath.front,
            trail: visit.studyTrail(study) + [(say("scenarios.stress"), ScenarioPath.study(study, "stress"))], submit: say("pages.save"), cancel: ScenarioPath.study(study, "stress"),
            fields: FutureForms.consequence(visit, present))
    }

    private static func tested(_ visit: Visit) throws -> (study: ID<ForesightStudy>, objective: KeptNames.KeptObjective, figures: StudyFigures) {
        let (study, _) = try visit.study(), id: ID<Objective> = try visit.id("objective"), figures = try visit.figures(study)
        guard let objective = figures.objectives.first(where: { $0.id == id }), visit.sees(id, keptFor: objective.isPublic ? .everyone : .participants) else { throw Missing() }
        return (study, objective, figures)
    }
}
