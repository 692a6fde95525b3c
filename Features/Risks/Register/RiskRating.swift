import Journal
import Organisation

/// Where a risk lies in the matrix of five by five.
struct RiskPlace: Hashable, Codable, Sendable {
    /// 1 (remote) to 5 (almost certain).
    let likelihood: Int
    /// 1 (negligible) to 5 (would stop the organisation).
    let impact: Int

    static let steps = 1...5
    static let scores = 1...25

    /// `nil` beyond the matrix.
    init?(likelihood: Int, impact: Int) {
        guard RiskPlace.steps.contains(likelihood), RiskPlace.steps.contains(impact) else { return nil }
        (self.likelihood, self.impact) = (likelihood, impact)
    }

    /// A journal from elsewhere may say anything; it lies in the matrix all the same.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func step(_ key: CodingKeys) throws -> Int { min(RiskPlace.steps.upperBound, max(RiskPlace.steps.lowerBound, try container.decode(Int.self, forKey: key))) }
        (likelihood, impact) = (try step(.likelihood), try step(.impact))
    }

    var score: Int { likelihood * impact }
}

/// How large somebody judges a risk to be.
struct RiskRating: Equatable, Codable, Sendable {
    /// As if nothing were done about it.
    var inherent: RiskPlace
    /// With what is done.
    var residual: RiskPlace
    /// Where the treatment is to bring it.
    var target: RiskPlace?
    var because: Localized
}

/// The same as it was recorded.
struct GivenRating: Equatable, Codable, Sendable {
    var rating: RiskRating
    var by: Actor
    var on: Day
    /// Where in the journal.
    var position: Int
}

enum RiskLevel: String, Codable, Sendable, CaseIterable { case red, amber, green }

/// From which residual score on a risk is amber, and red.
struct RiskThresholds: Equatable, Codable, Sendable {
    /// House default: 15 of 25.
    var red = 15
    /// House default: 8 of 25.
    var amber = 8

    func level(of score: Int) -> RiskLevel { score >= red ? .red : score >= amber ? .amber : .green }
}
