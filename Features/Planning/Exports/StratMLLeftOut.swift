import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a StratML document could not carry, counted in the plan itself: of what this reader may see.
struct StratMLLeftOut {
    private let composition: StratMLComposition

    init(_ composition: StratMLComposition) { self.composition = composition }

    private var plan: Plan { composition.plan }

    var sayings: [Saying] {
        let objectives = composition.objectives, own = Set(objectives.map(\.id))
        let actions = plan.actions.filter { own.contains($0.value.objective) }.map(\.key)
        let indicators = objectives.flatMap { composition.indicators(of: $0.id) }
        let structure: [(String, Int)] = [
            ("perspectives", plan.perspectives(of: composition.id).count), ("links", plan.links(of: composition.id).count),
            ("focus-areas", plan.focusAreas(of: composition.id).count), ("actions", actions.count),
            ("deliverables", actions.reduce(0) { $0 + plan.deliverables(of: $1).count }), ("deep", deep(own)),
            ("owners", objectives.count { $0.objective.owner != nil }), ("weights", objectives.count { $0.objective.weight != 1 }),
            ("source", composition.source == nil && !composition.whole.source.isEmpty ? 1 : 0),
        ]
        return (structure + measures(indicators)).filter { $0.1 > 0 }.map { Saying("planning.left-out.\($0.0)", ["n": .count($0.1)]) }
    }

    /// Part 1 has no indicators at all; Part 2 has a third of their sheet.
    private func measures(_ indicators: [(id: ID<Indicator>, indicator: Indicator)]) -> [(String, Int)] {
        let values = composition.visit.organisation[Values.self]
        if composition.form == .plan { return [("indicators", indicators.count)] }
        let places = indicators.flatMap { id, _ in values.periods(of: id).map { (id, $0) } }
        let whole = places.compactMap { values.value(of: $0.0, in: $0.1) }
        return [
            ("sheets", indicators.count), ("impacts", indicators.count { $0.indicator.level == .impact }),
            ("member-values", places.reduce(0) { $0 + values.reporterCount(of: $1.0, in: $1.1) }),
            ("values", composition.form == .report ? 0 : whole.count),
            ("evidence", composition.form == .report ? whole.count { !$0.evidence.isEmpty } : 0),
            ("judgements", places.count { values.judgement(of: $0.0, in: $0.1) != nil }),
        ]
    }

    /// Those below the second layer.
    private func deep(_ own: Set<ID<Objective>>) -> Int {
        own.count { id in
            guard let parent = plan.objectives[id]?.parent, own.contains(parent), let above = plan.objectives[parent]?.parent else { return false }
            return own.contains(above)
        }
    }
}
