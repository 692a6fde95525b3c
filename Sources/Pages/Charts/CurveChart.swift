/// Points over time, the curve through them, how far it may be another, and what lies beside it.
package struct CurveChart: Sendable {
    package struct Place: Sendable {
        package let at: Double
        package let value: Double

        package init(_ at: Double, _ value: Double) {
            self.at = at
            self.value = value
        }
    }

    /// What a line is told apart by besides its name.
    package enum Stroke: String, Sendable {
        /// Drawn through.
        case fitted = "measured"
        /// Dashed, in the colour of what is agreed or supposed.
        case supposed = "agreed"
        /// Dotted.
        case other = "began"
    }

    package struct Line: Sendable {
        package let stroke: Stroke
        package let label: String
        package let places: [Place]

        package init(_ stroke: Stroke, label: String, _ places: [Place]) {
            self.stroke = stroke
            self.label = label
            self.places = places
        }
    }

    /// A stretch of time with a name.
    package struct Span: Sendable {
        package let from: Double
        package let until: Double
        package let label: String

        package init(from: Double, until: Double, label: String) {
            self.from = from
            self.until = until
            self.label = label
        }
    }

    package let points: [Place]
    package let pointsLabel: String
    package let lines: [Line]
    /// Between which values the curve lies at each time, and what that band is called.
    package var fan: [(at: Double, low: Double, high: Double)] = []
    package var fanLabel = ""
    /// One after another, shaded by turns.
    package var eras: [Span] = []
    /// When something is to be expected, shaded over everything.
    package var expected: Span?
    package let timeHeading: String
    package let valueHeading: String
    package let format: @Sendable (Double) -> String
    /// A year as people write it.
    package let time: @Sendable (Double) -> String

    package init(
        points: [Place], pointsLabel: String, lines: [Line], timeHeading: String, valueHeading: String, format: @escaping @Sendable (Double) -> String,
        time: @escaping @Sendable (Double) -> String
    ) {
        self.points = points
        self.pointsLabel = pointsLabel
        self.lines = lines
        self.timeHeading = timeHeading
        self.valueHeading = valueHeading
        self.format = format
        self.time = time
    }
}

/// Points, curve, fan, eras and what is expected, with the points as a table.
package func curveChart(_ chart: CurveChart, in frame: ChartFrame) -> Markup {
    guard !chart.points.isEmpty else { return frame.nothing() }
    let plot = CurvePlot(chart, frame)
    return frame.figure("lines", table: plot.table) {
        frame.drawing(height: CurvePlot.height) {
            plot.eras
            plot.grid
            plot.expected
            plot.fan
            plot.lines
            plot.points
            plot.axes
        }
        plot.key
    }
}
