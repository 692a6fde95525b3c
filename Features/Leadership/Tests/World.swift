import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Leadership

/// An invented organisation of six Members with a plenary body, in which one of the planners may analyse.
struct World {
    private(set) var proposals: [Proposal]
    private var ids = 0

    init() {
        proposals = [
            Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L", isInvented: true, languages: [.en, .fr])), on: .beginning),
            Proposal(Register.self, .bodyDescribed(id: ID("plenary"), Body(name: Localized("Plenary"), isPlenary: true)), on: .beginning),
        ]
        for number in 1...6 {
            guard let id = ID<Member>("m\(number)") else { continue }
            proposals += [
                Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized("Member \(number)"), region: nil, code: "m\(number)")), on: .beginning),
                Proposal(Register.self, .memberJoined(id: id), on: .beginning),
            ]
        }
    }

    var house: House { get throws { try House([leadership]) } }
    var organisation: Organisation { get throws { try TestKit.organisation(proposals, chapters: [Register.self, Grants.self, Plan.self, Leadership.self, LeadershipAccesses.self]) } }
    var state: Leadership { get throws { try organisation[Leadership.self] } }

    /// Somebody sends a form: what follows is recorded; answers where it leads.
    @discardableResult mutating func send(_ path: String, _ values: [String: String], _ parameters: [String: String] = [:], as viewer: Viewer = .analyst) throws -> String {
        let outcome = try leadership.decide(path, values.map { ($0.key, $0.value) }, parameters, as: viewer, in: try organisation, house: try house, named: &ids)
        guard case .record(let more, let then, _) = outcome else { throw Missing() }
        proposals += more
        return then
    }

    mutating func tell(_ events: [Leadership.Event]) { proposals += events.map { Proposal(Leadership.self, $0) } }

    func page(_ path: String, as viewer: Viewer = .analyst, _ parameters: [String: String] = [:]) async throws -> String {
        try await leadership.text(at: path, of: TestKit.visit(try house, try organisation, as: viewer, parameters: parameters))
    }

    static let analysis = ["analysis": "n1"]
    static let table = """
        actor,kind,votes,power,because,issue,position,salience
        North,region,3,4,Votes,Fees,2,4
        North,,,,,Rule,-1,3
        South,region,1,2,,Fees,2,3
        South,,,,,Rule,-1,3
        West,region,2,3,,Fees,-2,4
        West,,,,,Rule,1,2
        Desk,unit,0,3,,Fees,1,3
        """

    /// An analysis `n1` under half of those present, with what the table says.
    static func entered() throws -> World {
        var world = World()
        try world.send(LeadershipPath.new, ["title.en": "Arena", "question.en": "Who?", "body": "plenary", "quota": "1/2", "more-than": "yes", "quorum": "", "abstentions": "yes"])
        world.tell(try world.rows(table).events)
        return world
    }

    func rows(_ text: String) throws -> ArenaRows {
        var count = try state.actors.count * 100
        return try ArenaRows(Array(text.utf8), into: ID("n1"), organisation) {
            count += 1
            return "t\(count)"
        }
    }
}

extension Viewer {
    static let analyst = Viewer(
        account: ID("amina"), name: "Amina",
        grants: [.planner, .leadershipAnalyst].map { Grant(account: ID("amina"), role: $0, scope: .organisation) }, isPublicAdmitted: true)
    /// Whose staff role was taken away.
    static let left = Viewer.with(.leadershipAnalyst, .organisation, account: ID("left"), name: "Left")
    static let auditor = Viewer.with(.auditor, .organisation, account: ID("auditor"), name: "Auditor")
}
