import HashTreeCollections
import Journal
import Organisation
import Pages

/// A focus area: the objectives and actions that it cuts across.
func focusAreaPage(_ visit: Visit) throws -> Page {
    let id: ID<FocusArea> = try visit.id("area"), say = visit.say
    guard let area = visit.plan.focusAreas[id], visit.sees(area.plan) else { throw Missing() }
    let objectives = visit.plan.objectives(of: area.plan).filter { $0.objective.focusAreas.contains(id) && visit.sees($0.id) }
    let index = visit.planIndex, actions = index.actions(of: area.plan).filter { $0.action.focusAreas.contains(id) && visit.sees($0.action.objective) }
    let trail = visit.plan.plans[area.plan].map { [(title: visit.plain($0.title), path: PlanPath.plan(area.plan))] } ?? []
    return Page(visit.plainCoded(area.code, area.title), place: PlanPath.plan, trail: trail) {
        p(.class("lede")) {
            say("planning.lede.focus-area", ["objectives": say.number(objectives.count), "actions": say.number(actions.count)])
        }
        if !area.description.isEmpty { p { visit.text(area.description) } }
        remark(visit.text(area.note))
        p(.class("actions")) {
            link(visit.path(PlanPath.thread(Reference(Plan.self, id))), .class("button quiet")) { say("planning.thread") }
            visit.control(.planners, "\(PlanPath.focusArea(id))/edit", say("pages.edit"))
            visit.control(.planners, "\(PlanPath.focusArea(id))/withdraw", say("pages.withdraw"))
        }
        if objectives.isEmpty && actions.isEmpty { visit.gaps([.focusAreaUnused]) }
        if !objectives.isEmpty {
            h2 { say("planning.objectives") }
            ul {
                for item in objectives {
                    li {
                        visit.objectiveLink(item.id); " "; status(visit.progress(of: Reference(Plan.self, item.id)), say)
                    }
                }
            }
        }
        if !actions.isEmpty { ActionTable(visit: visit, index: index, actions: actions, showsObjective: true).markup }
        visit.aspects(of: Reference(Plan.self, id))
    }
}
