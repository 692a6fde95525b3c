import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with candidates: propose, reword, merge, split, drop, and take that back.
enum CandidateDecisions {
    private static let step = 1 << 20

    static func add(_ submission: Submission) throws -> Outcome {
        let (round, settings) = try submission.round()
        try submission.requireNotAdopted(round)
        try requireRoom(submission, round, for: 1)
        let candidate = try entered(submission, settings, Candidate(round: round, title: .empty, order: next(submission, round)))
        return .record(
            [Proposal(Priorities.self, .candidateDescribed(id: submission.newID(), candidate))], then: PriorityPath.round(round),
            notice: Saying("priorities.notice.added", ["title": .content(candidate.title)]))
    }

    static func change(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.standingCandidate()
        let candidate = try entered(submission, try submission.round().round, present)
        // Which ballots mean it is settled once a body has adopted what they came to; its words can still be mended.
        if candidate.options != present.options || candidate.cost != present.cost { try submission.requireNotAdopted(present.round) }
        return .record(
            candidate == present ? [] : [Proposal(Priorities.self, .candidateDescribed(id: id, candidate))], then: PriorityPath.candidate(id, in: present.round),
            notice: Saying("priorities.notice.saved", ["title": .content(candidate.title)]))
    }

    /// A candidate for each option of the ballots that none means yet.
    static func take(_ submission: Submission) throws -> Outcome {
        let (round, settings) = try submission.round()
        try submission.requireNotAdopted(round)
        guard let box = submission.boxes.first(where: { $0.reference == settings.box }) else { throw Refusal("priorities.refusal.no-ballots") }
        let free = Set(submission.priorities.freeOptions(of: box, in: round))
        let wanted = Set(submission.entered.raw("options").compactMap { Int($0) })
        let taken = box.options.indices.filter { wanted.contains($0 + 1) && free.contains($0) }
        if taken.isEmpty { throw Refusal("priorities.refusal.nothing-taken", field: "options") }
        try requireRoom(submission, round, for: taken.count)
        let first = next(submission, round)
        let proposals = taken.enumerated().map { place, option in
            let candidate = Candidate(round: round, title: box.options[option].title, origins: [box.whole], options: [option + 1], order: first &+ place &* step)
            return Proposal(Priorities.self, .candidateDescribed(id: submission.newID(), candidate))
        }
        return .record(proposals, then: PriorityPath.round(round), notice: Saying("priorities.notice.taken", ["n": .count(proposals.count)]))
    }

    static func merge(_ submission: Submission) throws -> Outcome {
        let (round, _) = try submission.round()
        try submission.requireNotAdopted(round)
        let standing = Set(submission.priorities.standing(in: round).map(\.id))
        guard let into: ID<Candidate> = try submission.entered.id("into", required: true, where: standing.contains) else { throw Missing() }
        let from = try submission.entered.several("from", where: standing.contains).filter { $0 != into }
        if from.isEmpty { throw Refusal("priorities.refusal.nothing-to-merge", field: "from") }
        let event = Priorities.Event.candidatesMerged(from: from.sorted(), into: into, because: Prose(try submission.reason))
        return .record([Proposal(Priorities.self, event)], then: PriorityPath.candidate(into, in: round), notice: Saying("priorities.notice.merged", ["n": .count(from.count)]))
    }

    /// Each line is a part.
    static func split(_ submission: Submission) throws -> Outcome {
        let (id, candidate) = try submission.standingCandidate()
        try submission.requireNotAdopted(candidate.round)
        let lines = try submission.entered.paragraph("parts", max: 5000, required: true).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard (2...20).contains(lines.count), Set(lines).count == lines.count else { throw Refusal("priorities.refusal.parts", field: "parts") }
        try requireRoom(submission, candidate.round, for: lines.count - 1)
        let because = Prose(try submission.reason)
        var proposals: [Proposal] = [], parts: [ID<Candidate>] = []
        for (place, line) in lines.enumerated() {
            let part: ID<Candidate> = submission.newID()
            parts.append(part)
            // Parts stand where the whole stood.
            let described = Candidate(round: candidate.round, title: Localized(line, submission.language), order: candidate.order &+ place &+ 1)
            proposals.append(Proposal(Priorities.self, .candidateDescribed(id: part, described)))
        }
        proposals.append(Proposal(Priorities.self, .candidateSplit(id: id, into: parts, because: because)))
        return .record(proposals, then: PriorityPath.candidate(id, in: candidate.round), notice: Saying("priorities.notice.split", ["n": .count(parts.count)]))
    }

