import HashTreeCollections
import Journal
import Organisation
import Pages
import Synchronization
import TestKit
import Testing

@testable import Risks

/// An invented organisation with a plan that runs, one that is drafted and one that has ended, two bodies, two units, and a scan of another feature.
struct World {
    private(set) var proposals: [Proposal]
    private var ids = 0

    init() {
        let today = Day.testDay, before = today.adding(days: -400)
        proposals = [Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L", isInvented: true, languages: [.en, .fr])), on: .beginning)]
        for (id, name) in [("nav", "Navigation"), ("dig", "Data")] {
            proposals.append(Proposal(Register.self, .unitDescribed(id: ID(free: id, otherwise: ID("unit")) { _ in false }, Unit(name: Localized(name), kind: .directorate)), on: .beginning))
        }
        for (id, name) in [("steering", "Steering Group"), ("audit", "Audit Committee")] {
            proposals.append(Proposal(Register.self, .bodyDescribed(id: ID(free: id, otherwise: ID("body")) { _ in false }, Body(name: Localized(name))), on: .beginning))
        }
        let plans: [(id: ID<StrategicPlan>, perspective: ID<Perspective>, StrategicPlan)] = [
            (ID("now"), ID("p-now"), StrategicPlan(title: Localized("Running"), from: before, until: today.adding(days: 700), status: .adopted)),
            (ID("draft"), ID("p-draft"), StrategicPlan(title: Localized("Drafted"), from: today.adding(days: 701), until: today.adding(days: 1700), status: .draft)),
            (ID("old"), ID("p-old"), StrategicPlan(title: Localized("Ended"), from: before.adding(days: -1000), until: before.adding(days: -1), status: .ended)),
        ]
        for (id, perspective, plan) in plans {
            proposals += [
                Proposal(Plan.self, .planDescribed(id: id, plan), on: before),
                Proposal(Plan.self, .perspectiveDescribed(id: perspective, Perspective(plan: id, name: Localized("P"), level: 1)), on: before),
            ]
        }
        for (id, code, perspective) in [("o1", "O1", "p-now"), ("o2", "O2", "p-draft"), ("o3", "O3", "p-old")] {
            guard let id = ID<Objective>(id), let perspective = ID<Perspective>(perspective) else { continue }
            proposals.append(Proposal(Plan.self, .objectiveDescribed(id: id, Objective(perspective: perspective, code: code, title: Localized("Objective \(code)"))), on: before))
        }
        proposals.append(Proposal(Plan.self, .actionDescribed(id: ID("a1"), Action(objective: ID("o1"), code: "A1", title: Localized("Do it"))), on: before))
    }

    /// Another feature that keeps signals: known by their kind on the thread alone.
    static let scan: Feature = {
        var feature = Feature(name: "Scan", words: [.en: Array(#"{"scan.signal": "Signal"}"#.utf8)])
        feature.thread = { _ in
            Thread(nodes: [
                Node(
                    Reference("scan:storms") ?? Reference(Risks.self, ID<Risk>("x")), kind: "scan.signal", title: Localized("Storms follow one another"), path: "scan/signals/storms",
                    audience: .participants),
                Node(
                    Reference("scan:secret") ?? Reference(Risks.self, ID<Risk>("x")), kind: "scan.signal", title: Localized("Seen by few"), path: "scan/signals/secret", audience: .person(ID("nobody"))
                ),
            ])
        }
        return feature
    }()

    var house: House { get throws { try House([risks, World.scan]) } }
    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: [Register.self, Grants.self, Plan.self, Values.self, Risks.self]) } }
    var state: Risks { get throws { try organisation[Risks.self] } }

    mutating func tell(_ more: Proposal...) { proposals += more }

    /// Somebody sends a form: what follows is recorded.
    mutating func send(_ path: String, _ values: [String: String], _ parameters: [String: String] = [:], as viewer: Viewer = .amina, language: Language = .en) throws {
        let outcome = try risks.decide(
            path, values.map { ($0.key, $0.value) }, parameters, as: viewer, in: try organisation, house: try house, language: language, named: &ids)
        guard case .record(let more, _, _) = outcome else { throw Missing() }
        proposals += more
    }

    func visit(as viewer: Viewer = .amina, _ parameters: [String: String] = [:], query: [String: String] = [:], language: Language = .en) throws -> Visit {
        TestKit.visit(try house, try organisation, as: viewer, language: language, parameters: parameters, query: query)
    }

    func page(_ path: String, as viewer: Viewer = .amina, _ parameters: [String: String] = [:], query: [String: String] = [:]) async throws -> String {
        try await risks.text(at: path, of: try visit(as: viewer, parameters, query: query))
    }

    /// What keeps plans from being adopted, for somebody.
    func blocking(for viewer: Viewer = .amina) throws -> [Finding] { try house.findings(on: organisation, for: viewer).filter { $0.gravity == .blocks } }

    /// A risk as a planner would complete it.
    static let whole = [
        "title.en": "Berths close", "cause.en": "Storms", "event.en": "An insurer leaves", "effect.en": "Calls go elsewhere", "category": "n1", "owner": "nav", "review": "2027-03-01",
        "readers": "participants",
    ]
    /// Inherent 20, residual 16.
    static let red = [
        "inherent-likelihood": "5", "inherent-impact": "4", "residual-likelihood": "4", "residual-impact": "4", "target-likelihood": "3", "target-impact": "3", "because.en": "Two have left",
        "review": "2027-03-01",
    ]

    /// A category that carries 10 (`n1`), and a red risk in it (`n2`) that nobody answers.
    static func begun() throws -> World {
        var world = World()
        try world.send(RiskPath.newCategory, ["title.en": "Money", "appetite": "10", "statement.en": "A thin year is carried."])
        try world.send(RiskPath.new, World.whole)
        try world.send("risks/{risk}/rate", World.red, World.one)
        return world
    }

    static let one = ["risk": "n2"]
}

extension Viewer {
    static let bruno = Viewer.with(.reader, .organisation, account: ID("bruno"), name: "Bruno")
    static let chen = Viewer.with(.projectOwner, .unit(ID("nav")), account: ID("chen"), name: "Chen")
    static let dana = Viewer.with(.projectOwner, .unit(ID("dig")), account: ID("dana"), name: "Dana")
}
