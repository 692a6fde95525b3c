import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// One trajectory: its points and curve, where it stands, what may overtake it, and what exploring a new curve would come to.
struct TrajectoryPage {
    let visit: Visit
    let id: ID<Trajectory>
    let trajectory: Trajectory

    static let route = Route.page("curves/{curve}", .everyone) { visit in
        let (id, trajectory) = try visit.trajectory()
        return TrajectoryPage(visit: visit, id: id, trajectory: trajectory).page
    }

    private var say: Say { visit.say }
    private var points: [TrajectoryPoint] { visit.trajectories.points[id] ?? [] }

    private var page: Page {
        let figures = CurveFigures.of(trajectory, points), said = CurveWords(visit: visit, trajectory: trajectory, figures: figures)
        return Page(visit.plain(trajectory.title), place: TrajectoryPath.front, trail: visit.curveTrail()) {
            p(.class("lede")) { visit.text(trajectory.measure) }
            controls
            if !trajectory.text.isEmpty { p(.class("prose")) { visit.text(trajectory.text) } }
            sheet(say("trajectories.curve"), id: "curve") {
                if points.isEmpty {
                    p(.class("gap")) { say("trajectories.no-points") }
                } else {
                    CurvePicture(visit: visit, id: id, trajectory: trajectory, figures: figures).markup(said.verdict)
                    for remark in said.remarks { p(.class("notice warn")) { remark } }
                    facts(said.facts)
                }
            }
            seen(figures)
            RivalryPart(visit: visit, id: id, trajectory: trajectory).markup
            ExplorePart(visit: visit, id: id, trajectory: trajectory, figures: figures).markup
            bearing
            sheet(say("trajectories.doubts")) {
                p(.class("prose")) { say("trajectories.doubts-text") }
                p(.class("help")) { say("trajectories.how", ["draws": say.number(CurveFigures.draws), "confidence": say.percent(CurveFigures.confidence)]) }
            }
            visit.aspects(of: Reference(Trajectories.self, id))
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            visit.control(.planners, TrajectoryPath.curve(id, "points"), say("trajectories.points"), quiet: false)
            visit.control(.planners, TrajectoryPath.curve(id, "edit"), say("trajectories.edit"))
            visit.control(.planners, TrajectoryPath.curve(id, "explore"), say("trajectories.explore"))
            visit.control(.planners, TrajectoryPath.curve(id, "withdraw"), say("pages.withdraw"))
        }
    }

    /// What people have seen beside the curve, and whether it contradicts it.
    @MarkupBuilder private func seen(_ figures: CurveFigures) -> Markup {
        if trajectory.hasDominantDesign != nil || trajectory.hasDiscontinuity || !trajectory.sightings.isEmpty {
            sheet(say("trajectories.seen")) {
                facts([
                    (say("trajectories.field.design"), Markup(trajectory.hasDominantDesign.map { say("trajectories.design.\($0 ? "yes" : "no")") } ?? "")),
                    (say("trajectories.field.discontinuity"), Markup(trajectory.hasDiscontinuity ? say("trajectories.discontinuity.yes") : "")),
                    (say("trajectories.field.sightings"), visit.text(trajectory.sightings)),
                ])
                if let standing = figures.standing(trajectory), standing.isContradicted {
                    p(.class("note")) {
                        say("trajectories.contradicted", ["curve": say("trajectories.era.\(standing.byCurve.rawValue)"), "era": say("trajectories.era.\(standing.era.rawValue)")])
                    }
                }
            }
        }
    }

    @MarkupBuilder private var bearing: Markup {
        let objectives = trajectory.objectives.filter { visit.sees($0) }
        if !objectives.isEmpty {
            sheet(say("trajectories.field.objectives")) {
                ul { for objective in objectives { li { visit.nodeLink(Reference(Plan.self, objective)) ?? Markup(objective.text) } } }
            }
        }
        if !trajectory.source.isEmpty {
            p(.class("note")) {
                "\(say("trajectories.field.source"))\(visit.language.colon) "; visit.text(trajectory.source)
            }
        }
    }
}
