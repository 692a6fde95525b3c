import Exchange
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What the points of a trajectory say: whether they are an S-curve, which, and how far it may be another.
struct CurveFigures: Sendable {
    let series: SCurveSeries
    let verdict: SCurveVerdict
    private let redrawn: Once<SCurveReplicates?>
    private let fans: Kept<[Double], [Band]>
    private let bounds: SCurveBounds?
    /// Whether something was measured well beyond the limit that somebody gave.
    let isBeyondLimit: Bool
    let way: Trajectory.Way

    /// The curve that describes the points best; nil where they are refused.
    var fit: SCurveFit? { verdict.refusal == nil ? verdict.choice?.best : nil }
    var curve: SCurve? { fit?.curve }
    var last: Double { series.times.last ?? 0 }

    /// The field's least number for intervals that are shown.
    static let draws = 500
    /// Of the curve, by percentile.
    static let confidence = 0.8

    /// As it reads in the measure: of one of which less is better, curves are those of its reciprocal.
    func shown(_ value: Double) -> Double { way == .up ? value : value > 0 ? 1 / value : .nan }

    func standing(_ trajectory: Trajectory) -> SCurveStanding? {
        curve.map { SCurveStanding($0, at: last, seen: SCurveSighting(hasDominantDesign: trajectory.hasDominantDesign, hasDiscontinuity: trajectory.hasDiscontinuity)) }
    }

    private init(_ key: Key) {
        way = key.way
        let series = SCurveSeries(key.points.map { ($0.time, $0.value) }, direction: key.way == .up ? .up : .down)
        // For forecasts, which go by how far the limit may lie off, it is looked for up to twenty times what was seen.
        let limit = key.limit.map { SCurveBounds.Limit.known(key.way == .up ? $0 : 1 / $0) } ?? .twentyfold
        let verdict = SCurveVerdict(series, models: Set(SCurveModel.allCases), scale: key.isLogarithmic ? .log : .linear, limit: limit)
        self.series = series
        self.verdict = verdict
        bounds = SCurveBounds(around: series, limit: limit)
        redrawn = Once()
        fans = Kept(capacity: 4)
        let known = key.limit.map { key.way == .up ? $0 : 1 / $0 }
        isBeyondLimit = known.map { (series.values.max() ?? 0) > 1.1 * $0 } ?? false
    }

    /// Fitted again after chance was drawn anew; nil where nothing was fitted. Only who shows intervals waits for them.
    var replicates: SCurveReplicates? {
        redrawn.value {
            guard let fit, let bounds else { return nil }
            return SCurveReplicates(fit, of: series, bounds: bounds, count: CurveFigures.draws, seed: 1)
        }
    }

    struct Band: Sendable {
        let at: Double
        let low: Double
        let high: Double
    }

    /// Between which values the curve lies at some times.
    func fan(at times: [Double]) -> [Band] {
        fans.value(for: times) {
            guard let replicates else { return [] }
            return times.compactMap { time in
                replicates.band(CurveFigures.confidence, at: time).map { band in
                    let (a, b) = (shown(band.lowerBound), shown(band.upperBound))
                    return Band(at: time, low: min(a, b), high: max(a, b))
                }
            }
        }
    }

    private struct Key: Hashable, Sendable {
        let points: [TrajectoryPoint]
        let way: Trajectory.Way
        let limit: Double?
        let isLogarithmic: Bool
    }

    static let mostKept = 1000
    private static let kept = Kept<Key, CurveFigures>(capacity: mostKept)

    /// Worked out once for the same points, whoever asks and of whichever day, as long as no thousand others were asked for since.
    static func of(_ trajectory: Trajectory, _ points: [TrajectoryPoint]) -> CurveFigures {
        let key = Key(points: points, way: trajectory.way, limit: trajectory.limit, isLogarithmic: trajectory.isLogarithmic)
        return kept.value(for: key) { CurveFigures(key) }
    }
}

extension Trajectories {
    func figures(of id: ID<Trajectory>) -> CurveFigures? { trajectories[id].map { CurveFigures.of($0, points[id] ?? []) } }
}

extension Day {
    /// As a year with a fraction, as tables write it.
    var yearFraction: Double { WrittenYear.reading("\(self)") ?? Double(year) }
}
