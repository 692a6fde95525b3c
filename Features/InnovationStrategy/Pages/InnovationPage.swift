import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Every version that a reader may see, and what others have said of how the organisation innovates.
struct InnovationPage {
    let visit: Visit

    static let route = Route.page(InnovationPath.front, .everyone) { InnovationPage(visit: $0).page }

    private var say: Say { visit.say }

    private var page: Page {
        let all = visit.innovation.strategiesInOrder.filter { visit.sees($0.id) }
        return Page(say("innovationstrategy.title"), place: InnovationPath.front) {
            p(.class("lede")) { say("innovationstrategy.lede") }
            div(.class("actions")) {
                visit.control(.planners, InnovationPath.new, say("innovationstrategy.new"), quiet: false)
                visit.control(.planners, "imports/initiatives", say("innovationstrategy.from-file"))
            }
            if !all.isEmpty { list(all) }
            StatementsPart(visit: visit, isAlone: all.isEmpty).markup
            if all.isEmpty, visit.innovation.statements.isEmpty { emptyState(say("innovationstrategy.none"), say("innovationstrategy.none-text")) }
        }
    }

    private func list(_ all: [(id: ID<Strategy>, strategy: Strategy)]) -> Markup {
        scrollingTable(say("innovationstrategy.list"), id: "list") {
            headings([
                (say("innovationstrategy.field.title"), false), (say("innovationstrategy.state"), false), (say("innovationstrategy.initiatives"), true), (say("innovationstrategy.ratio"), true),
            ])
            tbody {
                for (id, strategy) in all {
                    let figures = visit.figures(of: id, strategy)
                    tr {
                        th(.scope("row")) {
                            link(visit.path(InnovationPath.strategy(id))) { visit.text(strategy.title) }
                            " "
                            small { say("innovationstrategy.version", ["number": say.number(strategy.number)]) }
                        }
                        td { visit.mark(of: id) }
                        td(.class("n")) { say.number(figures.initiatives.count) }
                        td(.class("n")) { StrategyWords(visit: visit, figures: figures).ratio ?? "–" }
                    }
                }
            }
        }
    }
}

extension Visit {
    /// How a version stands, by shape, colour and word.
    func mark(of id: ID<Strategy>) -> Markup {
        let state = innovation.state(of: id), word = say("innovationstrategy.state.\(state.rawValue)")
        return statusMark(StatusMark(state == .inForce ? .onTrack : .noData, label: word))
    }

    /// *78 : 22*, or *87.5 : 12.5* where it is not whole: what exploits before what explores, on one line.
    func ratio(_ explore: Double) -> String {
        let part = (min(1, max(0, explore)) * 1000).rounded() / 10
        return "\(say.number(100 - part, digits: 1))\u{A0}:\u{A0}\(say.number(part, digits: 1))"
    }
}
