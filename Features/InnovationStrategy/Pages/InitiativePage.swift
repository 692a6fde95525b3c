import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// One initiative: what it is, what it stands on, whether it explores, and where it lies.
struct InitiativePage {
    let visit: Visit
    let id: ID<Initiative>
    let initiative: Initiative
    let strategy: Strategy

    static let route = Route.page("innovation/initiatives/{initiative}", .everyone) { visit in
        let (id, initiative) = try visit.initiative()
        guard let strategy = visit.innovation.strategies[initiative.strategy] else { throw Missing() }
        return InitiativePage(visit: visit, id: id, initiative: initiative, strategy: strategy).page
    }

    private var say: Say { visit.say }

    private var page: Page {
        let all = visit.innovation.initiatives(of: initiative.strategy), enabled = all.filter { $0.initiative.enablers.contains(id) }
        return Page(visit.plain(initiative.title), place: InnovationPath.front, trail: visit.innovationTrail(initiative.strategy)) {
            p(.class("lede")) { say("innovationstrategy.initiative-of", ["type": say("innovationstrategy.type.\(initiative.type.rawValue)"), "strategy": visit.name(of: initiative.strategy)]) }
            if StrategyFigures(strategy, all).unenabled.contains(where: { $0.id == id }) { p(.class("notice warn")) { say("innovationstrategy.unenabled", count: 1) } }
            if visit.mayChange(initiative.strategy) {
                div(.class("actions")) {
                    visit.control(.planners, InnovationPath.initiative(id, "edit"), say("innovationstrategy.edit-initiative"), quiet: false)
                    visit.control(.planners, InnovationPath.initiative(id, "remove"), say("innovationstrategy.remove-initiative"))
                }
            }
            if !initiative.text.isEmpty { p(.class("prose")) { visit.text(initiative.text) } }
            sheet(say("innovationstrategy.what")) {
                facts([
                    (say("innovationstrategy.column.amount"), Markup(initiative.amount.map { say.amount($0, visit.plain(strategy.unit), digits: 1) } ?? "")),
                    (say("innovationstrategy.field.thing"), initiative.thing.flatMap { visit.nodeLink($0) } ?? Markup()),
                    (say("innovationstrategy.field.enablers"), links(all.filter { initiative.enablers.contains($0.id) })), (say("innovationstrategy.enables"), links(enabled)),
                    (
                        say("innovationstrategy.landscape"), Markup(initiative.quadrant.map { say("innovationstrategy.quadrant.\($0.rawValue)") } ?? "")
                    ),
                ])
            }
            explores
            positions
            visit.aspects(of: Reference(Innovation.self, id))
        }
    }

    private func links(_ all: [(id: ID<Initiative>, initiative: Initiative)]) -> Markup {
        all.isEmpty ? Markup() : ul { for item in all { li { visit.link(to: item.id, item.initiative) } } }
    }

    private var explores: Markup {
        sheet(say("innovationstrategy.explore")) {
            if let share = initiative.exploreShare { p { strong { say("innovationstrategy.explores-share", ["share": say.percent(share)]) } } }
            facts(
                ExploreQuestion.allCases.map { question in
                    let answer = initiative.explore[question].map { $0 ? "yes" : "no" } ?? "open"
                    return (say("innovationstrategy.explore.\(question.rawValue)"), Markup(say("innovationstrategy.answer.\(answer)")))
                })
            if initiative.exploreInstead != nil {
                p(.class("note")) {
                    "\(say("innovationstrategy.said-instead"))\(visit.language.colon) "; visit.text(initiative.exploreBecause)
                }
            }
        }
    }

    private var positions: Markup {
        sheet(say("innovationstrategy.positions"), id: "positions") {
            if initiative.positions.isEmpty {
                p(.class("gap")) { say("innovationstrategy.no-positions") }
            } else {
                scrollingTable(say("innovationstrategy.positions-list"), id: "positions-list", narrow: .cards) {
                    headings(
                        [(say("innovationstrategy.field.part"), false), (say("innovationstrategy.column.share"), true), (say("innovationstrategy.column.time"), false)]
                            + MapAxis.allCases.map { (say("innovationstrategy.axis.\($0.rawValue)"), false) })
                    for position in initiative.positions {
                        tbody {
                            for time in MapTime.allCases {
                                tr {
                                    if time == .asIs {
                                        element("th", [.scope("rowgroup"), Attribute("rowspan", "2")]) { position.part.isEmpty ? Markup(say("innovationstrategy.whole")) : visit.text(position.part) }
                                        element("td", [.class("n"), Attribute("rowspan", "2")]) { say.percent(position.share) }
                                    }
                                    td { say("innovationstrategy.time.\(time.rawValue)") }
                                    for axis in MapAxis.allCases { td { position[time][axis].map { visit.step($0, axis) } ?? "–" } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
