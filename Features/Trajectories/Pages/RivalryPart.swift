import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Whether and when what may take its place overtakes it: a probability and an interval, or plainly that it cannot be told.
struct RivalryPart {
    let visit: Visit
    let id: ID<Trajectory>
    let trajectory: Trajectory

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        if let other = trajectory.entrant, visit.sees(other), let rivalry = Rivalry.of(id, in: visit.trajectories) {
            sheet(say("trajectories.rival"), id: "rival") {
                p {
                    "\(say("trajectories.field.entrant"))\(visit.language.colon) "
                    link(visit.path(TrajectoryPath.curve(other))) { visit.text(visit.trajectories.title(of: other)) }
                }
                switch rivalry.outcome {
                case .told(let forecast): said(forecast, rivalry)
                case .untold(let silence): p(.class("note")) { say("trajectories.rival.\(silence.rawValue)") }
                }
            }
        }
    }

    private func said(_ forecast: CrossoverForecast, _ rivalry: Rivalry) -> Markup {
        group {
            if forecast.isForecastable {
                p { strong { sentence(forecast, rivalry) } }
            } else {
                p(.class("notice warn")) { say("trajectories.not-forecastable") }
                ul { for doubt in CrossoverForecast.Doubt.allCases where forecast.doubts.contains(doubt) { li { say("trajectories.doubt.\(doubt.rawValue)") } } }
            }
            facts([
                (
                    say("trajectories.crosses"),
                    Markup(say("trajectories.crosses-of", ["share": say.percent(forecast.probability), "years": say.number(Int(rivalry.horizon)), "n": say.number(forecast.pairs)]))
                ),
                (say("trajectories.ahead"), Markup(forecast.ahead > 0 ? say.percent(forecast.ahead) : "")),
                (
                    say("trajectories.when-crossed"),
                    Markup(
                        forecast.median.flatMap { middle in
                            forecast.interval.map { say("trajectories.interval", ["value": visit.year(middle), "low": visit.year($0.lowerBound), "high": visit.year($0.upperBound)]) }
                        } ?? "")
                ),
                (say("trajectories.several-times"), Markup(forecast.multiple > 0 ? say.number(forecast.multiple) : "")),
            ])
        }
    }

    private func sentence(_ forecast: CrossoverForecast, _ rivalry: Rivalry) -> String {
        if forecast.ahead >= 0.5 { return say("trajectories.is-ahead", ["share": say.percent(forecast.ahead)]) }
        guard let middle = forecast.median, let interval = forecast.interval else { return say("trajectories.never-crosses", ["years": say.number(Int(rivalry.horizon))]) }
        return say(
            "trajectories.crosses-sentence",
            ["share": say.percent(forecast.probability), "middle": visit.year(middle), "low": visit.year(interval.lowerBound), "high": visit.year(interval.upperBound)])
    }
}
