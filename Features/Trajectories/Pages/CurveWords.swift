import Methods
import Organisation
import Pages

/// What a curve says, in words.
struct CurveWords {
    let visit: Visit
    let trajectory: Trajectory
    let figures: CurveFigures

    private var say: Say { visit.say }

    /// The one sentence.
    var verdict: String {
        guard let curve = figures.curve, let standing = figures.standing(trajectory) else {
            return say("trajectories.verdict.refused", ["because": visit.refusal(figures)])
        }
        let words = [
            "year": visit.year(figures.last), "era": say("trajectories.era.\(standing.era.rawValue)"), "limit": visit.amount(figures.shown(curve.limit)), "share": say.percent(standing.share),
        ]
        if isLimitUnknown { return say(isStraight ? "trajectories.verdict.straight" : "trajectories.verdict.unknown-limit", words) }
        let given = trajectory.limit == nil ? "" : "-given"
        return say("trajectories.verdict.fitted\(figures.way == .up ? "" : "-down")\(given)", words)
    }

    private var isStraight: Bool { figures.verdict.remarks.contains(.straight) }
    private var isLimitUnknown: Bool { figures.verdict.remarks.contains(.limitNotIdentifiable) }

    var remarks: [String] {
        guard figures.curve != nil else { return [] }
        // What a straight line would do as well has no limit to be told: said once.
        let said = isStraight ? figures.verdict.remarks.subtracting([.limitNotIdentifiable]) : figures.verdict.remarks
        let known = SCurveRemark.allCases.filter(said.contains).map { say("trajectories.remark.\($0.rawValue)") }
        return known + (figures.isBeyondLimit ? [say("trajectories.remark.beyond-limit")] : [])
    }

    var facts: [(term: String, value: Markup)] {
        guard let fit = figures.fit, let choice = figures.verdict.choice else { return [] }
        let curve = fit.curve, others = choice.alsoGood.map { say("trajectories.model.\($0.curve.model.rawValue)") }
        let model = say("trajectories.model.\(curve.model.rawValue)")
        return [
            (say("trajectories.model"), Markup(others.isEmpty ? model : say("trajectories.models", ["best": model, "others": say.list(others)]))),
            (say("trajectories.limit"), Markup(limit(curve))),
            (say("trajectories.midpoint"), Markup(interval(curve.midpoint, visit.year) { $0.midpoint })),
            (say("trajectories.rise-time"), Markup(interval(curve.riseTime, visit.amount) { $0.riseTime })),
            (say("trajectories.landmarks"), Markup(say.list(curve.landmarks.times.map(visit.year)))),
            (say("trajectories.fit"), Markup(fit.determination.map { say("trajectories.explained", ["share": say.percent($0, digits: 1), "n": say.number(figures.series.times.count)]) } ?? "")),
        ]
    }

    private func limit(_ curve: SCurve) -> String {
        if trajectory.limit != nil { return say("trajectories.limit-known", ["limit": visit.amount(figures.shown(curve.limit))]) }
        if isLimitUnknown { return say(isStraight ? "trajectories.limit-straight" : "trajectories.limit-unknown") }
        return interval(figures.shown(curve.limit), visit.amount) { figures.shown($0.limit) }
    }

    /// *84.9 (82.1 to 88.0)*
    private func interval(_ value: Double, _ write: (Double) -> String, _ number: (SCurve) -> Double) -> String {
        guard let interval = figures.replicates?.interval(CurveFigures.confidence, of: number) else { return write(value) }
        return say("trajectories.interval", ["value": write(value), "low": write(interval.lowerBound), "high": write(interval.upperBound)])
    }
}
