import Journal
import Organisation
import Pages

/// A list of things, fifty to the page.
struct ThreadList {
    let visit: Visit
    let graph: ThreadGraph
    let places: [Int]
    let title: String
    /// What the list was asked for by, so that its other pages are too.
    let query: [String: String]

    private var say: Say { visit.say }
    private var paging: Paging { Paging(count: places.count, asked: visit.query["page"]) }

    @MarkupBuilder var markup: Markup {
        h3 { title }
        if places.isEmpty {
            p { say("goldenthread.found-nothing") }
        } else {
            ul {
                for place in paging.part(of: places) {
                    li {
                        threadLink(graph.nodes[place], visit)
                        for gap in graph.nodes[place].gaps {
                            " "
                            span(.class("gap")) { say(gap) }
                        }
                    }
                }
            }
        }
        paging.markup(visit, path: GoldenThread.place, query: query)
    }
}
