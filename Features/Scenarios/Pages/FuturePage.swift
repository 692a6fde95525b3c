import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// One scenario with everything that hangs on it: its signposts, and the objectives that fail or flourish in it.
struct FuturePage {
    let visit: Visit
    let id: ID<Scenario>
    let figures: StudyFigures

    static let route = Route.page("scenarios/futures/{scenario}", .everyone) { visit in
        let (id, place) = try visit.scenario()
        return FuturePage(visit: visit, id: id, figures: try visit.figures(place.study)).page
    }

    private var say: Say { visit.say }

    private var page: Page {
        Page(visit.plain(visit.title(of: id)), place: ScenarioPath.front, trail: visit.studyTrail(figures.id)) {
            if visit.scenarios.isFormer(id) { p(.class("note")) { say("scenarios.is-former") } }
            ScenarioPart(visit: visit, figures: figures, id: id).body(isWhole: true)
            objectives
            visit.aspects(of: Reference(Scenarios.self, id))
        }
    }

    /// The lowest first.
    @MarkupBuilder private var objectives: Markup {
        if let place = figures.axes?.scenarios.firstIndex(of: id) {
            let rated = visit.tested(figures).compactMap { item in item.test.spreads[place].map { (item: item, spread: $0) } }.sorted { $0.spread.median < $1.spread.median }
            if !rated.isEmpty {
                sheet(say("scenarios.objectives-in-it"), id: "objectives") {
                    scrollingTable(say("scenarios.objectives-caption"), id: "objectives-in-it") {
                        headings([
                            (say("scenarios.objective"), false), (say("scenarios.median"), true), (say("scenarios.lowest"), true), (say("scenarios.highest"), true), (say("scenarios.raters"), true),
                            (say("scenarios.class"), false),
                        ])
                        tbody {
                            for (item, spread) in rated {
                                tr {
                                    th(.scope("row")) { visit.link(to: item.id, item.title) }
                                    for value in [spread.median, Double(spread.low), Double(spread.high)] { td(.class("n")) { element("bdi", []) { say.signed(value) } } }
                                    td(.class("n")) { say.number(spread.count) }
                                    td { visit.mark(item.test.verdict) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
