/// Rows against columns, shaded by how much: regions and objectives, questions and answers.
package struct HeatTable: Sendable {
    package struct Heading: Sendable {
        package let text: String
        package let href: String?

        package init(_ text: String, href: String? = nil) {
            self.text = text
            self.href = href
        }
    }

    package struct Cell: Sendable {
        package let text: String
        /// From 0 to 1, shown in five steps; `nil` where there is no data, which is hatched.
        package let level: Double?
        /// Where a rule says how the place itself stands, whatever is in it: by shape and colour instead of a step.
        package let standing: Standing?
        package let href: String?

        package init(_ text: String, level: Double?, href: String? = nil) {
            self.text = text
            self.level = level
            standing = nil
            self.href = href
        }

        package init(_ text: String, standing: Standing, href: String? = nil) {
            self.text = text
            level = nil
            self.standing = standing
            self.href = href
        }

        var className: String {
            if let standing { return standing.className }
            guard let level = fraction(level) else { return "unknown" }
            return "step\(min(5, Int(level * 5) + 1))"
        }
    }

    package struct Row: Sendable {
        package let heading: Heading
        /// Missing cells at the end have no data; cells beyond the columns are left out.
        package let cells: [Cell]

        package init(_ heading: Heading, cells: [Cell]) {
            self.heading = heading
            self.cells = cells
        }
    }

    /// With more columns their headings are turned, so that all are seen at once.
    static let mostUpright = 9

    /// Over the row headings.
    package let corner: String
    package let columns: [Heading]
    package let rows: [Row]
    package let lowLabel: String
    package let highLabel: String
    package let noDataLabel: String
    /// What the standings are called in the key, where the cells are told apart by them; empty where by steps.
    package let standings: [StatusMark]

    package init(
        corner: String, columns: [Heading], rows: [Row], lowLabel: String, highLabel: String, noDataLabel: String
    ) {
        standings = []
        self.corner = corner
        self.columns = columns
        self.rows = rows
        self.lowLabel = lowLabel
        self.highLabel = highLabel
        self.noDataLabel = noDataLabel
    }

    /// One whose cells are told apart by standings.
    package init(corner: String, columns: [Heading], rows: [Row], standings: [StatusMark]) {
        (lowLabel, highLabel, noDataLabel) = ("", "", "")
        self.corner = corner
        self.columns = columns
        self.rows = rows
        self.standings = standings
    }
}

/// A table with shaded cells, the value written in each; it scrolls sideways where it is wider than the page.
package func heatTable(_ heat: HeatTable, in frame: ChartFrame) -> Markup {
    guard !heat.rows.isEmpty, !heat.columns.isEmpty else { return frame.nothing() }
    return frame.figure(heat.columns.count > HeatTable.mostUpright ? "heat many" : "heat") {
        frame.scrolling {
            table {
                caption(.class("visually-hidden")) { frame.tableLabel }
                thead {
                    tr {
                        th(.scope("col")) { heat.corner }
                        for column in heat.columns { th(.scope("col")) { linked(column.text, column.href) } }
                    }
                }
                tbody {
                    for row in heat.rows {
                        tr {
                            th(.scope("row")) { linked(row.heading.text, row.heading.href) }
                            for index in heat.columns.indices {
                                let cell = index < row.cells.count ? row.cells[index] : HeatTable.Cell(heat.noDataLabel, level: nil)
                                td(.class(cell.className)) { linked(cell.text, cell.href) }
                            }
                        }
                    }
                }
            }
        }
        if heat.standings.isEmpty {
            p(.class("keys"), .hidden()) {
                heat.lowLabel
                for step in 1...5 { span(.class("swatch step\(step)")) {} }
                heat.highLabel
                span(.class("swatch unknown")) {}
                heat.noDataLabel
            }
        } else {
            p(.class("keys")) { for mark in heat.standings { statusMark(mark) } }
        }
    }
}
