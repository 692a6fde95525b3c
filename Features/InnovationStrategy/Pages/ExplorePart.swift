import Journal
import Methods
import Organisation
import Pages

/// How much of the budget explores, against what was agreed; by type; and the reference that is no target.
struct ExplorePart {
    let visit: Visit
    let figures: StrategyFigures

    private var say: Say { visit.say }
    private var words: StrategyWords { StrategyWords(visit: visit, figures: figures) }

    var markup: Markup {
        sheet(say("innovationstrategy.explore"), id: "explore") {
            if let explore = figures.explore { shown(explore) } else { p(.class("gap")) { say("innovationstrategy.explore-unknown") } }
            if figures.withoutAmount > 0 { p(.class("help")) { say("innovationstrategy.without-amount", count: figures.withoutAmount) } }
            if figures.withoutExplore > 0 { p(.class("help")) { say("innovationstrategy.without-explore", count: figures.withoutExplore) } }
            p(.class("help")) { say("innovationstrategy.explore-source") }
        }
    }

    private func shown(_ explore: ExploreShare) -> Markup {
        group {
            stackedBar(
                StackedBar(
                    shares: [
                        .init(
                            label: say("innovationstrategy.exploits"), value: explore.exploit, valueText: say.percent(explore.exploit), shareText: words.amount(explore.exploit * explore.amount),
                            shade: .step(2)),
                        .init(
                            label: say("innovationstrategy.explores"), value: explore.explore, valueText: say.percent(explore.explore), shareText: words.amount(explore.explore * explore.amount),
                            shade: .step(5)),
                    ], labelHeading: say("innovationstrategy.explore"), valueHeading: say("innovationstrategy.column.share")),
                in: ChartFrame(
                    id: "ratio", finding: say("innovationstrategy.ratio-finding", ["ratio": words.ratio ?? "–"]), tableLabel: say("innovationstrategy.explore"),
                    isRightToLeft: visit.language.isRightToLeft))
            if let known = words.known(explore) { p { known } }
            agreed
            types
            if let horizons = figures.horizons { reference(horizons) }
        }
    }

    @MarkupBuilder private var agreed: Markup {
        if let gap = figures.gap, let agreed = figures.strategy.answers.explore {
            p {
                statusMark(StatusMark(ExplorePart.standing(gap.verdict), label: say("innovationstrategy.gap-verdict.\(gap.verdict.rawValue)")))
                " · "
                say(
                    "innovationstrategy.gap-said",
                    ["agreed": visit.ratio(agreed), "tolerance": visit.points(figures.strategy.answers.tolerance), "gap": say("innovationstrategy.points", amount: abs(gap.difference) * 100)])
            }
        } else {
            p(.class("gap")) { say("innovationstrategy.not-agreed") }
        }
    }

    private static func standing(_ verdict: ExploreGap.Verdict) -> Standing {
        switch verdict {
        case .within: .onTrack
        case .below, .above: .atRisk
        case .undecided: .noData
        }
    }

    private var types: Markup {
        let shares = figures.typeShares, agreed = figures.strategy.answers.typeShares
        return scrollingTable(say("innovationstrategy.by-type"), id: "by-type", narrow: .cards) {
            headings([
                (say("innovationstrategy.field.type"), false), (say("innovationstrategy.initiatives"), true), (say("innovationstrategy.column.amount"), true),
                (say("innovationstrategy.column.share"), true), (say("innovationstrategy.column.agreed"), true), (say("innovationstrategy.ratio"), true),
            ])
            tbody {
                for (place, type) in InnovationType.allCases.enumerated() {
                    tr {
                        th(.scope("row")) { say("innovationstrategy.type.\(type.rawValue)") }
                        td(.class("n")) { say.number(figures.of(type).count) }
                        td(.class("n")) { words.amount(figures.amount(of: type)) }
                        td(.class("n")) { shares.map { say.percent($0[place]) } ?? "–" }
                        td(.class("n")) { agreed.indices.contains(place) ? say.percent(agreed[place]) : "–" }
                        td(.class("n")) { figures.explore(of: type).map { visit.ratio($0.explore) } ?? "–" }
                    }
                }
            }
        }
    }

    /// 70-20-10 with what is to be said against it.
    private func reference(_ horizons: InnovationHorizons) -> Markup {
        details {
            summary { say("innovationstrategy.reference") }
            p {
                say(
                    "innovationstrategy.reference-said",
                    [
                        "shares": zip(InnovationHorizons.Horizon.allCases, horizons.shares).map { say.naming(say("innovationstrategy.horizon.\($0.rawValue)"), say.percent($1)) }.joined(
                            separator: " · "),
                        "distance": say.number(horizons.distance, digits: 2),
                    ])
            }
            p(.class("help")) { say("innovationstrategy.reference-critics") }
        }
    }
}
