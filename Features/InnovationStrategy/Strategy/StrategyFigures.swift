import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation

/// What follows from the initiatives of a version: where they lie on the map by their budgets, how much of these explores, and what enables what.
struct StrategyFigures: Sendable {
    typealias Listed = (id: ID<Initiative>, initiative: Initiative)

    /// A place of the cloud.
    struct Dot: Sendable {
        /// Which initiative, from 0, and which of its positions.
        let initiative: Int
        let position: MapPosition
        /// Its part of the budget.
        let weight: Double
    }

    let strategy: Strategy
    let initiatives: [Listed]
    /// Together, of those that have a budget.
    let amount: Double
    let cloud: [Dot]
    /// Of those of which both the amount and the share that explores are known; `nil` where there are none.
    let explore: ExploreShare?
    let horizons: InnovationHorizons?
    let checks: EnablerChecks?

    init(_ strategy: Strategy, _ initiatives: [Listed]) {
        self.strategy = strategy
        self.initiatives = initiatives
        amount = initiatives.reduce(0) { $0 + ($1.initiative.amount ?? 0) }
        cloud = initiatives.enumerated().flatMap { number, listed in
            listed.initiative.positions.map { Dot(initiative: number, position: $0, weight: (listed.initiative.amount ?? 0) * $0.share) }
        }
        let lines = StrategyFigures.lines(initiatives)
        explore = ExploreShare(lines, of: amount)
        horizons = InnovationHorizons(lines)
        checks = StrategyFigures.checks(initiatives)
    }

    /// Who enables whom among them, by their places.
    static func checks(_ initiatives: [Listed]) -> EnablerChecks? {
        let places = Dictionary(initiatives.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        let links = initiatives.enumerated().flatMap { number, listed in listed.initiative.enablers.compactMap { places[$0].map { Link(from: $0, to: number) } } }
        return EnablerChecks(levels: initiatives.map(\.initiative.type.level), links: links, top: InnovationType.system.level)
    }

    private static func lines(_ initiatives: [Listed]) -> [ExploreShare.Line] {
        initiatives.compactMap { listed in
            listed.initiative.amount.flatMap { amount in listed.initiative.exploreShare.flatMap { ExploreShare.Line(amount: amount, share: $0) } }
        }
    }

    // MARK: - The map

    /// By budget; `nil` where nothing with a budget has a place on this axis.
    func spread(_ axis: MapAxis, _ time: MapTime) -> WeightedSpread? {
        WeightedSpread(cloud.compactMap { dot in dot.position[time][axis].map { .init(Double($0), weight: dot.weight) } })
    }

    /// As it is and as it is to be, of what has a place on this axis at both times alone: otherwise different initiatives would be held against each other.
    func movement(_ axis: MapAxis) -> (asIs: WeightedSpread, toBe: WeightedSpread)? {
        let both = cloud.filter { $0.position.asIs[axis] != nil && $0.position.toBe[axis] != nil }
        func spread(_ time: MapTime) -> WeightedSpread? { WeightedSpread(both.compactMap { dot in dot.position[time][axis].map { .init(Double($0), weight: dot.weight) } }) }
        return spread(.asIs).flatMap { asIs in spread(.toBe).map { (asIs, $0) } }
    }

    /// Of the budget, how much has a place at both times on some axis, from 0 to 1.
    var moving: Double { share { place in MapAxis.allCases.contains { place.asIs[$0] != nil && place.toBe[$0] != nil } } }

    /// Of the budget, how much has a place at some time on some axis, from 0 to 1.
    var placed: Double { share { $0.asIs.isKnown || $0.toBe.isKnown } }
    /// The same at one time.
    func placed(_ time: MapTime) -> Double { share { $0[time].isKnown } }
    /// The same on one axis at one time.
    func placed(_ axis: MapAxis, _ time: MapTime) -> Double { share { $0[time][axis] != nil } }

    private func share(_ isKnown: (MapPosition) -> Bool) -> Double {
        guard amount > 0 else { return 0 }
        return min(1, cloud.filter { isKnown($0.position) }.reduce(0) { $0 + $1.weight } / amount)
    }

    /// What has no budget has no weight on the map.
    var hasToBe: Bool { cloud.contains { $0.weight > 0 && $0.position.toBe.isKnown } }
    /// How many have no amount: they weigh nothing.
    var withoutAmount: Int { initiatives.count { $0.initiative.amount == nil } }
    /// Of how many it is not known whether they explore.
    var withoutExplore: Int { initiatives.count { $0.initiative.exploreShare == nil } }

    // MARK: - Exploring

    var gap: ExploreGap? { explore.flatMap { explore in strategy.answers.explore.map { ExploreGap(explore, agreed: $0, tolerance: strategy.answers.tolerance) } } }

    func explore(of type: InnovationType) -> ExploreShare? { ExploreShare(StrategyFigures.lines(of(type)), of: amount(of: type)) }

    func amount(of type: InnovationType) -> Double { of(type).reduce(0) { $0 + ($1.initiative.amount ?? 0) } }

    /// Of the three types in their order; `nil` where nothing has a budget.
    var typeShares: [Double]? { amount > 0 ? InnovationType.allCases.map { amount(of: $0) / amount } : nil }

    func of(_ type: InnovationType) -> [Listed] { initiatives.filter { $0.initiative.type == type } }

    // MARK: - Landscape and levels

    func inQuadrant(_ quadrant: LandscapeQuadrant) -> [Listed] { initiatives.filter { $0.initiative.quadrant == quadrant } }

    /// Of the highest level, without anything lower that enables them.
    var unenabled: [Listed] { (checks?.unenabled ?? []).filter(initiatives.indices.contains).map { initiatives[$0] } }

    /// The same for the same texts and initiatives: what was read is held against what a body is said to have adopted.
    var fingerprint: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return Record.hash(try encoder.encode(strategy) + initiatives.flatMap { try Array($0.id.text.utf8) + encoder.encode($0.initiative) }).description
        }
    }

    // MARK: - What is missing

    /// What has to be there before a body adopts it: each is a key among the words with `innovationstrategy.gap.` before it.
    enum Gap: String, Sendable, CaseIterable { case value, capture, kind, resources, reasons, toBe }

    var gaps: [Gap] {
        var gaps: [Gap] = LeadershipAnswers.Question.allCases.filter { !strategy.answers.isAnswered($0) }.compactMap { Gap(rawValue: $0.rawValue) }
        if strategy.reasons.isEmpty { gaps.append(.reasons) }
        if !hasToBe { gaps.append(.toBe) }
        return gaps
    }
}

extension Innovation {
    /// `nil` where there is no such version.
    func figures(of id: ID<Strategy>) -> StrategyFigures? { strategies[id].map { StrategyFigures($0, initiatives(of: id)) } }
}
