import HashTreeCollections
import Journal
import Organisation
import Pages

/// All that is recorded of one idea of an earlier register.
struct IdeaPage {
    let visit: Visit
    let id: ID<EarlierIdea>
    let idea: EarlierIdea

    static let route = Route.page("assessments/ideas/{idea}", .everyone) { visit in
        let (id, idea) = try visit.idea()
        return IdeaPage(visit: visit, id: id, idea: idea).page
    }

    private var say: Say { visit.say }

    private var page: Page {
        Page(visit.plain(visit.ledger.title(of: id)), place: AssessmentPath.front, trail: visit.assessmentTrail((say("assessments.ideas"), IdeaPath.front))) {
            div(.class("actions")) {
                visit.control(.planners, IdeaPath.idea(id, "edit"), say("assessments.ideas.edit-it"))
                visit.control(.planners, IdeaPath.idea(id, "remove"), say("assessments.remove-it"))
            }
            facts(
                [said(.idea, id.text), said(.origin, say("assessments.ideas.source.\(idea.source.rawValue)"))] + authors + steps
                    + [said(.users, say.list(idea.uses.map { "\(visit.plain(visit.register.name(of: $0.member))) (\(say.day($0.on)))" })), objective] + ending)
            visit.aspects(of: Reference(IdeaLedger.self, id))
        }
    }

    private func said(_ field: IdeaField, _ text: String) -> (term: String, value: Markup) { (say("assessments.ideas.field.\(field.rawValue)"), Markup(text)) }

    private func day(_ field: IdeaField, _ day: Day?) -> (term: String, value: Markup) { said(field, day.map { say.day($0) } ?? "") }

    private var authors: [(term: String, value: Markup)] {
        let register = visit.register
        return [
            said(.units, say.list(idea.units.map { visit.plain(register.name(of: $0)) })), said(.regions, say.list(idea.regions.map { visit.plain(register.name(of: $0)) })),
            said(.members, say.list(idea.members.map { visit.plain(register.name(of: $0)) })),
        ]
    }

    private var steps: [(term: String, value: Markup)] {
        [
            day(.putIn, idea.putIn), day(.screened, idea.screened), said(.passed, idea.isPassed.map { say("assessments.ideas.passed.\($0 ? "yes" : "no")") } ?? ""),
            day(.decided, idea.decided), day(.funded, idea.funded), said(.amount, idea.amount.map { say.number($0) } ?? ""), day(.firstUse, idea.firstUse),
        ]
    }

    /// What this reader may not see of the plan is not named.
    private var objective: (term: String, value: Markup) {
        let known = idea.objective.flatMap { visit.sees($0) ? visit.plan.objectives[$0] : nil }
        return said(.objective, known.map { visit.plain($0.title.coded($0.code)) } ?? "")
    }

    private var ending: [(term: String, value: Markup)] {
        [day(.ended, idea.ended), said(.endedBecause, idea.because.map { say("assessments.ideas.ended.\($0.rawValue)") } ?? "")]
    }
}
