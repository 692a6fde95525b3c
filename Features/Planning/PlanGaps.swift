import Journal
import Organisation

/// What is missing around a thing of a plan.
enum Gap: String, CaseIterable {
    case planWithoutObjectives = "plan-without-objectives"
    case objectiveWithoutIndicator = "objective-without-indicator"
    case objectiveWithoutOutcome = "objective-without-outcome-indicator"
    case objectiveWithoutAction = "objective-without-action"
    case objectiveWithoutOwner = "objective-without-owner"
    case functionWithoutAction = "function-without-action"
    case focusAreaUnused = "focus-area-unused"
    case actionWithoutDeliverable = "action-without-deliverable"
    case actionWithoutDates = "action-without-dates"
    case actionWithoutOwner = "action-without-owner"
    case deliverableWithoutDate = "deliverable-without-date"
    case deliverableOverdue = "deliverable-overdue"
    case indicatorWithoutBaseline = "indicator-without-baseline"
    case indicatorWithoutTarget = "indicator-without-target"
    case indicatorTargetOpen = "indicator-target-to-be-determined"
    case indicatorWithoutResponsible = "indicator-without-responsible"

    /// A key among the words.
    var key: String { "planning.gap.\(rawValue)" }
}

extension PlanIndex {
    func gaps(of id: ID<Objective>, _ objective: Objective) -> [Gap] {
        if isFunction(objective) {
            return actions(under: id).isEmpty && actions(for: id).isEmpty ? [.functionWithoutAction] : []
        }
        var gaps: [Gap] = objective.owner == nil ? [.objectiveWithoutOwner] : []
        guard children(of: id).isEmpty else { return gaps }
        let indicators = indicators(of: id)
        if indicators.isEmpty {
            gaps.append(.objectiveWithoutIndicator)
        } else if !indicators.contains(where: { $0.indicator.level.isOutcome }) {
            gaps.append(.objectiveWithoutOutcome)
        }
        if actions(for: id).isEmpty { gaps.append(.objectiveWithoutAction) }
        return gaps
    }

    func gaps(of id: ID<Action>, _ action: Action) -> [Gap] {
        var gaps: [Gap] = []
        if deliverables(of: id).isEmpty { gaps.append(.actionWithoutDeliverable) }
        if action.from == nil || action.until == nil { gaps.append(.actionWithoutDates) }
        if action.owner == nil { gaps.append(.actionWithoutOwner) }
        return gaps
    }
}

extension Deliverable {
    func isOverdue(on day: Day) -> Bool { deliveredOn == nil && (due.map { $0 < day } ?? false) }

    func gaps(on day: Day) -> [Gap] {
        if isOverdue(on: day) { return [.deliverableOverdue] }
        return due == nil && deliveredOn == nil ? [.deliverableWithoutDate] : []
    }
}

extension Indicator {
    /// A number is compared with where it stood before; a milestone or a text is not.
    var needsBaseline: Bool { kind == .number || kind == .percentage }

    var hasTarget: Bool { targets.contains { $0.aim != .toBeDetermined } }

    /// Where it stood before, and what is aimed at.
    var isMeasurable: Bool { hasTarget && (baseline != nil || !needsBaseline) }

    var gaps: [Gap] {
        var gaps: [Gap] = []
        if needsBaseline, baseline == nil { gaps.append(.indicatorWithoutBaseline) }
        if targets.isEmpty { gaps.append(.indicatorWithoutTarget) } else if !hasTarget { gaps.append(.indicatorTargetOpen) }
        if responsible == nil, reporting == .whole { gaps.append(.indicatorWithoutResponsible) }
        return gaps
    }
}

extension Indicator.Level {
    var isOutcome: Bool { self == .outcome || self == .impact }
}
