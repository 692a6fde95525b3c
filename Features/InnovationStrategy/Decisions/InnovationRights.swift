import HashTreeCollections
import Journal
import Organisation
import Pages

enum InnovationPath {
    static let front = "innovation", new = "innovation/new", newStatement = "innovation/statements/new"

    static func strategy(_ id: ID<Strategy>, _ rest: String = "") -> String { rest.isEmpty ? "innovation/strategies/\(id)" : "innovation/strategies/\(id)/\(rest)" }
    static func initiative(_ id: ID<Initiative>, _ rest: String = "") -> String { rest.isEmpty ? "innovation/initiatives/\(id)" : "innovation/initiatives/\(id)/\(rest)" }
}

extension Submission {
    var innovation: Innovation { organisation[Innovation.self] }

    /// The version in the address, for planners.
    func strategy() throws -> (id: ID<Strategy>, strategy: Strategy) {
        try requirePlanner()
        let id: ID<Strategy> = try id("strategy")
        guard let strategy = innovation.strategies[id] else { throw Refusal("pages.refusal.gone") }
        return (id, strategy)
    }

    func requireRoom() throws(Refusal) {
        if innovation.strategies.count >= Innovation.mostStrategies { throw Refusal("innovationstrategy.refusal.too-many-strategies", ["most": "\(Innovation.mostStrategies)"]) }
    }

    /// The same while no body has adopted it: what was adopted stays as it is.
    func draft() throws -> (id: ID<Strategy>, strategy: Strategy) {
        let found = try strategy()
        try requireDraft(found.id)
        return found
    }

    func requireDraft(_ id: ID<Strategy>) throws(Refusal) {
        if innovation.adoption(of: id) != nil { throw Refusal("innovationstrategy.refusal.adopted") }
    }

    /// The initiative in the address, of a version that can still be changed.
    func initiative() throws -> (id: ID<Initiative>, initiative: Initiative) {
        try requirePlanner()
        let id: ID<Initiative> = try id("initiative")
        guard let initiative = innovation.initiatives[id] else { throw Refusal("pages.refusal.gone") }
        // Where the address names both, they belong together.
        if let named = parameters["strategy"], named != initiative.strategy.text { throw Refusal("pages.refusal.gone") }
        try requireDraft(initiative.strategy)
        return (id, initiative)
    }

    func saved(_ key: String, _ title: Localized) -> Saying { Saying("innovationstrategy.notice.\(key)", ["title": .content(title)]) }
}

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    var innovation: Innovation { organisation[Innovation.self] }

    /// The stricter of then and now.
    func sees(_ id: ID<Strategy>) -> Bool {
        innovation.strategies[id] != nil && viewer.belongs(to: innovation.audience(of: id)) && (isNow || viewer.belongs(to: present[Innovation.self].audience(of: id)))
    }

    func strategy() throws(Missing) -> (id: ID<Strategy>, strategy: Strategy) {
        let id: ID<Strategy> = try id("strategy")
        guard let strategy = innovation.strategies[id], sees(id) else { throw Missing() }
        return (id, strategy)
    }

    /// The same while it can be changed.
    func draft() throws(Missing) -> (id: ID<Strategy>, strategy: Strategy) {
        let found = try strategy()
        guard innovation.adoption(of: found.id) == nil else { throw Missing() }
        return found
    }

    func initiative() throws(Missing) -> (id: ID<Initiative>, initiative: Initiative) {
        let id: ID<Initiative> = try id("initiative")
        guard let initiative = innovation.initiatives[id], sees(initiative.strategy), parameters["strategy"] ?? initiative.strategy.text == initiative.strategy.text else { throw Missing() }
        return (id, initiative)
    }

    /// The same in a version that can be changed.
    func ownInitiative() throws(Missing) -> (id: ID<Initiative>, initiative: Initiative) {
        let found = try initiative()
        guard innovation.adoption(of: found.initiative.strategy) == nil else { throw Missing() }
        return found
    }

    /// Whether this reader may change a version, and looks at now.
    func mayChange(_ id: ID<Strategy>) -> Bool { may(.planners) && innovation.adoption(of: id) == nil }

    /// Counted once for all who may read it.
    func figures(of id: ID<Strategy>, _ strategy: Strategy) -> StrategyFigures {
        common("innovationstrategy/figures/\(id)") { visit in StrategyFigures(strategy, visit.innovation.initiatives(of: id)) }
    }

    func innovationTrail(_ id: ID<Strategy>? = nil) -> [(title: String, path: String)] {
        let front = [(title: say("innovationstrategy.title"), path: InnovationPath.front)]
        return front + (id.map { [(name(of: $0), InnovationPath.strategy($0))] } ?? [])
    }

    func innovationTrail(_ id: ID<Initiative>, _ initiative: Initiative) -> [(title: String, path: String)] {
        innovationTrail(initiative.strategy) + [(plain(initiative.title), InnovationPath.initiative(id))]
    }

    /// *A wider harbour (version 2)*
    func name(of id: ID<Strategy>) -> String {
        say("innovationstrategy.named", ["title": plain(innovation.title(of: id)), "number": say.number((innovation.strategies[id] ?? innovation.formerStrategies[id])?.number ?? 1)])
    }
}
