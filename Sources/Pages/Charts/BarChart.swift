/// Things compared by length, in the order given.
package struct BarChart: Sendable {
    package struct Bar: Sendable {
        package let label: String
        /// `nil` where there is no value: the row stays, with `valueText` in place of the bar.
        package let value: Double?
        package let valueText: String
        package let target: Double?
        package let targetText: String?
        package let status: StatusMark?
        package let href: String?

        package init(
            label: String, value: Double?, valueText: String, target: Double? = nil, targetText: String? = nil, status: StatusMark? = nil,
            href: String? = nil
        ) {
            self.label = label
            self.value = value
            self.valueText = valueText
            self.target = target
            self.targetText = targetText
            self.status = status
            self.href = href
        }
    }

    package let bars: [Bar]
    package let labelHeading: String
    package let valueHeading: String
    /// Shown where a bar has a target.
    package let targetHeading: String

    package init(bars: [Bar], labelHeading: String, valueHeading: String, targetHeading: String) {
        self.bars = bars
        self.labelHeading = labelHeading
        self.valueHeading = valueHeading
        self.targetHeading = targetHeading
    }
}

/// Horizontal bars on one scale that includes 0. The chart is itself the table: labels wrap in their cells, and are read as its rows.
package func barChart(_ chart: BarChart, in frame: ChartFrame) -> Markup {
    guard !chart.bars.isEmpty else { return frame.nothing() }
    let scale = Scale(withZero: chart.bars.flatMap { [drawable($0.value), drawable($0.target)] })
    let hasTargets = chart.bars.contains { $0.targetText != nil }
    return frame.figure(hasTargets ? "bars targets" : "bars") {
        table {
            caption(.class("visually-hidden")) { frame.tableLabel }
            thead {
                tr {
                    th(.scope("col")) { chart.labelHeading }
                    element("td", []) {}
                    th(.scope("col"), .class("n")) { chart.valueHeading }
                    if hasTargets { th(.scope("col"), .class("n target")) { chart.targetHeading } }
                }
            }
            tbody {
                for bar in chart.bars {
                    tr {
                        th(.scope("row")) { linked(bar.label, bar.href) }
                        td(.class("plot")) { silentDrawing { drawn(bar, on: scale, in: frame) } }
                        td(.class("n")) {
                            if let status = bar.status { shapeOnly(status) }
                            isolated(bar.valueText)
                        }
                        if hasTargets { td(.class("n target")) { isolated(bar.targetText ?? "") } }
                    }
                }
            }
        }
    }
}

private func drawn(_ bar: BarChart.Bar, on scale: Scale, in frame: ChartFrame) -> Markup {
    let zero = scale.share(of: 0)
    return group {
        if let value = drawable(bar.value) {
            let end = scale.share(of: value)
            let start = frame.isRightToLeft ? 1 - max(zero, end) : min(zero, end)
            shape(
                "rect", .class("fill \(bar.status?.standing.className ?? "")"), .init("x", percent(start)), .init("y", "50%"),
                .init("width", percent(abs(end - zero))), .init("height", "14"), .init("transform", "translate(0 -7)"))
        }
        shape(
            "line", .class("axis"), .init("x1", frame.across(zero)), .init("x2", frame.across(zero)), .init("y1", "0"), .init("y2", "100%"))
        if let target = drawable(bar.target) {
            shape(
                "rect", .class("agreed"), .init("x", frame.across(scale.share(of: target))), .init("y", "50%"), .init("width", "3"),
                .init("height", "24"), .init("transform", "translate(-1.5 -12)"))
        }
    }
}
