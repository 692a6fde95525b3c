import HashTreeCollections
import Journal
import Organisation

/// Which Members were written to about a survey, as what, and when: neither to whom, nor at which address.
struct Reminders: Chapter {
    static let name = "reminders"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        /// - people: how many were written to in all.
        case remindersSent(survey: ID<Survey>, kind: Reminder, members: [ID<Member>], people: Int)
    }

    /// The oldest first.
    private(set) var rounds: TreeDictionary<ID<Survey>, [ReminderRound]> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .remindersSent(let survey, let kind, let members, let people):
            rounds[survey, default: []].append(ReminderRound(kind: kind, members: members, people: people, on: stamp.on, by: stamp.by))
        }
    }

    subscript(survey: ID<Survey>) -> [ReminderRound] { rounds[survey] ?? [] }

    /// When each Member was last written to, as whatever.
    func last(of survey: ID<Survey>) -> [ID<Member>: Day] {
        self[survey].reduce(into: [:]) { last, round in
            for member in round.members { last[member] = max(last[member] ?? round.on, round.on) }
        }
    }
}

/// As what Members are written to. The names are in every journal: never change them.
enum Reminder: String, Codable, Sendable, CaseIterable {
    case invitation, notStarted, notFinished, notCleared

    /// Whether it goes to whoever clears, and not to those who draft.
    var isForClearance: Bool { self == .notCleared }
}

/// Letters of one kind that went out together.
struct ReminderRound: Equatable, Codable, Sendable {
    var kind: Reminder
    var members: [ID<Member>]
    var people: Int
    var on: Day
    var by: Actor
}
