import HashTreeCollections
import Journal
import Organisation

/// Ideas from an earlier register, with what became of them, and by what the value chain is measured.
struct IdeaLedger: Chapter {
    static let name = "ideas-of-old"
    static let stateVersion = 2

    enum Event: Codable, Equatable, Sendable {
        /// All that is known of it.
        case ideaRecorded(id: ID<EarlierIdea>, EarlierIdea)
        case ideaRemoved(id: ID<EarlierIdea>, because: Prose)
        case measuresDescribed(ChainMeasures)
    }

    private(set) var ideas: TreeDictionary<ID<EarlierIdea>, EarlierIdea> = [:]
    /// What was removed, so that what is said of it later can still name it, and no file brings it back.
    private(set) var removed: TreeDictionary<ID<EarlierIdea>, EarlierIdea> = [:]
    private(set) var measures = ChainMeasures()
    /// The day on which they were described last.
    private(set) var measuredOn: Day?
    /// The fewest for whom records ever were: what was said of one then is told to no more than these.
    private(set) var strictest = ChainMeasures().readers

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .ideaRecorded(let id, let idea): if removed[id] == nil { ideas[id] = idea }
        case .ideaRemoved(let id, _): removed[id] = ideas.removeValue(forKey: id) ?? removed[id]
        case .measuresDescribed(let described):
            measures = described
            measuredOn = stamp.on
            if described.readers.isStricter(than: strictest) { strictest = described.readers }
        }
    }
}

/// An idea of an earlier register as far as it came. No author is named.
struct EarlierIdea: Equatable, Codable, Sendable {
    var title: Localized = .empty
    var putIn: Day
    var source = IdeaRecord.Source.staff
    var units: [ID<Unit>] = []
    var regions: [ID<Region>] = []
    var members: [ID<Member>] = []
    var screened: Day?
    var isPassed: Bool?
    var decided: Day?
    var funded: Day?
    var amount: Double?
    var firstUse: Day?
    /// In the order of Members.
    var uses: [IdeaRecord.Use] = []
    var objective: ID<Objective>?
    var ended: Day?
    var because: IdeaRecord.Ending.Reason?

    static let mostUses = 1000, most = 20_000
}

/// By what the chain is measured: house defaults until planners say otherwise.
struct ChainMeasures: Equatable, Codable, Sendable {
    /// Who may know the records and what follows from them.
    typealias Readers = ChosenReaders

    struct UnitStaff: Equatable, Codable, Sendable {
        var unit: ID<Unit>
        var people: Double
    }

    struct Limit: Equatable, Codable, Sendable {
        /// Its stored name is that of the measure.
        var measure: String
        var strong: Double
        var weak: Double
    }

    var readers = Readers.participants
    /// How long a period is.
    var months = ChainMeasures.usualMonths
    /// How many months ago something must have been funded, or first used, so that its share is counted.
    var ripe = 12
    /// Of fewer nothing is said.
    var least = 5
    /// From which difference on people and records lie apart, on a scale from 1 to 3.
    var apart = 0.5
    /// Unit by unit, in their order: those whose ideas count as in-house.
    var staff: [UnitStaff] = []
    /// Those that differ from the house's own.
    var limits: [Limit] = []

    static let usualMonths = 24, possibleMonths = 6...60, possibleRipe = 0...36, possibleLeast = 3...50
}
