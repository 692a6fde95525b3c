import HashTreeCollections
import Journal
import Organisation
import Pages

/// How complete a plan is, in one sentence that leads to how it is counted.
struct CompletenessSentence {
    let visit: Visit
    let id: ID<StrategicPlan>
    let completeness: Completeness

    var markup: Markup {
        guard let share = completeness.share else { return Markup() }
        let say = visit.say
        return p {
            say(
                "planning.completeness", count: completeness.objectives.count,
                [
                    "share": say.percent(share), "owner": say.number(completeness.there(.owner)),
                    "indicator": say.number(completeness.there(.indicator)), "action": say.number(completeness.there(.action)),
                    "complete": say.number(completeness.complete),
                ])
            " "
            link(visit.path(PlanPath.counted, ["plan": id.text])) { say("pages.how-counted") }
        }
    }
}

/// How completeness is counted: the rule, the figures, and every objective that lacks something.
func countedPage(_ visit: Visit) async throws -> Page {
    guard let id = visit.chosenPlan, let plan = visit.plan.plans[id] else { return try await NoPlan.page(visit) }
    let say = visit.say, completeness = visit.planIndex.completeness(of: id), all = completeness.objectives.count
    return Page(say("planning.counted"), place: PlanPath.plan, trail: [(visit.plain(plan.title), PlanPath.plan(id))]) {
        p(.class("lede")) { say("planning.counted-lede") }
        CompletenessSentence(visit: visit, id: id, completeness: completeness).markup
        ul { for rule in ["asked", "function", "share"] { li { say("planning.counted-rule.\(rule)") } } }
        scrollingTable(say("planning.counted-table"), id: "counted") {
            headings([(say("planning.criterion"), false), (say("planning.there"), true), (say("planning.of"), true), (say("planning.missing"), false)])
            tbody {
                for criterion in Completeness.Criterion.allCases {
                    tr {
                        th(.scope("row")) { say("planning.criterion.\(criterion.rawValue)") }
                        td(.class("n")) { say.number(completeness.there(criterion)) }
                        td(.class("n")) { say.number(all) }
                        td { missing(completeness.missing[criterion] ?? [], visit) }
                    }
                }
            }
        }
    }
}

/// The first thirty by name; how many more.
private func missing(_ ids: [ID<Objective>], _ visit: Visit) -> Markup {
    guard !ids.isEmpty else { return Markup(visit.say("pages.none")) }
    return group {
        ul { for id in ids.prefix(30) { li { visit.objectiveLink(id) } } }
        if ids.count > 30 { p { visit.say("planning.and-more", count: ids.count - 30) } }
    }
}
