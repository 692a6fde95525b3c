import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

/// An invented organisation of eight Members in two regions with two units and a plan, whose people rate it.
struct World {
    private(set) var proposals: [Proposal]
    private var ids = 0
    /// Who recorded what, where it matters, by place.
    private var authors: [Int: Actor] = [:]

    static let members: [(id: String, region: String)] = [("a1", "aa"), ("a2", "aa"), ("a3", "aa"), ("a4", "aa"), ("b1", "bb"), ("b2", "bb"), ("b3", "bb"), ("b4", "bb")]

    init() {
        proposals = [Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L", isInvented: true, languages: [.en, .fr])), on: .beginning)]
        for region in ["aa", "bb"] {
            if let id = ID<Region>(region) { proposals.append(Proposal(Register.self, .regionDescribed(id: id, Region(code: region, name: Localized("Region \(region)"))), on: .beginning)) }
        }
        for (id, region) in World.members {
            guard let id = ID<Member>(id) else { continue }
            proposals += [
                Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized("Member \(id)"), region: ID<Region>(region), code: id.text)), on: .beginning),
                Proposal(Register.self, .memberJoined(id: id), on: .beginning),
            ]
        }
        for unit in ["u1", "u2"] {
            if let id = ID<Unit>(unit) { proposals.append(Proposal(Register.self, .unitDescribed(id: id, Unit(name: Localized("Unit \(unit)"), kind: .directorate)), on: .beginning)) }
        }
        let from = Day.testDay.adding(days: -100), perspective: ID<Perspective> = ID("learning")
        proposals += [
            Proposal(Plan.self, .planDescribed(id: ID("now"), StrategicPlan(title: Localized("Plan"), from: from, until: .testDay.adding(days: 900), status: .adopted)), on: from),
            Proposal(Plan.self, .perspectiveDescribed(id: perspective, Perspective(plan: ID("now"), name: Localized("Learning"), level: 1)), on: from),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o1"), Objective(perspective: perspective, code: "O1", title: Localized("Able people"))), on: from),
        ]
    }

    var house: House { get throws { try House([assessments]) } }
    static let chapters: [any Chapter.Type] = [Register.self, Grants.self, Plan.self, Assessments.self, IdeaLedger.self, UnitPractices.self]
    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: World.chapters) { authors[$0] ?? .system } } }
    var state: Assessments { get throws { try organisation[Assessments.self] } }

    mutating func tell(_ more: Proposal...) { proposals += more }

    mutating func tell(_ event: Assessments.Event, by author: Actor) {
        authors[proposals.count] = author
        tell(event)
    }

    mutating func tell(_ event: Assessments.Event) { proposals.append(Proposal(Assessments.self, event)) }

    /// Somebody sends a form: what follows is recorded; answers where it leads.
    @discardableResult mutating func send(_ path: String, _ values: [String: String], _ parameters: [String: String] = [:], as viewer: Viewer = .amina, several: [String: [String]] = [:]) throws
        -> String
    {
        let pairs = values.map { ($0.key, $0.value) } + several.flatMap { item in item.value.map { (item.key, $0) } }
        let outcome = try assessments.decide(path, pairs, parameters, as: viewer, in: try organisation, house: try house, named: &ids)
        guard case .record(let more, let then, _) = outcome else { throw Missing() }
        proposals += more
        return then
    }

    func page(_ path: String, as viewer: Viewer = .amina, _ parameters: [String: String] = [:], query: [String: String] = [:]) async throws -> String {
        try await assessments.text(at: path, of: TestKit.visit(try house, try organisation, as: viewer, parameters: parameters, query: query))
    }

    // MARK: - What most stories begin with

    /// The framework `essentials`, and a round of it by three groups: `round`.
    static func begun(_ framework: String = "essentials", least: Int = 3, units: [String] = [], readers: String = "everyone") throws -> (world: World, round: [String: String]) {
        var world = World()
        try world.send(AssessmentPath.newFramework, ["from": framework])
        let path = try world.send(
            AssessmentPath.newRound,
            [
                "framework": framework, "title.en": "Round", "readers": readers, "least": "\(least)", "group-1.en": "Staff", "kind-1": "staff", "group-2.en": "Members", "kind-2": "members",
            ], several: ["units": units])
        let round = ["round": String(path.split(separator: "/").last ?? "")]
        try world.send("assessments/rounds/{round}/open", [:], round)
        return (world, round)
    }

    /// Sheets of paper: for each who gives what to every statement of every category.
    mutating func sheets(_ round: [String: String], _ seat: Seat, _ values: [Int], named prefix: String) throws {
        guard let id = round["round"].flatMap({ ID<AssessmentRound>($0) }), let described = try state.rounds[id] else { return }
        let categories = try state.categories(of: described)
        for (number, value) in values.enumerated() {
            guard let sheet = ID<AnswerSheet>("\(prefix)-\(number + 1)") else { continue }
            for category in categories {
                tell(.sheetAnswered(id: sheet, round: id, seat, category: category.id, category.statements.map { Score(statement: $0.id, value: value) }))
            }
        }
    }
}

extension Viewer {
    static let bruno = Viewer.with(.drafter, .member(ID("a1")), account: ID("bruno"), name: "Bruno")
    static let farah = Viewer.with(.drafter, .member(ID("b1")), account: ID("farah"), name: "Farah")
}
