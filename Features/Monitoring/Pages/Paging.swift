import Organisation
import Pages

/// One page of a long list, and the way to the others.
struct Paging: Sendable {
    static let size = 50

    let page: Int
    let pages: Int

    init(count: Int, asked: String?) {
        pages = max(1, (count + Paging.size - 1) / Paging.size)
        page = min(max(asked.flatMap(Int.init) ?? 1, 1), pages)
    }

    func part<Thing>(of things: [Thing]) -> ArraySlice<Thing> { things.dropFirst((page - 1) * Paging.size).prefix(Paging.size) }

    func markup(_ visit: Visit, path: String) -> Markup {
        guard pages > 1 else { return Markup() }
        func address(_ page: Int) -> String {
            visit.path(path, visit.query.filter { $0.key != "page" }.merging(page > 1 ? ["page": "\(page)"] : [:]) { _, new in new })
        }
        return nav(.class("pager"), .label(visit.say("monitoring.pages"))) {
            if page > 1 { link(address(page - 1), .init("rel", "prev")) { visit.say("monitoring.previous") } }
            span(.current()) { visit.say("monitoring.page", ["page": visit.say.number(page), "pages": visit.say.number(pages)]) }
            if page < pages { link(address(page + 1), .init("rel", "next")) { visit.say("monitoring.next") } }
        }
    }
}
