import Journal
import Organisation
import Pages

/// What was recorded about one thing, and what each description changed.
func historyPage(_ visit: Visit) async throws -> Page {
    guard let reference = visit.parameters["reference"].flatMap({ Reference($0) }) else { throw Missing() }
    let before = visit.query["before"].flatMap { Int($0) }
    let history = try await ThingHistory(
        of: reference, passing: visit.house.chaptersPassing(reference, in: visit.present), before: before, size: ActivityView.size,
        visit.organisation.chapters, read: visit.entriesRead, tell: visit.happening)
    let lines = EventLines(visit), node = lines.node(reference)
    // That thousands of entries name something is not for whoever may see none of them.
    if history.events.isEmpty, node == nil { throw Missing() }
    let name = node.map(lines.name) ?? visit.name(ofDocument: reference) ?? reference.id
    return Page(
        visit.say("activity.history-of", ["thing": name]), place: Activity.place, trail: [(visit.say("activity.title"), Activity.place)]
    ) {
        HistoryView(visit: visit, reference: reference, history: history, isFromTheNewest: before == nil, lines: lines, isOnThread: node != nil).markup
    }
}

extension Visit {
    /// What is not on the thread is called as search calls it, with the kind of thing it is.
    fileprivate func name(ofDocument reference: Reference) -> String? {
        let reach = reach
        return house.documents(of: organisation).first { $0.reference == reference && reach.holds($0) }
            .map { say.naming(say($0.kind), plain($0.title.coded($0.code))) }
    }
}

private struct HistoryView {
    let visit: Visit
    let reference: Reference
    let history: ThingHistory
    let isFromTheNewest: Bool
    let lines: EventLines
    let isOnThread: Bool

    private var say: Say { visit.say }

    private var older: String? { history.before.map { visit.path("activity/\(reference)", ["before": "\($0)"]) } }

    /// How many there are is known only where all stand on this page.
    private var lede: String {
        if isFromTheNewest, history.before == nil { return say("activity.history-lede", count: history.events.count) }
        return say(isFromTheNewest ? "activity.history-newest" : history.before == nil ? "activity.history-oldest" : "activity.history-between")
    }

    @MarkupBuilder var markup: Markup {
        p(.class("lede")) {
            lede
            if isOnThread {
                " "
                link(visit.path("thread/\(reference)")) { say("activity.to-thread") }
            }
        }
        for event in history.events {
            section(.class("sheet")) {
                h2 { time(.datetime("\(event.happening.entry.record.at)")) { say.moment(event.happening.entry.record.at) } }
                p {
                    lines.said(event.happening)
                    " "
                    lines.ways(event.happening, history: false)
                }
                if let difference = event.difference {
                    ChangeTable(visit: visit, difference: difference, entry: event.happening.entry, names: lines.name(ofID:)).markup
                }
            }
        }
        let beyond = history.events.count { $0.happening.isBeyondLookBack }
        if beyond > 0 { p(.class("note")) { say("activity.beyond-older", count: beyond) } }
        pager(say, older: older)
    }
}
