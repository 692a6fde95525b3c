import Journal
import Organisation
import Pages

/// A year as the organisation counts its money and its work: it need not begin in January.
struct FinancialYear: Hashable, Comparable {
    /// The calendar year in which it begins.
    let start: Int
    /// 1 to 12.
    let month: Int

    init(start: Int, month: Int) {
        self.start = start
        self.month = (1...12).contains(month) ? month : 1
    }

    init(containing day: Day, month: Int) {
        let (year, at, _) = day.parts
        self.init(start: at >= month ? year : year - 1, month: month)
    }

    var from: Day { Day(start, month, 1) ?? .beginning }
    var until: Day { next.from.adding(days: -1) }
    var next: FinancialYear { FinancialYear(start: start + 1, month: month) }
    /// `2026`, or `2026–2027` where it runs over the turn of the year.
    var name: String { month == 1 ? "\(start)" : "\(start)–\(start + 1)" }

    func contains(_ day: Day) -> Bool { from <= day && day <= until }

    static func < (a: FinancialYear, b: FinancialYear) -> Bool { a.start < b.start }

    /// The years that a plan touches, thirty at most.
    static func years(from: Day, until: Day, month: Int) -> [FinancialYear] {
        let first = FinancialYear(containing: from, month: month), last = FinancialYear(containing: max(from, until), month: month)
        return (first.start...min(last.start, first.start + 29)).map { FinancialYear(start: $0, month: month) }
    }
}

extension Visit {
    var financialMonth: Int { register.profile?.financialYearStarts ?? 1 }

    func years(of plan: StrategicPlan) -> [FinancialYear] { FinancialYear.years(from: plan.from, until: plan.until, month: financialMonth) }

    /// The year asked for in the address under a name; `nil` where none is, or one that the plan has not, as another may.
    ///
    /// - Throws: for what is no year, such as a day: to show another instead would say that nothing was asked.
    func asked(_ name: String, of plan: StrategicPlan) throws(Missing) -> FinancialYear? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let start = Int(text) else { throw Missing() }
        return years(of: plan).first { $0.start == start }
    }

    /// The year asked for with `?year=` among those of the plan, or the one that contains the day read, or the nearest.
    func chosenYear(of plan: StrategicPlan) throws(Missing) -> FinancialYear {
        let years = years(of: plan)
        if let year = try asked("year", of: plan) { return year }
        let now = FinancialYear(containing: times.day, month: financialMonth)
        return min(max(now, years.first ?? now), years.last ?? now)
    }
}
