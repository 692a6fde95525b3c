/// One series over time, against where it began and what was agreed.
package struct LineChart: Sendable {
    package struct Period: Sendable {
        package let name: String
        /// `nil` where nothing was reported: the line is interrupted.
        package let value: Double?
        package let valueText: String
        /// When it was, in any unit that grows; `nil` where periods follow one another in equal steps.
        package let at: Double?

        package init(name: String, value: Double?, valueText: String, at: Double? = nil) {
            self.name = name
            self.value = value
            self.valueText = valueText
            self.at = at
        }
    }

    package enum Target: Sendable {
        case level(Double)
        /// One for each period.
        case points([Double?])
        case band(low: Double, high: Double)
    }

    package let periods: [Period]
    package let baseline: Double?
    package let target: Target?
    /// What the lines are called in the key: "measured", "where we began: 41 %", "agreed: 70 %".
    package let valueLabel: String
    package let baselineLabel: String
    package let targetLabel: String
    package let periodHeading: String
    /// Writes a number of the axis, and a target of the table, for the reader.
    package let format: @Sendable (Double) -> String

    package init(
        periods: [Period], baseline: Double?, target: Target?, valueLabel: String, baselineLabel: String, targetLabel: String,
        periodHeading: String, format: @escaping @Sendable (Double) -> String
    ) {
        self.periods = periods
        self.baseline = baseline
        self.target = target
        self.valueLabel = valueLabel
        self.baselineLabel = baselineLabel
        self.targetLabel = targetLabel
        self.periodHeading = periodHeading
        self.format = format
    }
}

/// A line over time. The last value is the vermilion dot with its number; what was agreed is vermilion too, dashed.
package func lineChart(_ chart: LineChart, in frame: ChartFrame) -> Markup {
    let plot = LinePlot(chart, frame)
    guard plot.points.contains(where: { $0 != nil }) else { return frame.nothing() }
    return frame.figure("lines", table: table(of: chart)) {
        frame.drawing(height: LinePlot.height) {
            plot.grid()
            plot.agreed()
            plot.beginning()
            plot.measured()
            plot.axis()
            plot.periodNames()
            plot.lastValue()
        }
        key(of: chart)
    }
}

private func key(of chart: LineChart) -> Markup {
    p(.class("keys")) {
        span(.class("key measured")) { chart.valueLabel }
        if drawable(chart.baseline) != nil { span(.class("key began")) { chart.baselineLabel } }
        switch chart.target {
        case nil: Markup()
        case .band: span(.class("key band")) { chart.targetLabel }
        default: span(.class("key agreed")) { chart.targetLabel }
        }
    }
}

private func table(of chart: LineChart) -> Markup {
    let targets: [String]
    switch chart.target {
    case nil: targets = []
    case .level(let level): targets = chart.periods.map { _ in drawable(level).map(chart.format) ?? "" }
    case .points(let points):
        targets = chart.periods.indices.map { index in index < points.count ? drawable(points[index]).map(chart.format) ?? "" : "" }
    case .band(let low, let high):
        let band = [low, high].compactMap(drawable).map(chart.format).joined(separator: " – ")
        targets = chart.periods.map { _ in band }
    }
    let rows = chart.periods.enumerated().map { index, period in
        [period.name, period.valueText] + (targets.isEmpty ? [] : [targets[index]])
    }
    return plainTable([chart.periodHeading, chart.valueLabel] + (targets.isEmpty ? [] : [chart.targetLabel]), rows)
}
