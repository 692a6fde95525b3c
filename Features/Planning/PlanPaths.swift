import Journal
import Organisation
import Pages

/// Where things of a plan have their pages, below the organisation's address.
enum PlanPath {
    static let plan = "plan"
    static let timeline = "plan/timeline"
    static let annual = "plan/annual"
    static let counted = "plan/counted"
    static let periods = "plan/periods"
    static let compare = "plan/compare"

    static func plan(_ id: ID<StrategicPlan>) -> String { "plan/plans/\(id)" }
    static func perspective(_ id: ID<Perspective>) -> String { "plan/perspectives/\(id)" }
    static func objective(_ id: ID<Objective>) -> String { "plan/objectives/\(id)" }
    static func focusArea(_ id: ID<FocusArea>) -> String { "plan/focus-areas/\(id)" }
    static func action(_ id: ID<Action>) -> String { "plan/actions/\(id)" }
    static func deliverable(_ id: ID<Deliverable>) -> String { "plan/deliverables/\(id)" }
    /// Forms only: the page of an indicator, with its values, lies elsewhere.
    static func indicatorSheet(_ id: ID<Indicator>) -> String { "plan/indicators/\(id)" }
    static func period(_ id: ID<ReportingPeriod>) -> String { "plan/periods/\(id)" }

    static func indicator(_ id: ID<Indicator>) -> String { "indicators/\(id)" }
    static func unit(_ id: ID<Unit>) -> String { "units/\(id)" }
    static func thread(_ reference: Reference) -> String { "thread/\(reference)" }
}
