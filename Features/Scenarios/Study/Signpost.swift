import Journal
import Organisation

/// A sign by which one sees that a scenario unfolds.
struct Signpost: Equatable, Codable, Sendable {
    var scenario: ID<Scenario>
    /// What would be seen.
    var title: Localized
    /// Where to look.
    var place: Localized = .empty
    var signals: [Reference] = []
    var until: Day?
}

/// That it has come true.
struct Sighting: Equatable, Codable, Sendable {
    var on: Day
    var evidence: Localized
    /// An address that begins with `https://` or `http://`; empty where there is none.
    var link: Prose = ""
}

struct RecordedSighting: Equatable, Codable, Sendable {
    var sighting: Sighting
    var by: Actor
    var on: Day
}

/// What follows from what was found: through objectives, or in words.
struct Consequence: Equatable, Codable, Sendable {
    var because: Localized = .empty
    var objectives: [ID<Objective>] = []

    var isEmpty: Bool { because.isEmpty && objectives.isEmpty }
}

struct RecordedConsequence: Equatable, Codable, Sendable {
    var consequence: Consequence
    var by: Actor
    var on: Day
}

/// Until when a signpost is watched; no longer where no day is named.
struct Watch: Equatable, Codable, Sendable {
    var until: Day?
    var because: Localized = .empty
}
