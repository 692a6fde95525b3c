/// What every chart is framed with: the sentence it proves, and the way it reads.
package struct ChartFrame: Sendable {
    /// Unique in its page: letters, digits, hyphens.
    package let id: String
    /// What the chart shows, in one sentence. It is the caption and the name of the drawing; where there is nothing to draw it stands
    /// alone, so say then what is missing and how it comes.
    package let finding: String
    /// What opens the data as a table, or names the table where the chart is one: "The same as a table".
    package let tableLabel: String
    package let isRightToLeft: Bool
    /// Whether the table is open from the start: what is folded away is not printed.
    package let isUnfolded: Bool

    package init(id: String, finding: String, tableLabel: String, isRightToLeft: Bool, isUnfolded: Bool = false) {
        self.id = id
        self.finding = finding
        self.tableLabel = tableLabel
        self.isRightToLeft = isRightToLeft
        self.isUnfolded = isUnfolded
    }
}

extension ChartFrame {
    /// The chart in its frame: finding, drawing, and the data as a table that opens, unless the drawing is itself a table.
    func figure(_ kind: String, table: Markup? = nil, @MarkupBuilder drawing: () -> Markup) -> Markup {
        element("figure", [.class("chart \(kind)"), .id(id), .dir(isRightToLeft ? "rtl" : "ltr")]) {
            element("figcaption", [.id(captionID)]) { finding }
            drawing()
            if let table {
                details(.flag("open", isUnfolded)) {
                    summary { tableLabel }
                    scrolling { table }
                }
            }
        }
    }

    /// Instead of a chart with nothing in it.
    func nothing() -> Markup {
        p(.class("empty"), .id(id)) { finding }
    }

    /// One drawing, named by the finding. Lengths across it are percentages, so that text keeps its size at every width.
    func drawing(height: Double, @MarkupBuilder content: () -> Markup) -> Markup {
        element(
            "svg", [.role("img"), .labelledBy(captionID), .init("width", "100%"), .init("height", coordinate(height))],
            content: content)
    }

    /// What scrolls sideways by itself, and can be reached by keyboard to do so; no landmark, for a page may have many charts.
    func scrolling(@MarkupBuilder content: () -> Markup) -> Markup {
        div(.class("scroll"), .role("group"), .labelledBy(captionID), .init("tabindex", "0"), content: content)
    }

    /// A share of the width, counted from where reading starts.
    func across(_ share: Double) -> String { percent(isRightToLeft ? 1 - share : share) }

    var captionID: String { id + "-finding" }
}

/// A drawing that says nothing which is not also written beside it.
func silentDrawing(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
    element("svg", [.hidden(), .init("width", "100%"), .init("height", "100%")] + attributes, content: content)
}

/// A table of plain texts; the first of each row is its heading.
func plainTable(_ headings: [String], _ rows: [[String]]) -> Markup {
    table {
        thead { tr { for heading in headings { th(.scope("col")) { heading } } } }
        tbody {
            for row in rows {
                tr {
                    for (index, text) in row.enumerated() {
                        if index == 0 { th(.scope("row")) { text } } else { td { text } }
                    }
                }
            }
        }
    }
}

/// A text that leads somewhere, or only stands there.
func linked(_ text: String, _ address: String?) -> Markup {
    guard let address else { return Markup(text) }
    return link(address) { text }
}

/// A number set apart from the direction of the text around it, so that a minus sign stays in front.
func isolated(_ text: String) -> Markup { element("bdi", []) { text } }
