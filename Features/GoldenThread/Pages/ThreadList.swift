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

    private static let size = 50

    private var say: Say { visit.say }
    private var pages: Int { max(1, (places.count + ThreadList.size - 1) / ThreadList.size) }
    private var page: Int { min(pages, max(1, visit.query["page"].flatMap { Int($0) } ?? 1)) }

    @MarkupBuilder var markup: Markup {
        h3 { title }
        if places.isEmpty {
            p { say("goldenthread.found-nothing") }
        } else {
            ul {
                for place in places.dropFirst((page - 1) * ThreadList.size).prefix(ThreadList.size) {
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
        if pages > 1 {
            nav(.class("pager"), .label(say("goldenthread.pages"))) {
                if page > 1 { link(visit.path(GoldenThread.place, at(page - 1))) { say("goldenthread.previous") } }
                " "
                span { say("goldenthread.page", ["page": say.number(page), "pages": say.number(pages)]) }
                " "
                if page < pages { link(visit.path(GoldenThread.place, at(page + 1))) { say("goldenthread.next") } }
            }
        }
    }

    private func at(_ page: Int) -> [String: String] { query.merging(["page": String(page)]) { _, new in new } }
}
