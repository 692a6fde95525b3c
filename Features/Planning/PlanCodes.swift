import HashTreeCollections
import Journal
import Organisation
import Pages

/// Codes are how people name things: within a plan each names one thing of its kind, whatever its capitals, and whatever alphabet it seems to
/// be written in.
struct PlanCodes {
    enum Kind: String, CaseIterable { case objective, action, indicator, focusArea }

    struct Holder: Equatable {
        let id: String
        let code: String
        let title: Localized

        /// Why another thing cannot have a code: by what it is called where that is the same, or else because it looks like this one.
        func refusal(of written: String, _ key: String, _ arguments: [String: String]) -> Refusal {
            guard NameKey(written) != NameKey(code) else { return Refusal(key, arguments, field: "code") }
            return Refusal("pages.refusal.code-looks-taken", ["code": written, "known": code], field: "code")
        }
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
        if code.isEmpty { return nil }
        let look = NameKey(code).look
        return holders.first { $0.id != id && NameKey($0.code).look == look }
    }

    /// Those that share their code with another.
    var shared: [Holder] {
        Dictionary(grouping: holders) { NameKey($0.code).look }.values.filter { $0.count > 1 }.flatMap { $0 }.sorted { $0.id < $1.id }
    }
}
