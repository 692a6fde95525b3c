import Journal
import Organisation

/// A service, an instrument or a technology whose performance or adoption is followed over time.
struct Trajectory: Equatable, Codable, Sendable {
    enum Kind: String, Codable, Sendable, CaseIterable { case service, instrument, technology }
    /// Which way is better.
    enum Way: String, Codable, Sendable, CaseIterable { case up, down }
    typealias Readers = OpenReaders

    var title: Localized
    var text: Localized = .empty
    var kind = Kind.service
    /// What is measured, in which unit: *ports that use it, per cent*.
    var measure: Localized
    var way = Way.up
    /// What is possible at most (of a measure of which less is better, at least), where that is known: above zero.
    var limit: Double?
    /// Whether errors grow with the measure: then differences of logarithms are made small.
    var isLogarithmic = false
    /// What people have seen and no curve shows; nil where nobody has said.
    var hasDominantDesign: Bool?
    var hasDiscontinuity = false
    var sightings: Localized = .empty
    /// What may take its place.
    var entrant: ID<Trajectory>?
    /// For how many years ahead it is looked.
    var horizon = 10
    /// What of the plan it bears on.
    var objectives: [ID<Objective>] = []
    var source: Localized = .empty
    var readers = Readers.participants

    static let horizons = 1...50
}

/// What was measured at one time.
struct TrajectoryPoint: Hashable, Codable, Sendable {
    /// A year, with a fraction.
    var time: Double
    var value: Double

    /// More of them nobody reads; it is fitted on every change.
    static let most = 2000
    static let years = 1.0...3000.0
}

/// What exploring a new curve may cost and bring: a supposition.
struct Exploration: Equatable, Codable, Sendable {
    /// A year, with a fraction.
    var start: Double
    /// In thousands of the organisation's currency, or any other unit that the reason names.
    var cost: Double
    /// Expected, in the unit of the measure.
    var limit: Double
    /// Years from a tenth to nine tenths of it.
    var rise: Double
    /// What one unit of the measure is worth for a year, in the unit of the cost; nil where nobody would say.
    var worth: Double?
    var because: Localized
}
