import HashTreeCollections
import Journal
import Organisation
import Pages
import Synchronization
import TestKit
import Testing

@testable import Survey

/// An invented organisation of four Members in two regions that grows by what its people send.
struct World {
    private(set) var proposals: [Proposal] = [
        Proposal(
            Register.self, .profileDescribed(Profile(name: Localized("League of Harbours"), acronym: "LoH", isInvented: true, languages: [.en, .fr, .ar])), on: .beginning),
        Proposal(Register.self, .regionDescribed(id: ID("north"), Region(code: "N", name: Localized("North"))), on: .beginning),
        Proposal(Register.self, .regionDescribed(id: ID("south"), Region(code: "S", name: Localized("South"))), on: .beginning),
    ]
    private var ids = 0

    init() {
        for (id, name, region) in [("fik", "Fikertal", "north"), ("gol", "Golmark", "north"), ("hav", "Havnia", "south"), ("isl", "Isleworth", "south")] {
            guard let id = ID<Member>(id) else { continue }
            proposals += [
                Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized(name), region: ID<Region>(region), code: id.text.uppercased())), on: .beginning),
                Proposal(Register.self, .memberJoined(id: id), on: .beginning),
            ]
        }
    }

    /// Without Members or regions.
    static var empty: World {
        var world = World()
        world.proposals.removeLast(world.proposals.count - 1)
        return world
    }

    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: [Register.self, Grants.self, Plan.self, Surveys.self, Answers.self, Reminders.self]) } }
    var surveys: Surveys { get throws { try organisation[Surveys.self] } }
    var answers: Answers { get throws { try organisation[Answers.self] } }

    /// How its people are reached.
    var post = Post(isOpen: true)

    mutating func tell(_ more: Proposal...) { proposals += more }

    /// Somebody sends a form: what follows is recorded.
    ///
    /// - Returns: what people are written.
    @discardableResult
    mutating func send(
        _ path: String, _ values: [String: [String]], as viewer: Viewer = .amina, _ parameters: [String: String] = [:], on day: Day = .testDay, language: Language = .en
    ) throws -> [Mailing] {
        let pairs = values.flatMap { name, all in all.map { (name, $0) } }
        let outcome = try survey.decide(path, pairs, parameters, as: viewer, in: try organisation, post: post, on: day, language: language, named: &ids)
        let (more, mailings) = try recorded(outcome)
        proposals += more
        return mailings
    }

    private func recorded(_ outcome: Outcome) throws -> ([Proposal], [Mailing]) {
        switch outcome {
        case .record(let proposals, _, _): (proposals, [])
        case .write(let mailings, let proposals, _, _): (proposals, mailings)
        default: throw Missing()
        }
    }

    func page(
        _ path: String, as viewer: Viewer, _ parameters: [String: String] = [:], query: [String: String] = [:], language: Language = .en, on day: Day = .testDay
    ) async throws -> String {
        let visit = visit(
            try House([survey]), try organisation, as: viewer, language: language, parameters: parameters, query: query, post: post, times: Times(today: day))
        return try await survey.text(at: path, of: visit)
    }
}

extension World {
    /// What somebody takes along; in this world the journal is that of the proposals.
    func file(_ path: String, as viewer: Viewer, _ parameters: [String: String], query: [String: String] = [:], on day: Day = .testDay) async throws -> File {
        let organisation = try organisation, house = try House([survey]), proposals = proposals
        let route = try #require(survey.routes.first { $0.path == path }, "nothing at \(path)")
        guard route.access.admits(viewer), case .read(let read) = route.handler else { throw Missing() }
        let visit = Visit(
            organisation: organisation, present: organisation, viewer: viewer, say: Say(.en, house.catalogue), times: Times(today: day), house: house, parameters: parameters,
            query: query, names: [:],
            history: { selection in
                selection.chosen(from: try proposals.enumerated().map { try Entry.unchained($0.element, position: $0.offset + 1, at: Moment(startOf: .testDay)) })
            })
        guard case .file(let file) = try await read(visit) else { throw Missing() }
        return file
    }

    /// An answer that was submitted, as it lies in the journal.
    mutating func answer(_ member: String, _ given: [Given], consent: Consent? = .nobody, of survey: String = "n1") throws {
        let id = try #require(ID<Member>(member)), of = try #require(ID<Survey>(survey))
        tell(
            Proposal(
                Answers.self, .answerSubmitted(survey: of, member: id, answer: Submitted(given: given, desk: .member, clearedBy: .chen, received: nil, consent: consent))))
    }

