import Methods

/// What is told of a series, as JSON.
struct SCurveAnswer {
    let name: String?
    let series: SCurveSeries
    let missing: Int
    let verdict: SCurveVerdict
    /// When the era is told.
    let time: Double?
    let replicates: SCurveReplicates?

    /// Keys in order; what is not there is null.
    var json: String {
        let best = verdict.choice?.best
        var members = SCurveAnswer.members(best)
        members["also_good"] = SCurveAnswer.list(verdict.choice?.alsoGood.map(\.curve.model.rawValue) ?? [])
        members["era"] = standing?.era.rawValue.json ?? "null"
        members["fits"] = "[\(verdict.choice?.fits.map { SCurveAnswer.object(SCurveAnswer.members($0)) }.joined(separator: ", ") ?? "")]"
        members["intervals"] = intervals
        members["landmarks"] = best.flatMap { verdict.refusal == nil ? $0 : nil }.map { "[\($0.curve.landmarks.times.map(SCurveAnswer.number).joined(separator: ", "))]" } ?? "null"
        members["missing"] = "\(missing)"
        members["n"] = "\(series.times.count)"
        members["reason"] = verdict.refusal?.rawValue.json ?? "null"
        members["remarks"] = SCurveAnswer.list(SCurveRemark.allCases.filter(verdict.remarks.contains).map(\.rawValue))
        members["series"] = name?.json ?? "null"
        members["share_of_limit"] = standing.map { SCurveAnswer.number($0.share) } ?? "null"
        members["verdict"] = (verdict.refusal == nil ? "fitted" : "refused").json
        return SCurveAnswer.object(members)
    }

    private var standing: SCurveStanding? {
        guard verdict.refusal == nil, let time, let best = verdict.choice?.best else { return nil }
        return SCurveStanding(best.curve, at: time, seen: SCurveSighting(hasDominantDesign: nil, hasDiscontinuity: false))
    }

    private var intervals: String {
        guard let replicates else { return "null" }
        let numbers: [(String, (SCurve) -> Double)] = [("L", \.limit), ("r", \.rate), ("t0", \.midpoint)]
        var members = ["at_bound": "\(replicates.atLimit)", "replicates": "\(replicates.curves.count)"]
        for (name, number) in numbers {
            let ends = replicates.interval(0.95, of: number)
            members[name] = ends.map { "[\(SCurveAnswer.number($0.lowerBound)), \(SCurveAnswer.number($0.upperBound))]" } ?? "null"
        }
        return SCurveAnswer.object(members)
    }

    private static func members(_ fit: SCurveFit?) -> [String: String] {
        guard let fit else { return Dictionary(uniqueKeysWithValues: ["aicc", "at_bound", "model", "parameters", "r2", "rss"].map { ($0, "null") }) }
        var parameters = ["L": number(fit.curve.limit), "r": number(fit.curve.rate), "t0": number(fit.curve.midpoint)]
        if fit.curve.model == .richards { parameters["nu"] = number(fit.curve.shape) }
        return [
            "aicc": number(fit.criterion), "at_bound": list(SCurveFit.Member.allCases.filter(fit.atBound.contains).map(\.rawValue)), "model": fit.curve.model.rawValue.json,
            "parameters": object(parameters), "r2": fit.determination.map(number) ?? "null", "rss": number(fit.squares),
        ]
    }

    private static func object(_ members: [String: String]) -> String {
        let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return "{\(sorted.map { "\($0.key.json): \($0.value)" }.joined(separator: ", "))}"
    }

    private static func list(_ names: [String]) -> String { "[\(names.map(\.json).joined(separator: ", "))]" }

    /// JSON has no number that is not finite.
    private static func number(_ number: Double) -> String { number.isFinite ? "\(number)" : "null" }
}
