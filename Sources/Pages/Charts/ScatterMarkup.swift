import Foundation

/// A scatter plot in its frame: the drawing, what its marks mean, and the same as a table, in which the links are.
package func scatterPlot(_ plot: ScatterPlot, in frame: ChartFrame) -> Markup {
    guard !plot.points.isEmpty else { return frame.nothing() }
    let drawing = ScatterDrawing(plot: plot, isRightToLeft: frame.isRightToLeft)
    return frame.figure("scatter", table: drawing.table) {
        drawing.picture(frame)
        drawing.legend
    }
}

private struct ScatterDrawing {
    let plot: ScatterPlot
    let places: [ScatterPlaces.Place]
    let isRightToLeft: Bool

    private typealias Field = ScatterPlaces

    init(plot: ScatterPlot, isRightToLeft: Bool) {
        self.plot = plot
        self.isRightToLeft = isRightToLeft
        places = ScatterPlaces(plot, isRightToLeft: isRightToLeft).places
    }

    func picture(_ frame: ChartFrame) -> Markup {
        element("svg", [.role("img"), .labelledBy(frame.captionID), .init("viewBox", "0 0 360 386")]) {
            box("area", Field.left, Field.top, Field.right, Field.bottom)
            // What is high on both lies in the far upper quarter.
            box("corner", isRightToLeft ? Field.left : middle.x, Field.top, isRightToLeft ? middle.x : Field.right, middle.y)
            line(middle.x, Field.top, middle.x, Field.bottom, "rule")
            line(Field.left, middle.y, Field.right, middle.y, "rule")
            ticks
            text(plot.words.up, isRightToLeft ? Field.right : Field.left, Field.top - 9, anchor: "start")
            text(plot.words.across, isRightToLeft ? Field.left : Field.right, Field.bottom + 34, anchor: "end")
            for place in places where place.isMoved { line(place.trueX, place.trueY, place.x, place.y, "lead") }
            for (number, place) in places.enumerated() { mark(number, place) }
        }
    }

    private var middle: (x: Double, y: Double) { ((Field.left + Field.right) / 2, (Field.top + Field.bottom) / 2) }

    private func box(_ name: String, _ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Markup {
        shape(
            "rect", .class(name), .init("x", coordinate(left)), .init("y", coordinate(top)), .init("width", coordinate(right - left)), .init("height", coordinate(bottom - top)))
    }

    private func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double, _ name: String) -> Markup {
        shape("line", .class(name), .init("x1", coordinate(x)), .init("y1", coordinate(y)), .init("x2", coordinate(toX)), .init("y2", coordinate(toY)))
    }

    private func text(_ text: String, _ x: Double, _ y: Double, anchor: String) -> Markup {
        element("text", [.init("x", coordinate(x)), .init("y", coordinate(y)), .init("text-anchor", anchor)]) { text }
    }

    /// Each whole step, below and beside the field.
    private var ticks: Markup {
        let scale = Scale(low: Double(plot.range.lowerBound), high: Double(plot.range.upperBound)), room = Field.radius + 2, inner = Field.right - Field.left - 2 * room
        return group {
            for step in plot.range {
                let share = scale.share(of: Double(step))
                text("\(step)", Field.left + room + (isRightToLeft ? 1 - share : share) * inner, Field.bottom + 16, anchor: "middle")
                text("\(step)", isRightToLeft ? Field.right + 7 : Field.left - 10, Field.bottom - room - share * inner + 4, anchor: "middle")
            }
        }
    }

    private func mark(_ number: Int, _ place: ScatterPlaces.Place) -> Markup {
        let point = plot.points[number]
        return element("g", [.class("blip circle \(point.isMarked ? "full" : "hollow")")]) {
            element("title", []) { "\(number + 1). \(point.label)" }
            shape("circle", .init("cx", coordinate(place.x)), .init("cy", coordinate(place.y)), .init("r", coordinate(Field.radius)))
            text("\(number + 1)", place.x, place.y + 4, anchor: "middle")
        }
    }

    var legend: Markup {
        ul(.class("keys")) {
            for (fill, meaning) in [("full", plot.words.marked), ("hollow", plot.words.unmarked)] {
                li {
                    element("svg", [.hidden(), .init("viewBox", "-14 -14 28 28"), .init("width", "18"), .init("height", "18")]) {
                        element("g", [.class("blip circle \(fill)")]) { shape("circle", .init("r", "10")) }
                    }
                    meaning
                }
            }
        }
    }

    var table: Markup {
        Pages.table {
            thead { tr { for heading in [plot.words.number, plot.words.label] + plot.columns { th(.scope("col")) { heading } } } }
            tbody {
                for (number, point) in plot.points.enumerated() {
                    tr {
                        td(.class("n")) { "\(number + 1)" }
                        th(.scope("row")) { linked(point.label, point.href) }
                        for cell in point.cells { td(.class("n")) { isolated(cell) } }
                    }
                }
            }
        }
    }
}
