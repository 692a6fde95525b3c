import HashTreeCollections
import Journal
import Organisation

/// What is possible and yet unlikely to be meant: found, said where it stands, and never refused.
enum Oddity: String, CaseIterable {
    case actionOutsidePlan = "actions-outside-plan"
    case deliverableOutsideAction = "deliverables-outside-action"
    case deliverableAfterPlan = "deliverables-after-plan"
    case targetOutsidePlan = "targets-outside-plan"
    case targetsTurnBack = "targets-turn-back"
    /// What is refused today and stands from before, or from a document.
    case sheetContradictory = "sheets-contradictory"

    /// What is said of the one thing on its page: a key among the words.
    var key: String { "planning.odd.\(rawValue)" }
}

extension PlanIndex {
    func oddities(of action: Action) -> [Oddity] {
        guard let whole = plan.plan(of: action).flatMap({ plan.plans[$0] }) else { return [] }
        let isOutside = [action.from, action.until].compactMap { $0 }.contains { $0 < whole.from || $0 > whole.until }
        return isOutside ? [.actionOutsidePlan] : []
    }

    func oddities(of deliverable: Deliverable) -> [Oddity] {
        guard let due = deliverable.due, let action = plan.actions[deliverable.action] else { return [] }
        if let whole = plan.plan(of: action).flatMap({ plan.plans[$0] }), due > whole.until { return [.deliverableAfterPlan] }
        let isOutside = (action.until.map { due > $0 } ?? false) || (action.from.map { due < $0 } ?? false)
        return isOutside ? [.deliverableOutsideAction] : []
    }

    func oddities(of indicator: Indicator) -> [Oddity] {
        var found: [Oddity] = indicator.faults.isEmpty ? [] : [.sheetContradictory]
        if let whole = plan.plan(of: indicator.objective).flatMap({ plan.plans[$0] }),
            indicator.targets.contains(where: { $0.by < whole.from || $0.by > whole.until })
        {
            found.append(.targetOutsidePlan)
        }
        if indicator.turnsBack { found.append(.targetsTurnBack) }
        return found
    }
}

extension Indicator {
    /// Whether a target asks for less than the one before it, or the first for less than there was.
    fileprivate var turnsBack: Bool {
        let ordered = targets.sorted { $0.by < $1.by }
        let aims = ordered.compactMap { target in if case .value(let value) = target.aim { value } else { nil } }
        guard !faults.contains(where: { if case .backwards = $0 { true } else { false } }) else { return false }
        let steps = (baseline.map { [$0.value] } ?? []) + aims
        return zip(steps, steps.dropFirst()).contains { isWorse($1, than: $0) }
    }
}
