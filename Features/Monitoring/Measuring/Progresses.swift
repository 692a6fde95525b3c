import HashTreeCollections
import Journal
import Methods
import Organisation

/// How every indicator, objective, perspective and plan stands, for whoever asks.
func progress(of organisation: Organisation) -> [Reference: Progress] {
    let standings = Standings(organisation)
    let trends = Trends(standings)
    let plan = standings.plan
    var all: [Reference: Progress] = [:]
    for (id, indicator) in plan.indicators {
        guard let measurement = standings.indicators[id] else { continue }
        all[Reference(Plan.self, id)] = Progress(
            measurement, explanation: "indicators/\(id)/how", trend: trends.scores(of: id), audience: plan.audience(of: indicator))
    }
    func add(_ reference: Reference, _ whole: Whole?, _ id: String, of planID: ID<StrategicPlan>?) {
        guard let whole, all[reference] == nil else { return }
        all[reference] = Progress(
            whole, standings, explanation: "progress/\(id)", trend: trends.scores(of: whole), audience: plan.audience(of: planID))
    }
    for id in plan.objectives.keys { add(Reference(Plan.self, id), standings.whole(of: id), id.text, of: plan.plan(of: id)) }
    for (id, perspective) in plan.perspectives { add(Reference(Plan.self, id), standings.whole(of: id), id.text, of: perspective.plan) }
    for id in plan.plans.keys { add(Reference(Plan.self, id), standings.whole(of: id), id.text, of: id) }
    return all
}

extension Progress {
    init(_ measurement: Measurement, explanation: String, trend: [Double?] = [], audience: Audience) {
        let hasValue = measurement.actual.map { $0.amount != nil || $0.text != nil || $0.judgement != nil || $0.counted > 0 } ?? false
        self.init(
            status: Status(measurement.rating), isStale: measurement.isStale, score: measurement.score?.clamped,
            coverage: measurement.actual?.coverage ?? 0, counted: measurement.actual?.counted ?? (hasValue ? 1 : 0),
            of: measurement.actual?.of ?? 1, explanation: explanation, trend: trend, audience: audience)
    }

    /// A whole is stale where most of what it rests on is.
    init(_ whole: Whole, _ standings: Standings, explanation: String, trend: [Double?] = [], audience: Audience) {
        let measured = whole.leaves.compactMap { standings.indicators[$0] }.filter { $0.rating != .noData }
        let stale = measured.count { $0.isStale }
        self.init(
            status: Status(whole.rollUp.rating), isStale: stale * 2 > measured.count, score: whole.rollUp.score,
            coverage: whole.rollUp.coverage, counted: measured.count, of: whole.leaves.count, explanation: explanation, trend: trend,
            audience: audience)
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

/// Who may see what: a draft is for those who take part, an indicator for those whom its sheet names.
extension Plan {
    func audience(of id: ID<StrategicPlan>?) -> Audience {
        guard let id, let plan = plans[id] else { return .participants }
        return plan.status == .draft ? .participants : .everyone
    }

    func audience(of indicator: Indicator) -> Audience {
        switch indicator.disclosure {
        case .staff: .staff
        case .members: .participants
        case .everyone: audience(of: plan(of: indicator.objective))
        }
    }
}
