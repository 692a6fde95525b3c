import Methods
import Organisation
import Pages

extension Say {
    /// What those that are counted together are called: a value that nothing can be held against counts among those without a status.
    func group(of rating: Rating) -> String { self(rating == .noData ? "monitoring.count.without-status" : "pages.status.\(rating.word)") }
}

/// How many of some indicators have a value, and how those that this reader may see stand.
///
/// There is one way of counting, here and in `Progress`: of all indicators, disclosed or not, those that have a value. Statuses are
/// counted of the disclosed ones only: with the others among them, the list would tell by what is missing how those stand.
struct StatusCount: Sendable {
    /// Those that this reader may see.
    let shown: Int
    let undisclosed: Int
    let withValue: Int
    private let byRating: [Rating: Int]
    private let stale: Int

    init(_ shown: [Standings.Row], undisclosed: [Standings.Row]) {
        var byRating: [Rating: Int] = [:]
        for row in shown { byRating[row.measurement.rating, default: 0] += 1 }
        (self.shown, self.undisclosed, self.byRating) = (shown.count, undisclosed.count, byRating)
        withValue = shown.count { $0.measurement.hasValue } + undisclosed.count { $0.measurement.hasValue }
        stale = shown.count { $0.measurement.isStale && $0.measurement.rating != .noData }
    }

    var all: Int { shown + undisclosed }

    subscript(rating: Rating) -> Int { byRating[rating] ?? 0 }

    /// “Indicators with a value: 17 of 24. On track: 9, at risk: 4, off track: 4. 2 of these are out of date.”
    func sentence(_ visit: Visit) -> Markup {
        let say = visit.say
        var text = say(
            "monitoring.count.sentence",
            [
                "value": say.number(withValue), "of": say.number(all), "onTrack": say.number(self[.onTrack]),
                "atRisk": say.number(self[.atRisk]), "offTrack": say.number(self[.offTrack]),
            ])
        if stale > 0 { text += " " + say("monitoring.count.stale", count: stale) }
        if undisclosed > 0 { text += " " + say("monitoring.count.undisclosed", count: undisclosed) }
        return Markup(text)
    }

    func bar(_ visit: Visit, id: String) -> Markup {
        let say = visit.say
        let shares = Rating.allCases.map { rating in
            StackedBar.Share(
                label: say.group(of: rating), value: Double(self[rating]), valueText: say.number(self[rating]),
                shareText: shown > 0 ? say.percent(Double(self[rating]) / Double(shown)) : nil, shade: .standing(rating.standing),
                href: visit.path("indicators", ["status": rating.word]))
        }
        return stackedBar(
            StackedBar(shares: shares, labelHeading: say("pages.status"), valueHeading: say("monitoring.indicators")),
            in: ChartFrame(
                id: id, finding: say("monitoring.count.finding", ["onTrack": say.number(self[.onTrack]), "of": say.number(shown)]),
                tableLabel: say("pages.show-table"), isRightToLeft: visit.isRightToLeft))
    }
}
