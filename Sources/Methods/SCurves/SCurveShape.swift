import Foundation

/// What can be told of a series before any curve.
extension SCurveSeries {
    func refusal(models: Set<SCurveModel>, scale: SCurveScale) -> SCurveRefusal? {
        guard count <= SCurveLimits.points else { return .tooMany }
        guard let least = models.map(\.leastPoints).min(), moments >= least, let lowest = values.min() else { return .tooFew }
        let far = SCurveSeries.farthest
        guard values.allSatisfy({ abs($0) < far }), times.allSatisfy({ abs($0) < far }) else { return .outOfRange }
        // What differs by rounding is the same.
        if highest - lowest <= 1e-12 * max(abs(highest), abs(lowest)) { return .constant }
        guard highest > 0, scale == .linear || lowest > 0 else { return .notPositive }
        return nil
    }

    /// Squares of what is larger could not be summed.
    private static let farthest = 1e100

    /// Which share of what it had risen to its peak it has lost since; infinite where it never rose. Single points are smoothed away.
    var lost: Double {
        let smooth = smoothed
        guard let peak, let low = smooth[...peak].min(), let end = smooth.last else { return 0 }
        let fall = smooth[peak] - end
        return fall > 0 ? fall / (smooth[peak] - low) : 0
    }

    /// Whether it has lost more than half of what it had risen, point by point over six points or more: a jump down is a break in how it is counted.
    var declines: Bool {
        guard let peak, count - peak >= 6 else { return false }
        return lost > 0.5 && slope(from: peak) < -3
    }

    /// Whether a straight line through the whole falls by more than chance.
    var falls: Bool { slope(from: 0) < -2 }

    private var peak: Int? {
        let smooth = smoothed
        return smooth.indices.max { (smooth[$0], $0) < (smooth[$1], $1) }
    }

    /// Running medians of three (Tukey 1977), the ends as those next to them; of long series running means of a twentieth of the points after that.
    private var smoothed: [Double] {
        guard count > 2 else { return values }
        let inner = (1..<count - 1).map { max(min(values[$0 - 1], values[$0]), min(max(values[$0 - 1], values[$0]), values[$0 + 1])) }
        let medians = [inner[0]] + inner + [inner[inner.count - 1]], half = count / 40
        guard half > 0 else { return medians }
        var sums = [0.0]
        for median in medians { sums.append(sums[sums.count - 1] + median) }
        return medians.indices.map { point in
            let start = max(0, point - half), end = min(count, point + half + 1)
            return (sums[end] - sums[start]) / Double(end - start)
        }
    }

    /// Student's t of the slope of a straight line through what begins at a point.
    private func slope(from start: Int) -> Double {
        let times = times[start...], values = values[start...]
        let n = Double(times.count), meanTime = times.reduce(0, +) / n, mean = values.reduce(0, +) / n
        var across = 0.0, wide = 0.0, high = 0.0
        for (time, value) in zip(times, values) {
            across += (time - meanTime) * (value - mean)
            wide += (time - meanTime) * (time - meanTime)
            high += (value - mean) * (value - mean)
        }
        guard wide > 0, high > 0 else { return 0 }
        let correlation = across / (wide.squareRoot() * high.squareRoot())
        return correlation * (max(0, n - 2) / max(1 - correlation * correlation, .ulpOfOne)).squareRoot()
    }
}
