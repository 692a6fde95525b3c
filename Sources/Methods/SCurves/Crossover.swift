/// When the entrant's curve overtakes the incumbent's within a horizon.
package struct Crossover: Equatable, Sendable {
    /// Times at which one passes the other, in order, whichever; two rivals may cross more than once.
    package let passings: [Double]
    /// The first time at which the entrant passes; nil where it never does within the horizon.
    package let overtaking: Double?
    /// Whether the entrant is ahead from the beginning.
    package let isAhead: Bool

    /// Into how many parts the horizon is divided; two passings within one part are not seen.
    private static let parts = 256

    /// Of two curves from a time on. Nothing passes where the horizon is not above zero.
    package init(of incumbent: SCurve, and entrant: SCurve, from now: Double, within horizon: Double) {
        func lead(_ time: Double) -> Double { entrant.value(at: time) - incumbent.value(at: time) }
        var passings: [Double] = [], overtaking: Double?
        var before = lead(now), start = now
        isAhead = before > 0
        let parts = horizon > 0 && (now + horizon).isFinite ? Crossover.parts : 0
        for part in 0..<parts {
            let end = now + horizon * Double(part + 1) / Double(parts), after = lead(end)
            if (before > 0) != (after > 0) {
                let time = Crossover.root(of: lead, from: start, to: end, isRising: after > 0)
                passings.append(time)
                if after > 0, overtaking == nil { overtaking = time }
            }
            (before, start) = (after, end)
        }
        self.passings = passings
        self.overtaking = overtaking
    }

    /// By halving, as far as numbers go.
    private static func root(of lead: (Double) -> Double, from start: Double, to end: Double, isRising: Bool) -> Double {
        var low = start, high = end
        for _ in 0..<60 {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if (lead(middle) > 0) == isRising { high = middle } else { low = middle }
        }
        return high
    }
}

/// Whether and when an entrant overtakes, as far as the data can say it.
package struct CrossoverForecast: Equatable, Sendable {
    /// In which share of the replicates the entrant passes within the horizon.
    package let probability: Double
    /// In which share it is ahead from the beginning.
    package let ahead: Double
    /// Of those that cross: the middle, and the middle four fifths. Nil where none does.
    package let median: Double?
    package let interval: ClosedRange<Double>?
    /// How many pairs pass each other more than once.
    package let multiple: Int
    /// How many pairs there were.
    package let pairs: Int
    /// Why it is not to be called a forecast; empty where it may be.
    package let doubts: Set<Doubt>

    /// House rules, after the field notes' worked example.
    package enum Doubt: String, Codable, Sendable, CaseIterable {
        /// The entrant has come less than a fifth of the way to its limit.
        case entrantTooEarly = "entrant-too-early"
        /// The interval is wider than half the horizon.
        case intervalTooWide = "interval-too-wide"
    }

    package var isForecastable: Bool { doubts.isEmpty }

    package static let confidence = 0.8
    package static let leastProgress = 0.2

    /// - Parameters:
    ///   - incumbent, entrant: replicates of both (`SCurveReplicates`), taken in pairs; what one has more is left out.
    ///   - progress: the share of its limit that the entrant has reached, by its point fit (`SCurve.share(at:)`).
    ///   - now: in the unit of the curves' times, as is `horizon`, which must be above zero.
    ///
    /// Nil without pairs, or with a horizon that is none.
    package init?(incumbent: [SCurve], entrant: [SCurve], progress: Double, from now: Double, within horizon: Double) {
        let pairs = min(incumbent.count, entrant.count)
        guard pairs > 0, horizon > 0, now.isFinite, (now + horizon).isFinite else { return nil }
        let found = zip(incumbent, entrant).map { Crossover(of: $0, and: $1, from: now, within: horizon) }
        let times = found.compactMap(\.overtaking), tail = (1 - CrossoverForecast.confidence) / 2
        self.pairs = pairs
        probability = Double(times.count) / Double(pairs)
        ahead = Double(found.count(where: \.isAhead)) / Double(pairs)
        multiple = found.count { $0.passings.count > 1 }
        median = quantile(0.5, of: times)
        interval = quantile(tail, of: times).flatMap { low in quantile(1 - tail, of: times).map { low...max(low, $0) } }
        var doubts: Set<Doubt> = []
        if !(progress >= CrossoverForecast.leastProgress) { doubts.insert(.entrantTooEarly) }
        if let interval, interval.upperBound - interval.lowerBound > horizon / 2 { doubts.insert(.intervalTooWide) }
        self.doubts = doubts
    }
}
