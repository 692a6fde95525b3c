import Journal
import Organisation
import Pages

/// The log: newest first, by day, what came in together on one line.
func activityPage(_ visit: Visit) async throws -> Page {
    let everything = try await visit.entriesRead(chapter: visit.query["chapter"].flatMap { ID<Never>($0)?.text })
    let person = visit.query["person"].flatMap { ID<Actor>($0) }
    let entries = person.map { person in everything.filter { $0.record.actor.id == person } } ?? everything
    let tell = visit.happening
    let before = visit.query["before"].flatMap { Int($0) }
    let submission = visit.query["submission"].flatMap { Int($0) }
    let log =
        submission.map { ActivityLog(unfolding: $0, of: entries, before: before, size: ActivityView.size, tell: tell) }
        ?? ActivityLog(entries.filter { entry in before.map { entry.record.position < $0 } ?? true }, size: ActivityView.size, tell: tell)
    // Only people of whose doing the reader sees something here or among the newest: a name alone would tell that there is more.
    let isNewest = person == nil && before == nil && submission == nil
    let newest = isNewest ? log : ActivityLog(everything, size: ActivityView.size, tell: tell)
    let people = Set((newest.lines + log.lines).map(\.happening.entry.record.actor))
    let trail = submission == nil ? [] : [(visit.say("activity.title"), Activity.place)]
    return Page(visit.say(submission == nil ? "activity.title" : "activity.together"), place: Activity.place, trail: trail) {
        ActivityView(visit: visit, log: log, count: before == nil ? log.count : nil, people: people).markup
    }
}

struct ActivityView {
    let visit: Visit
    let log: ActivityLog
    /// `nil` where not all of them have been read.
    let count: Int?
    let people: Set<Actor>

    static let size = 50

    private var say: Say { visit.say }
    private var kept: [String: String] { visit.query.filter { ["chapter", "person", "submission"].contains($0.key) } }

    @MarkupBuilder var markup: Markup {
        p(.class("lede")) { count.map { say("activity.lede", count: $0) } ?? say("activity.lede-newest") }
        if visit.query["submission"] == nil { filter }
        if log.lines.isEmpty {
            emptyState(say("activity.empty"), say("activity.empty-text"))
        }
        let lines = EventLines(visit)
        for day in days {
            section(.class("sheet")) {
                h2 { time(.datetime("\(day.day)")) { say.day(day.day) } }
                ul(.class("events")) { for line in day.lines { li { lines.markup(line) } } }
            }
        }
        pager(
            say, newest: visit.query["before"].map { _ in visit.path(Activity.place, kept) },
            older: log.before.map { before in visit.path(Activity.place, kept.merging(["before": "\(before)"]) { _, new in new }) })
    }

    private var days: [(day: Day, lines: [ActivityLog.Line])] {
        log.lines.reduce(into: []) { days, line in
            let day = line.happening.entry.record.at.day
            if days.last?.day == day { days[days.count - 1].lines.append(line) } else { days.append((day, [line])) }
        }
    }

    private var filter: Markup {
        element("form", [.class("form"), Attribute("method", "get"), Attribute("action", "/\(visit.organisation.id)/\(Activity.place)")]) {
            if let day = visit.times.asOf { void("input", .type("hidden"), .name("as-of"), .value("\(day)")) }
            if let day = visit.times.knownOn { void("input", .type("hidden"), .name("known-on"), .value("\(day)")) }
            choice("chapter", say("activity.filter-chapter"), say("activity.every-chapter"), chapters)
            choice("person", say("activity.filter-person"), say("activity.every-person"), persons)
            div(.class("actions")) { button(.class("button"), .type("submit")) { say("pages.show") } }
        }
    }

    private func choice(_ name: String, _ title: String, _ all: String, _ choices: [Choice]) -> Markup {
        div(.class("field")) {
            label(.for("filter-\(name)")) { title }
            element("select", [.id("filter-\(name)"), .name(name)]) {
                element("option", [.value("")]) { all }
                for choice in choices {
                    element("option", [.value(choice.value), .flag("selected", choice.value == visit.query[name])]) { choice.label }
                }
            }
        }
    }

    private var chapters: [Choice] {
        say.sorted(visit.house.features.flatMap(\.tellings).map { Choice($0.chapter, chapterName($0.chapter, visit)) }) { $0.label }
    }

    private var persons: [Choice] {
        let known = people.filter { $0 == .system || visit.names[$0.id] != nil }
        return say.sorted(known.map { Choice($0.id.text, visit.name(of: $0)) }) { $0.label }
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
