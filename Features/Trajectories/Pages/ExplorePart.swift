import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What an incumbent would gain by exploring a new curve: a supposition, with its cost.
struct ExplorePart {
    let visit: Visit
    let id: ID<Trajectory>
    let trajectory: Trajectory
    let figures: CurveFigures

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        if let supposed = visit.trajectories.explorations[id] {
            sheet(say("trajectories.explored"), id: "explore") {
                p(.class("prose")) { visit.text(supposed.because) }
                if let compared = comparison(supposed) { said(compared, supposed) } else { p(.class("note")) { say("trajectories.not-compared") } }
                visit.control(.planners, TrajectoryPath.curve(id, "drop"), say("trajectories.drop"))
            }
        }
    }

    /// From its start for as long as is looked ahead. Of a measure of which less is better there is no area to be compared.
    private func comparison(_ supposed: Exploration) -> ExploreScenario.Comparison? {
        guard trajectory.way == .up, let curve = figures.curve, supposed.start >= figures.series.times.first ?? supposed.start,
            let scenario = ExploreScenario(start: supposed.start, cost: supposed.cost, limit: supposed.limit, rise: supposed.rise)
        else { return nil }
        return scenario.comparison(with: curve, over: supposed.start...(supposed.start + Double(trajectory.horizon)), worth: supposed.worth)
    }

    private func said(_ compared: ExploreScenario.Comparison, _ supposed: Exploration) -> Markup {
        group {
            p {
                strong {
                    compared.gain > 0
                        ? say("trajectories.gains", ["gain": say.percent(compared.kept > 0 ? compared.gain / compared.kept : 0), "years": say.number(trajectory.horizon)])
                        : say("trajectories.gains-nothing", ["years": say.number(trajectory.horizon)])
                }
            }
            facts([
                (say("trajectories.field.explore-start"), Markup(visit.year(supposed.start))), (say("trajectories.field.explore-cost"), Markup(visit.amount(supposed.cost))),
                (say("trajectories.field.explore-limit"), Markup(visit.amount(supposed.limit))), (say("trajectories.field.explore-rise"), Markup(visit.amount(supposed.rise))),
                (say("trajectories.area-kept"), Markup(visit.amount(compared.kept))), (say("trajectories.area-explored"), Markup(visit.amount(compared.explored))),
                (say("trajectories.jump"), Markup(compared.jump.map(visit.year) ?? say("trajectories.no-jump"))),
                (say("trajectories.cost-per-gain"), Markup(compared.costPerGain.map(visit.amount) ?? "")),
                (say("trajectories.repaid"), Markup(supposed.worth == nil ? "" : compared.repaid.map(visit.year) ?? say("trajectories.not-repaid"))),
            ])
            p(.class("help")) { say("trajectories.explore-how") }
        }
    }
}
