import HashTreeCollections
import Journal
import Organisation

/// For whom values are reported: the organisation as a whole, or one of its Members.
enum Reporter: Hashable, Sendable {
    case whole
    case member(ID<Member>)

    var member: ID<Member>? { if case .member(let id) = self { id } else { nil } }

    init(_ member: ID<Member>?) { self = member.map { .member($0) } ?? .whole }

    /// The address of its form for a period.
    func path(_ period: ID<ReportingPeriod>) -> String { "report/\(period)" + (member.map { "/\($0)" } ?? "") }
}

/// The roles that have something to report.
let reportingRoles: [Role] = [.administrator, .planner, .projectOwner] + Role.ofAdministrations

extension Viewer {
    /// Those who may report everything, also what an administration sent on paper.
    var reportsEverything: Bool { has(anyOf: [.administrator, .planner]) }

    /// The whole, and each Member for which this person reports.
    var reporters: [Reporter] { [.whole] + administrations.map { .member($0) } }

    /// The units for which this person reports; `nil` for all of them.
    var reportingUnits: Set<ID<Unit>>? {
        let owned = grants.filter { $0.role == .projectOwner }
        if owned.contains(where: { $0.scope == .organisation }) { return nil }
        return Set(owned.compactMap { if case .unit(let id) = $0.scope { id } else { nil } })
    }

    /// Whether anything could be reported by this person for the whole, or for a Member.
    func mayReport(for reporter: Reporter) -> Bool {
        switch reporter {
        case .whole: reportsEverything || has(.projectOwner)
        case .member(let member): reportsEverything || administrations.contains(member)
        }
    }

    func mayReport(_ indicator: Indicator, for reporter: Reporter) -> Bool {
        switch (reporter, indicator.reporting) {
        case (.whole, .whole):
            if reportsEverything { return true }
            guard has(.projectOwner) else { return false }
            guard let units = reportingUnits else { return true }
            return indicator.responsible.map(units.contains) ?? false
        case (.member(let member), .byMember): return reportsEverything || administrations.contains(member)
        case (.whole, .byMember), (.member, .whole): return false
        }
    }

    /// Whether it stands on the sheet for a period as well: while its plan runs, or once it has been reported.
    func mayReport(
        _ id: ID<Indicator>, _ indicator: Indicator, for reporter: Reporter, _ place: (id: ID<ReportingPeriod>, period: ReportingPeriod), _ plan: Plan,
        _ values: Values
    ) -> Bool {
        mayReport(indicator, for: reporter)
            && (plan.runs(indicator, during: place.period) || values.value(of: id, in: place.id, member: reporter.member) != nil)
    }
}

/// What a reporter can report for a period.
struct ReportSheet: Sendable {
    let period: ReportingPeriod
    let indicators: [(id: ID<Indicator>, indicator: Indicator)]

    /// Throws where there is no such period or Member; without indicators where this person has nothing to report.
    init(_ organisation: Organisation, _ period: ID<ReportingPeriod>, for reporter: Reporter, by viewer: Viewer) throws(Refusal) {
        let plan = organisation[Plan.self]
        let values = organisation[Values.self]
        let register = organisation[Register.self]
        guard let described = plan.periods[period] else { throw Refusal("pages.refusal.gone") }
        if let member = reporter.member, register[member]?.standing != .member { throw Refusal("pages.refusal.gone") }
        self.period = described
        indicators = plan.indicatorsInOrder.filter { viewer.mayReport($0.id, $0.indicator, for: reporter, (period, described), plan, values) }
    }
}

extension Plan {
    /// In the order of the objectives on the map, then of the indicators.
    var indicatorsInOrder: [(id: ID<Indicator>, indicator: Indicator)] {
        let ofObjectives = Dictionary(grouping: indicators.map { (id: $0.key, indicator: $0.value) }) { $0.indicator.objective }
        let objectives = plansInOrder.flatMap { self.objectives(of: $0.id) }.map(\.id)
        let rest = ofObjectives.keys.filter { plan(of: $0) == nil }.sorted()
        return (objectives + rest).flatMap { objective in
            (ofObjectives[objective] ?? []).sorted {
                ($0.indicator.order, $0.indicator.code, $0.id) < ($1.indicator.order, $1.indicator.code, $1.id)
            }
        }
    }

    /// Whether the indicator's plan runs on any day of a period.
    func runs(_ indicator: Indicator, during period: ReportingPeriod) -> Bool {
        guard let plan = plan(of: indicator.objective).flatMap({ plans[$0] }) else { return true }
        return plan.from <= period.until && period.from <= plan.until
    }
}
