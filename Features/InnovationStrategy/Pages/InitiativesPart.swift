import HashTreeCollections
import Journal
import Organisation
import Pages

/// Every initiative of a version, by the numbers that they have in the drawings.
struct InitiativesPart {
    let visit: Visit
    let id: ID<Strategy>
    let figures: StrategyFigures

    private var say: Say { visit.say }

    var markup: Markup {
        sheet(say("innovationstrategy.initiatives"), id: "initiatives") {
            if figures.initiatives.isEmpty { p(.class("gap")) { say("innovationstrategy.no-initiatives") } } else { list }
            div(.class("actions")) {
                if visit.mayChange(id) {
                    visit.control(.planners, InnovationPath.strategy(id, "initiatives/new"), say("innovationstrategy.new-initiative"))
                    visit.control(.planners, "imports/initiatives", say("innovationstrategy.from-file"))
                }
                if !figures.initiatives.isEmpty { link(visit.path("exports/initiatives.csv"), .class("button quiet")) { say("innovationstrategy.as-file") } }
            }
        }
    }

    /// Where it does not follow from the five answers, that is said.
    private func explores(_ initiative: Initiative) -> String {
        guard let share = initiative.exploreShare else { return "–" }
        return initiative.exploreInstead == nil ? say.percent(share) : say("innovationstrategy.by-hand", ["share": say.percent(share)])
    }

    private var list: Markup {
        let words = StrategyWords(visit: visit, figures: figures)
        return scrollingTable(say("innovationstrategy.initiatives-list"), id: "initiatives-list", narrow: .cards) {
            headings([
                (say("innovationstrategy.column.number"), true), (say("innovationstrategy.initiative"), false), (say("innovationstrategy.field.type"), false),
                (say("innovationstrategy.column.amount"), true), (say("innovationstrategy.explores"), true), (say("innovationstrategy.field.thing"), false),
            ])
            tbody {
                for (number, listed) in figures.initiatives.enumerated() {
                    tr {
                        td(.class("n")) { say.number(number + 1) }
                        th(.scope("row")) { visit.link(to: listed.id, listed.initiative) }
                        td { say("innovationstrategy.type.\(listed.initiative.type.rawValue)") }
                        td(.class("n")) { listed.initiative.amount.map(words.amount) ?? "–" }
                        td(.class("n")) { explores(listed.initiative) }
                        td { listed.initiative.thing.flatMap { visit.nodeLink($0) } ?? Markup("–") }
                    }
                }
            }
        }
    }
}
