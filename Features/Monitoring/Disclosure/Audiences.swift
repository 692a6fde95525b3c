import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who may see what: a draft is for those who take part, an indicator for those whom its sheet names.
extension Plan {
    func audience(of id: ID<StrategicPlan>?) -> Audience {
        guard let id, let plan = plans[id] else { return .participants }
        return plan.status == .draft ? .participants : .everyone
    }

    func audience(of indicator: Indicator) -> Audience {
        switch indicator.disclosure {
        case .staff: .staff
        case .members: .participants
        case .everyone: audience(of: plan(of: indicator.objective))
        }
    }
}

/// Whoever travels back must not read what is closed to them today, nor what was closed then.
extension Visit {
    func sees(_ indicator: ID<Indicator>) -> Bool { audience(of: indicator).map { viewer.belongs(to: $0) } ?? false }

    func sees(_ plan: ID<StrategicPlan>?) -> Bool {
        guard let plan else { return viewer.belongs(to: self.plan.audience(of: nil)) }
        let today = present[Plan.self]
        let isKnownToday = today.plans[plan] != nil
        return viewer.belongs(to: self.plan.audience(of: plan)) && (!isKnownToday || viewer.belongs(to: today.audience(of: plan)))
    }

    /// Those to whom an indicator is disclosed on the day read and today as well; `nil` where that day knows no such indicator.
    func audience(of id: ID<Indicator>) -> Audience? {
        guard let then = plan.indicators[id].map({ plan.audience(of: $0) }) else { return nil }
        let today = present[Plan.self]
        guard let now = today.indicators[id].map({ today.audience(of: $0) }), now != then else { return then }
        return .both(then, now)
    }
}
