import HashTreeCollections
import Journal
import Organisation

/// What the rows name, found quickly: by identifier, code or name.
struct ValuesIndex: Sendable {
    private let plan: Plan
    private let day: Day
    private let indicatorsByCode: [String: [ID<Indicator>]]
    private let periodsByName: [String: [ID<ReportingPeriod>]]
    private let membersByCode: [String: ID<Member>]
    private let membersByName: [String: [ID<Member>]]

    init(_ organisation: Organisation, day: Day) {
        let plan = organisation[Plan.self]
        self.plan = plan
        self.day = day
        let codes = plan.indicators.map { ($0.value.code.lowercased(), $0.key) }.filter { !$0.0.isEmpty }
        indicatorsByCode = Dictionary(grouping: codes) { $0.0 }.mapValues { $0.map(\.1) }
        var periods: [String: [ID<ReportingPeriod>]] = [:]
        for (id, period) in plan.periods {
            let names = Set(period.name.texts.values.compactMap { $0.text?.lowercased() } + ["\(period.from)/\(period.until)"])
            for name in names { periods[name, default: []].append(id) }
        }
        periodsByName = periods
        let described = organisation[Register.self].described
        membersByCode = Dictionary(described.map { ($0.value.code.lowercased(), $0.key) }) { first, _ in first }
        var names: [String: [ID<Member>]] = [:]
        for (id, member) in described {
            for name in Set(member.name.texts.values.compactMap { $0.text?.lowercased() }) { names[name, default: []].append(id) }
        }
        membersByName = names
    }

    /// By identifier or code; where several plans use a code, that of the plan running today.
    func indicator(_ text: String) -> ID<Indicator>? {
        if let id = ID<Indicator>(text), plan.indicators[id] != nil { return id }
        let found = indicatorsByCode[text.lowercased()] ?? []
        if found.count < 2 { return found.first }
        let running = found.filter { plan.indicators[$0].flatMap { plan.plan(of: $0.objective) } == plan.plan(runningOn: day) }
        return running.count == 1 ? running.first : nil
    }

    /// By identifier, by name in any language, or as `from/until`.
    func period(_ text: String) -> ID<ReportingPeriod>? {
        if let id = ID<ReportingPeriod>(text), plan.periods[id] != nil { return id }
        let found = periodsByName[text.lowercased()] ?? []
        return found.count == 1 ? found.first : nil
    }

    /// By code, identifier, or name in any language.
    func member(_ text: String) -> ID<Member>? {
        if let byCode = membersByCode[text.lowercased()] { return byCode }
        let named = membersByName[text.lowercased()] ?? []
        return named.count == 1 ? named.first : ID<Member>(text)
    }
}
