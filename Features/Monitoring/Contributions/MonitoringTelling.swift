import HashTreeCollections
import Journal
import Organisation
import Pages

/// How reports read in the log: which value of which indicator, for when and for whom; told to those who may see the indicator today.
let telling = Telling(Values.self, kinds: kinds) { event, organisation in
    let place = Place(event, organisation)
    switch event {
    case .reported(_, _, let reports):
        guard reports.count == 1, let report = reports.first else {
            return place.describing(place.told("reported", ["n": .count(reports.count)]), nil, of: reports)
        }
        let names = place.naming(report.member)
        if let amount = report.amount {
            let arguments: [String: Saying.Argument] = ["amount": .amount(amount, unit: place.unit)]
            let corrected = place.told("corrected-amount\(names.suffix)", arguments, names).saying
            return place.describing(place.told("reported-amount\(names.suffix)", arguments, names), corrected, of: reports)
        }
        return place.describing(place.told("reported-text\(names.suffix)", ["text": .text(shortened(report.text))], names), nil, of: reports)
    case .withdrawn(_, _, let member, let reason):
        let names = place.naming(member)
        return place.told("withdrawn\(names.suffix)", ["because": .prose(reason)], names)
    case .judged(_, _, let met, _): return place.told("judged.\(Verdict(met).rawValue)", [:])
    }
}
.passing(isNamedInPassing)

/// Reports are about an indicator and a period, whatever else the long ones name.
private func isNamedInPassing(_ thing: Reference, _ organisation: Organisation) -> Bool {
    guard thing.chapter == Plan.name else { return thing.chapter == Register.name }
    let plan = organisation[Plan.self]
    func holds<Thing>(_ things: TreeDictionary<ID<Thing>, Thing>) -> Bool { ID<Thing>(thing.id).map { things[$0] != nil } ?? false }
    if holds(plan.indicators) || holds(plan.periods) { return false }
    return holds(plan.plans) || holds(plan.perspectives) || holds(plan.objectives) || holds(plan.focusAreas) || holds(plan.links) || holds(plan.actions)
        || holds(plan.deliverables)
}

private let kinds = [EventKind("monitoring.kind.report", "reported", "withdrawn"), EventKind("monitoring.kind.judgement", "judged")]

/// The beginning of a text, for a place where only a line fits.
func shortened(_ prose: Prose?, to count: Int = 80) -> String {
    let text = prose?.text ?? "…"
    return text.count > count ? "\(text.prefix(count))…" : text
}

/// What an event of values is about.
private struct Place {
    private let indicator: ID<Indicator>
    private let period: ID<ReportingPeriod>
    private let plan: Plan
    private let register: Register

    init(_ event: Values.Event, _ organisation: Organisation) {
        plan = organisation[Plan.self]
        register = organisation[Register.self]
        switch event {
        case .reported(let indicator, let period, _), .withdrawn(let indicator, let period, _, _), .judged(let indicator, let period, _, _):
            (self.indicator, self.period) = (indicator, period)
        }
    }

    var unit: Localized {
        guard let indicator = plan.indicators[indicator] else { return .empty }
        return indicator.kind == .percentage ? Localized("%") : indicator.unit
    }

    /// The same with the values that it says, so that one which takes the place of another can be told as a correction.
    func describing(_ told: Told, _ change: Saying?, of reports: [Report]) -> Told {
        let unit = unit
        let values = reports.map { report in
            (report.member?.text ?? "", report.amount.map { Saying.Argument.amount($0, unit: unit) } ?? .text(report.text?.text ?? "…"))
        }
        var told = told
        told.describing = Describing(
            "\(indicator) \(period)", beginning: told.saying, change: change ?? told.saying, values: Dictionary(values) { _, last in last })
        return told
    }

    /// Whose value it is, where it is a member's.
    struct Naming {
        var member: ID<Member>?
        var name: Localized?
        var suffix: String { member == nil ? "" : "-member" }
    }

    func naming(_ member: ID<Member>?) -> Naming { Naming(member: member, name: member.map { register.name(of: $0) }) }

    func told(_ key: String, _ arguments: [String: Saying.Argument], _ naming: Naming = Naming()) -> Told {
        var arguments = arguments
        arguments["indicator"] = .content(plan.name(of: indicator))
        arguments["period"] = .content(plan.name(of: period))
        if let name = naming.name { arguments["member"] = .content(name) }
        let about = [Reference(Plan.self, indicator), Reference(Plan.self, period)] + (naming.member.map { [Reference(Register.self, $0)] } ?? [])
        return Told(Saying("monitoring.told.\(key)", arguments), about: about, audience: plan.disclosure(of: indicator) == .staff ? .staff : .participants)
    }
}
