import Journal
import Methods
import Organisation
import Pages

/// Who stands with whom, how strong each coalition is, what it wins, and which is dominant.
struct CoalitionsPart {
    let visit: Visit
    let figures: ArenaFigures

    private var say: Say { visit.say }

    var sheet: Markup {
        let coalitions = figures.coalitions
        return Pages.sheet(say("leadership.coalitions"), id: "coalitions") {
            p { say("leadership.coalitions-finding", ["n": say.number(coalitions.count), "links": say.number(figures.analysis.links.count)]) }
            p { strong { dominant } }
            CoalitionDrawing(visit: visit, figures: figures).markup
            if !coalitions.isEmpty { table(coalitions) }
            if !figures.alone.isEmpty { p { say("leadership.alone", ["list": names(figures.alone)]) } }
            if !figures.pairs.isEmpty { pairs }
            p(.class("help")) { say("leadership.coalitions-how") }
        }
    }

    private var dominant: String {
        guard let found = figures.dominant else { return say("leadership.no-dominant") }
        return say("leadership.dominant", ["list": names(found.members), "won": say.number(found.won), "lost": say.number(found.lost)])
    }

    private func table(_ coalitions: [CoalitionAnalysis.Coalition]) -> Markup {
        scrollingTable(say("leadership.coalitions"), id: "coalition-table") {
            headings([(say("leadership.members"), false)] + ["common-least", "strength", "votes", "won", "lost"].map { (say("leadership.\($0)"), true) } + [(say("leadership.can"), false)])
            tbody {
                for coalition in coalitions {
                    tr {
                        th(.scope("row")) { names(coalition.members) }
                        for value in [figures.fewestShared(coalition), coalition.strength, coalition.votes, coalition.won, coalition.lost] { td(.class("n")) { say.number(value) } }
                        td { say(coalition.canCarry ? "leadership.can-carry" : coalition.canBlock ? "leadership.can-block" : "leadership.can-nothing") }
                    }
                }
            }
        }
    }

    /// Two who are similar on two issues and two who are on ten look alike in a drawing: here it is said.
    private var pairs: Markup {
        details {
            summary { say("leadership.pairs", ["n": say.number(figures.pairs.count), "most": say.number(min(CoalitionsPart.mostPairs, figures.pairs.count))]) }
            scrollingTable(say("leadership.similar"), id: "pair-table") {
                headings([(say("leadership.similar"), false), (say("leadership.similarity"), true), (say("leadership.common"), true)])
                tbody {
                    for pair in figures.pairs.prefix(CoalitionsPart.mostPairs) {
                        tr {
                            th(.scope("row")) { names([pair.one, pair.other]) }
                            td(.class("n")) { pair.similarity.value.map { say.number($0, digits: 2) } ?? "–" }
                            td(.class("n")) { say.number(pair.similarity.shared) }
                        }
                    }
                }
            }
        }
    }

    /// All pairs of sixty actors would be a page of their own.
    private static let mostPairs = 60

    private func names(_ places: [Int]) -> String { visit.names(places, figures) }
}

extension Visit {
    func names(_ places: [Int], _ figures: ArenaFigures) -> String { say.list(places.map { plain(figures.actors[$0].actor.name) }) }
}
