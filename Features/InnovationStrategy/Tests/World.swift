import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import InnovationStrategy

/// An invented organisation with a plan of one objective and one action, two bodies, and a scan of another feature.
struct World {
    var proposals: [Proposal]
    private var ids = 0

    init() {
        let from = Day.testDay.adding(days: -100), perspective: ID<Perspective> = ID("members")
        proposals = [
            Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L", isInvented: true, languages: [.en, .fr])), on: .beginning),
            Proposal(Register.self, .bodyDescribed(id: ID("steering"), Body(name: Localized("Steering Group"))), on: .beginning),
            Proposal(Plan.self, .planDescribed(id: ID("now"), StrategicPlan(title: Localized("Plan"), from: from, until: .testDay.adding(days: 900), status: .adopted)), on: from),
            Proposal(Plan.self, .perspectiveDescribed(id: perspective, Perspective(plan: ID("now"), name: Localized("Members"), level: 1)), on: from),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o1"), Objective(perspective: perspective, code: "O1", title: Localized("Safer trade"))), on: from),
            Proposal(Plan.self, .actionDescribed(id: ID("a1"), Action(objective: ID("o1"), code: "O1-A1", title: Localized("Do it"))), on: from),
        ]
    }

    /// Another feature that keeps signals: known by their kind on the thread alone.
    static let scan: Feature = {
        var feature = Feature(name: "Scan", words: [.en: Array(#"{"scan.signal": "Signal"}"#.utf8)])
        feature.thread = { _ in
            let known = [("storms", "Storms follow one another", Audience.participants), ("secret", "Seen by few", .person(ID("nobody")))]
            return Thread(
                nodes: known.compactMap { id, title, audience in
                    Reference("scan:\(id)").map { Node($0, kind: "scan.signal", title: Localized(title), path: "scan/signals/\(id)", audience: audience) }
                })
        }
        return feature
    }()

    var house: House { get throws { try House([innovationStrategy, World.scan]) } }
    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: [Register.self, Grants.self, Plan.self, Innovation.self]) } }
    var state: Innovation { get throws { try organisation[Innovation.self] } }

    mutating func send(_ path: String, _ values: [String: String], _ parameters: [String: String] = [:], as viewer: Viewer = .amina, language: Language = .en) throws {
        let outcome = try innovationStrategy.decide(
            path, values.map { ($0.key, $0.value) }, parameters, as: viewer, in: try organisation, house: try house, language: language, named: &ids)
        guard case .record(let more, _, _) = outcome else { throw Missing() }
        proposals += more
    }

    func visit(as viewer: Viewer = .amina, _ parameters: [String: String] = [:], language: Language = .en) throws -> Visit {
        TestKit.visit(try house, try organisation, as: viewer, language: language, parameters: parameters)
    }

    func page(_ path: String, _ parameters: [String: String] = [:], as viewer: Viewer = .amina, language: Language = .en) async throws -> String {
        try await innovationStrategy.text(at: path, of: visit(as: viewer, parameters, language: language))
    }

    mutating func take(_ result: ImportResult) { proposals += result.proposals }

    static let base = "innovation/strategies/{strategy}"
    static let one = ["strategy": "n1"]
    static let frame = ["title.en": "A wider harbour", "text.en": "Why", "plan": "now", "unit.en": "crowns", "readers": "everyone"]
    static let answers = [
        "answer-value.en": "Time", "answer-capture.en": "Trust", "answer-kind.en": "New services", "answer-resources.en": "A third explores", "types": "businessModel", "explore": "30",
        "tolerance": "3",
    ]
    /// Rather routine today, rather radical then.
    static let initiative = [
        "title.en": "Window", "type": "businessModel", "amount": "100", "thing": "plan:a1", "position-1-share": "100", "position-1-degree-as-is": "-1", "position-1-locus-as-is": "-2",
        "position-1-degree-to-be": "1", "position-1-locus-to-be": "0", "position-1-source-to-be": "2",
    ]
    static let adoption = ["body": "steering", "on": "\(Day.testDay)", "document.en": "SG/1"]

    /// A version (`n1`) of which nothing is missing, with one initiative (`n2`).
    static func whole() throws -> World {
        var world = World()
        try world.send(InnovationPath.new, frame)
        try world.send("\(base)/reasons", ["reason-1-kind": "competition", "reason-1-text.en": "Others are faster", "reason-1-signal": "Storms follow one another"], one)
        try world.send("\(base)/answers", answers, one)
        try world.send("\(base)/initiatives/new", initiative, one)
        return world
    }
}
