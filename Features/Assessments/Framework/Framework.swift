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
    /// What an organisation is that is weak here, where that has a name: said once the answers are in, for it would lead them.
    var weak: Localized?
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

/// A profile to which others are held: means on a scale of 1 to 5.
struct Prototype: Equatable, Codable, Sendable {
    var title: Localized
    var means: [Double]
    /// To which category each mean belongs; where nothing is said, to those of the framework in their order.
    var categories: [ID<Category>]?

    /// Of fewer categories no culture is read.
    static let fewest = 5

    func mean(of category: ID<Category>, in framework: Framework) -> Double? {
        let known = categories ?? (means.count == framework.categories.count ? framework.categories.map(\.id) : [])
        return known.firstIndex(of: category).flatMap { means.indices.contains($0) ? means[$0] : nil }
    }

    /// Where it says to which categories its means belong.
    mutating func set(_ mean: Double?, for category: ID<Category>) {
        guard var known = categories else { return }
        if let place = known.firstIndex(of: category), means.indices.contains(place) {
            known.remove(at: place)
            means.remove(at: place)
        }
        if let mean {
            known.append(category)
            means.append(mean)
        }
        categories = known
    }
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

    /// The categories of which every prototype has a mean, in their order.
    var knownByPrototypes: [ID<Category>] {
        categories.map(\.id).filter { id in !prototypes.isEmpty && prototypes.allSatisfy { $0.mean(of: id, in: self) != nil } }
    }

    /// Before categories change: each mean belongs to a category, not to a place.
    mutating func namePrototypes() {
        for place in prototypes.indices where prototypes[place].categories == nil && prototypes[place].means.count == categories.count { prototypes[place].categories = categories.map(\.id) }
    }

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
