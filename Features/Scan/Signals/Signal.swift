import Journal
import Organisation

/// A sign of change, with what is known of it.
struct Signal: Equatable, Codable, Sendable {
    enum Kind: String, Codable, Sendable, CaseIterable { case weakSignal, trend, driver, wildCard, discontinuity }
    /// When it matters: now (within a year), near (one to three), mid (three to ten), far.
    enum Horizon: String, Codable, Sendable, CaseIterable { case now, near, mid, far }
    enum Direction: String, Codable, Sendable, CaseIterable { case opportunity, threat, both }
    enum Confidence: String, Codable, Sendable, CaseIterable { case low, medium, high }
    enum Velocity: String, Codable, Sendable, CaseIterable { case slowing, steady, accelerating }

    var title: Localized
    var text: Localized = .empty
    var kind = Kind.weakSignal
    var aspect: ID<Aspect>?
    var theme: ID<Theme>?
    var evidence: [Evidence] = []
    var firstSeen: Day?
    /// Where it shows; everywhere where none is named.
    var regions: [ID<Region>] = []
    var horizon: Horizon?
    var direction: Direction?
    /// What it may bring: of a threat what there is in it besides.
    var opportunity: Localized = .empty
    /// 1 to 5.
    var impact: Estimate?
    /// 1 to 5: how likely it goes on, or comes.
    var likelihood: Estimate?
    /// 1 to 5, of drivers: how open it is where they lead.
    var uncertainty: Estimate?
    /// How much of it concerns this organisation, 0 to 1.
    var relevance = 1.0
    var velocity: Velocity?
    /// By what it is made faster or slower.
    var drivenBy: Localized = .empty
    /// 1 (well known) to 5 (never seen).
    var novelty: Int?
    var confidence: Confidence?
    var confidenceBecause: Localized = .empty
    var effects: [Effect] = []
    /// The account of whoever looks after it.
    var owner: ID<Actor>?
}

/// Where something was read, when, and how far its source can be relied on.
struct Evidence: Equatable, Codable, Sendable {
    /// After the Admiralty code: A (completely reliable) to E (unreliable), F (cannot be judged).
    enum Reliability: String, Codable, Sendable, CaseIterable { case a = "A", b = "B", c = "C", d = "D", e = "E", f = "F" }

    var source: Localized
    /// An address that begins with `https://` or `http://`; empty where it stands on paper.
    var link: Prose = ""
    var on: Day?
    var reliability = Reliability.f
    /// What the source expects, where it gives figures: a range as it gives it.
    var figure: EvidenceFigure?
}

/// What a source expects: `low == high` where it gives one number.
struct EvidenceFigure: Equatable, Codable, Sendable {
    var low: Double
    var high: Double
    /// Of what: “fall of world trade in 2020, per cent”.
    var of: Localized
}

/// A judgement from 1 to 5, as a range: one number where all three are the same.
struct Estimate: Equatable, Hashable, Codable, Sendable {
    var low: Int
    var likely: Int
    var high: Int

    static let range = 1...5

    /// `nil` where they are not in order, or beyond 1 to 5.
    init?(low: Int, likely: Int, high: Int) {
        guard Estimate.range.contains(low), Estimate.range.contains(high), low <= likely, likely <= high else { return nil }
        (self.low, self.likely, self.high) = (low, likely, high)
    }

    init?(_ one: Int) { self.init(low: one, likely: one, high: one) }

    private init(between low: Int, _ high: Int) { (self.low, likely, self.high) = (low, (low + high) / 2, high) }

    /// Anything.
    static let middle = Estimate(between: range.lowerBound, range.upperBound)

    var isRange: Bool { low != high }
}

/// What a signal does to an objective: from -2 (endangers it) to +2 (helps it).
struct Effect: Equatable, Codable, Sendable {
    var objective: ID<Objective>
    var size: Int

    static let sizes = -2...2
}
