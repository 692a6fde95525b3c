import Journal
import Organisation
import Pages

/// One thing with where it comes from and what became of it.
func threadPage(_ visit: Visit) throws(Missing) -> Page {
    guard let reference = visit.parameters["reference"].flatMap({ Reference($0) }) else { throw Missing() }
    let graph = ThreadGraph(visit.thread)
    guard let place = graph.place(of: reference) else { throw Missing() }
    let node = graph.nodes[place]
    let sides = ThreadGraph.Way.allCases.map { ThreadSide(visit, graph, place, $0) }
    return Page(
        threadName(of: node, visit), place: GoldenThread.place, trail: [(visit.say("goldenthread.title"), GoldenThread.place)]
    ) {
        if sides.contains(where: { $0.sentence != nil }) { div(.class("lede")) { said(by: sides) } }
        div(.class("grid thread")) {
            sides.first?.markup
            middle(node, visit)
            sides.last?.markup
        }
    }
}

private func middle(_ node: Node, _ visit: Visit) -> Markup {
    let say = visit.say
    return sheet(say("goldenthread.this"), width: 4) {
        p {
            small { say(node.kind) }
            " "
            strong {
                link(visit.path(node.path)) {
                    if !node.code.isEmpty { "\(node.code) " }
                    visit.text(node.title)
                }
            }
        }
        if node.gaps.isEmpty {
            p { say("goldenthread.no-gaps") }
        } else {
            p { say("goldenthread.missing-here") }
            ul { for gap in node.gaps { li { span(.class("gap")) { say(gap) } } } }
        }
        if visit.viewer.belongs(to: .participants) {
            p { link(visit.path("activity/\(node.reference)")) { say("pages.history") } }
        }
    }
}

/// The name of a thing as a title: its code and what it is called.
func threadName(of node: Node, _ visit: Visit) -> String {
    let title = visit.plain(node.title)
    let parts = [node.code, title].filter { !$0.isEmpty }
    return parts.isEmpty ? visit.say(node.kind) : parts.joined(separator: " · ")
}
