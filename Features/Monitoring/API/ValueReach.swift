import HashTreeCollections
import Journal
import Organisation
import Pages

/// Whose values are there for a program: those of indicators that its person may see, and, also where an indicator is disclosed to fewer, those that this
/// person reports, as the form shows them. What is neither is as if it were not there.
extension Visit {
    func reads(_ id: ID<Indicator>, _ indicator: Indicator, of reporter: Reporter) -> Bool { viewer.reaches(indicator, of: reporter, seen: sees(id)) }

    func reached(_ id: ID<Indicator>) throws(Missing) -> Indicator { try viewer.reached(id, in: plan, seen: sees(id)) }
}

extension Submission {
    func mustReach(_ named: NamedValue) throws(Missing) {
        guard viewer.reaches(named.indicator, of: named.reporter, seen: sees(named.id)) else { throw Missing() }
    }

    func mustReach(_ id: ID<Indicator>) throws(Missing) { _ = try viewer.reached(id, in: organisation[Plan.self], seen: sees(id)) }

    private func sees(_ id: ID<Indicator>) -> Bool {
        let plan = organisation[Plan.self]
        return Disclosure(then: plan, now: plan).audience(of: id).map(viewer.belongs) ?? false
    }
}

extension Viewer {
    fileprivate func reaches(_ indicator: Indicator, of reporter: Reporter, seen: Bool) -> Bool { seen || mayReport(indicator, for: reporter) }

    fileprivate func reached(_ id: ID<Indicator>, in plan: Plan, seen: Bool) throws(Missing) -> Indicator {
        guard let indicator = plan.indicators[id], seen || mayReport(indicator) else { throw Missing() }
        return indicator
    }
}
