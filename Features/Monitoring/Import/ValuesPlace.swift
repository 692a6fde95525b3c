import Journal
import Organisation

/// An indicator in a period: what a table says of it, gathered row by row.
struct ValuesPlace {
    let indicator: ID<Indicator>
    let periodID: ID<ReportingPeriod>
    let period: ReportingPeriod
    let kind: Indicator.Kind
    let reporting: Indicator.Reporting
    let plausibility: Plausibility
    let units: WrittenUnits
    /// Earlier periods with values, oldest first: where a value's predecessor may stand.
    let earlier: [ID<ReportingPeriod>]
    /// Whether nothing stands there yet, so that nothing needs to be compared.
    let isBlank: Bool
    /// Why nothing new is taken for it; what stands there may still be said again.
    let refusal: Refusal?
    /// Of the first row for each reporter; those of the whole stand under `nil`.
    var lines: [ID<Member>?: Int] = [:]
    var reports: [Report] = []
    var verdict: (met: Bool, because: String)?

    func proposals(today: Day) -> [Proposal] {
        var events: [Values.Event] = []
        if !reports.isEmpty { events.append(.reported(indicator: indicator, period: periodID, reports)) }
        if let verdict {
            events.append(.judged(indicator: indicator, period: periodID, met: verdict.met, because: Prose(verdict.because)))
        }
        return events.map { Values.proposal($0, for: period, today: today) }
    }
}

extension Refusal {
    /// Why a row is not taken, in one of its cells; what is quoted from it is cut short.
    init(_ key: String, in column: ValuesCells.Column, _ arguments: [String: String] = [:]) {
        self.init(key, arguments.mapValues { String($0.prefix(80)) }, field: column.name)
    }
}
