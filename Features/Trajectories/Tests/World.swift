import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Trajectories

/// An invented organisation with a plan of one objective, whose planner follows things over time.
struct World {
    private(set) var proposals: [Proposal]
    private var ids = 0

    init() {
        let from = Day.testDay.adding(days: -100), perspective: ID<Perspective> = ID("members")
        proposals = [
            Proposal(Register.self, .profileDescribed(Profile(name: Localized("League", .en), acronym: "L", isInvented: true, languages: [.en, .fr])), on: .beginning),
            Proposal(Plan.self, .planDescribed(id: ID("now"), StrategicPlan(title: Localized("Plan", .en), from: from, until: .testDay.adding(days: 900), status: .adopted)), on: from),
            Proposal(Plan.self, .perspectiveDescribed(id: perspective, Perspective(plan: ID("now"), name: Localized("Members", .en), level: 1)), on: from),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o1"), Objective(perspective: perspective, code: "O1", title: Localized("Safer trade", .en))), on: from),
        ]
    }

    var house: House { get throws { try House([trajectories]) } }
    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: [Register.self, Grants.self, Plan.self, Trajectories.self]) } }
    var state: Trajectories { get throws { try organisation[Trajectories.self] } }

    mutating func send(_ path: String, _ values: [String: String], _ parameters: [String: String] = [:], as viewer: Viewer = .amina, language: Language = .en) throws {
        let outcome = try trajectories.decide(
            path, values.map { ($0.key, $0.value) }, parameters, as: viewer, in: try organisation, house: try house, language: language, named: &ids)
        guard case .record(let more, _, _) = outcome else { throw Missing() }
        proposals += more
    }

    func page(_ path: String, _ parameters: [String: String] = [:], as viewer: Viewer = .amina, language: Language = .en) async throws -> String {
        try await trajectories.text(at: path, of: TestKit.visit(try house, try organisation, as: viewer, language: language, parameters: parameters))
    }

    mutating func take(_ result: ImportResult) { proposals += result.proposals }

    static let adoption = ["title.en": "Single window", "measure.en": "Ports that use it, per cent", "kind": "service", "way": "up", "readers": "everyone", "horizon": "10"]

    /// A series of twenty years that follows a logistic to 80: `n1`.
    static func rising(_ more: [String: String] = [:]) throws -> World {
        var world = World()
        try world.send(TrajectoryPath.new, adoption.merging(more) { $1 })
        try world.send("curves/{curve}/points", ["points": World.lines(2000...2020, limit: 80, rate: 0.5, middle: 2008)], ["curve": "n1"])
        return world
    }

    /// With a scatter that is the same each time.
    static func lines(_ years: ClosedRange<Int>, limit: Double, rate: Double, middle: Double) -> String {
        guard let curve = SCurve(.logistic, limit: limit, rate: rate, midpoint: middle) else { return "" }
        return years.map { "\($0) \(((curve.value(at: Double($0)) + Double($0 % 3) - 1 + 0.5) * 10).rounded() / 10)" }.joined(separator: "\n")
    }
}
