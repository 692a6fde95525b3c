import HashTreeCollections
import Journal
import Methods
import Organisation

/// How every indicator, objective, perspective and plan stands, for whoever asks.
func progress(of organisation: Organisation) -> [Reference: Progress] { Standings.of(organisation).progress }

extension Standings {
    fileprivate var progress: [Reference: Progress] {
        let trends = trends
        var all: [Reference: Progress] = [:]
        for (id, indicator) in plan.indicators {
            guard let measurement = indicators[id] else { continue }
            all[Reference(Plan.self, id)] = Progress(
                measurement, explanation: "indicators/\(id)/how", trend: trends.scores(of: id), audience: plan.audience(of: indicator))
        }
        func add(_ reference: Reference, _ whole: Whole?, _ id: String, of planID: ID<StrategicPlan>?) {
            guard let whole, all[reference] == nil else { return }
            let audience = plan.audience(of: planID)
            let precision = precision(of: whole, toldTo: audience)
            // A trend goes back to periods of which less was known: that only one part was hidden then is not looked for.
            let ofTrend = isDisclosed(whole, to: audience) ? precision : max(precision, .rounded)
            all[reference] = Progress(
                whole, self, precision, explanation: "progress/\(id)",
                trend: precision == .statusOnly ? [] : trends.scores(of: whole).map { ofTrend.told($0) }, audience: audience)
        }
        for id in plan.objectives.keys { add(Reference(Plan.self, id), whole(of: id), id.text, of: plan.plan(of: id)) }
        for (id, perspective) in plan.perspectives { add(Reference(Plan.self, id), whole(of: id), id.text, of: perspective.plan) }
        for id in plan.plans.keys { add(Reference(Plan.self, id), whole(of: id), id.text, of: id) }
        return all
    }
}

extension Progress {
    init(_ measurement: Measurement, explanation: String, trend: [Double?] = [], audience: Audience) {
        self.init(
            status: Status(measurement.rating), hasTooLittle: measurement.gap == .tooFew,
            isUnrated: measurement.rating == .noData && measurement.hasValue && measurement.gap != .tooFew, isStale: measurement.isStale, score: measurement.score?.clamped,
            coverage: measurement.actual?.coverage ?? 0, counted: measurement.actual?.counted ?? 0, of: measurement.actual?.of ?? 1,
            explanation: explanation, trend: trend, audience: audience)
    }

    /// A whole is stale where most of what it rests on is. Counted are the indicators below it that have a value, of all of them,
    /// disclosed or not: the same as in `StatusCount`.
    init(
        _ whole: Whole, _ standings: Standings, _ precision: Precision, explanation: String, trend: [Double?] = [], audience: Audience
    ) {
        let below = whole.leaves.compactMap { standings.indicators[$0] }
        let measured = below.filter { $0.rating != .noData }
        let stale = measured.count { $0.isStale }
        // Where the score is not told, it is not told either that there is one.
        let score = precision.told(whole.rollUp.score)
        self.init(
            status: Status(whole.rollUp.rating), hasTooLittle: whole.rollUp.rating == .noData && score != nil, isStale: stale * 2 > measured.count, score: score,
            coverage: whole.rollUp.coverage, counted: below.count { $0.hasValue }, of: whole.leaves.count, explanation: explanation,
            trend: trend, audience: audience)
    }
}

extension Progress.Status {
    init(_ rating: Rating) {
        switch rating {
        case .onTrack: self = .onTrack
        case .atRisk: self = .atRisk
        case .offTrack: self = .offTrack
        case .noData: self = .noData
        }
    }
}
