import HashTreeCollections
import Journal
import Organisation

/// Who types: the administration's own people, or the Secretariat from a paper that was sent to it.
enum Desk: String, Codable, Sendable { case member, secretariat }

/// One Member's answer to one survey, as it comes about.
struct MemberAnswer: Equatable, Codable, Sendable {
    var draft: TreeDictionary<ID<Question>, Response> = [:]
    /// Who saved last, and when.
    var saved: Asked?
    /// What the Secretariat has typed in from a paper and not yet submitted.
    var paper: TreeDictionary<ID<Question>, Response> = [:]
    var remarks: [Remark] = []
    /// That the draft awaits clearance.
    var asked: Asked?
    /// Why the head gave the draft back last.
    var returned: Asked?
    /// The oldest first; the last one counts.
    var versions: [Version] = []

    var official: Version? { versions.last }
    /// Whether the draft says something else than what was submitted last.
    var isChangedSince: Bool { official.map { $0.responses != draft } ?? false }

    enum Stage: String, Sendable, CaseIterable { case notStarted, drafting, awaitingClearance, submitted }

    var stage: Stage {
        if official != nil { return .submitted }
        if asked != nil { return .awaitingClearance }
        return draft.isEmpty && saved == nil ? .notStarted : .drafting
    }

    mutating func save(_ given: [Given], at desk: Desk, _ stamp: Stamp) {
        for item in given {
            switch desk {
            case .member: draft[item.question] = item.response
            case .secretariat: paper[item.question] = item.response
            }
        }
        guard desk == .member else { return }
        saved = Asked(by: stamp.by, at: stamp.at, note: nil)
        // What was to be cleared is no longer what stands there.
        asked = nil
    }

    mutating func submit(_ submitted: Submitted, _ stamp: Stamp) {
        let responses = submitted.given.byQuestion
        versions.append(
            Version(
                responses: responses, desk: submitted.desk, clearedBy: submitted.clearedBy, received: submitted.received, consent: submitted.consent,
                by: stamp.by, at: stamp.at, on: stamp.on, position: stamp.position))
        guard submitted.desk == .member else {
            // What its own people are drafting meanwhile is theirs.
            paper = [:]
            return
        }
        draft = responses
        asked = nil
        returned = nil
    }
}

extension MemberAnswer {
    /// What was submitted last says the same, and others may read it: a version of its own, whatever is being drafted meanwhile.
    mutating func consent(_ consent: Consent, _ clearedBy: Actor?, _ stamp: Stamp) {
        guard var version = versions.last else { return }
        (version.consent, version.clearedBy) = (consent, clearedBy)
        (version.by, version.at, version.on, version.position) = (stamp.by, stamp.at, stamp.on, stamp.position)
        versions.append(version)
    }
}

/// That somebody did something to a draft, when, and what was said with it.
struct Asked: Equatable, Codable, Sendable {
    var by: Actor
    var at: Moment
    var note: Prose?
}

/// A remark beside a question, among the people of one administration.
struct Remark: Equatable, Codable, Sendable {
    var id: ID<Remark>
    var question: ID<Question>
    var text: Prose
    var by: Actor
    var at: Moment
}

/// An answer as it is submitted.
struct Submitted: Equatable, Codable, Sendable {
    var given: [Given]
    var desk: Desk
    /// The head of the administration, or who stood in; `nil` where the survey asks for no clearance, and for a paper, which was signed.
    var clearedBy: Actor?
    /// When the paper came in.
    var received: Day?
    var consent: Consent?
}

/// Who may read an answer under its Member's name, beyond the Member itself and planners.
enum Consent: String, Codable, Sendable, CaseIterable { case nobody, participants, everyone }

extension Audience {
    /// Who may read what a Member submitted, under its name: its own people, planners, and those whom it lets.
    static func answer(of member: ID<Member>, _ consent: Consent) -> Audience {
        switch consent {
        case .everyone: .everyone
        case .participants: .participants
        case .nobody: .submitted(by: member)
        }
    }
}

extension Answers {
    /// What a Member agreed to then, and what its last version says in these answers, the less: what was taken back is taken back for every day.
    func consent(of member: ID<Member>, _ version: Version, in survey: ID<Survey>) -> Consent {
        let now = answers[survey]?[member]?.official?.consent ?? .nobody, then = version.consent ?? .nobody
        return Consent.allCases.first { $0 == then || $0 == now } ?? .nobody
    }
}

/// An answer that was submitted, and where in the journal.
struct Version: Equatable, Codable, Sendable {
    var responses: TreeDictionary<ID<Question>, Response>
    var desk: Desk
    var clearedBy: Actor?
    var received: Day?
    var consent: Consent?
    var by: Actor
    /// When it was recorded.
    var at: Moment
    /// The day from which it holds.
    var on: Day
    var position: Int
}

/// Who clears for the head of an administration, and for how long.
struct Substitute: Equatable, Codable, Sendable {
    var member: ID<Member>
    var account: ID<Actor>
    var from: Day
    var until: Day
}
