import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What is followed, each with where it stands on its curve.
struct TrajectoriesPage {
    let visit: Visit

    static let route = Route.page(TrajectoryPath.front, .everyone) { TrajectoriesPage(visit: $0).page }

    private var say: Say { visit.say }

    private var page: Page {
        let all = visit.trajectories.inOrder.filter { visit.sees($0.id) }
        return Page(say("trajectories.title"), place: TrajectoryPath.front) {
            p(.class("lede")) { say("trajectories.lede") }
            div(.class("actions")) {
                visit.control(.planners, TrajectoryPath.new, say("trajectories.new"), quiet: false)
                visit.control(.planners, "imports/curves", say("trajectories.from-file"))
            }
            if all.isEmpty { emptyState(say("trajectories.none"), say("trajectories.none-text")) } else { list(all) }
            sheet(say("trajectories.doubts")) { p(.class("prose")) { say("trajectories.doubts-text") } }
        }
    }

    private func list(_ all: [(id: ID<Trajectory>, trajectory: Trajectory)]) -> Markup {
        // Where each stands is worked out for those of one page alone.
        let paging = Paging(count: all.count, asked: visit.query["page"])
        return group {
            table(paging.part(of: all))
            paging.markup(visit, path: TrajectoryPath.front)
        }
    }

    private func table(_ all: ArraySlice<(id: ID<Trajectory>, trajectory: Trajectory)>) -> Markup {
        scrollingTable(say("trajectories.list"), id: "list") {
            headings([
                (say("trajectories.field.title"), false), (say("trajectories.last"), true), (say("trajectories.share"), true), (say("trajectories.era"), false),
            ])
            tbody {
                for (id, trajectory) in all {
                    let figures = visit.trajectories.figures(of: id), standing = figures?.standing(trajectory)
                    tr {
                        th(.scope("row")) {
                            link(visit.path(TrajectoryPath.curve(id))) { visit.text(trajectory.title) }
                            " "
                            small {
                                "\(say("trajectories.kind.\(trajectory.kind.rawValue)")) · "; visit.text(trajectory.measure)
                            }
                        }
                        td(.class("n")) { visit.trajectories.points[id]?.last.map { visit.amount($0.value) } ?? "–" }
                        td(.class("n")) { figures.flatMap { visit.share($0, standing) } ?? "–" }
                        td { standing.map { say("trajectories.era.\($0.era.rawValue)") } ?? figures.map { visit.refusal($0) } ?? "–" }
                    }
                }
            }
        }
    }
}

extension Visit {
    /// Of the limit; nothing where that cannot be told.
    func share(_ figures: CurveFigures, _ standing: SCurveStanding?) -> String? {
        guard let standing, figures.way == .up, !figures.verdict.remarks.contains(.limitNotIdentifiable) else { return nil }
        return say.percent(standing.share)
    }

    /// Why there is no curve, in a word.
    func refusal(_ figures: CurveFigures) -> String { figures.verdict.refusal.map { say("trajectories.refused.\($0.rawValue)") } ?? "–" }
}
