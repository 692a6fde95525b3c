import HashTreeCollections
import Journal
import Organisation
import Pages

/// An objective's story: what it is, how it stands, what is done for it and how that is measured, what it helps and what helps it.
struct ObjectivePage {
    let visit: Visit
    let id: ID<Objective>
    let objective: Objective
    let index: PlanIndex

    static func page(_ visit: Visit) throws -> Page {
        let id: ID<Objective> = try visit.id("objective")
        guard let objective = visit.plan.objectives[id], visit.sees(id) else { throw Missing() }
        return ObjectivePage(visit: visit, id: id, objective: objective, index: visit.planIndex).page
    }

    var say: Say { visit.say }
    var reference: Reference { Reference(Plan.self, id) }
    private var isFunction: Bool { index.isFunction(objective) }
    var indicators: [(id: ID<Indicator>, indicator: Indicator)] { index.indicators(of: id).filter { visit.sees($0.id) } }
    var actions: [(id: ID<Action>, action: Action)] {
        let under = index.actions(under: id), own = index.actions(for: id), known = Set(own.map(\.id))
        return (own + under.filter { !known.contains($0.id) }).filter { visit.sees($0.action.objective) }
    }

    private var page: Page {
        Page(visit.plainCoded(objective.code, objective.title), place: PlanPath.plan, trail: trail) {
            lede
            controls
            visit.gaps(index.gaps(of: id, objective))
            basics
            parts
            chain
            indicatorTable
            ActionTable(visit: visit, index: index, actions: actions, showsObjective: isFunction).markup
            causes
            visit.aspects(of: reference)
        }
    }

    private var trail: [(title: String, path: String)] {
        let plan = visit.plan.plan(of: id).flatMap { id in visit.plan.plans[id].map { (visit.plain($0.title), PlanPath.plan(id)) } }
        let parent = objective.parent.flatMap { id in
            visit.sees(id) ? visit.plan.objectives[id].map { (visit.plainCoded($0.code, $0.title), PlanPath.objective(id)) } : nil
        }
        return [plan, parent].compactMap { $0 }.map { (title: $0.0, path: $0.1) }
    }

    private var lede: Markup {
        let perspective = visit.plan.perspectives[objective.perspective].map { visit.plain($0.name) } ?? ""
        return group {
            p(.class("lede")) { say(isFunction ? "planning.lede.function" : "planning.lede.objective", ["perspective": perspective]) }
            if !objective.description.isEmpty { p { visit.text(objective.description) } }
            remark(visit.text(objective.note))
        }
    }

    private var controls: Markup {
        p(.class("actions")) {
            link(visit.path(PlanPath.thread(reference)), .class("button quiet")) { say("planning.thread") }
            visit.control(.planners, "\(PlanPath.objective(id))/edit", say("pages.edit"))
            visit.control(.planners, "\(PlanPath.objective(id))/withdraw", say("pages.withdraw"))
        }
    }

    private var basics: Markup {
        let progress = visit.progress(of: reference)
        return facts([
            (say("pages.status"), standing(progress)),
            (say("planning.owner"), visit.owner(objective.owner)),
            (say("planning.focus-areas"), visit.focusAreaLinks(objective.focusAreas)),
        ])
    }

    private func standing(_ progress: Progress?) -> Markup {
        group {
            status(progress, say)
            if let progress {
                " "
                say("planning.counted-from", count: progress.of, ["counted": say.number(progress.counted)])
                " "
                link(visit.path(progress.explanation)) { say("pages.how-counted") }
            }
        }
    }

    @MarkupBuilder private var parts: Markup {
        let children = index.children(of: id).filter { visit.sees($0.id) }
        if !children.isEmpty {
            h2 { say("planning.parts") }
            scrollingTable(say("planning.parts-table"), id: "parts") {
                headings([(say("planning.objective"), false), (say("pages.status"), false), (say("planning.indicators"), true)])
                tbody {
                    for child in children {
                        tr {
                            th(.scope("row")) { visit.objectiveLink(child.id) }
                            td { status(visit.progress(of: Reference(Plan.self, child.id)), say) }
                            td(.class("n")) { say.number(index.indicators(of: child.id).filter { visit.sees($0.id) }.count) }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var causes: Markup {
        let helps = links { $0.from == id }, helpedBy = links { $0.to == id }
        if !helps.isEmpty || !helpedBy.isEmpty || visit.may(.planners) {
            h2 { say("planning.causes") }
            p { say("planning.causes-help") }
            causeList("planning.helps", helps.map { ($0.to, $0.assumption) })
            causeList("planning.helped-by", helpedBy.map { ($0.from, $0.assumption) })
            if visit.may(.planners) {
                p(.class("actions")) {
                    link(visit.path("map/links/new", ["from": id.text]), .class("button quiet")) { say("planning.draw-link") }
                }
            }
        }
    }

    private func links(_ isOurs: (CauseLink) -> Bool) -> [CauseLink] {
        visit.plan.links.values.filter { isOurs($0) && visit.sees($0.from) && visit.sees($0.to) }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    @MarkupBuilder private func causeList(_ title: String, _ links: [(objective: ID<Objective>, assumption: Localized)]) -> Markup {
        if !links.isEmpty {
            h3 { say(title) }
            ul {
                for item in links {
                    li {
                        visit.objectiveLink(item.objective)
                        if !item.assumption.isEmpty { " — "; visit.text(item.assumption) }
                    }
                }
            }
        }
    }
}
