import Pages

/// Charts with little in them, for the tests.
enum ChartsSamples {
    static func bars(_ values: [Double?], label: String = "Trade", target: Double? = nil) -> BarChart {
        BarChart(
            bars: values.map { .init(label: label, value: $0, valueText: "v", target: target, targetText: target.map { _ in "t" }) },
            labelHeading: "Objective", valueHeading: "Value", targetHeading: "Target")
    }

    static func stack(_ values: [Double], label: String = "on track") -> StackedBar {
        StackedBar(
            shares: values.enumerated().map {
                .init(label: label, value: $1, valueText: "n", shade: $0 % 2 == 0 ? .standing(.onTrack) : .step($0))
            },
            labelHeading: "Status", valueHeading: "Count")
    }

    static func line(_ values: [Double?], name: String = "2024", target: LineChart.Target? = nil) -> LineChart {
        LineChart(
            periods: values.map { .init(name: name, value: $0, valueText: "v") }, baseline: values.first ?? nil, target: target,
            valueLabel: "measured", baselineLabel: "began", targetLabel: "agreed", periodHeading: "Period", format: { "\($0)" })
    }

    static func heat(_ levels: [Double?], label: String = "Europe") -> HeatTable {
        HeatTable(
            corner: "Region", columns: levels.map { _ in .init("SO1") },
            rows: [.init(.init(label), cells: levels.map { .init("7", level: $0) })],
            lowLabel: "few", highLabel: "many", noDataLabel: "not shown")
    }

    static func time(_ shares: [Double?], label: String = "Help desk") -> Timeline {
        Timeline(
            ticks: shares.compactMap(\.self).map { .init(at: $0, label: "2024") },
            rows: shares.map {
                .init(
                    label: label, from: $0, to: 0.5, datesText: "to May", status: StatusMark(.onTrack, label: "on track"),
                    marks: [.init(at: $0 ?? .nan, label: "Guide", isDone: false)])
            },
            today: shares.first ?? nil, todayLabel: "today", labelHeading: "Action", datesHeading: "Dates", statusHeading: "Status",
            marksHeading: "Deliverables", marksSeparator: "; ")
    }

    static let mapWords = LayeredMap.Words(
        layer: "Layer", box: "Objective", status: "Status", contributesTo: "contributes to", supposed: "supposed",
        nothingHere: "nothing yet")

    static func map(
        _ sizes: [Int], links: [(Int, Int)] = [], label: String = "Title", bands: [LayeredMap.Band] = [], matrix: MapMatrix? = nil
    ) -> LayeredMap {
        var next = 0
        let layers = sizes.enumerated().map { index, size in
            LayeredMap.Layer(
                label: "Layer \(index)",
                boxes: (0..<size).map { _ in
                    next += 1
                    return .init(
                        id: "\(next)", code: "O\(next)", title: label, status: StatusMark(.atRisk, label: "at risk"), href: "/o/\(next)")
                })
        }
        return LayeredMap(
            layers: layers, links: links.map { .init(from: "\($0)", to: "\($1)") }, matrix: matrix, bandsLabel: "Focus", bands: bands,
            words: mapWords)
    }

    static func plain(in frame: ChartFrame) -> [Markup] {
        [
            barChart(bars([3, -4, 8], target: 5), in: frame),
            lineChart(line([3, 4, 9], target: .points([1, 2, 3])), in: frame),
            timeline(time([0.1, 0.4, 0.9]), in: frame),
            layeredMap(map([2, 3, 2], links: [(6, 1), (3, 2), (3, 4)]), in: frame),
        ]
    }

    static func hostile(in frame: ChartFrame) -> [Markup] {
        let values = ChartsKit.hostile
        let numbers = values.compactMap(\.self)
        return [
            barChart(bars(values, target: .infinity), in: frame), barChart(bars(values, target: .nan), in: frame),
            stackedBar(stack(numbers + [3]), in: frame), heatTable(heat(values), in: frame), timeline(time(values), in: frame),
            lineChart(line(values, target: .level(.nan)), in: frame), lineChart(line(values, target: .points(values)), in: frame),
            lineChart(line(values.reversed(), target: .band(low: .infinity, high: 3)), in: frame),
            lineChart(line(Array(repeating: 1e-300, count: 200)), in: frame),
            layeredMap(map([1, 0, 60, 1], links: (1...62).map { ($0, 63 - $0) } + [(1, 1), (1, 99)]), in: frame),
            sparkline(values, standing: .noData, isRightToLeft: frame.isRightToLeft),
            sparkline([], standing: .noData, isRightToLeft: false),
        ]
    }

    static func empty(in frame: ChartFrame) -> [Markup] {
        [
            barChart(bars([]), in: frame), stackedBar(stack([]), in: frame), stackedBar(stack([0, 0]), in: frame),
            lineChart(line([]), in: frame), lineChart(line([nil, .nan]), in: frame), heatTable(heat([]), in: frame),
            timeline(time([]), in: frame), layeredMap(map([]), in: frame), layeredMap(map([0, 0]), in: frame),
        ]
    }

    /// Each kind of chart with one text in every place that takes text.
    static func saying(_ text: String, in frame: ChartFrame) -> [Markup] {
        [
            barChart(bars([1], label: text), in: frame), stackedBar(stack([1], label: text), in: frame),
            lineChart(line([1], name: text), in: frame), heatTable(heat([0.5], label: text), in: frame),
            timeline(time([0.2], label: text), in: frame),
            layeredMap(
                map(
                    [1, 2], links: [(2, 1)], label: text, bands: [.init(code: "F", title: text)],
                    matrix: MapMatrix(label: text, columns: [.init(text)], rows: [.init(.init(text), cells: [.init(text, level: 1)])])),
                in: frame),
            statusMark(StatusMark(.offTrack, label: text)),
        ]
    }
}
