import Journal
import Organisation
import Pages

/// One side of a thing's page: where it comes from, or what became of it.
struct ThreadSide {
    let visit: Visit
    let graph: ThreadGraph
    let start: Int
    let way: ThreadGraph.Way
    let walk: ThreadGraph.Walk

    /// How far back and onward is shown.
    static let distance = 3
    /// How many things of one kind of strand are shown before the rest is folded away behind a link.
    static let most = 12

    init(_ visit: Visit, _ graph: ThreadGraph, _ start: Int, _ way: ThreadGraph.Way) {
        self.visit = visit
        self.graph = graph
        self.start = start
        self.way = way
        walk = graph.walk(from: start, way, shown: ThreadSide.distance)
    }

    private var say: Say { visit.say }
    private var words: String { way == .back ? "goldenthread.back" : "goldenthread.onward" }

    /// What it is tied to directly, and, apart, how much lies behind that: of a plan a reader expects what answers it, not all that hangs below.
    ///
    /// `nil` where nothing is to be there.
    var sentence: String? {
        guard walk.reached > 0 else { return graph.hasCause(start) ? say("\(words).none") : nil }
        let direct = Set(walk.steps.first?.map(\.place) ?? [])
        let said = say("\(words).sentence", count: direct.count, ["kinds": say.list(kinds(of: direct))])
        return direct.count == walk.reached ? said : "\(said) \(say("\(words).beyond", count: walk.reached - direct.count))"
    }

    /// What kinds of things these are, the most frequent first, each with how many.
    private func kinds(of places: Set<Int>) -> [String] {
        let counts = Dictionary(grouping: places) { graph.nodes[$0].kind }.mapValues(\.count)
        let named = say.sorted(counts.map { (name: say($0.key), count: $0.value) }, by: \.name).enumerated()
        let ordered = named.sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
        return ordered.map {
            places.count == 1 ? $0.name : say("goldenthread.kind-count", ["kind": $0.name, "n": say.number($0.count)])
        }
    }

    var markup: Markup {
        sheet(say("\(words).title"), width: 4, id: way == .back ? "back" : "onward") {
            if walk.steps.isEmpty {
                if graph.hasCause(start) {
                    p(.class("empty")) { say("\(words).none") }
                    p { say("\(words).advice") }
                } else {
                    p { say("goldenthread.of-register") }
                }
            }
            for (index, steps) in walk.steps.enumerated() {
                h3 { say("\(words).step-\(index + 1)") }
                for kind in grouped(steps) { group(kind.name, kind.steps, distance: index + 1) }
            }
            if walk.steps.count == ThreadSide.distance, further > 0 { p { small { say("goldenthread.further", count: further) } } }
        }
    }

    /// What lies beyond the steps that are shown.
    private var further: Int { walk.reached - Set(walk.steps.joined().map(\.place)).count }

    private func grouped(_ steps: [ThreadGraph.Step]) -> [(name: String, steps: [ThreadGraph.Step])] {
        Dictionary(grouping: steps, by: \.kind).map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
    }

    private func group(_ kind: String, _ steps: [ThreadGraph.Step], distance: Int) -> Markup {
        let key = "\(way == .back ? "back" : "onward")-\(distance)-\(kind)"
        let isOpened = visit.query["all"] == key
        let shown = isOpened ? steps[...] : steps.prefix(ThreadSide.most)
        return Pages.group {
            p { say(kind) }
            ul {
                for step in shown { li { row(step, distance: distance) } }
                if shown.count < steps.count {
                    li {
                        link(visit.path("thread/\(graph.nodes[start].reference)", ["all": key])) {
                            say("goldenthread.all", count: steps.count)
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func row(_ step: ThreadGraph.Step, distance: Int) -> Markup {
        let node = graph.nodes[step.place]
        small { say(node.kind) }
        " "
        link(visit.path("thread/\(node.reference)")) {
            if !node.code.isEmpty { "\(node.code) " }
            visit.text(node.title)
        }
        " "
        if !node.path.isEmpty {
            small {
                link(visit.path(node.path), .label(say("goldenthread.page-of", ["thing": threadName(of: node, visit)]))) {
                    say("goldenthread.own-page")
                }
            }
        }
        if distance > 1 {
            let nearer = graph.nodes[step.through]
            " "
            small { say("goldenthread.through", ["thing": nearer.code.isEmpty ? threadName(of: nearer, visit) : nearer.code]) }
        }
        for gap in node.gaps {
            " "
            span(.class("gap")) { say(gap) }
        }
    }
}
