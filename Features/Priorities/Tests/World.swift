import HashTreeCollections
import Journal
import Organisation
import Pages
import Synchronization
import TestKit
import Testing

@testable import Priorities

/// An invented organisation of seven Members in three regions, whose ballots a feature of the tests keeps.
struct World {
    private(set) var proposals: [Proposal]
    private var ids = 0
    var box: BallotBox

    static let members: [(id: ID<Member>, region: String)] = [
        (ID("a1"), "aa"), (ID("a2"), "aa"), (ID("a3"), "aa"), (ID("a4"), "aa"), (ID("b1"), "bb"), (ID("b2"), "bb"), (ID("c1"), "cc"),
    ]

    /// Trade, revenue, safety, green: what the options are called.
    static let options = ["Trade", "Revenue", "Safety", "Green"]

    init(kind: BallotBox.Kind = .ranking, audience: Audience = .participants, cell: Int = 0, isClosed: Bool = true) {
        proposals = [
            Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L", isInvented: true, languages: [.en, .fr, .ar])), on: .beginning),
            Proposal(Register.self, .bodyDescribed(id: ID("assembly"), Body(name: Localized("Assembly"), isPlenary: true)), on: .beginning),
        ]
        for region in ["aa", "bb", "cc"] {
            if let id = ID<Region>(region) { proposals.append(Proposal(Register.self, .regionDescribed(id: id, Region(code: region, name: Localized("Region \(region)"))), on: .beginning)) }
        }
        for (id, region) in World.members {
            proposals += [
                Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized("Member \(id)"), region: ID<Region>(region), code: id.text)), on: .beginning),
                Proposal(Register.self, .memberJoined(id: id), on: .beginning),
            ]
        }
        proposals += World.plan
        box = BallotBox(
            World.question, Localized("What comes first?"), within: Reference("surveys:s1") ?? World.question, path: "surveys/s1", kind: kind,
            options: World.options.map { BallotBox.Option(Localized($0)) }, most: nil, asked: World.members.map(\.id),
            regions: Dictionary(World.members.compactMap { member in ID<Region>(member.region).map { (member.id, $0) } }) { first, _ in first }, ballots: World.ballots(kind), isClosed: isClosed,
            audience: audience, smallestCell: cell)
    }

    static let question = Reference("surveys:q1") ?? Reference(Register.self, ID<Member>("q1"))

    /// Of seven Members six; region A wants trade, B and C safety and green.
    private static func ballots(_ kind: BallotBox.Kind) -> [BallotBox.Ballot] {
        let all: [(String, [Int], Audience)] = [
            ("a1", [0, 1], .participants), ("a2", [0, 1], .submitted(by: ID("a2"))), ("a3", [0, 2], .everyone), ("b1", [2, 3], .participants), ("b2", [2, 3], .submitted(by: ID("b2"))),
            ("c1", [3, 2], .participants),
        ]
        return all.enumerated().map { place, item in
            BallotBox.Ballot(
                member: ID<Member>(item.0) ?? ID("x"), choices: kind == .ranking ? item.1 : item.1.sorted(), points: kind == .points ? [70, 30] : [], audience: item.2,
                position: 100 + place)
        }
    }

    private static let plan: [Proposal] = {
        let plan: ID<StrategicPlan> = ID("now"), perspective: ID<Perspective> = ID("members")
        let from = Day.testDay.adding(days: -100), until = Day.testDay.adding(days: 900)
        return [
            Proposal(Plan.self, .planDescribed(id: plan, StrategicPlan(title: Localized("Plan"), from: from, until: until, status: .adopted)), on: from),
            Proposal(Plan.self, .perspectiveDescribed(id: perspective, Perspective(plan: plan, name: Localized("Members"), level: 1)), on: from),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o1"), Objective(perspective: perspective, code: "O1", title: Localized("Safer trade"))), on: from),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o2"), Objective(perspective: perspective, code: "O2", title: Localized("Other things"))), on: from),
        ]
    }()

    var house: House {
        get throws {
            var boxes = Feature(name: "Boxes", words: [:])
            let box = box
            boxes.ballotBoxes = { _ in [box] }
            return try House([priorities, boxes])
        }
    }

    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: [Register.self, Grants.self, Plan.self, Priorities.self]) } }
    var state: Priorities { get throws { try organisation[Priorities.self] } }

    func visit(as viewer: Viewer = .amina, _ parameters: [String: String] = ["round": "n1"]) throws -> Visit {
        TestKit.visit(try house, try organisation, as: viewer, parameters: parameters)
    }

    var reading: RoundReading { get throws { try RoundReading(try visit(), ID("n1")) } }
    var count: RoundCount { get throws { try #require(RoundCount(box, try state, of: ID("n1"), try organisation[Register.self])) } }

    mutating func tell(_ more: Proposal...) { proposals += more }

    /// Somebody sends a form: what follows is recorded.
    mutating func send(
        _ path: String, _ values: [String: [String]], _ parameters: [String: String] = [:], as viewer: Viewer = .amina, on day: Day = .testDay, query: [String: String] = [:]
    ) throws {
        let pairs = values.flatMap { name, all in all.map { (name, $0) } }, asked = ["round": "n1"].merging(parameters) { _, own in own }
        let outcome = try priorities.decide(path, pairs, asked, query: query, as: viewer, in: try organisation, house: try house, on: day, named: &ids)
        guard case .record(let more, _, _) = outcome else { throw Missing() }
        proposals += more
    }

    func page(_ path: String, as viewer: Viewer = .amina, _ parameters: [String: String] = [:]) async throws -> String {
        try await priorities.text(at: path, of: try visit(as: viewer, ["round": "n1"].merging(parameters) { _, own in own }))
    }
}

extension Viewer {
    static let oskar = Viewer.with(.auditor, .organisation, account: ID("oskar"), name: "Oskar")
    static let bruno = Viewer.with(.drafter, .member(ID("a1")), account: ID("bruno"), name: "Bruno")
    static let greta = Viewer.with(.drafter, .member(ID("b2")), account: ID("greta"), name: "Greta")
}
