/// How something stands against what was expected of it.
///
/// The field shows these as green, amber, red and grey; the colours belong to the page, and ratings are never averaged.
package enum Rating: String, Codable, Sendable, CaseIterable {
    case onTrack, atRisk, offTrack, noData
}

/// Where one rating ends and the next begins.
///
/// Shares of what was expected, 1 being all of it; each is the lowest share that still earns its rating. If `atRisk` exceeds `onTrack`,
/// nothing is ever at risk; a threshold that is NaN is never reached.
package struct Thresholds: Equatable, Sendable {
    /// The lowest share that is on track.
    package let onTrack: Double

    /// The lowest share that is at risk and not yet off track.
    package let atRisk: Double

    package init(onTrack: Double, atRisk: Double) {
        self.onTrack = onTrack
        self.atRisk = atRisk
    }

    /// On track from 90 %, at risk from 70 %. Source: house default, standard Balanced Scorecard practice.
    package static let standard = Thresholds(onTrack: 0.90, atRisk: 0.70)
}

extension Rating {
    /// The rating of a share of what was expected: a pace index during the period, a score over 100 at its end.
    ///
    /// 1 is exactly as expected; any finite value is valid. Nil, NaN and infinity are `noData`. A share within one billionth below a threshold
    /// reaches it. Source: house default, standard Balanced Scorecard practice.
    package init(achievement: Double?, thresholds: Thresholds) {
        guard let achievement, achievement.isFinite else {
            self = .noData
            return
        }
        if achievement.reaches(thresholds.onTrack) {
            self = .onTrack
        } else if achievement.reaches(thresholds.atRisk) {
            self = .atRisk
        } else {
            self = .offTrack
        }
    }
}

/// Whether the last report is older than one and a half reporting periods.
///
/// `age` and `period` share any one unit of time; an age in the future is fresh, an infinite age (never reported) is stale. Nil when the period
/// is not positive and finite, or the age is NaN. Source: house default.
package func isStale(age: Double, period: Double) -> Bool? {
    guard period > 0, period.isFinite, !age.isNaN else { return nil }
    return age / period > 1.5
}

extension Double {
    /// At least `threshold`, up to rounding: what reads as 90 % must not fall short because 0.9 has no exact binary form.
    func reaches(_ threshold: Double) -> Bool { self >= threshold - 1e-9 }
}
