import Journal
import Organisation
import Pages

/// The log: newest first, by day, what came in together on one line.
func activityPage(_ visit: Visit) async throws -> Page {
    let filter = LogFilter(visit), before = visit.query["before"].flatMap { Int($0) }
    let submission = visit.query["submission"].flatMap { Int($0) }
    let log = try await visit.log(filter, before: before, submission: submission).revised(for: visit)
    // Only people of whose doing the reader sees something here or among the newest: a name alone would tell that there is more. What came in
    // together is not filtered.
    let hasNewest = filter.isEmpty && before == nil || submission != nil
    let newest = hasNewest ? log : try await LogReading(read: visit.entriesRead, tell: visit.happening).lines(EntrySelection(), size: ActivityView.size)
    let people = Set((newest.lines + log.lines).map(\.happening.entry.record.actor))
    let trail = submission == nil ? [] : [(visit.say("activity.title"), Activity.place)]
    return Page(visit.say(submission == nil ? "activity.title" : "activity.together"), place: Activity.place, trail: trail) {
        ActivityView(visit: visit, filter: filter, log: log, count: before == nil ? log.count : nil, people: people).markup
    }
}

extension Visit {
    /// One page of what was asked for.
    fileprivate func log(_ filter: LogFilter, before: Int?, submission: Int?) async throws -> ActivityLog {
        if filter.thing.isOpen || filter.isBackwards { return ActivityLog() }
        let reading = LogReading(read: entriesRead, tell: { entry in happening(entry).flatMap { filter.holds($0) ? $0 : nil } })
        if let submission { return try await reading.unfolded(submission, before: before, size: ActivityView.size) }
        var selection = filter.selection
        selection.before = before
        return try await reading.lines(selection, size: ActivityView.size)
    }
}

struct ActivityView {
    let visit: Visit
    let filter: LogFilter
    let log: ActivityLog
    /// `nil` where not all of them have been read.
    let count: Int?
    let people: Set<Actor>

    static let size = 50

    private var say: Say { visit.say }
    private var isUnfolded: Bool { visit.query["submission"] != nil }
    private var kept: [String: String] { visit.query.filter { (LogFilter.names + ["submission"]).contains($0.key) && !$0.value.isEmpty } }

    @MarkupBuilder var markup: Markup {
        p(.class("lede")) { count.map { say("activity.lede", count: $0) } ?? say("activity.lede-newest") }
        if !isUnfolded { FilterForm(visit: visit, filter: filter, people: people).markup }
        if log.lines.isEmpty { nothing }
        let lines = EventLines(visit)
        for day in days {
            section(.class("sheet")) {
                h2 { time(.datetime("\(day.day)")) { say.day(day.day) } }
                ul(.class("events")) { for line in day.lines { li { lines.markup(line) } } }
            }
        }
        lines.lookBack(log.lines.map(\.happening))
        pager(
            say, newest: visit.query["before"].map { _ in visit.path(Activity.place, kept) },
            older: log.before.map { before in visit.path(Activity.place, kept.merging(["before": "\(before)"]) { _, new in new }) })
        if !isUnfolded, !filter.thing.isOpen, !log.lines.isEmpty {
            p(.class("actions")) { link(visit.path(Activity.file, kept), .class("button quiet")) { say("activity.download") } }
        }
    }

    private var days: [(day: Day, lines: [ActivityLog.Line])] {
        log.lines.reduce(into: []) { days, line in
            let day = line.happening.entry.record.at.day
            if days.last?.day == day { days[days.count - 1].lines.append(line) } else { days.append((day, [line])) }
        }
    }

    /// Why there is nothing, and what to do about it.
    private var nothing: Markup {
        let reason =
            filter.isBackwards
            ? "activity.empty-backwards" : log.isCutShort ? "activity.empty-so-far" : filter.isEmpty ? "activity.empty-text" : "activity.empty-filtered"
        return emptyState(say("activity.empty"), say(reason)) {
            if !filter.isEmpty { link(visit.path(Activity.place), .class("button quiet")) { say("activity.clear") } }
        }
    }
}

/// The ways to the newest and to what is older; nothing where neither leads anywhere.
func pager(_ say: Say, newest: String? = nil, older: String?) -> Markup {
    guard newest != nil || older != nil else { return Markup() }
    return nav(.class("pager"), .label(say("activity.pages"))) {
        if let newest { link(newest) { say("activity.newest") } }
        " "
        if let older { link(older) { say("activity.older") } }
    }
}

/// What a chapter is about: by its own word, or else as the room that tells it is called in the navigation.
func chapterName(_ name: String, _ visit: Visit) -> String {
    if visit.say.has("activity.chapter.\(name)") { return visit.say("activity.chapter.\(name)") }
    let room = visit.house.features.first { feature in feature.tellings.contains { $0.chapter == name } }
    return room?.navigation.first.map { visit.say($0.title) } ?? name
}
