import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// An action: for what, by whom, when, under which function, and what it hands over.
struct ActionPage {
    let visit: Visit
    let id: ID<Action>
    let action: Action
    private let deliverables: [(id: ID<Deliverable>, deliverable: Deliverable)]
    private let gaps: [Gap]
    private let index: PlanIndex

    static func page(_ visit: Visit) throws -> Page {
        let id: ID<Action> = try visit.id("action")
        guard let action = visit.plan.actions[id], visit.sees(action.objective) else { throw Missing() }
        return ActionPage(visit, id, action).page
    }

    private init(_ visit: Visit, _ id: ID<Action>, _ action: Action) {
        let index = visit.planIndex
        self.visit = visit
        self.id = id
        self.action = action
        self.index = index
        deliverables = index.deliverables(of: id)
        gaps = index.gaps(of: id, action)
    }

    private var say: Say { visit.say }

    private var page: Page {
        Page(visit.plainCoded(action.code, action.title), place: PlanPath.plan, trail: trail) {
            p(.class("lede")) { sentence }
            if !action.description.isEmpty { p { visit.text(action.description) } }
            controls
            visit.gaps(gaps)
            visit.oddities(index.oddities(of: action))
            facts([
                (say("pages.status"), statusMark(ActionStanding(action, on: visit.times.day).mark(say))),
                (say("planning.objective"), visit.objectiveLink(action.objective)),
                (say("planning.function"), action.function.map { visit.objectiveLink($0) } ?? Markup()),
                (say("planning.owner"), visit.owner(action.owner)),
                (say("planning.dates"), Markup(visit.dates(action.from, action.until))),
                (say("planning.focus-areas"), visit.focusAreaLinks(action.focusAreas)),
            ])
            table
            visit.aspects(of: Reference(Plan.self, id))
        }
    }

    private var trail: [(title: String, path: String)] {
        let plan = visit.plan.plan(of: action).flatMap { id in
            visit.plan.plans[id].map { (title: visit.plain($0.title), path: PlanPath.plan(id)) }
        }
        let objective = visit.plan.objectives[action.objective].map {
            (title: visit.plainCoded($0.code, $0.title), path: PlanPath.objective(action.objective))
        }
        return [plan, objective].compactMap { $0 }
    }

    private var sentence: String {
        let late = deliverables.count { $0.deliverable.isOverdue(on: visit.times.day) }
        let done = deliverables.count { $0.deliverable.deliveredOn != nil }
        return say("planning.lede.action", count: deliverables.count, ["done": say.number(done), "late": say.number(late)])
    }

    private var controls: Markup {
        p(.class("actions")) {
            link(visit.path(PlanPath.thread(Reference(Plan.self, id))), .class("button quiet")) { say("planning.thread") }
            if visit.mayChange(action) {
                visit.control(.doers, "\(PlanPath.action(id))/edit", say("pages.edit"))
                visit.control(.doers, "\(PlanPath.action(id))/withdraw", say("pages.withdraw"))
            }
        }
    }

    @MarkupBuilder private var table: Markup {
        let day = visit.times.day
        h2 { say("planning.deliverables") }
        if deliverables.isEmpty {
            p { say("planning.no-deliverables") }
        } else {
            scrollingTable(say("planning.deliverable-table"), id: "deliverables") {
                headings([(say("planning.deliverable"), false), (say("planning.due"), false), (say("planning.evidence"), false)])
                tbody {
                    for (id, deliverable) in deliverables {
                        tr(.id("deliverable-\(id)")) {
                            th(.scope("row")) {
                                visit.text(deliverable.title); changing(id)
                            }
                            td {
                                dueMark(deliverable, on: day, say)
                                for oddity in index.oddities(of: deliverable) { p(.class("gap")) { say(oddity.key) } }
                            }
                            td { evidence(deliverable.evidence) }
                        }
                    }
                }
            }
        }
        if visit.mayChange(action) {
            p(.class("actions")) {
                link(visit.path("plan/deliverables/new", ["action": id.text]), .class("button quiet")) { say("planning.new-deliverable") }
            }
        }
    }

    @MarkupBuilder private func changing(_ id: ID<Deliverable>) -> Markup {
        if visit.mayChange(action) {
            " "
            small {
                link(visit.path("\(PlanPath.deliverable(id))/edit")) { say("pages.edit") }
                " · "
                link(visit.path("\(PlanPath.deliverable(id))/withdraw")) { say("pages.withdraw") }
            }
        }
    }

    /// An address becomes a link; anything else stays text.
    private func evidence(_ text: String) -> Markup {
        text.isWebAddress ? link(text) { text } : Markup(text)
    }
}
