import HashTreeCollections
import Journal
import Organisation
import Pages

/// The views of the organisation and the leadership that each needs, as a source says it. It names nobody and rates nothing: everybody may read it, where there is such a source.
struct ViewsPage {
    let visit: Visit

    static let route = Route.page(LeadershipPath.views, .everyone) { ViewsPage(visit: $0).page }

    private var say: Say { visit.say }

    private var page: Page {
        let quotes = OrganisationView.allCases.compactMap { view in visit.leadership.quotes[view].map { (view, $0) } }
        return Page(say("leadership.views"), place: LeadershipPath.views) {
            p(.class("lede")) { say("leadership.views-lede") }
            if quotes.isEmpty { p { say("leadership.views-none") } } else { table(quotes) }
            if let source = quotes.first?.1.source { p(.class("help")) { visit.text(source) } }
        }
    }

    private func table(_ quotes: [(OrganisationView, QuotedView)]) -> Markup {
        scrollingTable(say("leadership.views"), id: "views") {
            headings([(say("leadership.views.concept"), false), (say("leadership.views.leadership"), false)])
            tbody {
                for (view, quote) in quotes {
                    tr {
                        th(.scope("row"), .id("view-\(view.rawValue)")) { visit.text(quote.concept) }
                        td { visit.text(quote.leadership) }
                    }
                }
            }
        }
    }
}

/// The way there from the first page, where there is a source.
func leadershipOverview(_ visit: Visit) -> [OverviewPart] {
    if visit.leadership.quotes.isEmpty { return [] }
    let content = sheet(visit.say("leadership.views"), width: 6, id: "leadership-views") {
        p { visit.say("leadership.views-lede") }
        p { link(visit.path(LeadershipPath.views)) { visit.say("leadership.views-read") } }
    }
    return [OverviewPart(order: 95, width: 6, audience: .everyone, content: content)]
}
