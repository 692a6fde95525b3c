import HashTreeCollections
import Journal
import Organisation
import Pages

/// Whose values are there for a program: those of indicators that its person may see, and, also where an indicator is disclosed to fewer, those that this
/// person reports, as the form shows them. What is neither is as if it were not there.
extension Visit {
    func reads(_ id: ID<Indicator>, _ indicator: Indicator, of reporter: Reporter) -> Bool { viewer.reaches(id, indicator, of: reporter, in: organisation, seen: sees(id)) }

    func reached(_ id: ID<Indicator>) throws(Missing) -> Indicator { try viewer.reached(id, in: organisation, seen: sees(id)) }
}

extension Submission {
    func mustReach(_ named: NamedValue) throws(Missing) {
        guard viewer.reaches(named.id, named.indicator, of: named.reporter, in: organisation, seen: sees(named.id)) else { throw Missing() }
    }

    func mustReach(_ id: ID<Indicator>) throws(Missing) { _ = try viewer.reached(id, in: organisation, seen: sees(id)) }

    private func sees(_ id: ID<Indicator>) -> Bool {
        let plan = organisation[Plan.self]
        return Disclosure(then: plan, now: plan).audience(of: id).map(viewer.belongs) ?? false
    }
}

extension Viewer {
    fileprivate func reaches(_ id: ID<Indicator>, _ indicator: Indicator, of reporter: Reporter, in organisation: Organisation, seen: Bool) -> Bool {
        if seen { return true }
        // As on the sheets of their periods: of what nobody ever asked this person for, it is not told that there is such a thing.
        let plan = organisation[Plan.self], values = organisation[Values.self]
        return plan.periods.contains { mayReport(id, indicator, for: reporter, ($0.key, $0.value), plan, values) }
    }

    fileprivate func reached(_ id: ID<Indicator>, in organisation: Organisation, seen: Bool) throws(Missing) -> Indicator {
        guard let indicator = organisation[Plan.self].indicators[id],
            reporters.contains(where: { reaches(id, indicator, of: $0, in: organisation, seen: seen) })
        else { throw Missing() }
        return indicator
    }
}
