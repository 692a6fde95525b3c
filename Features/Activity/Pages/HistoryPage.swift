import Journal
import Organisation
import Pages

/// All that was recorded about one thing, and what each description changed.
func historyPage(_ visit: Visit) async throws -> Page {
    guard let reference = visit.parameters["reference"].flatMap({ Reference($0) }) else { throw Missing() }
    let entries = try await visit.entriesRead(EntrySelection(naming: reference.id))
    let history = ThingHistory(of: reference, in: entries, visit.organisation.chapters, tell: visit.happening)
    let lines = EventLines(visit), node = lines.node(reference)
    if history.events.isEmpty, node == nil { throw Missing() }
    let name = node.map(lines.name) ?? "\(reference.id)"
    return Page(
        visit.say("activity.history-of", ["thing": name]), place: Activity.place, trail: [(visit.say("activity.title"), Activity.place)]
    ) {
        HistoryView(visit: visit, reference: reference, history: history, lines: lines, isOnThread: node != nil).markup
    }
}

private struct HistoryView {
    let visit: Visit
    let reference: Reference
    let history: ThingHistory
    let lines: EventLines
    let isOnThread: Bool

    private var say: Say { visit.say }
    private var before: Int { visit.query["before"].flatMap { Int($0) } ?? .max }
    private var rest: [ThingHistory.Event] { history.events.filter { $0.happening.position < before } }

    private var older: String? {
        guard rest.count > ActivityView.size else { return nil }
        return visit.path("activity/\(reference)", ["before": "\(rest[ActivityView.size - 1].happening.position)"])
    }

    @MarkupBuilder var markup: Markup {
        p(.class("lede")) {
            say("activity.history-lede", count: history.events.count)
            if isOnThread {
                " "
                link(visit.path("thread/\(reference)")) { say("activity.to-thread") }
            }
        }
        for event in rest.prefix(ActivityView.size) {
            section(.class("sheet")) {
                h2 { time(.datetime("\(event.happening.entry.record.at)")) { say.moment(event.happening.entry.record.at) } }
                p {
                    lines.said(event.happening)
                    " "
                    lines.ways(event.happening, history: false)
                }
                if let difference = event.difference {
                    ChangeTable(visit: visit, difference: difference, position: event.happening.position, names: lines.name(ofID:)).markup
                }
            }
        }
        pager(say, older: older)
    }
}
