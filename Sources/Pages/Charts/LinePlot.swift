/// The geometry of a line chart: percentages across, points down; the line itself lies in a stretched drawing of 1000 by `height`.
struct LinePlot {
    static let height = 208.0
    private static let top = 26.0
    private static let bottom = 172.0

    let chart: LineChart
    let frame: ChartFrame
    let points: [Point?]
    /// Of each period, the share of the width.
    private let places: [Double]
    /// Whether they lie by when they were, which is known of all; else in equal steps.
    private let isTimed: Bool
    private let scale: Scale
    private let ticks: [Double]
    /// The share of the width that the numbers of the axis need on a telephone.
    private let inset: Double

    init(_ chart: LineChart, _ frame: ChartFrame) {
        self.chart = chart
        self.frame = frame
        let values = chart.periods.map { drawable($0.value) }
        ticks = RoundTicks(Scale((values + [drawable(chart.baseline)] + LinePlot.agreedValues(chart.target)).compactMap(\.self))).values
        let scale = Scale(low: ticks.first ?? 0, high: ticks.last ?? 1)
        self.scale = scale
        let inset = min(0.22, (ticks.map { roughWidth(chart.format($0)) }.max() ?? 0) * 12 / 280 + 0.03)
        self.inset = inset
        let moments = chart.periods.compactMap(\.at).filter(\.isFinite)
        isTimed = moments.count == values.count && (moments.first ?? 0) < (moments.last ?? 0) && zip(moments, moments.dropFirst()).allSatisfy { $0 <= $1 }
        let steps = isTimed ? moments : values.indices.map(Double.init), first = steps.first ?? 0, length = (steps.last ?? 0) - first
        let places = steps.map { length > 0 ? inset + (0.94 - inset) * ($0 - first) / length : 0.5 }
        self.places = places
        points = zip(places, values).map { place, value in value.map { Point(x: place, y: LinePlot.down($0, on: scale)) } }
    }

    private static func agreedValues(_ target: LineChart.Target?) -> [Double?] {
        switch target {
        case nil: []
        case .level(let level): [drawable(level)]
        case .points(let points): points.map(drawable)
        case .band(let low, let high): [drawable(low), drawable(high)]
        }
    }

    private static func down(_ value: Double, on scale: Scale) -> Double { bottom - (bottom - top) * scale.share(of: value) }

    func grid() -> Markup {
        group { for tick in ticks { level("rule", at: LinePlot.down(tick, on: scale)) } }
    }

    /// Over everything else, with a rim of paper, so that no line strikes them out.
    func axis() -> Markup {
        group {
            for tick in ticks {
                text("tick", chart.format(tick), x: frame.across(0), y: LinePlot.down(tick, on: scale) - 4, anchor: "start")
            }
        }
    }

    func agreed() -> Markup {
        switch chart.target {
        case nil: return Markup()
        case .level(let value): return drawable(value).map { level("agreed", at: LinePlot.down($0, on: scale)) } ?? Markup()
        case .band(let low, let high):
            guard let low = drawable(low), let high = drawable(high) else { return Markup() }
            let top = LinePlot.down(max(low, high), on: scale)
            let bottom = LinePlot.down(min(low, high), on: scale)
            return group {
                shape(
                    "rect", .class("band"), .init("width", "100%"), .init("y", coordinate(top)), .init("height", coordinate(bottom - top)))
                level("agreed", at: top)
                level("agreed", at: bottom)
            }
        case .points(let values):
            let places = values.prefix(points.count).enumerated().map { index, value in
                drawable(value).map { Point(x: self.places[index], y: LinePlot.down($0, on: scale)) }
            }
            return group {
                stretched("agreed", places)
                for place in places.compactMap(\.self) { diamond(place) }
            }
        }
    }

    func beginning() -> Markup {
        drawable(chart.baseline).map { level("began", at: LinePlot.down($0, on: scale)) } ?? Markup()
    }

    func measured() -> Markup {
        group {
            stretched("measured", points)
            if points.count <= 40 {
                for point in points.compactMap(\.self).dropLast() { dot("dot", point, radius: "3") }
            }
        }
    }

