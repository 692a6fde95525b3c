/// What happens when: actions from one date to another, deliverables as marks on them, and today.
package struct Timeline: Sendable {
    /// A date on the axis; `at` is its share of the whole time shown, 0 to 1.
    package struct Tick: Sendable {
        package let at: Double
        package let label: String

        package init(at: Double, label: String) {
            self.at = at
            self.label = label
        }
    }

    package struct Row: Sendable {
        package let label: String
        package let href: String?
        /// Shares of the time shown; what lies outside is cut off, and without both there is no bar.
        package let from: Double?
        package let to: Double?
        /// The dates in words: "Jan 2024 to June 2025".
        package let datesText: String
        package let status: StatusMark
        package let marks: [Mark]

        package init(
            label: String, href: String? = nil, from: Double?, to: Double?, datesText: String, status: StatusMark, marks: [Mark] = []
        ) {
            self.label = label
            self.href = href
            self.from = from
            self.to = to
            self.datesText = datesText
            self.status = status
            self.marks = marks
        }
    }

    /// A deliverable: a diamond, filled where it is delivered.
    package struct Mark: Sendable {
        package let at: Double
        /// Name and date, as read in the table.
        package let label: String
        package let isDone: Bool

        package init(at: Double, label: String, isDone: Bool) {
            self.at = at
            self.label = label
            self.isDone = isDone
        }
    }

    package let ticks: [Tick]
    package let rows: [Row]
    /// Where the day stands that is read; `nil` or outside 0 to 1 draws no line.
    package let today: Double?
    package let todayLabel: String
    package let labelHeading: String
    package let datesHeading: String
    package let statusHeading: String
    package let marksHeading: String
    /// What stands between two deliverables in the table.
    package let marksSeparator: String

    package init(
        ticks: [Tick], rows: [Row], today: Double?, todayLabel: String, labelHeading: String, datesHeading: String, statusHeading: String,
        marksHeading: String, marksSeparator: String
    ) {
        self.ticks = ticks
        self.rows = rows
        self.today = today
        self.todayLabel = todayLabel
        self.labelHeading = labelHeading
        self.datesHeading = datesHeading
        self.statusHeading = statusHeading
        self.marksHeading = marksHeading
        self.marksSeparator = marksSeparator
    }
}

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
                    shape("path", .class(mark.isDone ? "mark done" : "mark"), .init("d", "M-7 0 0-7 7 0 0 7z"))
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
