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

    /// How it stands with one value.
    enum State: Sendable, Equatable {
        /// Expected, and not there.
        case due
        /// It is there, and may be changed.
        case there
        /// It may be reported; nobody asks for it.
        case open
    }

    private let plan: Plan
    private let values: Values
    private let register: Register
    private let today: Day
    private let indicators: [Standings.Row]
    private let periods: [(id: ID<ReportingPeriod>, period: ReportingPeriod)]

    init(_ organisation: Organisation, today: Day) {
        plan = organisation[Plan.self]
        values = organisation[Values.self]
        register = organisation[Register.self]
        self.today = today
        indicators = Standings.of(organisation).rows
        periods = plan.periodsInOrder
    }

    /// The periods with something missing, oldest first.
    func items(for reporter: Reporter, by viewer: Viewer) -> [Item] {
        let mine = indicators.filter { viewer.mayReport($0.indicator, for: reporter) }
        guard !mine.isEmpty else { return [] }
        return openPeriods.compactMap { period, described in
            let missing = mine.filter { isDue($0.id, $0.indicator, in: (period, described), for: reporter) }
            return missing.isEmpty ? nil : Item(period: period, described: described, indicators: missing.map(\.id))
        }
    }

    func state(
        of id: ID<Indicator>, _ indicator: Indicator, in place: (id: ID<ReportingPeriod>, period: ReportingPeriod), for reporter: Reporter
    ) -> State {
        if values.value(of: id, in: place.id, member: reporter.member) != nil { return .there }
        return !place.period.isLocked && isDue(id, indicator, in: place, for: reporter) ? .due : .open
    }

    /// The period for which one indicator is to be reported next: the oldest that is due, or else the one that runs now,
    /// or else the newest.
    func next(
        _ id: ID<Indicator>, _ indicator: Indicator, for reporter: Reporter
    ) -> (id: ID<ReportingPeriod>, period: ReportingPeriod, state: State)? {
        let open = openPeriods.filter { plan.runs(indicator, during: $0.period) }.map {
            ($0.id, $0.period, state(of: id, indicator, in: $0, for: reporter))
        }
        let rhythm = Rhythm(indicator, of: plan)
        return open.first { $0.2 == .due } ?? open.last { $0.1.until > today && rhythm.falls(in: $0.1) } ?? open.last { $0.2 == .there }
            ?? open.last
    }

    /// Those that have begun and are not locked.
    private var openPeriods: [(id: ID<ReportingPeriod>, period: ReportingPeriod)] {
        periods.filter { $0.period.from <= today && !$0.period.isLocked }
    }

    /// Expected once the period is over and its rhythm falls into it, unless so late that a newer report is what is needed.
    private func isDue(
        _ id: ID<Indicator>, _ indicator: Indicator, in place: (id: ID<ReportingPeriod>, period: ReportingPeriod), for reporter: Reporter
    ) -> Bool {
        let rhythm = Rhythm(indicator, of: plan)
        let age = Double(place.period.until.days(until: today))
        guard age >= 0, age <= 1.5 * rhythm.days, plan.runs(indicator, during: place.period), rhythm.falls(in: place.period),
            isThere(reporter, on: place.period.until), values.value(of: id, in: place.id, member: reporter.member) == nil
        else { return false }
        let reported = periods.filter { values.value(of: id, in: $0.id, member: reporter.member) != nil }.map(\.period.until)
        // Half a month of grace: months are not equally long.
        return !reported.contains { abs(Double($0.days(until: place.period.until))) < rhythm.days - daysInMonth / 2 }
    }

    /// Whoever was no Member yet by the end of a period, or is none any more, is not asked for it.
    private func isThere(_ reporter: Reporter, on day: Day) -> Bool {
        guard let id = reporter.member else { return true }
        guard let member = register[id], member.standing == .member else { return false }
        return member.joined.countsFrom <= day
    }
}

extension ReportingPeriod {
    /// By when its values are expected: as it says, or else two months after it ends.
    var expectedBy: Day { due ?? until.adding(days: 60) }
}