    /// The last value there is, its number above the line where it rises and below where it falls, unless it would lie on an agreed one.
    func lastValue() -> Markup {
        guard let index = points.lastIndex(where: { $0 != nil }), let last = points[index] else { return Markup() }
        let before = points[..<index].last { $0 != nil } ?? nil
        let falls = (before?.y ?? last.y) < last.y - 1
        let above = max(last.y - 10, 14)
        let below = min(last.y + 20, LinePlot.bottom + 14)
        let places = falls ? [below, above] : [above, below]
        let y = places.first { place in !levels.contains { $0 > place - 14 && $0 < place + 3 } } ?? places[0]
        return group {
            dot("now", last, radius: "5")
            text("last", chart.periods[index].valueText, x: frame.across(last.x), y: y, anchor: last.x > 0.8 ? "end" : "middle")
        }
    }

    /// How far down lines lie that run all the way across.
    private var levels: [Double] {
        var values = [drawable(chart.baseline)]
        if case .points? = chart.target {} else { values += LinePlot.agreedValues(chart.target) }
        return values.compactMap(\.self).map { LinePlot.down($0, on: scale) }
    }

    /// Under the axis: as many as fit, the last always; those that fit only on a wide page are marked so.
    func periodNames() -> Markup {
        let names = chart.periods.map(\.name)
        let em = (names.map(roughWidth).max() ?? 1) * 12 + 10
        let wide = shown(em, in: 560), narrow = shown(em, in: 270)
        return group {
            for (index, name) in names.enumerated() where wide.contains(index) {
                let isEdge = index == names.count - 1 && names.count > 1
                text(
                    narrow.contains(index) ? "period" : "period wide", name,
                    x: frame.across(isEdge ? 0.99 : places[index]), y: 196,
                    anchor: isEdge ? "end" : "middle")
            }
        }
    }

    /// In equal steps one of every few; else, from the last one back, each that leaves room before the one after it.
    private func shown(_ em: Double, in width: Double) -> Set<Int> {
        let count = places.count, every = max(1, Int((Double(count) / Double(max(1, Int(width / em)))).rounded(.up)))
        guard isTimed else { return Set(places.indices.filter { (count - 1 - $0) % every == 0 }) }
        var shown: Set<Int> = [], next = 1.0
        for index in places.indices.reversed() where shown.isEmpty || (next - places[index]) * width >= em {
            // The last name ends where its line does.
            next = shown.isEmpty ? places[index] - em / width / 2 : places[index]
            shown.insert(index)
        }
        return shown
    }

    private func level(_ name: String, at y: Double) -> Markup {
        shape("line", .class(name), .init("x2", "100%"), .init("y1", coordinate(y)), .init("y2", coordinate(y)))
    }

    private func stretched(_ name: String, _ places: [Point?]) -> Markup {
        let mirrored = places.map { place in place.map { Point(x: (frame.isRightToLeft ? 1 - $0.x : $0.x) * 1000, y: $0.y) } }
        return element(
            "svg",
            [
                .init("viewBox", "0 0 1000 \(coordinate(LinePlot.height))"), .init("preserveAspectRatio", "none"), .init("width", "100%"),
                .init("height", "100%"),
            ]
        ) { shape("path", .class(name), .init("d", course(through: mirrored))) }
    }

    private func dot(_ name: String, _ point: Point, radius: String) -> Markup {
        shape("circle", .class(name), .init("cx", frame.across(point.x)), .init("cy", coordinate(point.y)), .init("r", radius))
    }

    private func diamond(_ point: Point) -> Markup {
        element("svg", [.init("x", frame.across(point.x)), .init("y", coordinate(point.y)), .init("overflow", "visible")]) {
            shape("path", .class("point"), .init("d", "M-4.5 0 0-4.5 4.5 0 0 4.5z"))
        }
    }

    private func text(_ name: String, _ text: String, x: String, y: Double, anchor: String) -> Markup {
        element("text", [.class(name), .init("x", x), .init("y", coordinate(y)), .init("text-anchor", anchor)]) { Markup(text) }
    }
}
