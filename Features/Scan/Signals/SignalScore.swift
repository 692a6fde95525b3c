import Journal
import Organisation

/// How much a signal matters: impact times likelihood times relevance, 0 to 25, with the band in which it may lie.
///
/// A product buries what could be large and is hardly known; the watch list stands beside it for that.
struct SignalScore: Equatable {
    let low: Double
    let likely: Double
    let high: Double

    static let highest = 25.0
    /// From which on it has priority. House default: 12 of 25, as impact 4 with likelihood 3.
    static let priority = 12.0
    /// From which impact on something hardly known is watched. House default.
    static let watched = 4

    /// `nil` where impact or likelihood has not been estimated.
    init?(_ signal: Signal) {
        guard let impact = signal.impact, let likelihood = signal.likelihood else { return nil }
        let relevance = min(1, max(0, signal.relevance)), room = signal.confidence.room
        func reach(_ estimate: Estimate, _ step: Double) -> (low: Double, high: Double) {
            (max(1, min(Double(estimate.low), Double(estimate.likely) - step)), min(5, max(Double(estimate.high), Double(estimate.likely) + step)))
        }
        let one = reach(impact, room), other = reach(likelihood, room)
        low = one.low * other.low * relevance
        likely = Double(impact.likely * likelihood.likely) * relevance
        high = one.high * other.high * relevance
    }

    var hasPriority: Bool { likely >= SignalScore.priority }
}

extension Signal.Confidence? {
    /// By how many steps an estimate may be off, where it is not given as a wider range itself. House default: low 1, medium ½, high none; unknown as low.
    fileprivate var room: Double {
        switch self {
        case .low, nil: 1
        case .medium: 0.5
        case .high: 0
        }
    }
}

extension Signal {
    /// Whether it could be large and is hardly known.
    var isWatched: Bool { (impact?.likely ?? 0) >= SignalScore.watched && confidence != .high && confidence != .medium }
}
