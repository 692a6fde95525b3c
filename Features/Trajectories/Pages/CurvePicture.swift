import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Points, fit, fan, eras and the band of a crossover: what the seed draws as its Figure 7.
struct CurvePicture {
    let visit: Visit
    let id: ID<Trajectory>
    let trajectory: Trajectory
    let figures: CurveFigures

    private var say: Say { visit.say }
    private static let steps = 60

    func markup(_ verdict: String) -> Markup {
        curveChart(chart, in: ChartFrame(id: "s-curve", finding: verdict, tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft))
    }

    private var points: [TrajectoryPoint] { visit.trajectories.points[id] ?? [] }

    private var chart: CurveChart {
        let visit = visit, seen = points.map { CurveChart.Place($0.time, $0.value) }
        var lines: [CurveChart.Line] = []
        if let curve = figures.curve { lines.append(.init(.fitted, label: say("trajectories.model.\(curve.model.rawValue)"), drawn { figures.shown(curve.value(at: $0)) })) }
        if let other = entrant { lines.append(.init(.other, label: visit.plain(other.trajectory.title), drawn { other.figures.shown(other.curve.value(at: $0)) })) }
        if let supposed = exploration { lines.append(.init(.supposed, label: say("trajectories.supposed"), drawn(from: supposed.start) { supposed.value(at: $0) })) }
        var chart = CurveChart(
            points: seen, pointsLabel: say("trajectories.measured"), lines: lines, timeHeading: say("trajectories.year"), valueHeading: visit.plain(trajectory.measure),
            format: { visit.amount($0) }, time: { visit.year($0) })
        chart.fan = figures.fan(at: times).map { ($0.at, $0.low, $0.high) }
        chart.fanLabel = say("trajectories.fan", ["confidence": say.percent(CurveFigures.confidence)])
        chart.eras = eras
        chart.expected = crossing
        return chart
    }

    // MARK: - From when to when

    private var start: Double { points.first?.time ?? 0 }
    /// As far as is looked ahead, but no more than what was seen asks for; and far enough for what is drawn besides.
    private var end: Double {
        let last = figures.series.times.last ?? points.last?.time ?? 0
        guard figures.curve != nil else { return last }
        let ahead = last + min(Double(trajectory.horizon), max(5, figures.series.times.first.map { (last - $0) / 2 } ?? 5))
        let supposed = exploration.map { min($0.start + $0.curve.riseTime, last + Double(Trajectory.horizons.upperBound)) }
        return max(ahead, crossing?.until ?? ahead, supposed ?? ahead)
    }

    private var times: [Double] { (0...CurvePicture.steps).map { start + (end - start) * Double($0) / Double(CurvePicture.steps) } }

    private func drawn(from first: Double? = nil, _ value: (Double) -> Double) -> [CurveChart.Place] {
        times.filter { $0 >= first ?? $0 }.map { CurveChart.Place($0, value($0)) }.filter(\.value.isFinite)
    }

    // MARK: - What is drawn besides

    private var eras: [CurveChart.Span] {
        guard let curve = figures.curve else { return [] }
        let parted = [start] + curve.landmarks.times.map { min(max($0, start), end) } + [end]
        return zip(SCurveEra.allCases, zip(parted, parted.dropFirst())).map { CurveChart.Span(from: $1.0, until: $1.1, label: say("trajectories.era.\($0.rawValue)")) }
    }

    /// Only what may be called a forecast is drawn.
    private var crossing: CurveChart.Span? {
        guard let forecast = Rivalry.of(id, in: visit.trajectories)?.forecast, forecast.isForecastable, let interval = forecast.interval, isEntrantSeen else { return nil }
        return CurveChart.Span(from: interval.lowerBound, until: interval.upperBound, label: say("trajectories.crossing"))
    }

    private var isEntrantSeen: Bool { trajectory.entrant.map { visit.sees($0) } ?? false }

    private var entrant: (trajectory: Trajectory, figures: CurveFigures, curve: SCurve)? {
        guard isEntrantSeen, let other = trajectory.entrant, let described = visit.trajectories.trajectories[other], described.way == trajectory.way,
            let figures = visit.trajectories.figures(of: other), let curve = figures.curve
        else { return nil }
        return (described, figures, curve)
    }

    private var exploration: ExploreScenario? {
        guard trajectory.way == .up, let supposed = visit.trajectories.explorations[id] else { return nil }
        return ExploreScenario(start: supposed.start, cost: supposed.cost, limit: supposed.limit, rise: supposed.rise)
    }
}
