import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Whether and when what may take its place overtakes a trajectory.
struct Rivalry: Sendable {
    enum Silence: String, Sendable {
        /// One of both is no S-curve, or cannot be told.
        case noCurve
        /// Of one more is better, of the other less.
        case otherWay
    }

    enum Outcome: Sendable {
        case told(CrossoverForecast)
        case untold(Silence)
    }

    let outcome: Outcome
    let horizon: Double

    var forecast: CrossoverForecast? { if case .told(let forecast) = outcome { forecast } else { nil } }

    private init(_ key: Key, _ incumbent: CurveFigures, _ entrant: CurveFigures) {
        horizon = key.horizon
        outcome = Rivalry.outcome(key, incumbent, entrant)
    }

    private static func outcome(_ key: Key, _ incumbent: CurveFigures, _ entrant: CurveFigures) -> Outcome {
        guard incumbent.way == entrant.way else { return .untold(.otherWay) }
        guard let old = incumbent.replicates, let new = entrant.replicates, let curve = entrant.curve,
            let forecast = CrossoverForecast(incumbent: old.curves, entrant: new.curves, progress: curve.share(at: entrant.last), from: key.now, within: key.horizon)
        else { return .untold(.noCurve) }
        return .told(forecast)
    }

    private struct Key: Hashable, Sendable {
        let incumbent: [TrajectoryPoint]
        let entrant: [TrajectoryPoint]
        let settings: [Double?]
        let now: Double
        let horizon: Double
    }

    private static let kept = Kept<Key, Rivalry>(capacity: 100)

    /// Seen from where the later of both was measured last: what lies before needs no forecast.
    static func of(_ id: ID<Trajectory>, in trajectories: Trajectories) -> Rivalry? {
        guard let incumbent = trajectories.trajectories[id], let other = incumbent.entrant, let entrant = trajectories.trajectories[other], let old = trajectories.figures(of: id),
            let new = trajectories.figures(of: other)
        else { return nil }
        func settings(_ trajectory: Trajectory) -> [Double?] { [trajectory.limit, trajectory.way == .up ? 1 : 0, trajectory.isLogarithmic ? 1 : 0] }
        let key = Key(
            incumbent: trajectories.points[id] ?? [], entrant: trajectories.points[other] ?? [], settings: settings(incumbent) + settings(entrant), now: max(old.last, new.last),
            horizon: Double(incumbent.horizon))
        return kept.value(for: key) { Rivalry(key, old, new) }
    }
}
