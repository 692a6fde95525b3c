import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a reader may see of a plan on two days: only what was for this reader on each of them that knows it, and is today.
struct ComparedSight {
    private let viewer: Viewer
    private let days: [Plan]
    private let disclosures: [(plan: Plan, disclosure: Disclosure)]

    init(_ viewer: Viewer, _ one: Plan, _ other: Plan, now: Plan) {
        self.viewer = viewer
        days = [one, other]
        disclosures = [(one, now), (other, now), (one, other), (other, one)].map { ($0, Disclosure(then: $0, now: $1)) }
    }

    func sees(_ id: ID<StrategicPlan>) -> Bool {
        days.contains { $0.plans[id] != nil } && disclosures.allSatisfy { $0.plan.plans[id] == nil || viewer.belongs(to: $0.disclosure.audience(of: id)) }
    }

    func sees(_ id: ID<Objective>) -> Bool {
        days.contains { $0.objectives[id] != nil }
            && disclosures.allSatisfy { $0.plan.objectives[id] == nil || viewer.belongs(to: $0.disclosure.audience(of: id)) }
    }

    func sees(_ id: ID<Indicator>) -> Bool {
        days.contains { $0.indicators[id] != nil }
            && disclosures.allSatisfy { $0.disclosure.audience(of: id).map { viewer.belongs(to: $0) } ?? true }
    }
}
