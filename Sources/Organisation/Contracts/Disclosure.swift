import HashTreeCollections
import Journal

/// Who may see what of a plan: a draft is for those who take part, an indicator for those whom its sheet names.
extension Plan {
    package func audience(of id: ID<StrategicPlan>?) -> Audience {
        guard let id, let plan = plans[id] else { return .participants }
        return plan.status == .draft ? .participants : .everyone
    }

    package func audience(of objective: ID<Objective>) -> Audience { audience(of: plan(of: objective)) }

    package func audience(of indicator: Indicator) -> Audience {
        indicator.disclosure.audience ?? audience(of: indicator.objective)
    }

    /// For whom something was when it was withdrawn; `nil` where it still stands, or was for whoever saw its plan.
    package func formerAudience(of reference: Reference) -> Audience? { former[reference]?.disclosure?.audience }
}

extension Indicator.Disclosure {
    /// `nil` where the plan decides.
    fileprivate var audience: Audience? {
        switch self {
        case .staff: .staff
        case .members: .participants
        case .everyone: nil
        }
    }
}

/// What may be read of a plan as it was on a day: only what was disclosed then and is not closed today.
package struct Disclosure: Sendable {
    private let then: Plan
    private let now: Plan

    package init(then: Plan, now: Plan) {
        self.then = then
        self.now = now
    }

    package func audience(of plan: ID<StrategicPlan>?) -> Audience {
        guard let plan, now.plans[plan] != nil else { return then.audience(of: plan) }
        return joined(then.audience(of: plan), now.audience(of: plan))
    }

    package func audience(of objective: ID<Objective>) -> Audience {
        let audience = audience(of: then.plan(of: objective))
        return now.objectives[objective] == nil ? audience : joined(audience, now.audience(of: objective))
    }

    /// `nil` where the day read knows no such indicator.
    package func audience(of indicator: ID<Indicator>) -> Audience? {
        guard let past = then.indicators[indicator] else { return nil }
        let audience = joined(then.audience(of: past), audience(of: past.objective))
        return (now.indicators[indicator].map { now.audience(of: $0) } ?? now.formerAudience(of: Reference(Plan.self, indicator)))
            .map { joined(audience, $0) } ?? audience
    }

    private func joined(_ one: Audience, _ other: Audience) -> Audience {
        if one == other || other == .everyone { return one }
        return one == .everyone ? other : .both(one, other)
    }
}