    static func drop(_ submission: Submission) throws -> Outcome {
        let (id, candidate) = try submission.standingCandidate()
        try submission.requireNotAdopted(candidate.round)
        return .record(
            [Proposal(Priorities.self, .candidateDropped(id: id, because: Prose(try submission.reason)))], then: PriorityPath.round(candidate.round),
            notice: Saying("priorities.notice.dropped", ["title": .content(candidate.title)]))
    }

    static func restore(_ submission: Submission) throws -> Outcome {
        let (id, candidate) = try submission.candidate()
        try submission.requireNotAdopted(candidate.round)
        guard let ended = submission.priorities.ended[id] else { throw Refusal("priorities.refusal.stands") }
        try requireRoom(submission, candidate.round, for: 1)
        let because = Prose(try submission.reason)
        let events = try partsDropped(with: ended, of: id, because, submission) + [.candidateRestored(id: id, because: because)]
        return .record(
            events.map { Proposal(Priorities.self, $0) }, then: PriorityPath.candidate(id, in: candidate.round),
            notice: Saying("priorities.notice.restored", ["title": .content(candidate.title)]))
    }

    /// Of what was split, whole and parts do not stand beside one another: the parts are dropped when the whole is taken up again.
    private static func partsDropped(with ended: Ended, of id: ID<Candidate>, _ because: Prose, _ submission: Submission) throws(Refusal) -> [Priorities.Event] {
        guard case .split(let parts) = ended.how else { return [] }
        let priorities = submission.priorities
        // A part that goes on as something else, or that something else went into, would take that with it.
        let tied = parts.filter { part in
            if priorities.predecessors(of: part) != [id] { return true }
            switch priorities.ended[part]?.how {
            case .merged, .split: return true
            case .dropped, nil: return false
            }
        }
        if !tied.isEmpty { throw Refusal("priorities.refusal.parts-went-on", ["titles": priorities.names(of: tied, in: submission.language)]) }
        return parts.filter { priorities.ended[$0] == nil }.map { .candidateDropped(id: $0, because: because) }
    }

    /// More than can be compared pair by pair while somebody waits.
    private static let mostCandidates = 100

    private static func requireRoom(_ submission: Submission, _ round: ID<Round>, for more: Int) throws(Refusal) {
        if submission.priorities.standing(in: round).count + more > mostCandidates { throw Refusal("priorities.refusal.too-many", ["most": "\(mostCandidates)"]) }
    }

    private static func next(_ submission: Submission, _ round: ID<Round>) -> Int { (submission.priorities.candidates(of: round).last?.candidate.order ?? 0) &+ step }

    private static func entered(_ submission: Submission, _ round: Round, _ present: Candidate) throws(Refusal) -> Candidate {
        let entered = submission.entered
        var candidate = present
        candidate.title = try entered.localized("title", present: present.title, max: 300, required: true)
        candidate.text = try entered.localized("text", present: present.text, max: 10_000)
        // What the form did not show stays as it is.
        if round.budget != nil { candidate.cost = try entered.number("cost", in: 0...1e12) }
        let known = Set(submission.house?.thread(of: submission.organisation, for: submission.viewer).nodes.map(\.reference) ?? [])
        candidate.origins = entered.raw("origins").compactMap { Reference($0) }.filter { known.contains($0) || present.origins.contains($0) }.sorted()
        if submission.boxes.contains(where: { $0.reference == round.box }) { candidate.options = Set(entered.raw("options").compactMap { Int($0) }.filter { (1...10_000).contains($0) }).sorted() }
        return candidate
    }
}
