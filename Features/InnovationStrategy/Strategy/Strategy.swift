import Journal
import Organisation

/// One version of how the organisation wants to innovate: why, with which answers, from where to where on the map, and what it does in a crisis.
struct Strategy: Equatable, Codable, Sendable {
    /// Who reads it.
    typealias Readers = ChosenReaders

    var title: Localized
    var text: Localized = .empty
    /// The plan that it serves.
    var plan: ID<StrategicPlan>?
    /// In which amounts are given, such as *thousand crowns*.
    var unit: Localized = .empty
    var readers = Readers.participants
    var reasons: [Reason] = []
    var answers = LeadershipAnswers()
    var map = MapWords()
    /// In the order of their kinds, those of which something is said.
    var crisis: [CrisisAction] = []
    /// The first version of all; `nil` for that one itself.
    var line: ID<Strategy>?
    /// From 1.
    var number = 1

    static let mostReasons = 12
    static let mostInitiatives = 200
    static let longestText = 4000
}

/// Why the organisation innovates.
struct Reason: Equatable, Codable, Sendable {
    /// The first three after Ventresca (2020).
    enum Kind: String, Codable, Sendable, CaseIterable { case competition, businessModels, valueCreation, other }

    var kind: Kind
    var text: Localized
    /// The signs in which it shows, of whichever feature keeps them.
    var signals: [Reference] = []

    static let mostSignals = 20
}

/// What leadership has to answer before it innovates, after Pisano (2015): four questions, two of them with a part that can be counted.
struct LeadershipAnswers: Equatable, Codable, Sendable {
    enum Question: String, Sendable, CaseIterable { case value, capture, kind, resources }

    var value: Localized = .empty
    var capture: Localized = .empty
    var kind: Localized = .empty
    var resources: Localized = .empty
    /// What kind of innovation is to create and capture value.
    var types: [InnovationType] = []
    /// Which part of the budget is to explore, from 0 to 1.
    var explore: Double?
    /// How far from it is within, from 0 to 1.
    var tolerance = 0.03
    /// Of the three types in their order, together 1; empty where nobody has said it. Journals keep them by place: a further type can only come last.
    var typeShares: [Double] = []

    subscript(_ question: Question) -> Localized {
        get {
            switch question {
            case .value: value
            case .capture: capture
            case .kind: kind
            case .resources: resources
            }
        }
        set {
            switch question {
            case .value: value = newValue
            case .capture: capture = newValue
            case .kind: kind = newValue
            case .resources: resources = newValue
            }
        }
    }

    /// In words, and where something is to be counted with that.
    func isAnswered(_ question: Question) -> Bool {
        guard !self[question].isEmpty else { return false }
        switch question {
        case .kind: return !types.isEmpty
        case .resources: return explore != nil
        default: return true
        }
    }
}

/// After Teece (1986), as levels: what is lower can enable what is higher.
enum InnovationType: String, Codable, Sendable, CaseIterable {
    case productService, businessModel, system

    var level: Int {
        switch self {
        case .productService: 0
        case .businessModel: 1
        case .system: 2
        }
    }
}

/// What is done in a crisis, after Bar Am and others (2020).
struct CrisisAction: Equatable, Codable, Sendable {
    enum Kind: String, Codable, Sendable, CaseIterable { case core, opportunities, portfolio, foundations }

    var kind: Kind
    var text: Localized
    /// Actions and objectives of plans.
    var things: [Reference] = []

    static let mostThings = 50
}
