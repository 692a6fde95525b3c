import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who may see what: a draft is for those who take part, an indicator for those its sheet names.
extension Plan {
    func audience(of id: ID<StrategicPlan>?) -> Audience {
        guard let id, let plan = plans[id] else { return .participants }
        return plan.status == .draft ? .participants : .everyone
    }

    func audience(of objective: ID<Objective>) -> Audience { audience(of: plan(of: objective)) }

    func audience(of indicator: Indicator) -> Audience {
        switch indicator.disclosure {
        case .staff: .staff
        case .members: .participants
        case .everyone: audience(of: indicator.objective)
        }
    }
}

extension Visit {
    /// The plans that this reader may see, the newest first.
    var visiblePlans: [(id: ID<StrategicPlan>, plan: StrategicPlan)] {
        plan.plansInOrder.filter { viewer.belongs(to: plan.audience(of: $0.id)) }
    }

    /// The plan asked for with `?plan=`, or else the one running on the day read, or else the newest that may be seen.
    var chosenPlan: ID<StrategicPlan>? {
        let visible = visiblePlans.map(\.id)
        if let asked = query["plan"].flatMap({ ID<StrategicPlan>($0) }), visible.contains(asked) { return asked }
        return plan.plan(runningOn: times.day).flatMap { visible.contains($0) ? $0 : nil } ?? visible.first
    }

    func sees(_ objective: ID<Objective>) -> Bool { viewer.belongs(to: plan.audience(of: objective)) }

    func sees(_ indicator: Indicator) -> Bool { viewer.belongs(to: plan.audience(of: indicator)) }
}
