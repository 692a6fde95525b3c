/// Rows of text, each with its stretch of time beside it; on a narrow page below it.
package func timeline(_ timeline: Timeline, in frame: ChartFrame) -> Markup {
    guard !timeline.rows.isEmpty else { return frame.nothing() }
    return frame.figure("time", table: table(of: timeline)) {
        ul {
            li(.class("axis"), .hidden()) {
                span {}
                div(.class("plot")) { silentDrawing { axis(of: timeline, in: frame) } }
            }
            for row in timeline.rows {
                li {
                    div {
                        linked(row.label, row.href)
                        small {
                            row.datesText
                            " "
                            statusMark(row.status)
                        }
                    }
                    div(.class("plot")) { silentDrawing { stretch(of: row, in: timeline, frame) } }
                }
            }
        }
    }
}

private func axis(of timeline: Timeline, in frame: ChartFrame) -> Markup {
    let ticks = timeline.ticks.compactMap { tick in fraction(tick.at).map { (at: $0, label: tick.label) } }
    let em = (ticks.map { roughWidth($0.label) }.max() ?? 1) * 12 + 10
    let narrow = max(1, Int((Double(ticks.count) * em / 280).rounded(.up)))
    return group {
        for (index, tick) in ticks.enumerated() {
            element(
                "text",
                [
                    .class(index % narrow == 0 ? "tick" : "tick wide"), .init("x", frame.across(tick.at)), .init("y", "34"),
                    .init("text-anchor", tick.at < 0.05 ? "start" : tick.at > 0.95 ? "end" : "middle"),
                ]
            ) { Markup(tick.label) }
        }
        if let today = visible(timeline.today) {
            element(
                "text",
                [
                    .class("today"), .init("x", frame.across(today)), .init("y", "14"),
                    .init("text-anchor", today < 0.15 ? "start" : today > 0.85 ? "end" : "middle"),
                ]
            ) { Markup(timeline.todayLabel) }
        }
    }
}

private func stretch(of row: Timeline.Row, in timeline: Timeline, _ frame: ChartFrame) -> Markup {
    group {
        for tick in timeline.ticks.compactMap({ fraction($0.at) }) { upright("rule", at: tick, in: frame) }
        if let from = fraction(row.from), let to = fraction(row.to) {
            let left = frame.isRightToLeft ? 1 - max(from, to) : min(from, to)
            shape(
                "rect", .class("fill \(row.status.standing.className)"), .init("x", percent(left)), .init("y", "50%"),
                .init("width", percent(max(0.004, abs(to - from)))), .init("height", "12"), .init("transform", "translate(0 -6)"))
        }
        if let today = visible(timeline.today) { upright("today", at: today, in: frame) }
        for mark in row.marks {
            if let at = visible(mark.at) {
                element("svg", [.init("x", frame.across(at)), .init("y", "50%"), .init("overflow", "visible")]) {
                    shape("path", .class(mark.isDone ? "mark done" : mark.isOverdue ? "mark overdue" : "mark"), .init("d", "M-7 0 0-7 7 0 0 7z"))
                }
            }
        }
    }
}

private func upright(_ name: String, at share: Double, in frame: ChartFrame) -> Markup {
    shape("line", .class(name), .init("x1", frame.across(share)), .init("x2", frame.across(share)), .init("y2", "100%"))
}

/// Only what lies within the time shown.
private func visible(_ at: Double?) -> Double? {
    guard let at = drawable(at), at >= 0, at <= 1 else { return nil }
    return at
}

private func table(of timeline: Timeline) -> Markup {
    plainTable(
        [timeline.labelHeading, timeline.datesHeading, timeline.statusHeading, timeline.marksHeading],
        timeline.rows.map { row in
            [row.label, row.datesText, row.status.label, row.marks.map(\.label).joined(separator: timeline.marksSeparator)]
        })
}
