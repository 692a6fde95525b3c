import Journal
import Methods
import Organisation

/// One search for what Members want most: which ballots are counted, and how.
struct Round: Equatable, Codable, Sendable {
    /// Who may read it, and what came of it as soon as the ballots may be known.
    typealias Readers = ChosenReaders

    /// The rule by whose order the list is proposed.
    enum Rule: String, Codable, Sendable, CaseIterable { case borda, schulze, approval, equalShares, mean }

    /// How much each Member's ballot weighs.
    enum Electorate: String, Codable, Sendable, CaseIterable {
        /// Each as much as any other: the legal principle.
        case members
        /// Each region as much as any other, its Members among them.
        case regions
    }

    var title: Localized
    var introduction: Localized = .empty
    /// Whose ballots are counted; `nil` where they are not known.
    var box: Reference?
    /// How many priorities are looked for.
    var size = 5
    var rule = Rule.borda
    /// From which percentage of regions on something is common, and from which it is shared.
    var commonFrom = 80.0
    var sharedFrom = 100.0 / 3
    /// Of its own first ones, which percentage each region is to find in the list of the guarantee view.
    var guarantee = 40.0
    /// What there is for all priorities together, where candidates have costs.
    var budget: Double?
    /// In which costs are given.
    var unit: Localized = .empty
    var readers = Readers.participants
    /// Where a published list is from.
    var source: Localized = .empty

    var audience: Audience { readers.audience }

    /// A list that was published by others: of its ballots nothing is known, and nothing is held against it.
    var isPublished: Bool { box == nil && !source.isEmpty }

    var thresholds: ConsensusThresholds { ConsensusThresholds(common: commonFrom / 100, shared: sharedFrom / 100) }

    /// How many of its own first ones each region is to find in the list of the guarantee view.
    var guaranteed: Int { max(0, min(size, Int((Double(min(size, 1000)) * min(100, max(0, guarantee)) / 100).rounded(.up)))) }
}

/// Something that may become a priority.
struct Candidate: Equatable, Codable, Sendable {
    var round: ID<Round>
    var title: Localized
    /// What is meant by it.
    var text: Localized = .empty
    /// What on the thread it came from.
    var origins: [Reference] = []
    /// By which numbers, from 1, the ballots name it.
    var options: [Int] = []
    var cost: Double?
    var order: Int
}

/// How a candidate ended, and why.
struct Ended: Equatable, Codable, Sendable {
    enum How: Equatable, Codable, Sendable {
        case merged(into: ID<Candidate>)
        case split(into: [ID<Candidate>])
        case dropped
    }

    var how: How
    var because: Prose
    var by: Actor
    var on: Day
}

/// How a candidate had ended that was taken up again, and why it was.
struct Restored: Equatable, Codable, Sendable {
    var ended: Ended
    var because: Prose
    var by: Actor
    var on: Day
}

/// Words in which a candidate stood before.
struct Wording: Equatable, Codable, Sendable {
    var title: Localized
    var text: Localized
    var until: Day
    var by: Actor
}

/// What a body decided.
struct Adoption: Equatable, Codable, Sendable {
    var body: ID<Body>
    /// The day of the decision.
    var on: Day
    /// Its record: the number of the document, the paragraph.
    var document: Localized
    /// In the order in which they were adopted.
    var candidates: [ID<Candidate>]
    /// What they were called then, beside each: other words later are not what was adopted. `nil` in older decisions.
    var titles: [Localized]?
    /// What the body said with it; in older decisions also why the list is another one than the count proposed.
    var note: Localized = .empty
    /// Why the list or its order is another than the count proposed; `nil` where it is not.
    var because: Localized?
    /// What the count proposed on the day on which the decision was recorded, in its order; `nil` where nothing was counted, and in older decisions.
    var proposed: [ID<Candidate>]?
}

/// A decision as it was recorded.
struct Adopted: Equatable, Codable, Sendable {
    var adoption: Adoption
    var by: Actor
    var at: Moment
    var position: Int
}

/// What the plan answers to a priority.
struct Answer: Equatable, Codable, Sendable {
    /// Objectives and focus areas.
    var things: [Reference]
    var because: Prose?
    var by: Actor
    var on: Day
}
