import Journal
import Organisation

/// One study of futures: what is asked, how far ahead, and which plan is tested.
struct ForesightStudy: Equatable, Codable, Sendable {
    /// Who may read it once it is published.
    typealias Readers = OpenReaders

    var title: Localized
    var question: Localized = .empty
    /// What it is for and how it was made.
    var introduction: Localized = .empty
    /// The last year that it looks at.
    var horizon: Int?
    /// Whose objectives are held against the scenarios.
    var plan: ID<StrategicPlan>?
    var readers = Readers.participants
    /// Where one that was published elsewhere is from.
    var source: Localized = .empty
}

/// That a study was published, and under which names it spoke of what others describe.
struct Publication: Equatable, Codable, Sendable {
    var on: Day
    var position: Int
    var names: KeptNames
}

/// What a published study needs of other chapters, so that it reads tomorrow as it read on its day.
struct KeptNames: Equatable, Codable, Sendable {
    struct KeptObjective: Equatable, Codable, Sendable {
        var id: ID<Objective>
        var code: String
        var title: Localized
        /// Whether its plan was for everybody.
        var isPublic: Bool
    }

    struct KeptSignal: Equatable, Codable, Sendable {
        var reference: Reference
        var title: Localized
    }

    struct KeptRegion: Equatable, Codable, Sendable {
        var id: ID<Region>
        var name: Localized
        /// Those who rated.
        var members: [ID<Member>]
    }

    var plan: Localized = .empty
    var objectives: [KeptObjective] = []
    var signals: [KeptSignal] = []
    var regions: [KeptRegion] = []
}

/// What could turn out one way or the other, and matters.
struct Driver: Equatable, Codable, Sendable {
    var study: ID<ForesightStudy>
    var title: Localized
    var text: Localized = .empty
    /// The two ends of what is uncertain about it, in words.
    var low: Localized = .empty
    var high: Localized = .empty
    /// Of the scan, by their places on the thread.
    var signals: [Reference] = []
}

/// Two drivers across one another, and the four scenarios between their ends.
struct Axes: Equatable, Codable, Sendable {
    var first: ID<Driver>
    var second: ID<Driver>
    var because: Localized
    /// In the order of `Corner.allCases`.
    var scenarios: [ID<Scenario>]
}

struct ChosenAxes: Equatable, Codable, Sendable {
    var axes: Axes
    var by: Actor
    var on: Day
}

/// Which ends of the first and of the second axis meet.
enum Corner: String, Codable, Sendable, CaseIterable {
    case lowLow, lowHigh, highLow, highHigh

    var isFirstHigh: Bool { self == .highLow || self == .highHigh }
    var isSecondHigh: Bool { self == .lowHigh || self == .highHigh }
}

struct ScenarioPlace: Equatable, Codable, Sendable {
    var study: ID<ForesightStudy>
    var corner: Corner
}

/// A future between two ends, as a story.
struct Scenario: Equatable, Codable, Sendable {
    var title: Localized
    var narrative: Localized = .empty
    /// What it would mean for the organisation.
    var meaning: Localized = .empty
    /// How others are assumed to answer what Members do in it.
    var reactions: Localized = .empty
}
