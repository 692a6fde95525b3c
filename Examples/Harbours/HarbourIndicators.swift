import Foundation
import Journal
import Organisation

/// An indicator of the League with what the story tells of it.
struct HarbourIndicator {
    var id: ID<Indicator>
    var indicator: Indicator
    /// When its plan begins and ends.
    var from: Day
    var until: Day
    var story: Story
    /// To what its values are rounded.
    var step: Double
    /// How far Members lie apart, in its unit; `nil` where it is a count or not by Member.
    var spread: Double?
    /// Each Member reports 1 or 0.
    var isFlag: Bool
    /// Said beside the newest value.
    var remark: String

    enum Story: String { case on, risk, off, stale, none, text, tbd }
}

/// The indicators as the tables describe them.
func harbourIndicators(_ calendar: HarbourCalendar, _ words: Words) throws -> [HarbourIndicator] {
    try Table("indicators", PackageResources.harbours_indicators_csv).rows.enumerated().map { order, row in
        let code = try row.text("code")
        let isOld = code.hasPrefix("E")
        let start = isOld ? calendar.oldPlanStart : calendar.planStart
        let dayBefore = start.adding(days: -1)
        let objective = code.prefix { $0 != "." }
        let reporting: Indicator.Reporting = try row.choice("reporting")
        guard let objective = ID<Objective>(slug: objective) else { throw row.unreadable("code") }
        let baseline = try row.number("baseline")
        let source = try words(reporting == .byMember ? "source.member" : "source.whole")
        let indicator = Indicator(
            objective: objective, code: code, title: try words(code), level: try row.choice("level"), timing: try row.choice("timing"),
            kind: try row.choice("kind"), unit: row["unit"].isEmpty ? .empty : try words("u.\(row["unit"])"),
            direction: try row.choice("direction"), reporting: reporting, aggregation: try row.choice("aggregation"),
            baseline: try baseline.map { Baseline(value: $0, on: dayBefore, source: try words("source.baseline")) },
            targets: try (1...3).map { Target(try row.aim("target\($0)"), by: calendar.endOfYear($0, from: start)) },
            tolerance: try row.number("tolerance"), disclosure: try row.choice("disclosure"), responsible: try row.idIfAny("responsible"),
            everyMonths: try row.integer("months"),
            sheet: Indicator.Sheet(
                definition: words["\(code).def"], dataSource: source,
                limitations: reporting == .byMember ? try words("limit.member") : .empty,
                sdg: row["sdg"]), order: order + 1)
        return HarbourIndicator(
            id: try row.id("code"), indicator: indicator, from: start, until: isOld ? calendar.oldPlanEnd : calendar.planEnd,
            story: try row.choice("story"), step: try row.number("step") ?? 1, spread: try? row.number("spread"),
            isFlag: row["spread"] == "flag", remark: row["remark"])
    }
}

/// As they were described when their plan began; one was opened to the public later.
func harbourIndicatorsTold(_ indicators: [HarbourIndicator], _ calendar: HarbourCalendar) -> [Told] {
    indicators.flatMap { entry -> [Told] in
        var start = entry.indicator
        var steps: [Step<Indicator>] = []
        if entry.indicator.code == "R4.2" {
            start.disclosure = .members
            steps.append(Step(day: calendar.day(month: 8).adding(days: 16), actor: HarbourCast.amina) { $0.disclosure = .everyone })
        }
        return telling(start, entry.from, by: HarbourCast.amina, steps, until: calendar.today) { .indicatorDescribed(id: entry.id, $0) }
    }
}

extension Table.Row {
    /// A number, `20..40`, `text:` with what must be so, or `tbd`.
    fileprivate func aim(_ column: String) throws -> Target.Aim {
        let cell = try text(column)
        if cell == "tbd" { return .toBeDetermined }
        if cell.hasPrefix("text:") { return .text(Prose(String(cell.dropFirst(5)))) }
        let parts = cell.components(separatedBy: "..").compactMap(Double.init)
        if parts.count == 2 { return .range(low: parts[0], high: parts[1]) }
        guard parts.count == 1 else { throw unreadable(column) }
        return .value(parts[0])
    }
}
