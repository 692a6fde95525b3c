import Journal
import Organisation
import Pages

/// The way from a thing's own page onto the thread: one click to why it exists and to what became of it.
func threadAspect(of reference: Reference, _ visit: Visit) -> OverviewPart? {
    let graph = ThreadGraph(visit.thread)
    guard let place = graph.place(of: reference) else { return nil }
    let sides = ThreadGraph.Way.allCases.map { ThreadSide(visit, graph, place, $0) }
    return OverviewPart(
        order: 80, width: 6, audience: .everyone,
        content: sheet(visit.say("goldenthread.aspect"), width: 6) {
            said(by: sides)
            p { link(visit.path("thread/\(reference)")) { visit.say("goldenthread.walk") } }
        })
}

/// Both sides in their sentences; nothing where neither has one.
@MarkupBuilder func said(by sides: [ThreadSide]) -> Markup {
    let sentences = sides.compactMap(\.sentence)
    if !sentences.isEmpty { p { sentences.joined(separator: " ") } }
}
