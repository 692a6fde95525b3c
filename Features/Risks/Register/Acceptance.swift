import Journal
import Organisation

/// A body carries a risk knowingly.
struct Acceptance: Equatable, Codable, Sendable {
    var body: ID<Body>
    var on: Day
    /// Where the decision is on record.
    var document: Localized
    var because: Localized
    /// The last day on which it holds; `nil` for as long as the risk does not grow.
    var until: Day?
    /// The residual score that was accepted.
    var score: Int
}

/// The same as it was recorded.
struct GivenAcceptance: Equatable, Codable, Sendable {
    var acceptance: Acceptance
    var by: Actor
    var position: Int
    /// Why it was taken back; `nil` while it stands.
    var withdrawn: Prose?
}

/// Whether an acceptance still stands for anything.
enum AcceptanceState: Equatable, Sendable {
    case holds
    /// The last day has passed.
    case over
    /// It was rated above what was accepted, on this day: from then on it lapsed, also where it fell again.
    case risen(Day, to: Int)
    case withdrawn
}

extension GivenAcceptance {
    /// - Parameter ratings: of the same risk, the oldest first.
    func state(on day: Day, after ratings: [GivenRating]) -> AcceptanceState {
        if withdrawn != nil { return .withdrawn }
        // Also the one that holds on the day of the decision: it may have been recorded after it.
        let then = ratings.last { $0.on <= acceptance.on }, later = ratings.filter { ($0.on, $0.position) > (acceptance.on, position) }
        if let risen = ([then].compactMap { $0 } + later).first(where: { $0.rating.residual.score > acceptance.score }) { return .risen(risen.on, to: risen.rating.residual.score) }
        if let until = acceptance.until, until < day { return .over }
        return .holds
    }
}

/// Why a risk is no longer carried.
struct Closing: Equatable, Codable, Sendable {
    enum How: String, Codable, Sendable, CaseIterable { case irrelevant, occurred }

    var how: How
    var because: Localized
}

/// The same as it was recorded; what was reopened has the reason.
struct GivenClosing: Equatable, Codable, Sendable {
    var closing: Closing
    var by: Actor
    var on: Day
    var reopened: Reopening?
}

struct Reopening: Equatable, Codable, Sendable {
    var because: Prose
    var on: Day
}
