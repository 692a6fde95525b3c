import HashTreeCollections
import Journal
import Organisation
import Pages
import Synchronization
import TestKit
import Testing

@testable import Scenarios

/// An invented organisation of eight Members in three regions with a plan of three objectives, whose people think about futures.
struct World {
    private(set) var proposals: [Proposal]
    private var ids = 0

    static let members: [(id: String, region: String)] = [
        ("a1", "aa"), ("a2", "aa"), ("a3", "aa"), ("b1", "bb"), ("b2", "bb"), ("b3", "bb"), ("c1", "cc"), ("c2", "cc"),
    ]

    init() {
        proposals = [Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L", isInvented: true, languages: [.en, .fr])), on: .beginning)]
        for region in ["aa", "bb", "cc"] {
            if let id = ID<Region>(region) { proposals.append(Proposal(Register.self, .regionDescribed(id: id, Region(code: region, name: Localized("Region \(region)"))), on: .beginning)) }
        }
        for (id, region) in World.members {
            guard let id = ID<Member>(id) else { continue }
            proposals += [
                Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized("Member \(id)"), region: ID<Region>(region), code: id.text)), on: .beginning),
                Proposal(Register.self, .memberJoined(id: id), on: .beginning),
            ]
        }
        let from = Day.testDay.adding(days: -100), perspective: ID<Perspective> = ID("members")
        proposals += [
            Proposal(Plan.self, .planDescribed(id: ID("now"), StrategicPlan(title: Localized("Plan"), from: from, until: .testDay.adding(days: 900), status: .adopted)), on: from),
            Proposal(Plan.self, .perspectiveDescribed(id: perspective, Perspective(plan: ID("now"), name: Localized("Members"), level: 1)), on: from),
        ]
        for (id, title) in [("o1", "Safer trade"), ("o2", "Shared data"), ("o3", "Full harbours")] {
            guard let objective = ID<Objective>(id) else { continue }
            proposals.append(Proposal(Plan.self, .objectiveDescribed(id: objective, Objective(perspective: perspective, code: id.uppercased(), title: Localized(title))), on: from))
        }
    }

    /// Besides the feature one that knows three signals, the last of them for those who take part alone.
    var house: House {
        get throws {
            var scan = Feature(name: "Scan", words: [:])
            scan.thread = { _ in
                Thread(
                    nodes: [("parcels", "Parcels multiply", Audience.everyone), ("tariffs", "Tariffs return", .everyone), ("quiet", "A quiet closure", .participants)].compactMap {
                        id, title, audience in
                        Reference("scan:\(id)").map { Node($0, kind: SignalLinks.kind, title: Localized(title), path: "scan/signals/\(id)", audience: audience) }
                    })
            }
            return try House([scan, scenarios])
        }
    }
    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: [Register.self, Grants.self, Plan.self, Scenarios.self]) } }
    var state: Scenarios { get throws { try organisation[Scenarios.self] } }

    mutating func tell(_ more: Proposal...) { proposals += more }
    mutating func tell(_ event: Scenarios.Event) { proposals.append(Proposal(Scenarios.self, event)) }

    /// Somebody sends a form: what follows is recorded; answers where it leads.
    @discardableResult mutating func send(_ path: String, _ values: [String: String], _ parameters: [String: String] = [:], as viewer: Viewer = .amina, several: [String: [String]] = [:]) throws
        -> String
    {
        let pairs = values.map { ($0.key, $0.value) } + several.flatMap { item in item.value.map { (item.key, $0) } }
        let outcome = try scenarios.decide(path, pairs, parameters, as: viewer, in: try organisation, house: try house, named: &ids)
        guard case .record(let more, let then, _) = outcome else { throw Missing() }
        proposals += more
        return then
    }

    func visit(as viewer: Viewer = .amina, _ parameters: [String: String] = [:], query: [String: String] = [:]) throws -> Visit {
        TestKit.visit(try house, try organisation, as: viewer, parameters: parameters, query: query)
    }

    func page(_ path: String, as viewer: Viewer = .amina, _ parameters: [String: String] = [:], query: [String: String] = [:]) async throws -> String {
        try await scenarios.text(at: path, of: try visit(as: viewer, parameters, query: query))
    }

    // MARK: - What most stories begin with

    static let study = ["study": "n1"]
    static let four: [ID<Scenario>] = [ID("n5"), ID("n6"), ID("n7"), ID("n8")]

    /// A study with three drivers, open: `n1`, and `n2` to `n4`.
    static func begun(readers: String = "everyone") throws -> World {
        var world = World()
        try world.send(ScenarioPath.newStudy, ["title.en": "Harbours 2040", "question.en": "What will a port call be?", "horizon": "2040", "plan": "now", "readers": readers])
        for title in ["Trade", "Data", "Fuel"] {
            try world.send("scenarios/studies/{study}/drivers/new", ["title.en": title, "low.en": "\(title) low", "high.en": "\(title) high"], study)
        }
        try world.send("scenarios/studies/{study}/open", [:], study)
        return world
    }

    /// The same with axes and four written scenarios: `n5` to `n8`.
    static func written(readers: String = "everyone") throws -> World {
        var world = try begun(readers: readers)
        try world.send("scenarios/studies/{study}/axes", ["first": "n2", "second": "n3", "because.en": "Both open"], study)
        for (number, id) in four.enumerated() {
            try world.send("scenarios/futures/{scenario}/edit", ["title.en": "Future \(number + 1)", "narrative.en": "Story \(number + 1)", "meaning.en": "Means"], ["scenario": id.text])
        }
        return world
    }

    mutating func stress(_ objective: String, _ rows: [String: [Int]]) {
        for (member, effects) in rows.sorted(by: { $0.key < $1.key }) {
            guard let objective = ID<Objective>(objective) else { continue }
            tell(.objectiveStressed(study: ID("n1"), objective: objective, member: ID<Member>(member), zip(World.four, effects).map { StressMark(scenario: $0, effect: $1) }))
        }
    }
}

extension Viewer {
    static let bruno = Viewer.with(.drafter, .member(ID("a1")), account: ID("bruno"), name: "Bruno")
    static let farah = Viewer.with(.drafter, .member(ID("b1")), account: ID("farah"), name: "Farah")
}
