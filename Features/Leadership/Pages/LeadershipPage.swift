import HashTreeCollections
import Journal
import Organisation
import Pages

/// The front: what this is, who reads it, and the analyses, the newest first.
struct LeadershipPage {
    let visit: Visit

    static let route = Route.page(LeadershipPath.front, LeadershipRights.access) { visit in
        try visit.requireAnalyst()
        return LeadershipPage(visit: visit).page
    }.recorded(as: .list)

    private var say: Say { visit.say }

    private var page: Page {
        let analyses = visit.leadership.analysesInOrder
        return Page(say("leadership.title"), place: LeadershipPath.front) {
            p(.class("lede")) { say("leadership.lede") }
            p(.class("note")) { say("leadership.restricted") }
            div(.class("actions")) {
                visit.control(LeadershipRights.access, LeadershipPath.new, say("leadership.new"), quiet: !analyses.isEmpty)
                link(visit.path(LeadershipPath.accesses), .class("button quiet")) { say("leadership.accesses") }
            }
            if analyses.isEmpty { emptyState(say("leadership.none"), say("leadership.none-text")) }
            for item in analyses { row(item.id, item.analysis) }
        }
    }

    private func row(_ id: ID<LeadershipAnalysis>, _ analysis: LeadershipAnalysis) -> Markup {
        section(.class("sheet w12")) {
            h2 { link(visit.path(LeadershipPath.analysis(id))) { visit.text(analysis.title) } }
            p { visit.text(analysis.question) }
            p(.class("help")) {
                [say("leadership.actor-count", ["n": say.number(visit.leadership.actors(of: id).count)]), say("leadership.issue-count", ["n": say.number(visit.leadership.issues(of: id).count)])]
                    .joined(separator: " ")
            }
        }
    }
}
