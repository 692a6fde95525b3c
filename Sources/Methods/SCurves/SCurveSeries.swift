/// A measure over time in which more is better, as curves are fitted to it.
///
/// Times are in years (of any calendar that counts on): bounds of the rate are meant so. Sorted by time; where two points share a time both count.
package struct SCurveSeries: Equatable, Sendable {
    package let times: [Double]
    package let values: [Double]
    /// How many points were left out because a number was missing or not finite.
    package let missing: Int

    /// - Parameters:
    ///   - points: in any order; what is not finite is left out.
    ///   - direction: of the measure. Where less is better (hours, cost, errors), the reciprocal is taken: how much is done for one unit of it. A value of
    ///     zero or below is left out then, for it has none; a range that is to be kept has no direction, and leaves nothing.
    package init(_ points: [(time: Double, value: Double)], direction: Direction) {
        let kept = points.compactMap { point -> (time: Double, value: Double)? in
            switch direction {
            case .up: return point.time.isFinite && point.value.isFinite ? point : nil
            case .down: return point.time.isFinite && point.value > 0 && (1 / point.value).isNormal ? (point.time, 1 / point.value) : nil
            case .range: return nil
            }
        }
        // Of points at one time the lower comes first, so that the order in a file changes nothing.
        let sorted = kept.sorted { ($0.time, $0.value) < ($1.time, $1.value) }
        times = sorted.map(\.time)
        values = sorted.map(\.value)
        missing = points.count - kept.count
    }

    private init(times: [Double], values: [Double], missing: Int) {
        self.times = times
        self.values = values
        self.missing = missing
    }

    /// Other values at the same times.
    func with(_ values: [Double]) -> SCurveSeries { SCurveSeries(times: times, values: values, missing: missing) }

    var count: Int { times.count }
    var highest: Double { values.max() ?? 0 }
    /// From the first to the last time.
    var span: Double { (times.last ?? 0) - (times.first ?? 0) }

    /// How far apart times usually are: the median of what lies between two that follow one another.
    var step: Double {
        let steps = zip(times.dropFirst(), times).map { $0 - $1 }.filter { $0 > 0 }.sorted()
        return steps.isEmpty ? 0 : steps[steps.count / 2]
    }

    /// How many different times there are.
    var moments: Int { zip(times.dropFirst(), times).count { $0 > $1 } + (times.isEmpty ? 0 : 1) }
}
