import HashTreeCollections
import Journal
import Organisation
import Pages

extension Submission {
    var trajectories: Trajectories { organisation[Trajectories.self] }

    /// The trajectory in the address, for planners.
    func trajectory() throws -> (id: ID<Trajectory>, trajectory: Trajectory) {
        try requirePlanner()
        let id: ID<Trajectory> = try id("curve")
        guard let trajectory = trajectories.trajectories[id] else { throw Refusal("pages.refusal.gone") }
        return (id, trajectory)
    }
}

enum TrajectoryPath {
    static let front = "curves", new = "curves/new"

    static func curve(_ id: ID<Trajectory>, _ rest: String = "") -> String { rest.isEmpty ? "curves/\(id)" : "curves/\(id)/\(rest)" }
}

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    var trajectories: Trajectories { organisation[Trajectories.self] }

    /// The stricter of then and now.
    func sees(_ id: ID<Trajectory>) -> Bool {
        trajectories.trajectories[id] != nil && viewer.belongs(to: trajectories.audience(of: id)) && (isNow || viewer.belongs(to: present[Trajectories.self].audience(of: id)))
    }

    func trajectory() throws(Missing) -> (id: ID<Trajectory>, trajectory: Trajectory) {
        let id: ID<Trajectory> = try id("curve")
        guard let trajectory = trajectories.trajectories[id], sees(id) else { throw Missing() }
        return (id, trajectory)
    }

    func curveTrail(_ id: ID<Trajectory>? = nil, _ trajectory: Trajectory? = nil) -> [(title: String, path: String)] {
        let front = [(title: say("trajectories.title"), path: TrajectoryPath.front)]
        return trajectory.flatMap { trajectory in id.map { front + [(plain(trajectory.title), TrajectoryPath.curve($0))] } } ?? front
    }

    /// A year as people write it, without marks of thousands: with two digits where it is not whole.
    func year(_ time: Double) -> String {
        guard time.isFinite, abs(time) < 1e6 else { return "–" }
        return plainDigits((time * 100).rounded() / 100, language.decimalMark)
    }

    /// With as many digits as its size asks for.
    func amount(_ value: Double) -> String { value.isFinite ? say.number(value, digits: abs(value) >= 100 ? 0 : abs(value) >= 1 ? 1 : 3) : "–" }
}
