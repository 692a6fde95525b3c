import HashTreeCollections
import Journal
import Organisation
import Pages
import Synchronization
import TestKit
import Testing

@testable import Scan

/// An invented organisation of eight Members in three regions with a plan of two objectives, whose people scan.
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
        let from = Day.testDay.adding(days: -100), plan: ID<StrategicPlan> = ID("now"), perspective: ID<Perspective> = ID("members")
        proposals += [
            Proposal(Plan.self, .planDescribed(id: plan, StrategicPlan(title: Localized("Plan"), from: from, until: .testDay.adding(days: 900), status: .adopted)), on: from),
            Proposal(Plan.self, .perspectiveDescribed(id: perspective, Perspective(plan: plan, name: Localized("Members"), level: 1)), on: from),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o1"), Objective(perspective: perspective, code: "O1", title: Localized("Safer trade"))), on: from),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o2"), Objective(perspective: perspective, code: "O2", title: Localized("Other things"))), on: from),
        ]
    }

    var house: House { get throws { try House([scan]) } }
    static let chapters: [any Chapter.Type] = [Register.self, Grants.self, Plan.self, Scan.self]
    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: World.chapters) } }
    var state: Scan { get throws { try organisation[Scan.self] } }

    mutating func tell(_ more: Proposal...) { proposals += more }

    /// Somebody sends a form: what follows is recorded.
    mutating func send(_ path: String, _ values: [String: String], _ parameters: [String: String] = [:], as viewer: Viewer = .amina, language: Language = .en) throws {
        let outcome = try scan.decide(
            path, values.map { ($0.key, $0.value) }, parameters, as: viewer, in: try organisation, house: try house, language: language, named: &ids)
        guard case .record(let more, _, _) = outcome else { throw Missing() }
        proposals += more
    }

    func page(_ path: String, as viewer: Viewer = .amina, _ parameters: [String: String] = [:], query: [String: String] = [:]) async throws -> String {
        let recorded = proposals
        let visit = TestKit.visit(try house, try organisation, as: viewer, parameters: parameters, query: query) { position, day in
            try TestKit.organisation(Array(recorded.prefix(position)), chapters: World.chapters, on: day)
        }
        return try await scan.text(at: path, of: visit)
    }

    /// A signal as a planner would complete it.
    static let trend = [
        "title.en": "Parcels multiply", "text.en": "Small parcels grow faster than containers.", "aspect": "economic", "direction": "threat", "opportunity.en": "Data come with them.",
        "kind": "trend", "horizon": "near", "impact": "4-5", "likelihood": "4", "confidence": "medium", "evidence-1-source.en": "Annual report", "evidence-1-link": "https://example.org/report",
        "evidence-1-on": "2026-05-01", "evidence-1-reliability": "B", "evidence-1-low": "13", "evidence-1-high": "32", "evidence-1-of.en": "growth, per cent",
    ]

    /// An edition with the six aspects, one theme and one signal: `n1`, `n2`, `n3`.
    static func begun() throws -> World {
        var world = World()
        try world.send(ScanPath.newEdition, ["title.en": "Scan 2026", "from": "2026", "until": "2030", "readers": "everyone", "axis": "impact"])
        try world.send("scan/aspects/{aspect}/themes/new", ["title.en": "Trade flows"], ["aspect": "economic"])
        try world.send(ScanPath.newSignal, World.trend)
        return world
    }
}

extension Viewer {
    static let bruno = Viewer.with(.drafter, .member(ID("a1")), account: ID("bruno"), name: "Bruno")
    static let farah = Viewer.with(.drafter, .member(ID("b1")), account: ID("farah"), name: "Farah")
}
