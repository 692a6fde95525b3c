import Organisation

/// One page of a long list, and the way to the others.
package struct Paging: Sendable {
    private let size: Int
    package let page: Int
    package let pages: Int

    /// - Parameters:
    ///   - count: of the whole list.
    ///   - asked: which page somebody asks for, as it stands in the address; the first where that is nothing or no number.
    package init(count: Int, asked: String?, size: Int = 50) {
        self.size = size
        pages = max(1, (count + size - 1) / size)
        page = min(max(asked.flatMap(Int.init) ?? 1, 1), pages)
    }

    package func part<Thing>(of things: [Thing]) -> ArraySlice<Thing> { things.dropFirst((page - 1) * size).prefix(size) }

    /// Nothing where there is one page only.
    ///
    /// - Parameter query: what else is asked for, and kept from page to page.
    package func markup(_ visit: Visit, path: String, query: [String: String] = [:]) -> Markup {
        guard pages > 1 else { return Markup() }
        func address(_ page: Int) -> String { visit.path(path, query.merging(page > 1 ? ["page": "\(page)"] : [:]) { _, new in new }) }
        return nav(.class("pager"), .label(visit.say("pages.paging.all"))) {
            if page > 1 { link(address(page - 1), .init("rel", "prev")) { visit.say("pages.paging.previous") } }
            span(.current()) { visit.say("pages.paging.here", ["page": visit.say.number(page), "pages": visit.say.number(pages)]) }
            if page < pages { link(address(page + 1), .init("rel", "next")) { visit.say("pages.paging.next") } }
        }
    }
}

extension Visit {
    /// What the reader asks for, of the questions named.
    package func asked(_ names: String...) -> [String: String] { query.filter { names.contains($0.key) } }
}
