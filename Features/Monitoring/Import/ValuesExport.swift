import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The values on their way out: indicator by indicator as on the map, period by period, the whole first and then its Members by code.
struct ValuesExport: Exporting {
    let name = "values"
    let title = "monitoring.export.values"
    /// `nil` for all indicators.
    let only: ID<Indicator>?

    func columns(for organisation: Organisation) -> [ImportColumn] { ValuesImport().columns }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) rethrows {
        let values = visit.organisation[Values.self], periods = visit.plan.periodsInOrder, codes = MemberCodes(visit.register)
        let own = Set(visit.viewer.administrations)
        for (id, indicator) in visit.plan.indicatorsInOrder where only.map({ $0 == id }) ?? true {
            let isSeen = visit.sees(id)
            // Of an indicator that is disclosed to fewer, those who report for a Member have what they reported, and nobody else's.
            guard isSeen || (indicator.reporting == .byMember && !own.isEmpty && visit.reportsStill(id)) else { continue }
            let reported = Set(values.periods(of: id))
            for period in periods.map(\.id) where reported.contains(period) {
                let judgement = values.judgement(of: id, in: period), whole = values.value(of: id, in: period)
                if isSeen, judgement != nil || whole != nil { try take(row(id, period, nil, whole, judgement)) }
                for member in values.reporters(of: id, in: period).sorted(by: codes.areInOrder) where isSeen || own.contains(member) {
                    try take(row(id, period, codes[member], values.value(of: id, in: period, member: member), nil))
                }
            }
        }
    }

    /// What Members reported for indicators that the reader sees whole.
    func fewestRows(for visit: Visit) -> Int {
        let values = visit.organisation[Values.self], periods = visit.plan.periodsInOrder.map(\.id)
        let seen = visit.plan.indicators.keys.filter { (only == nil || only == $0) && visit.sees($0) }
        return seen.reduce(0) { all, id in all + periods.reduce(0) { $0 + values.reporterCount(of: id, in: $1) } }
    }

    private func row(_ indicator: ID<Indicator>, _ period: ID<ReportingPeriod>, _ member: String?, _ value: ReportedValue?, _ judgement: Judgement?) -> [CSVCell] {
        [
            .text(indicator.text), .text(period.text), CSVCell(member), value?.cell ?? .empty, CSVCell(value?.note?.text), CSVCell(value?.evidence),
            CSVCell(judgement.map { $0.met ? "met" : "not met" }), CSVCell(judgement?.because.text),
        ]
    }
}

extension Visit {
    /// Whether whoever reports for a Member is asked for this indicator today: then its plan is theirs to know.
    func reportsStill(_ id: ID<Indicator>) -> Bool {
        let now = present[Plan.self]
        guard let indicator = now.indicators[id] else { return false }
        return indicator.reporting == .byMember && viewer.belongs(to: now.audience(of: indicator.objective)) && sees(indicator.objective)
    }
}

extension ReportedValue {
    /// The number, or else the words.
    var cell: CSVCell { amount.map { .number($0) } ?? CSVCell(text?.text) }
}

/// By which files know Members; without a code their identifiers here.
private struct MemberCodes {
    private let codes: [ID<Member>: String]

    init(_ register: Register) {
        codes = Dictionary(uniqueKeysWithValues: register.described.map { ($0.key, $0.value.code.isEmpty ? $0.key.text : $0.value.code) })
    }

    subscript(member: ID<Member>) -> String { codes[member] ?? member.text }

    func areInOrder(_ one: ID<Member>, _ other: ID<Member>) -> Bool { (self[one], one) < (self[other], other) }
}
