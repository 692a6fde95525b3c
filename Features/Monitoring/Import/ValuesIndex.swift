import HashTreeCollections
import Journal
import Organisation
import Pages

/// What the rows name, found quickly: by identifier, code or name.
struct ValuesIndex: Sendable {
    private let plan: Plan
    private let day: Day
    private let indicatorsByCode: Named<Indicator>
    private let periodsByName: Named<ReportingPeriod>
    private let membersByCode: Named<Member>
    private let membersByName: Named<Member>

    init(_ organisation: Organisation, day: Day) {
        let plan = organisation[Plan.self]
        self.plan = plan
        self.day = day
        indicatorsByCode = Named(plan.indicators.map { ($0.key, [$0.value.code]) })
        periodsByName = Named(plan.periods.map { ($0.key, $0.value.name.texts.values.compactMap(\.text) + ["\($0.value.from)/\($0.value.until)"]) })
        let described = organisation[Register.self].described
        membersByCode = Named(described.map { ($0.key, [$0.value.code]) })
        membersByName = Named(described.map { ($0.key, $0.value.name.texts.values.compactMap(\.text)) })
    }

    /// By identifier or code; where several plans use a code, that of the plan running today.
    func indicator(_ text: String) -> ID<Indicator>? {
        if let id = ID<Indicator>(text), plan.indicators[id] != nil { return id }
        let found = indicatorsByCode[text]
        if found.count < 2 { return found.first }
        let running = found.filter { plan.indicators[$0].flatMap { plan.plan(of: $0.objective) } == plan.plan(runningOn: day) }
        return running.count == 1 ? running.first : nil
    }

    /// By identifier, by name in any language, or as `from/until`.
    func period(_ text: String) -> ID<ReportingPeriod>? {
        if let id = ID<ReportingPeriod>(text), plan.periods[id] != nil { return id }
        let found = periodsByName[text]
        return found.count == 1 ? found.first : nil
    }

    /// By code, identifier, or name in any language.
    func member(_ text: String) -> ID<Member>? {
        if let byCode = membersByCode[text].first { return byCode }
        let named = membersByName[text]
        return named.count == 1 ? named.first : ID<Member>(text)
    }

    /// What looks like a name that nothing of the kind goes by: in letters of another alphabet.
    func lookAlike(ofIndicator text: String) -> String? { NameKey.lookAlike(of: text, among: indicatorsByCode.names) }
    func lookAlike(ofPeriod text: String) -> String? { NameKey.lookAlike(of: text, among: periodsByName.names) }
    func lookAlike(ofMember text: String) -> String? { NameKey.lookAlike(of: text, among: membersByCode.names + membersByName.names) }
}

/// Things of a kind by what they go by, however that is typed.
private struct Named<Kind>: Sendable {
    private let things: [NameKey: [ID<Kind>]]
    /// As they are written.
    let names: [String]

    init(_ named: [(ID<Kind>, [String])]) {
        var things: [NameKey: [ID<Kind>]] = [:]
        for (id, names) in named {
            for key in Set(names.filter { !$0.isEmpty }.map(NameKey.init)) { things[key, default: []].append(id) }
        }
        self.things = things
        names = named.flatMap(\.1).filter { !$0.isEmpty }
    }

    subscript(name: String) -> [ID<Kind>] { things[NameKey(name)] ?? [] }
}
