import HashTreeCollections
import Journal
import Organisation
import Pages

extension Visit {
    /// The plans that this reader may see, the newest first.
    var visiblePlans: [(id: ID<StrategicPlan>, plan: StrategicPlan)] {
        plan.plansInOrder.filter { sees($0.id) }
    }

    /// The plan asked for with `?plan=`, or else the one running on the day read, or else the newest that may be seen.
    var chosenPlan: ID<StrategicPlan>? {
        let visible = visiblePlans.map(\.id)
        if let asked = query["plan"].flatMap({ ID<StrategicPlan>($0) }), visible.contains(asked) { return asked }
        return plan.plan(runningOn: times.day).flatMap { visible.contains($0) ? $0 : nil } ?? visible.first
    }
}
