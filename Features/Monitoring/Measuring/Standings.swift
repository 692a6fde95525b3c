import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How everything of the plans stands on the day read: indicators measured, objectives rolled up from them.
struct Standings: Sendable {
    /// One indicator, of which plan it is, and how it stands.
    ///
    /// By reference: a sheet is long, and lists of hundreds are picked from on many pages.
    final class Row: Sendable {
        let id: ID<Indicator>
        let indicator: Indicator
        let plan: ID<StrategicPlan>?
        /// For whom its plan and its sheet, as they are in this state, say that it is.
        let audience: Audience
        let measurement: Measurement

        init(id: ID<Indicator>, indicator: Indicator, plan: ID<StrategicPlan>?, audience: Audience, measurement: Measurement) {
            self.id = id
            self.indicator = indicator
            self.plan = plan
            self.audience = audience
            self.measurement = measurement
        }
    }

    let measuring: Measuring
    let indicators: [ID<Indicator>: Measurement]
    /// All of them, in the order of the plan.
    let rows: [Row]
    private let trended = Once<Trends>()
    private let byObjective: [ID<Objective>: [(id: ID<Indicator>, indicator: Indicator)]]
    private let childrenOf: [ID<Objective>: [(id: ID<Objective>, objective: Objective)]]

    private static let kept = Kept<StateKey, Standings>(capacity: 8)

    /// Each page of each feature asks, mostly about the same few states.
    static func of(_ organisation: Organisation) -> Standings { kept.value(of: organisation) { Standings($0) } }

    init(_ organisation: Organisation) {
        let measuring = Measuring(organisation), plan = measuring.plan
        self.measuring = measuring
        let disclosure = Disclosure(then: plan, now: plan)
        rows = plan.indicatorsInOrder.map { id, indicator in
            Row(
                id: id, indicator: indicator, plan: plan.plan(of: indicator.objective), audience: disclosure.audience(of: id) ?? .staff,
                measurement: measuring.measure(id, indicator))
        }
        indicators = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.measurement) })
        byObjective = Dictionary(grouping: measuring.plan.indicators.map { ($0.key, $0.value) }) { $0.1.objective }
            .mapValues { $0.sorted { ($0.1.order, $0.1.code, $0.0) < ($1.1.order, $1.1.code, $1.0) }.map { (id: $0.0, indicator: $0.1) } }
        childrenOf = Dictionary(
            grouping: measuring.plan.objectives.compactMap { id, objective in objective.parent.map { ($0, id, objective) } }
        ) {
            $0.0
        }.mapValues {
            $0.map { (id: $0.1, objective: $0.2) }.sorted {
                ($0.objective.order, $0.objective.code, $0.id) < ($1.objective.order, $1.objective.code, $1.id)
            }
        }
    }

    var plan: Plan { measuring.plan }

    /// Over the last eight periods.
    var trends: Trends { trended.value { Trends(self) } }

    func indicators(of objective: ID<Objective>) -> [(id: ID<Indicator>, indicator: Indicator)] { byObjective[objective] ?? [] }
    func children(of objective: ID<Objective>) -> [(id: ID<Objective>, objective: Objective)] { childrenOf[objective] ?? [] }

    /// All indicators of an objective and of what is below it.
    func leaves(of objective: ID<Objective>) -> [ID<Indicator>] { leaves(of: objective, above: []) }

    private func leaves(of objective: ID<Objective>, above: Set<ID<Objective>>) -> [ID<Indicator>] {
        guard !above.contains(objective) else { return [] }
        let here = above.union([objective])
        return indicators(of: objective).map(\.id) + children(of: objective).flatMap { leaves(of: $0.id, above: here) }
    }
}

/// A whole rolled up from its parts.
struct Whole: Sendable {
    /// One part: what it is, what it weighs, and how it stands.
    struct Part: Sendable {
        var thing: Thing
        var child: RollUp.Child
        /// An indicator's gap, or none.
        var gap: Measurement.Gap?
        /// What an objective or perspective was itself rolled up from: none or one.
        var below: [Whole] = []

