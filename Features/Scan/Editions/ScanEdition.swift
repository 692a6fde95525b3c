import Journal
import Organisation

/// One edition of the scan: what it looks at, how far ahead, and for whom.
struct ScanEdition: Equatable, Codable, Sendable {
    /// Who may read it once it is published.
    typealias Readers = OpenReaders
    /// On which two axes signals are rated, besides how likely they are: by what they bring, or by whether that is wanted.
    enum Axis: String, Codable, Sendable, CaseIterable { case impact, desirability }

    var title: Localized
    /// What it is for and how it was made.
    var introduction: Localized = .empty
    /// The summary at its beginning.
    var summary: Localized = .empty
    /// The first and the last year that it looks at.
    var fromYear: Int?
    var untilYear: Int?
    var readers = Readers.participants
    var axis = Axis.impact
    /// Where one that was published elsewhere is from.
    var source: Localized = .empty
}

/// That an edition was published.
struct Publication: Equatable, Codable, Sendable {
    var on: Day
    var position: Int
    /// Those that were in it.
    var signals: [ID<Signal>]
}

/// One side from which the surroundings are looked at: political, economic and so on.
struct Aspect: Equatable, Codable, Sendable {
    var title: Localized
    /// What is asked of it.
    var question: Localized = .empty
    var order: Int
}

/// What belongs together within an aspect.
struct Theme: Equatable, Codable, Sendable {
    var aspect: ID<Aspect>
    var title: Localized
    var order: Int
}

/// What an edition says of a theme, in two mirrored halves.
struct ThemeAccount: Equatable, Codable, Sendable {
    /// What was seen.
    var observations: Localized = .empty
    /// What the organisation answers to it.
    var response: Localized = .empty
    /// The objectives that carry the answer.
    var objectives: [ID<Objective>] = []
    /// Why nothing is done, where nothing is.
    var noAction: Localized = .empty

    /// Whether it answers what was seen: through objectives, or with a reason for doing nothing.
    var isAnswered: Bool { !objectives.isEmpty || !noAction.isEmpty }
}
