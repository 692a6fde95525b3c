import HashTreeCollections
import Journal
import Organisation

/// What is followed over time, with what was measured of it and what people suppose of its successor.
struct Trajectories: Chapter {
    static let name = "trajectories"
    static let stateVersion = 1
    /// As many as are kept worked out; more nobody follows.
    static let most = CurveFigures.mostKept

    enum Event: Codable, Equatable, Sendable {
        case trajectoryDescribed(id: ID<Trajectory>, Trajectory)
        /// All that was measured, in the order of time.
        case pointsRecorded(id: ID<Trajectory>, [TrajectoryPoint])
        case explorationSupposed(id: ID<Trajectory>, Exploration)
        case explorationDropped(id: ID<Trajectory>, because: Prose)
        case trajectoryWithdrawn(id: ID<Trajectory>, because: Prose)
    }

    private(set) var trajectories: TreeDictionary<ID<Trajectory>, Trajectory> = [:]
    private(set) var points: TreeDictionary<ID<Trajectory>, [TrajectoryPoint]> = [:]
    private(set) var explorations: TreeDictionary<ID<Trajectory>, Exploration> = [:]
    /// What was withdrawn, so that what is said of it later can still name it.
    private(set) var former: TreeDictionary<ID<Trajectory>, Trajectory> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .trajectoryDescribed(let id, let trajectory): trajectories[id] = trajectory
        case .pointsRecorded(let id, let points): if trajectories[id] != nil { self.points[id] = points }
        case .explorationSupposed(let id, let exploration): if trajectories[id] != nil { explorations[id] = exploration }
        case .explorationDropped(let id, _): explorations[id] = nil
        case .trajectoryWithdrawn(let id, _):
            guard let trajectory = trajectories.removeValue(forKey: id) else { return }
            former[id] = trajectory
            (points[id], explorations[id]) = (nil, nil)
        }
    }
}

/// In the order in which people read it.
extension Trajectories {
    var inOrder: [(id: ID<Trajectory>, trajectory: Trajectory)] {
        trajectories.map { ($0.key, $0.value) }.sorted { ($0.1.kind.rawValue, $0.0) < ($1.1.kind.rawValue, $1.0) }
    }

    /// Who reads it, or read it before it was withdrawn.
    func audience(of id: ID<Trajectory>) -> Audience {
        (trajectories[id] ?? former[id]).map(\.readers.audience) ?? .staff
    }

    func title(of id: ID<Trajectory>) -> Localized { (trajectories[id] ?? former[id])?.title ?? Localized(id.text) }
}
