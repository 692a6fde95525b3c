import Journal
import Organisation
import Pages

extension Visit {
    /// The plans to choose from at the top of a page about one of them.
    func planChips(_ here: ID<StrategicPlan>, _ path: (ID<StrategicPlan>) -> String) -> Markup {
        chips(say("planning.other-plans"), visiblePlans.map { (planName($0.plan), path($0.id), $0.id == here) })
    }

    /// Its title with its years and, for a draft, that it is one.
    func planName(_ plan: StrategicPlan) -> String {
        let name = "\(plain(plan.title)) (\(plan.from.year)–\(plan.until.year))"
        return plan.status == .draft ? "\(name) · \(say("planning.status.draft"))" : name
    }
}
