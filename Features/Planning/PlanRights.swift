import Journal
import Organisation
import Pages

extension Access {
    /// Planners, and project owners for what their own unit does.
    static let doers = Access.roles([.administrator, .planner, .projectOwner])
}

extension Viewer {
    var isPlanner: Bool { has(anyOf: [.administrator, .planner]) }

    /// Whether this person may change what a unit does; without a unit, only those whose rights are not limited to one.
    func mayChangeWork(of unit: ID<Unit>?) -> Bool {
        isPlanner || has(.projectOwner, in: unit.map { .unit($0) } ?? .organisation)
    }
}

extension Visit {
    func mayChange(_ action: Action) -> Bool { may(.doers) && viewer.mayChangeWork(of: action.owner) }
}

extension Submission {
    var plan: Plan { organisation[Plan.self] }
    var register: Register { organisation[Register.self] }

    func requireWork(of unit: ID<Unit>?, field: String? = nil) throws(Refusal) {
        guard viewer.mayChangeWork(of: unit) else { throw Refusal("planning.refusal.not-your-unit", field: field) }
    }
}
