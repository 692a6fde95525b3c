import Journal
import Methods
import Organisation
import Pages

/// Pisano's landscape, kept apart from the map: the same words mean something else there.
struct LandscapePart {
    let visit: Visit
    let figures: StrategyFigures

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        let known = figures.initiatives.filter { $0.initiative.quadrant != nil }
        if !known.isEmpty {
            sheet(say("innovationstrategy.landscape"), id: "landscape") {
                p(.class("notice")) { say("innovationstrategy.landscape-differs") }
                table(.class("cross")) {
                    caption { say("innovationstrategy.landscape-caption") }
                    thead { tr { for isNew in [false, true] { th(.scope("col")) { say("innovationstrategy.competences.\(isNew ? "new" : "existing")") } } } }
                    // What needs a new model lies above, as in the source.
                    for isNewModel in [true, false] {
                        tbody {
                            tr { element("th", [.scope("rowgroup"), .span(2)]) { say("innovationstrategy.model.\(isNewModel ? "new" : "existing")") } }
                            tr { for isNew in [false, true] { td { cell(LandscapeQuadrant(needsNewCompetences: isNew, needsNewModel: isNewModel)) } } }
                        }
                    }
                }
                if known.count < figures.initiatives.count { p(.class("help")) { say("innovationstrategy.not-in-landscape", count: figures.initiatives.count - known.count) } }
            }
        }
    }

    private func cell(_ quadrant: LandscapeQuadrant) -> Markup {
        let all = figures.inQuadrant(quadrant), amount = all.reduce(0) { $0 + ($1.initiative.amount ?? 0) }
        return group {
            strong { say("innovationstrategy.quadrant.\(quadrant.rawValue)") }
            if amount > 0 {
                " "
                small { say("innovationstrategy.part-of-budget", ["amount": StrategyWords(visit: visit, figures: figures).amount(amount), "share": say.percent(amount / figures.amount)]) }
            }
            if !all.isEmpty { ul { for item in all { li { visit.link(to: item.id, item.initiative) } } } }
        }
    }
}
