import HashTreeCollections
import Journal
import Organisation
import Pages

/// Trajectories lead to the objectives on which they bear, and to what may take their place.
func trajectoryThread(_ organisation: Organisation) -> Thread {
    let trajectories = organisation[Trajectories.self], plan = organisation[Plan.self]
    var thread = Thread()
    for (id, trajectory) in trajectories.inOrder {
        let reference = Reference(Trajectories.self, id), audience = trajectories.audience(of: id)
        thread.nodes.append(Node(reference, kind: "trajectories.trajectory", title: trajectory.title, path: TrajectoryPath.curve(id), audience: audience))
        for objective in trajectory.objectives where plan.objectives[objective] != nil {
            thread.strands.append(Strand(from: reference, to: Reference(Plan.self, objective), kind: "trajectories.strand.bears-on", audience: .both(audience, plan.audience(of: objective))))
        }
        if let entrant = trajectory.entrant, trajectories.trajectories[entrant] != nil {
            thread.strands.append(
                Strand(from: Reference(Trajectories.self, entrant), to: reference, kind: "trajectories.strand.may-replace", audience: .both(audience, trajectories.audience(of: entrant))))
        }
    }
    return thread
}

func trajectorySearch(_ organisation: Organisation) -> [SearchDocument] {
    let trajectories = organisation[Trajectories.self]
    return trajectories.inOrder.map { id, trajectory in
        SearchDocument(
            Reference(Trajectories.self, id), kind: "trajectories.trajectory", title: trajectory.title, path: TrajectoryPath.curve(id),
            fields: [
                .init("trajectories.field.measure", trajectory.measure), .init("trajectories.field.text", trajectory.text), .init("trajectories.field.sightings", trajectory.sightings),
                .init("trajectories.field.source", trajectory.source),
                .init("trajectories.field.explore-because", trajectories.explorations[id]?.because ?? .empty),
            ], audience: trajectories.audience(of: id), form: SearchDocument.Form(TrajectoryPath.curve(id, "edit")))
    }
}

/// What happened, in a sentence.
func tellTrajectories(_ event: Trajectories.Event, _ organisation: Organisation) -> Told {
    let trajectories = organisation[Trajectories.self]
    func told(_ key: String, _ id: ID<Trajectory>, _ more: [String: Saying.Argument] = [:], audience: Audience? = nil) -> Told {
        Told(
            Saying("trajectories.told.\(key)", more.merging(["title": .content(trajectories.title(of: id))]) { own, _ in own }), about: [Reference(Trajectories.self, id)],
            audience: audience ?? trajectories.audience(of: id))
    }
    switch event {
    case .trajectoryDescribed(let id, let described):
        let then = described.readers.audience
        return told("described", id, ["title": .content(described.title)], audience: .both(then, trajectories.audience(of: id)))
    case .pointsRecorded(let id, let points): return told("points", id, ["n": .count(points.count)])
    case .explorationSupposed(let id, _): return told("supposed", id)
    case .explorationDropped(let id, let because): return told("dropped", id, ["because": .prose(because)])
    case .trajectoryWithdrawn(let id, let because): return told("withdrawn", id, ["because": .prose(because)], audience: .staff)
    }
}
