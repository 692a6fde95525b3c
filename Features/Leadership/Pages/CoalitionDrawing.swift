import Journal
import Methods
import Organisation
import Pages

/// Who is like whom, drawn: actors on a ring, those of a coalition side by side, a line for every similar pair.
struct CoalitionDrawing {
    let visit: Visit
    let figures: ArenaFigures

    private var say: Say { visit.say }

    var markup: Markup {
        let groups = figures.coalitions.map(\.members), order = groups.flatMap { $0 } + figures.alone
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) }), bridges = Dictionary(uniqueKeysWithValues: figures.bridges.map { ($0.actor, $0.share) })
        let dots = order.map { actor in
            let group = groups.firstIndex { $0.contains(actor) }
            return RingGraph.Dot(
                group: group, isRinged: bridges[actor] != nil, label: visit.plain(figures.actors[actor].actor.name),
                cells: [group.map { say.number($0 + 1) } ?? "–", say.number(figures.degree(actor)), say.percent(bridges[actor] ?? 0)])
        }
        let lines = figures.analysis.links.compactMap { pair in places[pair.one].flatMap { one in places[pair.other].map { (one, $0) } } }
        let graph = RingGraph(
            dots: dots, lines: lines, columns: ["coalition", "similar-to", "bridging"].map { say("leadership.\($0)") },
            words: RingGraph.Words(
                number: say("leadership.number"), label: say("leadership.field.actor"), about: say("leadership.graph.about"), within: say("leadership.graph.within"),
                across: say("leadership.graph.across"), ringed: say("leadership.graph.bridge"), alone: say("leadership.graph.alone"),
                group: { say("leadership.graph.coalition", ["n": say.number($0 + 1)]) }))
        let across = graph.across.count
        return ringGraph(
            graph,
            in: ChartFrame(
                id: "coalition-graph",
                finding: say(
                    "leadership.graph.finding",
                    ["links": say.number(lines.count), "across": say.number(across), "bridges": say.number(bridges.count)]), tableLabel: say("pages.show-table"),
                isRightToLeft: visit.language.isRightToLeft))
    }
}
