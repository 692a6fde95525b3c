import Journal
import Organisation
import Pages

/// Actions as people compare them: who, when, how they stand, what of them is delivered.
struct ActionTable {
    let visit: Visit
    let index: PlanIndex
    let actions: [(id: ID<Action>, action: Action)]
    /// For a function or a focus area, whose actions belong to several objectives.
    let showsObjective: Bool

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        let seen = actions.filter { visit.sees($0.action.objective) }
        h2 { say("planning.actions") }
        if seen.isEmpty {
            p { say("planning.no-actions") }
        } else {
            scrollingTable(say("planning.action-table"), id: "actions") {
                headings([(say("planning.action"), false), (say("planning.status-and-owner"), false)])
                tbody { for item in seen { row(item.id, item.action) } }
            }
        }
        if let objective = seen.first?.action.objective ?? own, visit.may(.doers), !showsObjective {
            p(.class("actions")) {
                link(visit.path("plan/actions/new", ["objective": objective.text]), .class("button quiet")) { say("planning.new-action") }
            }
        }
    }

    /// The objective whose page this is.
    private var own: ID<Objective>? { visit.parameters["objective"].flatMap { ID($0) } }

    private func row(_ id: ID<Action>, _ action: Action) -> Markup {
        let deliverables = index.deliverables(of: id), delivered = deliverables.count { $0.deliverable.deliveredOn != nil }
        return tr {
            th(.scope("row")) {
                visit.actionLink(id)
                " "
                small { visit.dates(action.from, action.until) }
                if showsObjective { void("br"); small { visit.objectiveLink(action.objective) } }
            }
            td {
                statusMark(ActionStanding(action, on: visit.times.day).mark(say))
                " "
                small {
                    deliverables.isEmpty
                        ? say(Gap.actionWithoutDeliverable.key)
                        : say("planning.delivered-of", ["done": say.number(delivered), "all": say.number(deliverables.count)])
                }
                void("br")
                small { visit.owner(action.owner) }
            }
        }
    }
}
