/// The geometry of a curve chart: percentages across, points down; what is drawn as a path lies in a stretched drawing of 1000 by `height`.
struct CurvePlot {
    static let height = 288.0
    private static let top = 30.0
    private static let bottom = 256.0

    private let chart: CurveChart
    private let frame: ChartFrame
    private let times: Scale
    private let values: Scale
    private let valueTicks: [Double]
    private let timeTicks: [Double]

    init(_ chart: CurveChart, _ frame: ChartFrame) {
        self.chart = chart
        self.frame = frame
        let places = chart.points + chart.lines.flatMap(\.places), at = places.compactMap { drawable($0.at) } + chart.fan.compactMap { drawable($0.at) }
        times = Scale(low: at.min() ?? 0, high: at.max() ?? 1)
        let shown = places.compactMap { drawable($0.value) }, most = shown.max() ?? 1
        // A fan that opens to many times what is shown would press everything else to the ground.
        let wide = chart.fan.compactMap { drawable($0.high) }.map { min($0, 1.6 * most) }
        valueTicks = RoundTicks(Scale(withZero: (shown + wide).map(Optional.some))).values
        values = Scale(low: valueTicks.first ?? 0, high: valueTicks.last ?? 1)
        timeTicks = CurvePlot.round(times)
    }

    /// Years in steps of 1, 2, 5 or 10 times a power of ten, four to nine of them.
    private static func round(_ times: Scale) -> [Double] {
        let length = times.high - times.low, steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]
        guard let step = steps.first(where: { length / $0 <= 9 }) else { return [times.low, times.high] }
        let first = (times.low / step).rounded(.up)
        return (0...9).map { (first + Double($0)) * step }.filter { $0 <= times.high }
    }

    private func across(_ time: Double) -> Double { times.share(of: time) }
    private func down(_ value: Double) -> Double { CurvePlot.bottom - (CurvePlot.bottom - CurvePlot.top) * values.share(of: value) }

    var grid: Markup { group { for tick in valueTicks { shape("line", .class("rule"), .init("x2", "100%"), .init("y1", coordinate(down(tick))), .init("y2", coordinate(down(tick)))) } } }

    var axes: Markup {
        group {
            for tick in valueTicks { text("tick", chart.format(tick), at: 0, CurvePlot.anchor(0), down: down(tick) - 4) }
            for tick in timeTicks { text("period", chart.time(tick), at: across(tick), CurvePlot.anchor(across(tick)), down: CurvePlot.bottom + 20) }
        }
    }

    /// Every second one shaded, each with its name above where there is room for it.
    var eras: Markup {
        group {
            for (place, era) in chart.eras.enumerated() {
                let from = across(era.from), until = across(era.until)
                if until > from {
                    if place % 2 == 1 { shaded(from, until, "var(--wash)", "1") }
                    if (until - from) * 280 > roughWidth(era.label) * 12 {
                        text("tick", era.label, at: (from + until) / 2, "middle", down: 14)
                    } else if (until - from) * 600 > roughWidth(era.label) * 12 {
                        text("tick wide", era.label, at: (from + until) / 2, "middle", down: 14)
                    }
                }
            }
        }
    }

    var expected: Markup {
        guard let expected = chart.expected else { return Markup() }
        let from = across(expected.from), until = across(expected.until)
        return element("rect", [.class("band")] + stretch(from, max(until, from + 0.004))) {}
    }

    /// A closed band: along the upper side, and back along the lower.
    var fan: Markup {
        let kept = chart.fan.filter { drawable($0.low) != nil && drawable($0.high) != nil }
        guard kept.count > 1 else { return Markup() }
        let upper = kept.map { Point(x: $0.at, y: $0.high) }, lower = kept.reversed().map { Point(x: $0.at, y: $0.low) }
        return stretched { shape("path", .init("fill", "var(--sea)"), .init("stroke", "none"), .init("opacity", "0.14"), .init("d", course(through: placed(upper + lower)) + "Z")) }
    }

    var lines: Markup {
        group {
            for line in chart.lines {
                let places = line.places.map { place in drawable(place.value).map { Point(x: place.at, y: $0) } }
                stretched { shape("path", .class(line.stroke.rawValue), .init("fill", "none"), .init("d", course(through: places.map { $0.map(placed) }))) }
            }
        }
    }

    var points: Markup {
        let radius = chart.points.count > 60 ? "2" : "3"
        return group {
            for point in chart.points {
                if let value = drawable(point.value) {
                    shape("circle", .class("dot"), .init("cx", frame.across(across(point.at))), .init("cy", coordinate(down(value))), .init("r", radius))
                }
            }
        }
    }

    var key: Markup {
        p(.class("keys")) {
            span { "○ \(chart.pointsLabel)" }
            for line in chart.lines { span(.class("key \(line.stroke.rawValue)")) { line.label } }
            if chart.fan.count > 1 { span { "▒ \(chart.fanLabel)" } }
            if let expected = chart.expected { span(.class("key band")) { expected.label } }
        }
    }

    /// Of what was measured: a curve is described beside it.
    var table: Markup { plainTable([chart.timeHeading, chart.valueHeading], chart.points.map { [chart.time($0.at), chart.format($0.value)] }) }

    private static func anchor(_ share: Double) -> String { share < 0.06 ? "start" : share > 0.94 ? "end" : "middle" }

    private func placed(_ point: Point) -> Point {
        let share = across(point.x)
        return Point(x: (frame.isRightToLeft ? 1 - share : share) * 1000, y: down(point.y))
    }

    private func placed(_ points: [Point]) -> [Point?] { points.map { placed($0) } }

    private func stretch(_ from: Double, _ until: Double) -> [Attribute] {
        let start = frame.isRightToLeft ? 1 - until : from
        return [
            .init("x", percent(start)), .init("width", percent(until - from)), .init("y", coordinate(CurvePlot.top - 10)), .init("height", coordinate(CurvePlot.bottom - CurvePlot.top + 10)),
        ]
    }

    private func shaded(_ from: Double, _ until: Double, _ fill: String, _ opacity: String) -> Markup {
        element("rect", [.init("fill", fill), .init("opacity", opacity)] + stretch(from, until)) {}
    }

    private func stretched(_ content: () -> Markup) -> Markup {
        element(
            "svg",
            [
                .init("viewBox", "0 0 1000 \(coordinate(CurvePlot.height))"), .init("preserveAspectRatio", "none"), .init("width", "100%"), .init("height", "100%"),
            ], content: content)
    }

    private func text(_ name: String, _ text: String, at share: Double, _ anchor: String, down: Double) -> Markup {
        element("text", [.class(name), .init("x", frame.across(share)), .init("y", coordinate(down)), .init("text-anchor", anchor)]) { Markup(text) }
    }
}
