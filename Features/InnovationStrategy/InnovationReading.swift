import HashTreeCollections
import Journal
import Organisation

/// Versions, and who may read them.
extension Innovation {
    /// The adoption that stands; `nil` of a draft.
    func adoption(of id: ID<Strategy>) -> GivenAdoption? { adoptions[id]?.last { $0.withdrawn == nil } }

    func line(of id: ID<Strategy>) -> ID<Strategy> { strategies[id]?.line ?? id }

    /// The newest last.
    func versions(of line: ID<Strategy>) -> [(id: ID<Strategy>, strategy: Strategy)] {
        strategies.filter { ($0.value.line ?? $0.key) == line }.map { ($0.key, $0.value) }.sorted { ($0.1.number, $0.0) < ($1.1.number, $1.0) }
    }

    /// No number is given twice, not even that of a draft which was withdrawn.
    func nextNumber(in line: ID<Strategy>) -> Int {
        let former = formerStrategies.filter { ($0.value.line ?? $0.key) == line }.map(\.value.number)
        return ((versions(of: line).map(\.strategy.number) + former).max() ?? 0) + 1
    }

    /// Which version of a line holds: the one that was adopted last.
    func inForce(_ line: ID<Strategy>) -> ID<Strategy>? {
        let adopted = versions(of: line).compactMap { version in adoption(of: version.id).map { (id: version.id, on: $0.adoption.on, number: version.strategy.number) } }
        return adopted.max { ($0.on, $0.number) < ($1.on, $1.number) }?.id
    }

    /// Versions of other lines that hold for the same plan.
    func rivals(of id: ID<Strategy>) -> [ID<Strategy>] {
        guard let plan = strategies[id]?.plan else { return [] }
        return strategiesInOrder.filter { $0.strategy.plan == plan && line(of: $0.id) != line(of: id) && state(of: $0.id) == .inForce }.map(\.id)
    }

    func state(of id: ID<Strategy>) -> StrategyState { adoption(of: id) == nil ? .draft : inForce(line(of: id)) == id ? .inForce : .superseded }

    /// Line by line, the newest version of each first.
    var strategiesInOrder: [(id: ID<Strategy>, strategy: Strategy)] {
        strategies.map { ($0.key, $0.value) }.sorted { one, other in (line(of: one.0), other.1.number, one.0) < (line(of: other.0), one.1.number, other.0) }
    }

    func initiatives(of id: ID<Strategy>) -> [(id: ID<Initiative>, initiative: Initiative)] {
        (members[id] ?? []).compactMap { member in initiatives[member].map { (member, $0) } }.sorted { ($0.1.order, $0.0) < ($1.1.order, $1.0) }
    }

    var statementsInOrder: [(id: ID<Statement>, statement: Statement)] {
        statements.map { ($0.key, $0.value) }.sorted { (Innovation.place(of: $0.1), $0.0) < (Innovation.place(of: $1.1), $1.0) }
    }

    private static func place(of statement: Statement) -> Int { Statement.About.allCases.firstIndex(of: statement.about) ?? 0 }

    /// Who reads a version, or read it before it was withdrawn. A draft is for those who take part at most: for everybody only once a body adopted it.
    func audience(of id: ID<Strategy>) -> Audience {
        guard let readers = (strategies[id] ?? formerStrategies[id])?.readers.audience else { return .staff }
        return adoption(of: id) == nil && readers == .everyone ? .participants : readers
    }

    func title(of id: ID<Strategy>) -> Localized { (strategies[id] ?? formerStrategies[id])?.title ?? Localized(id.text) }

    func audience(of id: ID<Initiative>) -> Audience { (initiatives[id] ?? formerInitiatives[id]).map { audience(of: $0.strategy) } ?? .staff }

    func title(of id: ID<Initiative>) -> Localized { (initiatives[id] ?? formerInitiatives[id])?.title ?? Localized(id.text) }
}