        var isCounted: Bool { child.score != nil && child.rating != .noData }
    }

    enum Thing: Sendable, Hashable {
        case indicator(ID<Indicator>)
        case objective(ID<Objective>)
        case perspective(ID<Perspective>)
    }

    var parts: [Part]
    var rollUp: RollUp
    /// The mean of what is expected by now of the parts that count.
    var expected: Double?
    /// Indicators below it, at any depth.
    var leaves: [ID<Indicator>]
}

extension Standings {
    /// An objective from its indicators and the objectives below it; `nil` where nothing below it is measured.
    func whole(of objective: ID<Objective>) -> Whole? { whole(of: objective, above: []) }

    private func whole(of objective: ID<Objective>, above: Set<ID<Objective>>) -> Whole? {
        let leaves = leaves(of: objective)
        // A circle of parents, which the plan's own checks report, must not be walked for ever.
        guard !leaves.isEmpty, !above.contains(objective) else { return nil }
        let here = above.union([objective])
        let own = indicators(of: objective).map { id, indicator in
            Whole.Part(thing: .indicator(id), child: child(of: id, weight: indicator.weight), gap: indicators[id]?.gap)
        }
        let below = children(of: objective).filter { !here.contains($0.id) }.map { id, child in
            part(.objective(id), weight: child.weight, whole(of: id, above: here))
        }
        return whole(of: own + below, leaves: leaves)
    }

    /// A perspective from its objectives, those left aside that stand below another of the same perspective.
    func whole(of perspective: ID<Perspective>) -> Whole? {
        let tops = plan.objectives(in: perspective).filter { entry in
            entry.objective.parent.flatMap { plan.objectives[$0] }?.perspective != perspective
        }
        let parts = tops.map { part(.objective($0.id), weight: $0.objective.weight, whole(of: $0.id)) }
        return whole(of: parts, leaves: unique(tops.flatMap { leaves(of: $0.id) }))
    }

    /// A plan from its perspectives, each counting alike; those in which nothing is measured by design (functions) are left aside.
    func whole(of plan: ID<StrategicPlan>) -> Whole? {
        let perspectives = self.plan.perspectives(of: plan).map { ($0.id, $0.perspective, whole(of: $0.id)) }
            .filter { $0.1.kind == .objectives || $0.2 != nil }
        let parts = perspectives.map { part(.perspective($0.0), weight: 1, $0.2) }
        return whole(of: parts, leaves: unique(perspectives.flatMap { $0.2?.leaves ?? [] }))
    }

    private func whole(of parts: [Whole.Part], leaves: [ID<Indicator>]) -> Whole? {
        guard !leaves.isEmpty, let rollUp = RollUp(of: parts.map(\.child), rules: .standard) else { return nil }
        let expected = RollUp(
            of: parts.map {
                RollUp.Child(weight: $0.child.weight, score: $0.isCounted ? $0.child.expected : nil, expected: 100, rating: $0.child.rating)
            }, rules: .standard)
        return Whole(parts: parts, rollUp: rollUp, expected: expected?.score, leaves: leaves)
    }

    private func child(of indicator: ID<Indicator>, weight: Double) -> RollUp.Child {
        let measurement = indicators[indicator]
        return RollUp.Child(
            weight: max(weight, 0), score: measurement?.score?.raw, expected: measurement?.expected?.raw ?? 100,
            rating: measurement?.rating ?? .noData)
    }

    private func part(_ thing: Whole.Thing, weight: Double, _ whole: Whole?) -> Whole.Part {
        Whole.Part(
            thing: thing,
            child: RollUp.Child(
                weight: max(weight, 0), score: whole?.rollUp.score, expected: whole?.expected ?? 100,
                rating: whole?.rollUp.rating ?? .noData),
            below: whole.map { [$0] } ?? [])
    }

    private func unique(_ ids: [ID<Indicator>]) -> [ID<Indicator>] {
        var seen: Set<ID<Indicator>> = []
        return ids.filter { seen.insert($0).inserted }
    }
}
