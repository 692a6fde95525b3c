import Testing

@testable import Methods

@Suite("Rating")
struct RatingTests {
    @Test(
        "Each rating begins exactly at its threshold",
        arguments: [
            (share: 1.6, rating: Rating.onTrack), (0.90, .onTrack), (0.8999, .atRisk), (0.70, .atRisk), (0.6999, .offTrack), (0, .offTrack),
            (-3, .offTrack),
        ])
    func thresholds(share: Double, rating: Rating) {
        #expect(Rating(achievement: share, thresholds: .standard) == rating)
    }

    @Test("Binary rounding never costs a rating")
    func rounding() {
        let nineTenths = 0.3 + 0.6
        #expect(nineTenths < 0.9)
        #expect(Rating(achievement: nineTenths, thresholds: .standard) == .onTrack)
    }

    @Test("Without a number there is no rating", arguments: [nil, Double.nan, .infinity, -.infinity])
    func noData(share: Double?) {
        #expect(Rating(achievement: share, thresholds: .standard) == .noData)
    }

    @Test("A group may set its own thresholds")
    func ownThresholds() {
        #expect(Rating(achievement: 0.9, thresholds: Thresholds(onTrack: 0.95, atRisk: 0.8)) == .atRisk)
        #expect(Rating(achievement: 0.9, thresholds: Thresholds(onTrack: .nan, atRisk: .nan)) == .offTrack)
    }

    @Test("A report goes stale only after one and a half periods")
    func staleness() {
        #expect(isStale(age: 90, period: 90) == false)
        #expect(isStale(age: 135, period: 90) == false)
        #expect(isStale(age: 136, period: 90) == true)
        #expect(isStale(age: -5, period: 90) == false)
        #expect(isStale(age: .infinity, period: 90) == true)
        #expect(isStale(age: .nan, period: 90) == nil)
        #expect(isStale(age: 1, period: 0) == nil)
        #expect(isStale(age: 1, period: -1) == nil)
        #expect(isStale(age: 1, period: .infinity) == nil)
    }
}
