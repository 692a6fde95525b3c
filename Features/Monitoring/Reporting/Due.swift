import HashTreeCollections
import Journal
import Organisation

/// What is expected and has not come: indicators by period and reporter.
struct Due: Sendable {
    struct Item: Sendable {
        var period: ID<ReportingPeriod>
        var described: ReportingPeriod
        var indicators: [ID<Indicator>]
    }

    private let plan: Plan
    private let values: Values
    private let today: Day

    init(_ organisation: Organisation, today: Day) {
        plan = organisation[Plan.self]
        values = organisation[Values.self]
        self.today = today
    }

    /// The periods with something missing, oldest first.
    func items(for reporter: Reporter, by viewer: Viewer) -> [Item] {
        let mine = plan.indicatorsInOrder.filter { viewer.mayReport($0.indicator, for: reporter) }
        guard !mine.isEmpty else { return [] }
        return endedPeriods.compactMap { period, described in
            let missing = mine.filter { isDue($0.id, $0.indicator, in: (period, described), member: reporter.member) }
            return missing.isEmpty ? nil : Item(period: period, described: described, indicators: missing.map(\.id))
        }
    }

    private var endedPeriods: [(id: ID<ReportingPeriod>, period: ReportingPeriod)] {
        plan.periodsInOrder.filter { $0.period.until <= today && !$0.period.isLocked }
    }

    /// Expected once its months have passed since the last value, unless so late that a newer report is what is needed.
    private func isDue(
        _ id: ID<Indicator>, _ indicator: Indicator, in place: (id: ID<ReportingPeriod>, period: ReportingPeriod), member: ID<Member>?
    ) -> Bool {
        let rhythm = Double(max(indicator.everyMonths, 1)) * daysInMonth
        // What the baseline already says for the end of a period is not asked again.
        guard plan.runs(indicator, during: place.period), indicator.baseline.map({ $0.on < place.period.until }) ?? true, Double(place.period.until.days(until: today)) <= 1.5 * rhythm,
            values.value(of: id, in: place.id, member: member) == nil
        else { return false }
        let reported = plan.periodsInOrder.filter { values.value(of: id, in: $0.id, member: member) != nil }.map(\.period.until)
        // Half a month of grace: months are not equally long.
        return !reported.contains { abs(Double($0.days(until: place.period.until))) < rhythm - daysInMonth / 2 }
    }
}
