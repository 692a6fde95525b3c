import HashTreeCollections
import Journal
import Organisation
import Pages

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    func round() throws(Missing) -> (id: ID<Round>, round: Round) {
        let id: ID<Round> = try id("round")
        guard let round = organisation[Priorities.self].rounds[id] else { throw Missing() }
        return (id, round)
    }

    func candidate() throws(Missing) -> (id: ID<Candidate>, candidate: Candidate) {
        let (round, _) = try round(), id: ID<Candidate> = try id("candidate")
        guard let candidate = organisation[Priorities.self].candidates[id], candidate.round == round else { throw Missing() }
        return (id, candidate)
    }

    func standingCandidate() throws(Missing) -> (id: ID<Candidate>, candidate: Candidate) {
        let found = try candidate()
        guard organisation[Priorities.self].ended[found.id] == nil else { throw Missing() }
        return found
    }

    func priorityTrail(_ id: ID<Round>? = nil, _ candidate: (id: ID<Candidate>, candidate: Candidate)? = nil) -> [(title: String, path: String)] {
        var trail = [(title: say("priorities.title"), path: PriorityPath.rounds)]
        if let id, let round = organisation[Priorities.self].rounds[id] { trail.append((plain(round.title), PriorityPath.round(id))) }
        if let id, let candidate { trail.append((plain(candidate.candidate.title), PriorityPath.candidate(candidate.id, in: id))) }
        return trail
    }

    func title(of id: ID<Candidate>) -> Localized { organisation[Priorities.self].candidates[id]?.title ?? Localized(id.text) }

    /// Candidates that stand, to be chosen from.
    func choices(of round: ID<Round>) -> [Choice] {
        organisation[Priorities.self].standing(in: round).map { choice($0.id, $0.candidate.title) }
    }
}
