import HashTreeCollections
import Journal
import Organisation

/// Codes are how people name things: within a plan each names one thing of its kind, whatever its capitals.
struct PlanCodes {
    enum Kind: String, CaseIterable { case objective, action, indicator, focusArea }

    struct Holder: Equatable {
        let id: String
        let code: String
        let title: Localized
    }

    /// Those that have a code, in the order of their identifiers.
    let holders: [Holder]

    init(_ plan: Plan, _ kind: Kind, of whole: ID<StrategicPlan>) {
        let all: [Holder] =
            switch kind {
            case .objective:
                plan.objectives.filter { plan.perspectives[$0.value.perspective]?.plan == whole }
                    .map { Holder(id: $0.key.text, code: $0.value.code, title: $0.value.title) }
            case .action:
                plan.actions.filter { plan.plan(of: $0.value) == whole }
                    .map { Holder(id: $0.key.text, code: $0.value.code, title: $0.value.title) }
            case .indicator:
                plan.indicators.filter { plan.plan(of: $0.value.objective) == whole }
                    .map { Holder(id: $0.key.text, code: $0.value.code, title: $0.value.title) }
            case .focusArea:
                plan.focusAreas.filter { $0.value.plan == whole }
                    .map { Holder(id: $0.key.text, code: $0.value.code, title: $0.value.title) }
            }
        holders = all.filter { !$0.code.isEmpty }.sorted { $0.id < $1.id }
    }

    /// Who else has a code.
    func holder(of code: String, except id: String) -> Holder? {
        code.isEmpty ? nil : holders.first { $0.id != id && $0.code.lowercased() == code.lowercased() }
    }

    /// Those that share their code with another.
    var shared: [Holder] {
        Dictionary(grouping: holders) { $0.code.lowercased() }.values.filter { $0.count > 1 }.flatMap { $0 }.sorted { $0.id < $1.id }
    }
}
