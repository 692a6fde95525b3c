import HashTreeCollections
import Journal

/// The organisation's plans: perspectives, objectives and what carries them, their links, actions, deliverables and indicators.
package struct Plan: Chapter {
    package static let name = "plan"
    package static let stateVersion = 2

    /// *Described* brings the whole of a thing: it is there from then on, or as it says from then on.
    package enum Event: Codable, Equatable, Sendable {
        case planDescribed(id: ID<StrategicPlan>, StrategicPlan)
        case perspectiveDescribed(id: ID<Perspective>, Perspective)
        case perspectiveWithdrawn(id: ID<Perspective>, because: Prose)
        case objectiveDescribed(id: ID<Objective>, Objective)
        case objectiveWithdrawn(id: ID<Objective>, because: Prose)
        case focusAreaDescribed(id: ID<FocusArea>, FocusArea)
        case focusAreaWithdrawn(id: ID<FocusArea>, because: Prose)
        case linkDrawn(id: ID<CauseLink>, CauseLink)
        case linkWithdrawn(id: ID<CauseLink>, because: Prose)
        case actionDescribed(id: ID<Action>, Action)
        case actionWithdrawn(id: ID<Action>, because: Prose)
        case deliverableDescribed(id: ID<Deliverable>, Deliverable)
        case deliverableWithdrawn(id: ID<Deliverable>, because: Prose)
        case indicatorDescribed(id: ID<Indicator>, Indicator)
        case indicatorWithdrawn(id: ID<Indicator>, because: Prose)
        case periodDescribed(id: ID<ReportingPeriod>, ReportingPeriod)
    }

    package private(set) var plans: TreeDictionary<ID<StrategicPlan>, StrategicPlan> = [:]
    package private(set) var perspectives: TreeDictionary<ID<Perspective>, Perspective> = [:]
    package private(set) var objectives: TreeDictionary<ID<Objective>, Objective> = [:]
    package private(set) var focusAreas: TreeDictionary<ID<FocusArea>, FocusArea> = [:]
    package private(set) var links: TreeDictionary<ID<CauseLink>, CauseLink> = [:]
    package private(set) var actions: TreeDictionary<ID<Action>, Action> = [:]
    package private(set) var deliverables: TreeDictionary<ID<Deliverable>, Deliverable> = [:]
    package private(set) var indicators: TreeDictionary<ID<Indicator>, Indicator> = [:]
    package private(set) var periods: TreeDictionary<ID<ReportingPeriod>, ReportingPeriod> = [:]
    /// What was withdrawn, as it was last described, so that what is said of it later can still name it.
    package private(set) var former: TreeDictionary<Reference, FormerThing> = [:]

    package init() {}

    package mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .planDescribed(let id, let plan): plans[id] = plan
        case .perspectiveDescribed(let id, let perspective): perspectives[id] = perspective
        case .perspectiveWithdrawn(let id, _): keep(id, perspectives.removeValue(forKey: id))
        case .objectiveDescribed(let id, let objective): objectives[id] = objective
        case .objectiveWithdrawn(let id, _): keep(id, objectives.removeValue(forKey: id))
        case .focusAreaDescribed(let id, let area): focusAreas[id] = area
        case .focusAreaWithdrawn(let id, _): keep(id, focusAreas.removeValue(forKey: id))
        case .linkDrawn(let id, let link): links[id] = link
        case .linkWithdrawn(let id, _): keep(id, links.removeValue(forKey: id))
        case .actionDescribed(let id, let action): actions[id] = action
        case .actionWithdrawn(let id, _): keep(id, actions.removeValue(forKey: id))
        case .deliverableDescribed(let id, let deliverable): deliverables[id] = deliverable
        case .deliverableWithdrawn(let id, _): keep(id, deliverables.removeValue(forKey: id))
        case .indicatorDescribed(let id, let indicator): indicators[id] = indicator
        case .indicatorWithdrawn(let id, _): keep(id, indicators.removeValue(forKey: id))
        case .periodDescribed(let id, let period): periods[id] = period
        }
    }

    private mutating func keep<Thing: PlanThing>(_ id: ID<Thing>, _ thing: Thing?) {
        if let thing { former[Reference(Plan.self, id)] = thing.asFormer }
    }
}
