/// A chain of links, each rated twice: what one side says of it over what another shows.
package struct ChainChart: Sendable {
    package struct Half: Sendable {
        /// The number, inside the link.
        package let text: String
        /// What it means: in the table, with the number.
        package let word: String
        /// From 0 to 1, shown in five steps; `nil` where nothing is known, which is hatched.
        package let level: Double?

        package init(_ text: String, word: String, level: Double?) {
            self.text = text
            self.word = word
            self.level = level
        }
    }

    package struct Link: Sendable {
        package let title: String
        package let upper: Half
        package let lower: Half
        /// What lies between the two, in words; where it is worth a look, with a mark.
        package let difference: String
        package let mark: StatusMark?

        package init(title: String, upper: Half, lower: Half, difference: String, mark: StatusMark?) {
            self.title = title
            self.upper = upper
            self.lower = lower
            self.difference = difference
            self.mark = mark
        }
    }

    package let links: [Link]
    package let linkHeading: String
    package let upperHeading: String
    package let lowerHeading: String
    package let differenceHeading: String

    package init(links: [Link], linkHeading: String, upperHeading: String, lowerHeading: String, differenceHeading: String) {
        self.links = links
        self.linkHeading = linkHeading
        self.upperHeading = upperHeading
        self.lowerHeading = lowerHeading
        self.differenceHeading = differenceHeading
    }
}

/// The links in their order, the two sides one above the other; below it the table of the same, with every number and its word.
package func chainChart(_ chart: ChainChart, in frame: ChartFrame) -> Markup {
    guard !chart.links.isEmpty else { return frame.nothing() }
    let step = 1 / Double(chart.links.count), width = step * 0.82
    return frame.figure("heat") {
        frame.drawing(height: 92) {
            shape("line", .class("axis"), .init("x1", percent(step / 2)), .init("x2", percent(1 - step / 2)), .init("y1", "54"), .init("y2", "54"), .init("stroke-width", "4"))
            for (place, link) in chart.links.enumerated() {
                let middle = (Double(place) + 0.5) * step, start = frame.isRightToLeft ? 1 - middle - width / 2 : middle - width / 2
                element("text", [.init("x", frame.across(middle)), .init("y", "13"), .init("text-anchor", "middle")]) { Markup("\(place + 1)") }
                half(link.upper, at: 20, start, width, in: frame)
                half(link.lower, at: 56, start, width, in: frame)
            }
        }
        frame.scrolling {
            table {
                caption(.class("visually-hidden")) { frame.tableLabel }
                thead {
                    tr {
                        th(.scope("col")) { chart.linkHeading }
                        th(.scope("col")) { chart.upperHeading }
                        th(.scope("col")) { chart.lowerHeading }
                        th(.scope("col")) { chart.differenceHeading }
                    }
                }
                tbody {
                    for (place, link) in chart.links.enumerated() {
                        tr {
                            th(.scope("row")) { "\(place + 1) \(link.title)" }
                            cell(link.upper)
                            cell(link.lower)
                            td {
                                if let mark = link.mark { shapeOnly(mark) }
                                link.difference
                            }
                        }
                    }
                }
            }
        }
    }
}

private func half(_ half: ChainChart.Half, at top: Double, _ start: Double, _ width: Double, in frame: ChartFrame) -> Markup {
    group {
        shape(
            "rect", .class("fill \(className(half))"), .init("x", percent(start)), .init("y", coordinate(top)), .init("width", percent(width)), .init("height", "34"), .init("rx", "9"))
        element("text", [.class("on \(className(half))"), .init("x", percent(start + width / 2)), .init("y", coordinate(top + 22)), .init("text-anchor", "middle")]) { Markup(half.text) }
    }
}

private func cell(_ half: ChainChart.Half) -> Markup {
    td(.class(fraction(half.level) == nil ? "unknown" : className(half))) {
        isolated(half.text)
        " "
        half.word
    }
}

private func className(_ half: ChainChart.Half) -> String { fraction(half.level).map { "step\(min(5, Int($0 * 5) + 1))" } ?? "none" }
