import Journal
import Methods
import Organisation

/// Scores over the reporting periods, all against the target that is measured towards now, so that they can be compared.
struct Trends: Sendable {
    /// The last periods that have begun, oldest first.
    let axis: [(id: ID<ReportingPeriod>, period: ReportingPeriod)]
    private let amounts: [ID<Indicator>: [Double?]]
    private let scores: [ID<Indicator>: [Double?]]

    init(_ standings: Standings, periods count: Int = 8) {
        let measuring = standings.measuring
        let axis = Array(measuring.periods.suffix(count))
        self.axis = axis
        var amounts: [ID<Indicator>: [Double?]] = [:], scores: [ID<Indicator>: [Double?]] = [:]
        for row in standings.rows {
            let actuals = axis.map { measuring.actual(of: row.id, row.indicator, in: $0) }, target = row.measurement.target
            amounts[row.id] = actuals.map { $0.flatMap { $0.isEnough ? $0.amount : nil } }
            scores[row.id] = actuals.map { $0.flatMap { measuring.judge($0, row.indicator, against: target).score?.clamped } }
        }
        (self.amounts, self.scores) = (amounts, scores)
    }

    /// The figures themselves; `nil` for a period without one, or with one of too few.
    func amounts(of indicator: ID<Indicator>) -> [Double?] { amounts[indicator] ?? [] }

    func scores(of indicator: ID<Indicator>) -> [Double?] { scores[indicator] ?? [] }

    /// The mean of what is below, by weight; a period of which less than the least coverage is known stays a gap.
    func scores(of whole: Whole) -> [Double?] {
        let parts = whole.parts.map { part in (part.child.weight, scores(of: part)) }
        return axis.indices.map { index in
            let children = parts.map { weight, scores in
                let score = index < scores.count ? scores[index] : nil
                return RollUp.Child(weight: weight, score: score, expected: 100, rating: score == nil ? .noData : .onTrack)
            }
            guard let rollUp = RollUp(of: children, rules: .standard), rollUp.coverage >= Measuring.leastCoverage else { return nil }
            return rollUp.score
        }
    }

    private func scores(of part: Whole.Part) -> [Double?] {
        if case .indicator(let id) = part.thing { return scores(of: id) }
        return part.below.first.map { scores(of: $0) } ?? []
    }
}
