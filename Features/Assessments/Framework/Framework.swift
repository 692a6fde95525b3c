import Journal
import Organisation

/// A questionnaire as data: levels, their categories, the statements of each, and the scale on which all of them are rated.
struct Framework: Equatable, Codable, Sendable {
    /// What its scores add up to.
    enum Rule: String, Codable, Sendable, CaseIterable {
        /// Means by category.
        case plain
        /// How many categories are mastered.
        case mastery
        /// The culture whose prototype is nearest.
        case culture
        /// The weakest link; statements name problems, so that high is weak.
        case chain
        /// How far requirements are met, with what the system already holds.
        case readiness
    }

    var title: Localized
    var text: Localized = .empty
    /// Where the model is from; whose words the statements are.
    var source: Localized = .empty
    var rule = Rule.plain
    /// From the lowest up: the first is rated 1.
    var scale: [ScalePoint] = []
    var levels: [Level] = []
    /// In their order, level by level.
    var categories: [Category] = []
    var prototypes: [Prototype] = []
    /// The one that this is a copy of: rounds of both are compared.
    var origin: ID<Framework>?
    /// Which of those that come along it was made from.
    var shipped: String?
}

struct ScalePoint: Equatable, Codable, Sendable {
    var label: Localized
    /// What is meant by it.
    var text: Localized = .empty
}

/// What categories are grouped under: a level of the organisation, a phase of a chain.
struct Level: Equatable, Codable, Sendable {
    var id: ID<Level>
    var title: Localized
}

struct Category: Equatable, Codable, Sendable {
    var id: ID<Category>
    var level: ID<Level>
    var title: Localized
    var text: Localized = .empty
    /// Asked only where a round names it.
    var isOptional = false
    /// Kinds of things on the thread that may show it: what the system already holds.
    var holds: [String] = []
    /// Categories of other frameworks for which it speaks.
    var speaksFor: [ID<Category>] = []
    var statements: [Statement] = []
}

struct Statement: Equatable, Codable, Sendable {
    var id: ID<Statement>
    var text: Localized
}

/// A profile to which others are held: a mean for each category, in their order.
struct Prototype: Equatable, Codable, Sendable {
    var title: Localized
    var means: [Double]
}

/// What somebody else states of an organisation in the terms of a framework, word for word, with its place.
struct Quote: Equatable, Codable, Sendable {
    var framework: ID<Framework>
    /// `nil` where it is about the whole.
    var category: ID<Category>?
    var text: Localized
    var source: Localized
    var link: Prose = ""
}

extension Framework {
    static let mostPoints = 9, mostLevels = 12, mostCategories = 120, mostStatements = 20

    /// The middle of the scale.
    var middle: Double { (1 + Double(scale.count)) / 2 }

    func category(_ id: ID<Category>) -> Category? { categories.first { $0.id == id } }

    func categories(in level: ID<Level>) -> [Category] { categories.filter { $0.level == level } }

    /// Level by level, as people read them.
    mutating func sortCategories() {
        let places = Dictionary(levels.enumerated().map { ($1.id, $0) }) { first, _ in first }
        categories = categories.enumerated().sorted { (places[$0.element.level] ?? .max, $0.offset) < (places[$1.element.level] ?? .max, $1.offset) }.map(\.element)
    }

    /// Why nobody can be asked by it yet; `nil` where everybody can.
    var fault: String? {
        if scale.count < 2 { return "assessments.refusal.no-scale" }
        if categories.isEmpty { return "assessments.refusal.no-categories" }
        return categories.contains { $0.statements.isEmpty } ? "assessments.refusal.no-statements" : nil
    }
}
