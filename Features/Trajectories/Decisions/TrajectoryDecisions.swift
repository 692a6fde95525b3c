import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with what is followed. Each is pure: it answers events, or refuses.
enum TrajectoryDecisions {
    static func start(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        if submission.trajectories.trajectories.count >= Trajectories.most { throw Refusal("trajectories.refusal.too-many-series", ["most": "\(Trajectories.most)"]) }
        let id: ID<Trajectory> = submission.newID(), trajectory = try described(submission, Trajectory(title: .empty, measure: .empty), nil)
        return .record(
            [Proposal(Trajectories.self, .trajectoryDescribed(id: id, trajectory))], then: TrajectoryPath.curve(id, "points"),
            notice: Saying("trajectories.notice.started", ["title": .content(trajectory.title)]))
    }

    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.trajectory(), trajectory = try described(submission, present, id)
        return .record(
            trajectory == present ? [] : [Proposal(Trajectories.self, .trajectoryDescribed(id: id, trajectory))], then: TrajectoryPath.curve(id),
            notice: Saying("trajectories.notice.saved", ["title": .content(trajectory.title)]))
    }

    static func measure(_ submission: Submission) throws -> Outcome {
        let (id, trajectory) = try submission.trajectory(), text = try submission.entered.paragraph("points", max: 100_000)
        let points = try PointLines.read(text, in: submission.language, field: "points")
        return .record(
            points == submission.trajectories.points[id] ?? [] ? [] : [Proposal(Trajectories.self, .pointsRecorded(id: id, points))], then: TrajectoryPath.curve(id),
            notice: Saying("trajectories.notice.points", ["n": .count(points.count), "title": .content(trajectory.title)]))
    }

    static func explore(_ submission: Submission) throws -> Outcome {
        let (id, trajectory) = try submission.trajectory(), entered = submission.entered, present = submission.trajectories.explorations[id]
        let exploration = Exploration(
            start: try entered.number("start", required: true, in: 1900...2200) ?? 0, cost: try entered.number("cost", required: true, in: 0...1e12) ?? 0,
            limit: try entered.number("limit", required: true, in: 1e-9...1e12) ?? 1, rise: try entered.number("rise", required: true, in: 0.1...200) ?? 1,
            worth: try entered.number("worth", in: 0...1e12), because: try entered.localized("because", present: present?.because ?? .empty, max: 4000, required: true))
        return .record(
            exploration == present ? [] : [Proposal(Trajectories.self, .explorationSupposed(id: id, exploration))], then: TrajectoryPath.curve(id) + "#explore",
            notice: Saying("trajectories.notice.supposed", ["title": .content(trajectory.title)]))
    }

    static func drop(_ submission: Submission) throws -> Outcome {
        let (id, trajectory) = try submission.trajectory(), because = try submission.reason
        guard submission.trajectories.explorations[id] != nil else { throw Refusal("pages.refusal.gone") }
        return .record(
            [Proposal(Trajectories.self, .explorationDropped(id: id, because: Prose(because)))], then: TrajectoryPath.curve(id),
            notice: Saying("trajectories.notice.dropped", ["title": .content(trajectory.title)]))
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, trajectory) = try submission.trajectory(), because = try submission.reason
        return .record(
            [Proposal(Trajectories.self, .trajectoryWithdrawn(id: id, because: Prose(because)))], then: TrajectoryPath.front,
            notice: Saying("trajectories.notice.withdrawn", ["title": .content(trajectory.title)]))
    }

    private static func described(_ submission: Submission, _ present: Trajectory, _ id: ID<Trajectory>?) throws(Refusal) -> Trajectory {
        let entered = submission.entered, known = submission.trajectories.trajectories, plan = submission.organisation[Plan.self]
        var trajectory = present
        trajectory.title = try entered.localized("title", present: present.title, max: 200, required: true)
        trajectory.measure = try entered.localized("measure", present: present.measure, max: 200, required: true)
        trajectory.text = try entered.localized("text", present: present.text, max: 4000)
        trajectory.kind = try entered.choice("kind")
        trajectory.way = try entered.choice("way")
        trajectory.limit = try entered.number("limit", in: 1e-9...1e12)
        trajectory.isLogarithmic = entered.flag("logarithmic")
        trajectory.hasDominantDesign = try entered.either("design", "yes", "no")
        trajectory.hasDiscontinuity = entered.flag("discontinuity")
        trajectory.sightings = try entered.localized("sightings", present: present.sightings, max: 2000)
        if trajectory.hasDiscontinuity || trajectory.hasDominantDesign != nil, trajectory.sightings.isEmpty { throw Refusal("trajectories.refusal.seen-what", field: "sightings", ofFieldAlone: true) }
        trajectory.entrant = try entered.id("entrant") { (known[$0] != nil || $0 == present.entrant) && $0 != id }
        trajectory.horizon = try entered.integer("horizon", required: true, in: Trajectory.horizons) ?? present.horizon
        trajectory.objectives = try entered.several("objectives") { plan.objectives[$0] != nil || present.objectives.contains($0) }.sorted()
        trajectory.source = try entered.localized("source", present: present.source, max: 500)
        trajectory.readers = try entered.choice("readers")
        return trajectory
    }
}
