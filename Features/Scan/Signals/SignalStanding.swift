import Journal
import Organisation

/// What is done about a signal, and when it is looked at again.
struct SignalStanding: Equatable, Codable, Sendable {
    enum Status: String, Codable, Sendable, CaseIterable {
        case new, watching, escalated, inPlan, retired

        /// Whether it is still looked after.
        var isAlive: Bool { self != .retired }
    }

    var status: Status
    var reviewOn: Day?
    var because: Localized = .empty
}

/// The same as it was recorded.
struct PlacedSignal: Equatable, Codable, Sendable {
    var standing: SignalStanding
    var by: Actor
    var on: Day
}

/// Where a signal went that tells of the same as another.
struct Merged: Equatable, Codable, Sendable {
    var into: ID<Signal>
    var because: Prose
    var by: Actor
    var on: Day
}

/// Who saw a signal first here.
struct Beginning: Equatable, Codable, Sendable {
    var by: Actor
    var on: Day
    var at: Moment
}

/// What somebody makes of a signal, 1 to 5 each; what was not rated is `nil`.
struct SignalRating: Equatable, Codable, Sendable {
    var impact: Int?
    var desirability: Int?
    var likelihood: Int?

    var isEmpty: Bool { impact == nil && desirability == nil && likelihood == nil }
}

struct GivenRating: Equatable, Codable, Sendable {
    var rating: SignalRating
    var by: Actor
    var on: Day
}
