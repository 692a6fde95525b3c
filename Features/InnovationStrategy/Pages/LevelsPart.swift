import Journal
import Organisation
import Pages

/// Three levels with what enables what, and which change of a system nothing lower carries.
struct LevelsPart {
    let visit: Visit
    let figures: StrategyFigures

    private var say: Say { visit.say }

    var markup: Markup {
        sheet(say("innovationstrategy.levels"), id: "levels") {
            if !figures.unenabled.isEmpty {
                div(.class("notice warn")) {
                    p { say("innovationstrategy.unenabled", count: figures.unenabled.count) }
                    ul { for item in figures.unenabled { li { visit.link(to: item.id, item.initiative) } } }
                }
            }
            layeredMap(
                map,
                in: ChartFrame(
                    id: "types", finding: say(figures.initiatives.isEmpty ? "innovationstrategy.no-initiatives" : "innovationstrategy.levels-finding"), tableLabel: say("pages.show-table"),
                    isRightToLeft: visit.language.isRightToLeft))
            p(.class("help")) { say("innovationstrategy.levels-source") }
        }
    }

    private var map: LayeredMap {
        let enabling = Set(figures.initiatives.flatMap(\.initiative.enablers)), lonely = Set(figures.unenabled.map(\.id)), known = Set(figures.initiatives.map(\.id))
        func box(_ number: Int, _ listed: StrategyFigures.Listed) -> LayeredMap.Box {
            let mark: StatusMark =
                lonely.contains(listed.id)
                ? StatusMark(.atRisk, label: say("innovationstrategy.link.none"))
                : !listed.initiative.enablers.isEmpty
                    ? StatusMark(.onTrack, label: say("innovationstrategy.link.enabled"))
                    : enabling.contains(listed.id)
                        ? StatusMark(.onTrack, label: say("innovationstrategy.link.enables")) : StatusMark(.noData, label: say("innovationstrategy.link.alone"))
            return LayeredMap.Box(
                id: listed.id.text, code: "\(number + 1)", title: visit.plain(listed.initiative.title), status: mark,
                note: listed.initiative.amount.map(StrategyWords(visit: visit, figures: figures).amount),
                href: visit.path(InnovationPath.initiative(listed.id)))
        }
        let boxes = figures.initiatives.enumerated().map { (type: $0.element.initiative.type, box: box($0.offset, $0.element)) }
        return LayeredMap(
            layers: InnovationType.allCases.reversed().map { type in LayeredMap.Layer(label: say("innovationstrategy.type.\(type.rawValue)"), boxes: boxes.filter { $0.type == type }.map(\.box)) },
            links: figures.initiatives.flatMap { listed in listed.initiative.enablers.filter(known.contains).map { LayeredMap.Link(from: $0.text, to: listed.id.text) } }, bandsLabel: "", bands: [],
            words: LayeredMap.Words(
                layer: say("innovationstrategy.field.type"), box: say("innovationstrategy.initiative"), status: say("innovationstrategy.field.enablers"),
                contributesTo: say("innovationstrategy.enables"), supposed: "", nothingHere: say("innovationstrategy.nothing-here")))
    }
}
