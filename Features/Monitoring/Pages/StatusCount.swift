import Methods
import Organisation
import Pages

/// How many of some indicators stand how.
struct StatusCount: Sendable {
    let all: Int
    let byRating: [Rating: Int]
    let stale: Int

    init(_ measurements: [Measurement]) {
        all = measurements.count
        byRating = Dictionary(grouping: measurements, by: \.rating).mapValues(\.count)
        stale = measurements.count { $0.isStale && $0.rating != .noData }
        withValue = measurements.count { $0.actual.map { $0.counted > 0 || $0.judgement != nil } ?? false }
    }

    let withValue: Int

    subscript(rating: Rating) -> Int { byRating[rating] ?? 0 }

    /// “17 of 24 indicators have a value; 9 are on track, 4 at risk, 4 off track. 2 values are out of date.”
    func sentence(_ visit: Visit) -> Markup {
        let say = visit.say
        var text = say(
            "monitoring.count.sentence", count: all,
            [
                "value": say.number(withValue), "onTrack": say.number(self[.onTrack]), "atRisk": say.number(self[.atRisk]),
                "offTrack": say.number(self[.offTrack]),
            ])
        if stale > 0 { text += " " + say("monitoring.count.stale", count: stale) }
        return Markup(text)
    }

    func bar(_ visit: Visit, id: String) -> Markup {
        let say = visit.say
        let shares = Rating.allCases.map { rating in
            StackedBar.Share(
                label: say("pages.status.\(rating.word)"), value: Double(self[rating]), valueText: say.number(self[rating]),
                shareText: all > 0 ? say.percent(Double(self[rating]) / Double(all)) : nil, shade: .standing(rating.standing),
                href: visit.path("indicators", ["status": rating.word]))
        }
        return stackedBar(
            StackedBar(shares: shares, labelHeading: say("pages.status"), valueHeading: say("monitoring.indicators")),
            in: ChartFrame(
                id: id, finding: say("monitoring.count.finding", count: all, ["onTrack": say.number(self[.onTrack])]),
                tableLabel: say("pages.show-table"), isRightToLeft: visit.isRightToLeft))
    }
}
