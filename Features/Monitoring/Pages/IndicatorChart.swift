import Journal
import Organisation
import Pages

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
                .init(name: visit.plain($0.period.name), value: $0.isEnough ? $0.amount : nil, valueText: text(of: $0))
            },
            baseline: baseline?.value, target: target, valueLabel: say("monitoring.value"),
            baselineLabel: baseline.map { say("monitoring.chart.baseline", ["value": visit.amount($0.value, indicator)]) } ?? "",
            targetLabel: page.measurement.target.map {
                say("monitoring.chart.target", ["target": visit.aim($0, indicator), "day": say.shortDay($0.by)])
            } ?? "",
            periodHeading: say("monitoring.period"),
            // The unit stands in the sentence above and in the key: behind each number of the axis it would lie over the line.
            format: { indicator.kind == .percentage ? visit.amount($0, indicator) : visit.bare($0) })
    }

    /// A figure of too few Members is not on the line: what one of many reported early is no turn of the whole.
    private func text(of actual: Actual) -> String {
        guard let amount = actual.amount else { return "–" }
        let text = visit.amount(amount, indicator)
        return actual.isEnough ? text : "\(text) (\(visit.say("pages.status.too-little")))"
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
        let numbers = page.history.filter(\.isEnough).compactMap { actual in actual.amount.map { ($0, actual.period) } }
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
