import HashTreeCollections
import Journal
import Organisation
import Pages

extension Plan {
    /// The plan to which the thing named belongs; `nil` where it is none of a plan.
    func whole(of reference: Reference) -> ID<StrategicPlan>? {
        guard reference.chapter == Plan.name else { return nil }
        let id = reference.id
        if let id = ID<StrategicPlan>(id), plans[id] != nil { return id }
        if let plan = ID<Perspective>(id).flatMap({ perspectives[$0]?.plan }) { return plan }
        if let id = ID<Objective>(id), objectives[id] != nil { return plan(of: id) }
        if let plan = ID<FocusArea>(id).flatMap({ focusAreas[$0]?.plan }) { return plan }
        if let link = ID<CauseLink>(id).flatMap({ links[$0] }) { return plan(of: link.from) }
        if let action = ID<Action>(id).flatMap({ actions[$0] }) { return plan(of: action) }
        if let deliverable = ID<Deliverable>(id).flatMap({ deliverables[$0] }) { return plan(of: deliverable) }
        if let indicator = ID<Indicator>(id).flatMap({ indicators[$0] }) { return plan(of: indicator.objective) }
        return nil
    }

    /// What all features hold against one plan.
    func concerns(about id: ID<StrategicPlan>, among findings: [Finding]) -> [Finding] {
        findings.filter { $0.about.contains { whole(of: $0) == id } }
    }

    /// What keeps one plan from being adopted: its own blocking findings, and those that are about no plan in particular.
    func blocking(_ id: ID<StrategicPlan>, among findings: [Finding]) -> [Finding] {
        findings.filter { finding in
            guard finding.gravity == .blocks else { return false }
            let wholes = finding.about.compactMap { whole(of: $0) }
            return wholes.isEmpty || wholes.contains(id)
        }
    }
}
