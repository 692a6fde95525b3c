import HashTreeCollections
import Journal
import Organisation
import Pages

/// The links of a plan in words: what is believed to help what, and why.
struct LinkTable {
    private let links: [(id: ID<CauseLink>, link: CauseLink)]
    private let visit: Visit

    init(_ plan: ID<StrategicPlan>, _ visit: Visit) {
        links = visit.linksSeen(of: plan)
        self.visit = visit
    }

    @MarkupBuilder var markup: Markup {
        if !links.isEmpty {
            h2 { visit.say("strategymap.links") }
            details {
                summary { visit.say("strategymap.links-count", count: links.count) }
                scrollingTable(visit.say("strategymap.links-caption"), id: "links") {
                    headings([(visit.say("strategymap.from"), false), (visit.say("strategymap.to"), false)])
                    tbody { for entry in links { row(entry.id, entry.link) } }
                }
            }
        }
    }

    private func row(_ id: ID<CauseLink>, _ link: CauseLink) -> Markup {
        tr {
            th(.scope("row")) {
                Pages.link(visit.path("plan/objectives/\(link.from)")) { name(link.from, visit) }
                if visit.may(.planners) {
                    " "
                    small {
                        Pages.link(visit.path("map/links/\(id)/edit")) { visit.say("pages.edit") }
                        " · "
                        Pages.link(visit.path("map/links/\(id)/withdraw")) { visit.say("pages.withdraw") }
                    }
                }
            }
            td {
                Pages.link(visit.path("plan/objectives/\(link.to)")) { name(link.to, visit) }
                if !link.assumption.isEmpty { " "; small { visit.text(link.assumption) } }
            }
        }
    }
}
