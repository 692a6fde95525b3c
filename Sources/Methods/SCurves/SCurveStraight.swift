import Foundation

extension SCurveSeries {
    /// Whether a straight line (on the logarithmic scale an exponential) describes the series as well as its curve: by Akaike's criterion with its correction for few points the curve is not
    /// better by more than `SCurveChoice.tie`.
    func isStraight(beside fit: SCurveFit, knowsLimit: Bool) -> Bool {
        let targets = fit.scale == .log ? values.map { log($0) } : values, count = Double(targets.count)
        let meanTime = times.reduce(0, +) / count, mean = targets.reduce(0, +) / count
        let width = times.reduce(0) { $0 + ($1 - meanTime) * ($1 - meanTime) }
        guard width > 0, count > 4 else { return false }
        let slope = zip(times, targets).reduce(0) { $0 + ($1.0 - meanTime) * ($1.1 - mean) } / width
        let squares = zip(times, targets).reduce(0) { sum, point in
            let missed = point.1 - mean - slope * (point.0 - meanTime)
            return sum + missed * missed
        }
        let line = informationCriterion(of: targets, squares: squares, parameters: 2)
        return line - informationCriterion(of: targets, squares: fit.squares, parameters: fit.curve.model.parameters - (knowsLimit ? 1 : 0)) < SCurveChoice.tie
    }
}