    /// The same survey with another rule.
    mutating func change(_ change: (inout Survey) -> Void) throws {
        var survey = try #require(try surveys.surveys[ID("n1")])
        change(&survey)
        tell(Proposal(Surveys.self, .surveyDescribed(id: ID("n1"), survey)))
    }

    func reading(as viewer: Viewer, query: [String: String] = [:], on day: Day = .testDay) throws -> SurveyReading {
        try SurveyReading(visit(try House([survey]), organisation, as: viewer, query: query, times: Times(today: day)), ID("n1"))
    }
}

final class Counter: Sendable {
    private let number: Mutex<Int>
    init(_ start: Int) { number = Mutex(start) }
    func next() -> Int {
        number.withLock {
            $0 += 1
            return $0
        }
    }
    var value: Int { number.withLock { $0 } }
}

extension Viewer {
    static let bruno = Viewer.with(.drafter, .member(ID("fik")), account: ID("bruno"), name: "Bruno")
    static let chen = Viewer.with(.headOfAdministration, .member(ID("fik")), account: ID("chen"), name: "Chen")
    static let oskar = Viewer.with(.auditor, .organisation, account: ID("oskar"), name: "Oskar")
    static let goran = Viewer.with(.drafter, .member(ID("gol")), account: ID("goran"), name: "Goran")
}

extension World {
    /// A survey with one question of each kind, the last asked only after “Yes” to the first; still a draft.
    static func drafted() throws -> World {
        var world = World()
        try world.send(
            "surveys/new",
            ["title.en": ["Where next?"], "readers": ["participants"], "moment": ["closed"], "clearance": ["yes"], "consent": ["yes"], "closes": ["2026-12-31"], "cell": ["0"]])
        let survey = ["survey": "n1"]
        try world.send("surveys/{survey}/sections/new", ["title.en": ["Priorities"]], survey)
        let section = survey.merging(["section": "n2"]) { own, _ in own }
        let forms: [(String, [String: [String]])] = [
            ("single", ["text.en": ["Do you have a plan?"], "options.en": ["Yes\nNo"], "required": ["yes"], "other": ["yes"]]),
            ("multiple", ["text.en": ["What is in it?"], "options.en": ["Trade\nRevenue\nSafety"], "most": ["2"]]),
            ("scale", ["text.en": ["How far is it?"], "lowest": ["1"], "highest": ["5"], "not-applicable": ["yes"]]),
            ("ranking", ["text.en": ["What comes first?"], "options.en": ["Trade\nRevenue\nSafety"]]),
            ("points", ["text.en": ["Where should the money go?"], "options.en": ["Trade\nRevenue\nSafety"]]),
            ("number", ["text.en": ["How many officers?"], "lowest": ["0"]]),
            ("range", ["text.en": ["How many next year?"], "unit.en": ["officers"]]),
            ("date", ["text.en": ["Since when?"]]),
            ("matrix", ["text.en": ["How good is each?"], "options.en": ["Poor\nGood"], "rows.en": ["Law\nData"], "required": ["yes"], "not-applicable": ["yes"]]),
            ("text", ["text.en": ["What else?"]]),
            ("link", ["text.en": ["Where can we read it?"], "if": ["n3"], "if-numbers": ["1"], "required": ["yes"]]),
        ]
        var last: String?
        for (number, form) in forms.enumerated() {
            var values = form.1
            values["after"] = last.map { [$0] } ?? []
            try world.send("surveys/{survey}/sections/{section}/new/{kind}", values, section.merging(["kind": form.0]) { own, _ in own })
            last = "n\(number + 3)"
        }
        return world
    }

    /// The same, open.
    static func opened() throws -> World {
        var world = try drafted()
        try world.send("surveys/{survey}/open", [:], ["survey": "n1"])
        return world
    }

    static let ofFik = ["survey": "n1", "member": "fik", "section": "n2"]
    static let section = "surveys/{survey}/answers/{member}/sections/{section}"

    /// What it takes to submit.
    static let enough = ["q-n3": ["2"], "q-n11-1": ["2"], "q-n11-2": ["na"]]
}
