/// Things between two poles, now and as they are to be: for each axis two bars from the middle, with their spread and the cloud that they sum up.
package struct PoleChart: Sendable {
    /// One dot of the cloud.
    package struct Dot: Sendable {
        package let value: Double
        /// 0 to 1.
        package let size: Double

        package init(value: Double, size: Double) {
            self.value = value
            self.size = size
        }
    }

    /// One bar: the mean with its deviation, the lowest and the highest.
    package struct Track: Sendable {
        /// With its figures in words: *To be: +0.4 (± 1.1)*.
        package let label: String
        /// `nil` where nothing has a place.
        package let mean: Double?
        package let deviation: Double
        package let low: Double
        package let high: Double
        package let dots: [Dot]

        package init(label: String, mean: Double?, deviation: Double, low: Double, high: Double, dots: [Dot]) {
            self.label = label
            self.mean = mean
            self.deviation = deviation
            self.low = low
            self.high = high
            self.dots = dots
        }
    }

    package struct Axis: Sendable {
        package let lowPole: String
        package let highPole: String
        package let asIs: Track
        package let toBe: Track

        package init(lowPole: String, highPole: String, asIs: Track, toBe: Track) {
            self.lowPole = lowPole
            self.highPole = highPole
            self.asIs = asIs
            self.toBe = toBe
        }
    }

    package let axes: [Axis]
    /// How far the poles are from the middle.
    package let reach: Double
    /// What the two bars, the band and the dots mean.
    package let keys: (asIs: String, toBe: String, band: String, dots: String)
    package let headings: [String]
    /// The same as a table; the first of each row is its heading.
    package let rows: [[String]]

    package init(axes: [Axis], reach: Double, keys: (asIs: String, toBe: String, band: String, dots: String), headings: [String], rows: [[String]]) {
        self.axes = axes
        self.reach = reach
        self.keys = keys
        self.headings = headings
        self.rows = rows
    }
}

/// Lengths across are percentages, so that the words keep their size on a telephone.
package func poleChart(_ chart: PoleChart, in frame: ChartFrame) -> Markup {
    guard chart.axes.contains(where: { $0.asIs.mean != nil || $0.toBe.mean != nil }) else { return frame.nothing() }
    let plot = PolePlot(chart: chart, frame: frame)
    return frame.figure("poles", table: plainTable(chart.headings, chart.rows)) {
        frame.drawing(height: plot.height * Double(chart.axes.count)) { for (number, axis) in chart.axes.enumerated() { plot.drawn(axis, below: plot.height * Double(number)) } }
        plot.legend
    }
}

private struct PolePlot {
    private static let inset = 0.03
    /// Two names of so many letters together stand side by side on a telephone.
    private static let lettersBeside = 34

    let chart: PoleChart
    let frame: ChartFrame

    /// Longer names of poles stand one below the other.
    private var lower: Double { chart.axes.contains { $0.lowPole.count + $0.highPole.count > PolePlot.lettersBeside } ? 16 : 0 }
    var height: Double { 128 + lower }

    private func share(_ value: Double) -> Double {
        PolePlot.inset + (1 - 2 * PolePlot.inset) * Scale(low: -chart.reach, high: chart.reach).share(of: drawable(value) ?? 0)
    }

    func drawn(_ axis: PoleChart.Axis, below top: Double) -> Markup {
        group {
            text("last", axis.lowPole, at: 0, "start", top + 14)
            text("last", axis.highPole, at: 1, "end", top + lower + 14)
            for step in 0...4 {
                let value = -chart.reach + chart.reach * Double(step) / 2
                line(step == 2 ? "axis" : "rule", value, top + lower + 20, value, top + lower + 116)
            }
            track(axis.asIs, "step3", top + lower + 24)
            track(axis.toBe, "step5", top + lower + 72)
        }
    }

    private func track(_ track: PoleChart.Track, _ fill: String, _ top: Double) -> Markup {
        let middle = top + 30
        return group {
            if let mean = drawable(track.mean) {
                box("band", mean - track.deviation, mean + track.deviation, middle - 11, 22)
                line("axis", track.low, middle, track.high, middle)
                box("fill \(fill)", min(0, mean), max(0, mean), middle - 5, 10)
            }
            // Dots of one place stand beside each other, as far as three rows go.
            for (number, dot) in track.dots.enumerated() {
                let lift = Double(number % 3 - 1) * 5
                shape(
                    "circle", .class("dot"), .init("cx", frame.across(share(dot.value))), .init("cy", coordinate(middle + lift)), .init("r", coordinate(2 + 4 * (fraction(dot.size) ?? 0))),
                    .init("fill-opacity", "0.6"))
            }
            if let mean = drawable(track.mean) {
                shape(
                    "rect", .class("agreed"), .init("x", frame.across(share(mean))), .init("y", coordinate(middle - 12)), .init("width", "3"), .init("height", "24"),
                    .init("transform", "translate(-1.5 0)"))
            }
            text("tick", track.label, at: 0, "start", top + 10)
        }
    }

    private func box(_ name: String, _ from: Double, _ until: Double, _ top: Double, _ height: Double) -> Markup {
        let start = share(from), end = share(until)
        return shape(
            "rect", .class(name), .init("x", percent(frame.isRightToLeft ? 1 - end : start)), .init("width", percent(max(0, end - start))), .init("y", coordinate(top)),
            .init("height", coordinate(height)))
    }

    private func line(_ name: String, _ from: Double, _ top: Double, _ until: Double, _ bottom: Double) -> Markup {
        shape(
            "line", .class(name), .init("x1", frame.across(share(from))), .init("x2", frame.across(share(until))), .init("y1", coordinate(top)), .init("y2", coordinate(bottom)))
    }

    private func text(_ name: String, _ text: String, at share: Double, _ anchor: String, _ down: Double) -> Markup {
        element("text", [.class(name), .init("x", frame.across(share)), .init("y", coordinate(down)), .init("text-anchor", anchor)]) { Markup(text) }
    }

    var legend: Markup {
        ul(.class("keys")) {
            for (name, meaning) in [("fill step3", chart.keys.asIs), ("fill step5", chart.keys.toBe), ("band", chart.keys.band)] {
                li {
                    sample { shape("rect", .class(name), .init("width", "18"), .init("height", "12")) }; meaning
                }
            }
            li {
                sample { shape("circle", .class("dot"), .init("cx", "9"), .init("cy", "6"), .init("r", "4")) }; chart.keys.dots
            }
        }
    }

    private func sample(_ content: () -> Markup) -> Markup { element("svg", [.hidden(), .init("viewBox", "0 0 18 12"), .init("width", "18"), .init("height", "12")], content: content) }
}
