import Journal
import Organisation
import Pages

/// How much of what each objective needs is there. Our own measure, after the results-based management sheet: each of three
/// things counts the same for each objective that carries itself.
struct Completeness: Equatable, Sendable {
    enum Criterion: String, CaseIterable {
        /// A unit answers for it.
        case owner
        /// One indicator at least with a baseline and a target that is determined.
        case indicator
        /// One action at least with both dates and a deliverable.
        case action
    }

    /// Those that were asked.
    var objectives: [ID<Objective>]
    var missing: [Criterion: [ID<Objective>]]

    func there(_ criterion: Criterion) -> Int { objectives.count - (missing[criterion]?.count ?? 0) }

    /// Those that have all three.
    var complete: Int {
        let lacking = Set(missing.values.joined())
        return objectives.count { !lacking.contains($0) }
    }

    /// 0 to 1; `nil` where there is no objective to ask.
    var share: Double? {
        guard !objectives.isEmpty else { return nil }
        let found = Criterion.allCases.reduce(0) { $0 + there($1) }
        return Double(found) / Double(objectives.count * Criterion.allCases.count)
    }
}

extension PlanIndex {
    func completeness(of id: ID<StrategicPlan>) -> Completeness {
        completenesses.value(for: id) { measured(id) }
    }

    private func measured(_ plan: ID<StrategicPlan>) -> Completeness {
        var result = Completeness(objectives: [], missing: [:])
        for (id, objective) in carrying(of: plan) {
            result.objectives.append(id)
            for criterion in Completeness.Criterion.allCases where !meets(criterion, id, objective) {
                result.missing[criterion, default: []].append(id)
            }
        }
        return result
    }

    private func meets(_ criterion: Completeness.Criterion, _ id: ID<Objective>, _ objective: Objective) -> Bool {
        switch criterion {
        case .owner: objective.owner != nil
        case .indicator: indicators(of: id).contains { $0.indicator.isMeasurable }
        case .action: actions(for: id).contains { isScheduled($0.id, $0.action) }
        }
    }

    func isScheduled(_ id: ID<Action>, _ action: Action) -> Bool {
        action.from != nil && action.until != nil && !deliverables(of: id).isEmpty
    }
}
