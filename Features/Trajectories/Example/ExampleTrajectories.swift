import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What an invented organisation follows: a service that nears its limit, a younger one that may overtake it, an instrument in the middle of its rise, a measure of which less is better, and one of
/// which a curve says nothing.
func exampleTrajectories(_ ground: ExampleGround) throws -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }) else { return [] }
    let plan = ground.organisation[Plan.self], running = plan.plan(runningOn: ground.today), example = ExampleTrajectories(ground: ground)
    let objectives = running.map { plan.objectives(of: $0) } ?? []
    return [ExampleTelling(planner, ExampleSeries.all.flatMap { example.events(of: $0, objectives: objectives) })]
}

/// One series of the example; its words lie under its name.
private struct ExampleSeries {
    let name: String
    let kind: Trajectory.Kind
    var way = Trajectory.Way.up
    /// Years before today from which it was measured, and how often a year.
    let years: Double
    let perYear: Double
    /// What is measured at so many years before today, without chance.
    let value: @Sendable (Double) -> Double
    var scatter = 1.5
    var limit: Double?
    var objectives: [String] = []
    var entrant: String?

    private static func rise(_ model: SCurveModel, _ limit: Double, _ rate: Double, _ middle: Double) -> @Sendable (Double) -> Double {
        let curve = SCurve(model, limit: limit, rate: rate, midpoint: -middle)
        return { curve?.value(at: -$0) ?? 0 }
    }

    static let all: [ExampleSeries] = [
        .init(name: "messages", kind: .service, years: 21, perYear: 1, value: rise(.logistic, 82, 0.5, 13), limit: nil, objectives: ["M1"], entrant: "shared"),
        .init(name: "shared", kind: .technology, years: 7, perYear: 2, value: rise(.logistic, 96, 0.75, 1.4), scatter: 1.2, objectives: ["M1", "M4"]),
        .init(name: "shore", kind: .instrument, years: 10, perYear: 1, value: rise(.gompertz, 60, 0.32, 3), objectives: ["M3"]),
        .init(name: "hours", kind: .service, way: .down, years: 14, perYear: 1, value: { 1 / (rise(.logistic, 0.25, 0.55, 7)($0) + 0.01) }, scatter: 0.15, objectives: ["R2"]),
        .init(name: "faxes", kind: .service, years: 12, perYear: 1, value: { 4 + 3.2 * $0 }),
    ]
}

private struct ExampleTrajectories {
    let ground: ExampleGround

    func events(of item: ExampleSeries, objectives: [(id: ID<Objective>, objective: Objective)]) -> [Proposal] {
        guard let id = ID<Trajectory>("t-\(item.name)") else { return [] }
        let from = ground.today.adding(days: -200), now = ground.today.yearFraction
        var trajectory = Trajectory(title: text("\(item.name).title"), text: text("\(item.name).text"), kind: item.kind, measure: text("\(item.name).measure"), way: item.way, limit: item.limit)
        trajectory.objectives = objectives.filter { item.objectives.contains($0.objective.code) }.map(\.id).sorted()
        trajectory.entrant = item.entrant.flatMap { ID<Trajectory>("t-\($0)") }
        trajectory.readers = .everyone
        trajectory.source = text("source")
        if item.name == "messages" {
            trajectory.horizon = 15
            trajectory.hasDominantDesign = true
            trajectory.sightings = text("messages.seen")
        }
        var generator = SeededGenerator(seed: ground.seed &+ 81 &+ UInt64(item.name.utf8.count) &* 7)
        let count = Int(item.years * item.perYear)
        let points = (0...count).map { place in
            let age = item.years - Double(place) / item.perYear, chance = Double.random(in: -1...1, using: &generator) * item.scatter
            return TrajectoryPoint(time: ((now - age) * 2).rounded(.down) / 2, value: (max(0.1, item.value(age) + chance) * 10).rounded() / 10)
        }
        var events: [Trajectories.Event] = [.trajectoryDescribed(id: id, trajectory), .pointsRecorded(id: id, points)]
        if item.name == "messages" {
            events.append(.explorationSupposed(id: id, Exploration(start: now.rounded(.down) + 1, cost: 400, limit: 130, rise: 6, worth: 3, because: text("messages.explore"))))
        }
        return events.map { Proposal(Trajectories.self, $0, on: from) }
    }

    private func text(_ key: String) -> Localized { ground.content("trajectories.example.\(key)") }
}
