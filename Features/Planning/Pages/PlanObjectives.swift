import HashTreeCollections
import Journal
import Organisation
import Pages

/// The objectives of a plan, perspective by perspective from the top.
extension PlanPage {
    private typealias Line = (perspective: ID<Perspective>, id: ID<Objective>, objective: Objective)

    @MarkupBuilder var objectives: Markup {
        let perspectives = visit.plan.perspectives(of: id)
        let lines: [Line] = perspectives.flatMap { item in visit.plan.objectives(in: item.id).filter { visit.sees($0.id) }.map { (item.id, $0.id, $0.objective) } }
        let paging = Paging(count: lines.count, asked: visit.query["page"]), shown = paging.part(of: lines)
        let groups = Dictionary(grouping: shown) { $0.perspective }
        if lines.isEmpty {
            emptyState(say("planning.no-objectives"), say("planning.no-objectives-help")) {
                visit.control(.planners, "plan/objectives/new", say("planning.new-objective"), quiet: false)
            }
        }
        for (perspective, described) in perspectives {
            if let lines = groups[perspective] {
                table(of: described, perspective, lines)
            } else if paging.pages == 1 {
                emptyPerspective(described, perspective)
            }
        }
        paging.markup(visit, path: PlanPath.plan(id))
    }

    private func table(of described: Perspective, _ perspective: ID<Perspective>, _ lines: [Line]) -> Markup {
        let isFunctions = described.kind == .functions
        return group {
            heading(described, perspective)
            scrollingTable(visit.plain(described.name), id: "perspective-\(perspective)") {
                headings([
                    (say(isFunctions ? "planning.function" : "planning.objective"), false), (say("planning.status-and-owner"), false),
                ])
                tbody { for line in lines { row(line, isFunctions) } }
            }
        }
    }

    private func heading(_ described: Perspective, _ perspective: ID<Perspective>) -> Markup {
        group {
            h2 { visit.text(described.name) }
            if visit.viewer.belongs(to: .participants) {
                p(.class("actions")) {
                    visit.control(.planners, "\(PlanPath.perspective(perspective))/edit", say("planning.edit-perspective"))
                    visit.control(.planners, "\(PlanPath.perspective(perspective))/withdraw", say("pages.withdraw"))
                    visit.historyLink(of: Reference(Plan.self, perspective))
                }
            }
        }
    }

    private func emptyPerspective(_ described: Perspective, _ perspective: ID<Perspective>) -> Markup {
        group {
            heading(described, perspective)
            p(.class("gap")) { say("planning.gap.perspective-empty") }
        }
    }

    private func row(_ line: Line, _ isFunction: Bool) -> Markup {
        let actions = (isFunction ? index.actions(under: line.id) : index.actions(for: line.id)).filter { visit.sees($0.action.objective) }
        let indicators = index.indicators(of: line.id).filter { visit.sees($0.id) }
        return tr {
            // What there is of it stands below its name: on a narrow screen, and on paper, the table fits without scrolling.
            th(.scope("row")) {
                visit.objectiveLink(line.id)
                void("br")
                small {
                    say("planning.count.actions", count: actions.count)
                    " · "
                    say("planning.count.indicators", count: indicators.count)
                }
            }
            td {
                status(visit.progress(of: Reference(Plan.self, line.id)), say); void("br"); small { visit.owner(line.objective.owner) }
            }
        }
    }
}
