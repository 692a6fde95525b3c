import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who has read what of the analyses, the newest first: for those who may read them, and for administrators, who learn that somebody did and nothing more.
struct AccessesPage {
    let visit: Visit
    let entries: [Entry]

    private static let size = 100

    static let route = Route.page(LeadershipPath.accesses, LeadershipRights.log) { visit in
        guard visit.viewer.belongs(to: LeadershipRights.witnesses) else { throw Missing() }
        let before = visit.query["before"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        let entries = try await visit.history(EntrySelection(chapter: LeadershipAccesses.name, before: before, newest: size))
        return AccessesPage(visit: visit, entries: entries).page
    }

    private var say: Say { visit.say }

    private var page: Page {
        Page(say("leadership.accesses"), place: visit.mayAnalyse ? LeadershipPath.front : LeadershipPath.accesses, trail: visit.mayAnalyse ? visit.leadershipTrail() : []) {
            p(.class("lede")) { say("leadership.accesses-lede") }
            if entries.isEmpty {
                p { say("leadership.no-accesses") }
            } else {
                scrollingTable(say("leadership.accesses"), id: "accesses") {
                    headings([("when", false), ("who", false), ("what", false), ("analysis", false)].map { (say("leadership.accesses.\($0.0)"), $0.1) })
                    tbody { for entry in entries.reversed() { row(entry) } }
                }
            }
            if entries.count == AccessesPage.size, let first = entries.first {
                p { link(visit.path(LeadershipPath.accesses, ["before": "\(first.record.position)"])) { say("leadership.accesses.older") } }
            }
        }
    }

    private func row(_ entry: Entry) -> Markup {
        guard case .read(let reading, let analysis)? = try? LeadershipAccesses.decode(entry.event) else { return Markup() }
        return tr {
            td { say.moment(entry.record.at) }
            th(.scope("row")) { visit.name(of: entry.record.actor) }
            td { say("leadership.reading.\(reading.rawValue)") }
            td { analysis.map { named($0) } ?? Markup("–") }
        }
    }

    /// What an analysis is called says something of what stands in it, and this page is not recorded as read: it is shown to nobody here.
    private func named(_ id: ID<LeadershipAnalysis>) -> Markup {
        let name = element("code", []) { id.text }
        return visit.mayAnalyse && visit.leadership.analyses[id] != nil ? link(visit.path(LeadershipPath.analysis(id))) { name } : name
    }
}
