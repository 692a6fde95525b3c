import Journal
import Organisation
import Pages

/// A framework that comes along: its structure; every word of it stands among the words, in all languages.
///
/// The models are those of the sources named in the words; the statements are the project's own, because the originals are protected.
struct ShippedFramework: Sendable {
    struct Part: Sendable {
        let id: StaticString
        let statements: Int
        var isOptional = false
        var holds: [String] = []
        var speaksFor: [String] = []
    }

    let name: String
    let rule: Framework.Rule
    /// Of which scale the points are: a name among the words.
    let scale: String
    let points: Int
    let levels: [(id: StaticString, parts: [Part])]
    var prototypes: [(name: String, means: [Double])] = []

    /// With its words, in all languages.
    func framework(_ catalogue: Catalogue) -> Framework {
        func text(_ key: String) -> Localized {
            let full = "assessments.\(key)"
            let texts = Language.allCases.compactMap { language in catalogue.text(full, in: language).map { (language, Prose($0)) } }
            return Localized(Dictionary(uniqueKeysWithValues: texts), original: .en)
        }
        let categories = levels.flatMap { level in
            level.parts.map { part in
                Category(
                    id: ID(part.id), level: ID(level.id), title: text("\(name).\(part.id)"), isOptional: part.isOptional, holds: part.holds, speaksFor: part.speaksFor.compactMap { ID($0) },
                    statements: (1...max(1, part.statements)).compactMap { number in
                        ID<Statement>("\(part.id)-\(number)").map { Statement(id: $0, text: text("\(name).\(part.id).\(number)")) }
                    })
            }
        }
        return Framework(
            title: text("\(name)"), text: text("\(name).text"), source: text("\(name).source"), rule: rule,
            scale: (1...points).map { ScalePoint(label: text("scale.\(scale).\($0)"), text: text("scale.\(scale).\($0).text")) },
            levels: levels.map { level in Level(id: ID(level.id), title: text("\(name).level.\(level.id)"), weak: rule == .chain ? text("\(name).weak.\(level.id)") : nil) }, categories: categories,
            prototypes: prototypes.map { Prototype(title: text("\(name).culture.\($0.name)"), means: $0.means, categories: categories.map(\.id)) }, shipped: name)
    }

    /// The phase of the value chain in which ideas are generated.
    static let ideas: ID<Level> = ID("generation")

    static func named(_ name: String) -> ShippedFramework? { all.first { $0.name == name } }

    static let all = [essentials, omse, levers, chain, views, readiness]

    static let essentials = ShippedFramework(
        name: "essentials", rule: .mastery, scale: "agree", points: 5,
        levels: [
            ("strategic", ["aspire", "choose", "discover", "evolve"].map { Part(id: $0, statements: 3) }),
            ("delivery", ["accelerate", "scale", "extend", "mobilise"].map { Part(id: $0, statements: 3) }),
        ])

    /// Ten categories as read from the four levels that the source describes; prototypes in their order.
    static let omse = ShippedFramework(
        name: "omse", rule: .culture, scale: "agree", points: 5,
        levels: [
            ("organisation", [Part(id: "strategy", statements: 3, speaksFor: ["aspire"]), Part(id: "values", statements: 3, speaksFor: ["mobilise"])]),
            (
                "management",
                [
                    Part(id: "structure", statements: 3, speaksFor: ["accelerate"]), Part(id: "processes", statements: 3, speaksFor: ["accelerate", "scale"]),
                    Part(id: "leadership", statements: 3, speaksFor: ["aspire", "mobilise"]), Part(id: "resources", statements: 3, speaksFor: ["choose"]),
                ]
            ),
            ("staff", [Part(id: "people", statements: 3, speaksFor: ["discover"]), Part(id: "recruitment", statements: 3, speaksFor: ["mobilise"])]),
            ("environment", [Part(id: "networks", statements: 3, speaksFor: ["extend", "discover"]), Part(id: "climate", statements: 3, speaksFor: ["evolve", "mobilise"])]),
        ],
        prototypes: [
            ("proactive", [Double](repeating: 4.2, count: 10)), ("strategic", [4.2, 4.2, 3.2, 3.0, 3.6, 3.2, 3.2, 3.0, 3.2, 3.2]),
            ("optimiser", [3.2, 3.0, 3.2, 3.6, 3.0, 3.0, 3.0, 2.8, 3.0, 2.8]), ("operational", [2.2, 2.2, 2.2, 3.0, 2.2, 2.2, 2.2, 2.2, 2.2, 2.2]),
        ])

    static let levers = ShippedFramework(
        name: "levers", rule: .plain, scale: "agree", points: 5,
        levels: [
            ("people", [Part(id: "skills", statements: 2), Part(id: "reward", statements: 2)]),
            ("structure", [Part(id: "decides", statements: 2), Part(id: "accountable", statements: 2), Part(id: "flows", statements: 2)]),
            ("culture", [Part(id: "trying", statements: 2), Part(id: "sharing", statements: 2)]),
        ])

    static let chain = ShippedFramework(
        name: "chain", rule: .chain, scale: "problem", points: 3,
        levels: [
            ("generation", [Part(id: "inside", statements: 2), Part(id: "across", statements: 2), Part(id: "outside", statements: 2)]),
            ("conversion", [Part(id: "selection", statements: 3), Part(id: "development", statements: 2)]),
            ("diffusion", [Part(id: "spread", statements: 3)]),
        ])

    static let views = ShippedFramework(
        name: "views", rule: .plain, scale: "agree", points: 5,
        levels: [
            ("frames", [Part(id: "structural", statements: 3), Part(id: "arenas", statements: 3), Part(id: "cultural", statements: 3), Part(id: "human", statements: 3, isOptional: true)])
        ])

    static let readiness = ShippedFramework(
        name: "iso", rule: .readiness, scale: "met", points: 3,
        levels: [
            (
                "clauses",
                [
                    Part(id: "context", statements: 2, holds: ["scan.signal", "scenarios.study"]), Part(id: "leadership", statements: 2, holds: ["priorities.kind.priority"]),
                    Part(id: "planning", statements: 3, holds: ["planning.kind.objective", "planning.kind.action", "risks.kind.risk"]),
                    Part(id: "support", statements: 3, holds: ["scan.signal", "scenarios.driver"]), Part(id: "operation", statements: 3, holds: ["planning.kind.action", "planning.kind.deliverable"]),
                    Part(id: "evaluation", statements: 2, holds: ["planning.kind.indicator"]), Part(id: "improvement", statements: 2, holds: ["assessments.gap"]),
                ]
            )
        ])
}
