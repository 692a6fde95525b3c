import HashTreeCollections
import Journal
import Organisation
import Pages

extension Submission {
    var priorities: Priorities { organisation[Priorities.self] }

    /// The ballots that can be counted.
    var boxes: [BallotBox] { house?.ballotBoxes(on: ballotGround) ?? [] }

    /// The round in the address.
    func round() throws -> (id: ID<Round>, round: Round) {
        try requirePlanner()
        let id: ID<Round> = try id("round")
        guard let round = priorities.rounds[id] else { throw Refusal("pages.refusal.gone") }
        return (id, round)
    }

    /// The candidate in the address, whether or not it stands by itself.
    func candidate() throws -> (id: ID<Candidate>, candidate: Candidate) {
        let (round, _) = try round(), id: ID<Candidate> = try id("candidate")
        guard let candidate = priorities.candidates[id], candidate.round == round else { throw Refusal("pages.refusal.gone") }
        return (id, candidate)
    }

    /// The same where it still stands by itself.
    func standingCandidate() throws -> (id: ID<Candidate>, candidate: Candidate) {
        let found = try candidate()
        guard priorities.ended[found.id] == nil else { throw Refusal("priorities.refusal.ended") }
        return found
    }

    /// What was counted when a body adopted it does not change afterwards.
    func requireNotAdopted(_ round: ID<Round>) throws(Refusal) {
        if priorities.adopted(in: round) != nil { throw Refusal("priorities.refusal.adopted-already") }
    }
}

enum PriorityPath {
    static let rounds = "priorities"
    static let new = "priorities/new"

    static func round(_ id: ID<Round>, _ rest: String = "") -> String { rest.isEmpty ? "priorities/\(id)" : "priorities/\(id)/\(rest)" }

    static func candidate(_ id: ID<Candidate>, in round: ID<Round>, _ rest: String = "") -> String {
        self.round(round, rest.isEmpty ? "candidates/\(id)" : "candidates/\(id)/\(rest)")
    }
}
