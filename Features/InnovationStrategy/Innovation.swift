import HashTreeCollections
import Journal
import Organisation

/// How the organisation wants to innovate: versions of its strategy with their initiatives, what bodies adopted, and what others have said of it.
struct Innovation: Chapter {
    static let name = "innovation-strategy"
    static let stateVersion = 3
    /// Versions of all lines together.
    static let mostStrategies = 300

    enum Event: Codable, Equatable, Sendable {
        case strategyDescribed(id: ID<Strategy>, Strategy)
        case initiativeDescribed(id: ID<Initiative>, Initiative)
        case initiativeRemoved(id: ID<Initiative>, because: Prose)
        /// Holds from the day on which it is recorded: what was adopted is what stood then. The day of the decision is in it.
        case strategyAdopted(id: ID<Strategy>, StrategyAdoption)
        /// An adoption was recorded wrongly: the one that was recorded at a position.
        case adoptionWithdrawn(id: ID<Strategy>, position: Int, because: Prose)
        case strategyWithdrawn(id: ID<Strategy>, because: Prose)
        case statementRecorded(id: ID<Statement>, Statement)
        case statementRemoved(id: ID<Statement>, because: Prose)
    }

    private(set) var strategies: TreeDictionary<ID<Strategy>, Strategy> = [:]
    private(set) var initiatives: TreeDictionary<ID<Initiative>, Initiative> = [:]
    /// Those of each version.
    private(set) var members: TreeDictionary<ID<Strategy>, TreeSet<ID<Initiative>>> = [:]
    private(set) var adoptions: TreeDictionary<ID<Strategy>, [GivenAdoption]> = [:]
    private(set) var statements: TreeDictionary<ID<Statement>, Statement> = [:]
    /// The fewest for whom a version ever was: what was said of it then is told to no more than these.
    private(set) var strictest: TreeDictionary<ID<Strategy>, Strategy.Readers> = [:]
    /// What is gone, so that what is said of it later can still name it.
    private(set) var formerStrategies: TreeDictionary<ID<Strategy>, Strategy> = [:]
    private(set) var formerInitiatives: TreeDictionary<ID<Initiative>, Initiative> = [:]
    private(set) var formerStatements: TreeDictionary<ID<Statement>, Statement> = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        // What a body adopted stays as it was, whatever comes later.
        case .strategyDescribed(let id, let strategy):
            if adoption(of: id) == nil { strategies[id] = strategy }
            if strictest[id].map({ strategy.readers.isStricter(than: $0) }) ?? true { strictest[id] = strategy.readers }
        case .initiativeDescribed(let id, let initiative):
            guard adoption(of: initiative.strategy) == nil, initiatives[id].map({ adoption(of: $0.strategy) == nil }) ?? true else { return }
            if let before = initiatives[id]?.strategy, before != initiative.strategy { members[before]?.remove(id) }
            initiatives[id] = initiative
            members[initiative.strategy, default: []].insert(id)
        case .initiativeRemoved(let id, _): if initiatives[id].map({ adoption(of: $0.strategy) == nil }) == true { remove(id) }
        case .strategyAdopted(let id, let adoption): adoptions[id, default: []].append(GivenAdoption(adoption: adoption, by: stamp.by, position: stamp.position))
        case .adoptionWithdrawn(let id, let position, let because):
            if let place = adoptions[id]?.lastIndex(where: { $0.position == position && $0.withdrawn == nil }) { adoptions[id]?[place].withdrawn = because }
        case .strategyWithdrawn(let id, _):
            guard adoption(of: id) == nil, let strategy = strategies.removeValue(forKey: id) else { return }
            formerStrategies[id] = strategy
            for initiative in members[id] ?? [] { remove(initiative) }
        case .statementRecorded(let id, let statement): statements[id] = statement
        case .statementRemoved(let id, _): if let statement = statements.removeValue(forKey: id) { formerStatements[id] = statement }
        }
    }

    private mutating func remove(_ id: ID<Initiative>) {
        guard let initiative = initiatives.removeValue(forKey: id) else { return }
        members[initiative.strategy]?.remove(id)
        formerInitiatives[id] = initiative
    }
}
