import Journal
import Organisation

/// The days of the story, counted from today: the second year of a three-year plan is always running.
struct HarbourCalendar {
    let today: Day
    /// 1 July, twelve to twenty-four months ago.
    let planStart: Day

    init(today: Day) {
        self.today = today
        let (year, month, _) = today.parts
        planStart = Day(year - (month >= 7 ? 1 : 2), 7, 1) ?? today
    }

    var planEnd: Day { day(month: 36).adding(days: -1) }
    var oldPlanStart: Day { planStart.adding(years: -3) }
    var oldPlanEnd: Day { planStart.adding(days: -1) }
    var founding: Day { planStart.adding(years: -29) }

    /// The first day of a month counted from the start of the plan.
    func day(month: Int) -> Day {
        let months = planStart.year * 12 + 6 + month
        return Day(months / 12, months % 12 + 1, 1) ?? planStart
    }

    /// The last day of the financial year with this number, 1 to 3.
    func endOfYear(_ number: Int, from start: Day) -> Day { start.adding(years: number).adding(days: -1) }

    /// Half-years: four before the plan, then its six.
    var periods: [HarbourPeriod] { (-4..<6).compactMap { HarbourPeriod(half: $0, self) } }
}

/// One half of a financial year.
struct HarbourPeriod {
    let id: ID<ReportingPeriod>
    let from: Day
    let until: Day
    let isSecondHalf: Bool

    init?(half: Int, _ calendar: HarbourCalendar) {
        from = calendar.day(month: half * 6)
        until = calendar.day(month: half * 6 + 6).adding(days: -1)
        isSecondHalf = from.parts.month == 1
        guard let id = ID<ReportingPeriod>("\(from.year)-h\(isSecondHalf ? 1 : 2)") else { return nil }
        self.id = id
    }

    func described(_ words: Words, isLocked: Bool) throws -> ReportingPeriod {
        ReportingPeriod(
            name: try words(isSecondHalf ? "period.second" : "period.first").filled(String(from.year)), from: from, until: until,
            due: until.adding(days: 31), isLocked: isLocked)
    }
}
