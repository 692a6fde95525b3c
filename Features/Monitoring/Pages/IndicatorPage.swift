import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Everything about one indicator: how it stands, its values, and its sheet.
struct IndicatorPage: Sendable {
    let visit: Visit
    let id: ID<Indicator>
    let indicator: Indicator
    let measuring: Measuring
    let measurement: Measurement
    let history: [Actual]

    init(_ visit: Visit) throws(Missing) {
        self.visit = visit
        id = try visit.id("id")
        guard let indicator = visit.plan.indicators[id], visit.viewer.sees(indicator, of: visit.plan) else { throw Missing() }
        self.indicator = indicator
        measuring = Measuring(visit.organisation)
        measurement = measuring.measure(id, indicator)
        history = measuring.history(of: id, indicator)
    }

    private var say: Say { visit.say }

    func page() -> Page {
        Page(visit.title(indicator.code, indicator.title), place: "indicators", trail: [(say("monitoring.indicators"), "indicators")]) {
            p(.class("lede")) {
                visit.mark(measurement)
                " "
                headline
                " "
                link(visit.path("indicators/\(id)/how")) { say("pages.how-counted") }
            }
            actions
            div(.class("grid")) {
                sheet(say("monitoring.over-time"), width: 8, id: "over-time") {
                    IndicatorChart(self).markup
                    ValuesByPeriod(self).markup
                }
                sheet(say("monitoring.sheet"), width: 4, id: "sheet") { IndicatorSheet(self).markup }
                if indicator.reporting == .byMember { MembersPart(self).markup }
                for part in visit.house.aspects(of: Reference(Plan.self, id), for: visit) { part.content }
            }
        }
    }

    @MarkupBuilder private var headline: Markup {
        if let actual = measurement.actual {
            say(
                indicator.reporting == .byMember ? "monitoring.headline.members" : "monitoring.headline.whole",
                [
                    "value": visit.shown(actual, indicator), "period": visit.plain(actual.period.name),
                    "counted": say.number(actual.counted), "of": say.number(actual.of),
                ])
            if let target = measurement.target {
                " "
                say("monitoring.headline.target", ["target": visit.aim(target, indicator), "day": say.day(target.by)])
            }
            if let gap = measurement.gap {
                " "
                say("monitoring.why.\(gap.rawValue)")
            }
        } else {
            say("monitoring.headline.nothing")
        }
    }

    @MarkupBuilder private var actions: Markup {
        let current = measuring.periods.last { !$0.period.isLocked }
        if visit.isNow, let current {
            let reporters = ([Reporter.whole] + visit.viewer.reportingMembers.map { .member($0) }).filter {
                visit.viewer.mayReport(indicator, for: $0)
            }
            if !reporters.isEmpty {
                div(.class("actions")) {
                    for reporter in reporters {
                        link(visit.path(reporter.path(current.id)), .class("button")) {
                            say("monitoring.report-for", ["period": visit.plain(current.period.name)])
                        }
                    }
                }
            }
        }
    }
}

/// The line over time with its target and baseline.
struct IndicatorChart: Sendable {
    private let page: IndicatorPage

    init(_ page: IndicatorPage) { self.page = page }

    @MarkupBuilder var markup: Markup {
        if page.indicator.kind != .text, !page.history.isEmpty { lineChart(chart, in: frame) }
    }

    private var visit: Visit { page.visit }
    private var indicator: Indicator { page.indicator }

    private var chart: LineChart {
        let visit = visit
        let indicator = indicator
        let say = visit.say
        let baseline = indicator.baseline
        return LineChart(
            periods: page.history.map {
                .init(name: visit.plain($0.period.name), value: $0.amount, valueText: $0.amount.map { visit.amount($0, indicator) } ?? "–")
            },
            baseline: baseline?.value, target: target, valueLabel: say("monitoring.value"),
            baselineLabel: baseline.map { say("monitoring.chart.baseline", ["value": visit.amount($0.value, indicator)]) } ?? "",
            targetLabel: page.measurement.target.map {
                say("monitoring.chart.target", ["target": visit.aim($0, indicator), "day": say.shortDay($0.by)])
            } ?? "",
            periodHeading: say("monitoring.period"), format: { visit.amount($0, indicator) })
    }

    private var target: LineChart.Target? {
        switch page.measurement.target?.aim {
        case .value(let value): .level(value)
        case .range(let low, let high): .band(low: low, high: high)
        default: nil
        }
    }

    private var frame: ChartFrame {
        ChartFrame(id: "line", finding: finding, tableLabel: visit.say("pages.show-table"), isRightToLeft: visit.isRightToLeft)
    }

    /// From which value to which, and whether that is the right way.
    private var finding: String {
        let numbers = page.history.compactMap { actual in actual.amount.map { ($0, actual.period) } }
        let say = visit.say
        guard let first = numbers.first, let last = numbers.last else { return say("monitoring.chart.nothing") }
        guard numbers.count > 1 else {
            return say("monitoring.chart.one", ["value": visit.amount(last.0, indicator), "period": visit.plain(last.1.name)])
        }
        let change = last.0 == first.0 ? "same" : last.0 > first.0 ? "rose" : "fell"
        return say(
            "monitoring.chart.\(change)",
            [
                "first": visit.amount(first.0, indicator), "from": visit.plain(first.1.name), "last": visit.amount(last.0, indicator),
                "to": visit.plain(last.1.name),
            ])
    }
}
