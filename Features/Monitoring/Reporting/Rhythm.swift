import HashTreeCollections
import Journal
import Organisation

/// The days by which an indicator is to be reported: every so many months, counted from its baseline, or else from the day before
/// its plan begins. There is none before that: nothing is asked of a time before the indicator was there.
struct Rhythm: Sendable {
    let begin: Day
    /// Between two reports.
    let days: Double

    init(_ indicator: Indicator, of plan: Plan) {
        let planned = plan.plan(of: indicator.objective).flatMap { plan.plans[$0]?.from } ?? plan.periodsInOrder.first?.period.from
        begin = indicator.baseline?.on ?? planned?.adding(days: -1) ?? .beginning
        days = Double(max(indicator.everyMonths, 1)) * daysInMonth
    }

    /// Whether one of the days lies in a period, so that the period is the one to report for.
    func falls(in period: ReportingPeriod) -> Bool {
        // Months are not equally long, and a baseline of 1 July means the same as one of 30 June.
        let grace = min(10, Double(period.from.days(until: period.until)) / 3)
        return reports(by: period.until, grace) > reports(by: period.from.adding(days: -1), grace)
    }

    private func reports(by day: Day, _ grace: Double) -> Double {
        max(((Double(begin.days(until: day)) + grace) / days).rounded(.down), 0)
    }
}
