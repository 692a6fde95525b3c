import HashTreeCollections
import Journal
import Organisation
import Pages

/// How large a risk is: as it stands, and every rating that it has had, under the rule that holds now.
struct RiskRatings {
    let visit: Visit
    let standing: RiskStanding

    private var say: Say { visit.say }
    private var ratings: [GivenRating] { visit.risks.ratings[standing.id] ?? [] }
    private var thresholds: RiskThresholds { visit.risks.thresholds }

    var markup: Markup {
        sheet(say("risks.ratings"), id: "ratings") {
            if let last = ratings.last {
                present(last.rating)
                p { visit.text(last.rating.because) }
                appetite
                if ratings.count > 1 { chart }
                history
            } else {
                p { say("risks.not-rated") }
            }
            p(.class("help")) { say("risks.rule-note", ["rule": visit.rule]) }
        }
    }

    private func present(_ rating: RiskRating) -> Markup {
        let rows: [(key: String, place: RiskPlace?)] = [("inherent", rating.inherent), ("residual", rating.residual), ("target", rating.target)]
        return scrollingTable(say("risks.rated-now"), id: "rated") {
            headings([(say("risks.sight"), false), (say("risks.field.likelihood"), false), (say("risks.field.impact"), false), (say("risks.score"), false)])
            tbody {
                for row in rows {
                    if let place = row.place {
                        tr {
                            th(.scope("row")) { say("risks.sight.\(row.key)") }
                            td { say("risks.likelihood.\(place.likelihood)") }
                            td { say("risks.impact.\(place.impact)") }
                            td { visit.mark(thresholds.level(of: place.score), score: place.score) }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var appetite: Markup {
        if let category = standing.risk.category.flatMap({ visit.risks.categories[$0] }), category.appetite != nil || !category.statement.isEmpty, visit.viewer.belongs(to: .participants) {
            p {
                if let appetite = category.appetite { say("risks.appetite-of", ["n": say.number(appetite)]); " " }
                visit.text(category.statement)
            }
        }
    }

    private var chart: Markup {
        let say = say, scores = ratings.map(\.rating.residual.score)
        let finding = say("risks.course", count: ratings.count, ["first": say.number(scores.first ?? 0), "last": say.number(scores.last ?? 0)])
        return lineChart(
            LineChart(
                periods: ratings.map { given in
                    LineChart.Period(name: say.shortDay(given.on), value: Double(given.rating.residual.score), valueText: say.number(given.rating.residual.score), at: Double(given.on.number))
                }, baseline: nil, target: .level(Double(thresholds.red)), valueLabel: say("risks.residual-score"), baselineLabel: "",
                targetLabel: say("risks.red-from", ["n": say.number(thresholds.red)]), periodHeading: say("risks.field.rated-on"), format: { say.number($0, digits: 0) }),
            in: ChartFrame(id: "course", finding: finding, tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft))
    }

    private var history: Markup {
        details(.flag("open", ratings.count > 1 && ratings.count <= 12)) {
            summary { say("risks.every-rating", count: ratings.count) }
            scrollingTable(say("risks.history-caption"), id: "history") {
                headings([
                    (say("risks.field.rated-on"), false), (say("risks.sight.inherent"), true), (say("risks.sight.residual"), false), (say("risks.field.rated-because"), false),
                    (say("risks.by"), false),
                ])
                tbody {
                    for given in ratings.reversed() {
                        tr {
                            th(.scope("row")) { say.shortDay(given.on) }
                            td(.class("n")) { say.number(given.rating.inherent.score) }
                            td { visit.mark(thresholds.level(of: given.rating.residual.score), score: given.rating.residual.score) }
                            td { visit.text(given.rating.because) }
                            td { visit.name(of: given.by) }
                        }
                    }
                }
            }
        }
    }
}
