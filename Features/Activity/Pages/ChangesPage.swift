import Journal
import Organisation
import Pages

/// What is new to a reader: since the last visit, or since a day of the reader's choice.
func changesPage(_ visit: Visit) async throws -> Page {
    let asked = visit.query["since"] ?? "", since = Day(asked), say = visit.say
    let changes = if let since { try await Changes(EntrySelection(from: since), for: visit) } else { try await Changes.sinceLastVisit(of: visit) }
    let revised = try await changes?.revised(ChangesView.most, for: visit)
    let title = since.map { say("activity.changes-since", ["day": say.day($0)]) } ?? say("activity.changes-title")
    return Page(title, place: Activity.place, trail: [(say("activity.title"), Activity.place)]) {
        ChangesView(visit: visit, since: since, unreadable: since == nil && !asked.isEmpty ? String(asked.prefix(40)) : nil, changes: revised).markup
    }
}

/// The part on the first page: only where there is something new.
func sinceLastVisit(_ visit: Visit) async throws -> [OverviewPart] {
    guard visit.viewer.belongs(to: .participants), let last = visit.lastVisit, let changes = try await Changes.sinceLastVisit(of: visit) else {
        return []
    }
    let day = visit.say.day(last.endedAt.day)
    // Said at the top, also that there is nothing new: whoever comes back asks this first.
    guard changes.count > 0 else {
        let nothing = Markup(visit.say("activity.nothing-new-since-visit", ["day": day]))
        return [OverviewPart(order: -10, width: 4, audience: .participants, sentence: nothing, content: Markup())]
    }
    let sentence = group {
        changeCount(changes, day, visit.say)
        " "
        link(visit.path(Activity.changes)) { visit.say("activity.changes-all") }
    }
    let lines = EventLines(visit)
    let part = sheet(visit.say("activity.changes-title"), width: 4) {
        ul { for thing in changes.things.prefix(4) { li { lines.heading(thing) } } }
        p { link(visit.path(Activity.changes)) { visit.say("activity.changes-all") } }
    }
    return [OverviewPart(order: -10, width: 4, audience: .participants, sentence: sentence, content: part)]
}

/// “Since your last visit on 12 November: 7 changes in 3 things.”
private func changeCount(_ changes: Changes, _ day: String, _ say: Say) -> String {
    let things = say("activity.in-things", count: changes.things.count)
    return say(changes.isAtLeast ? "activity.since-visit-at-least" : "activity.since-visit", count: changes.count, ["day": day, "things": things])
}

private struct ChangesView {
    let visit: Visit
    let since: Day?
    /// What was asked for as a day and is none.
    let unreadable: String?
    /// `nil` where nothing is known of an earlier visit.
    let changes: Changes?

    /// Of one thing; its history has the rest.
    static let most = 5
    private static let mostThings = 25

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        if let unreadable { p(.class("notice warn"), .role("status")) { say("activity.unreadable-day", ["text": unreadable]) } }
        if let changes {
            lede(changes)
            actions(changes)
            // Before what may be long.
            chooser
            let lines = EventLines(visit)
            for thing in changes.things.prefix(ChangesView.mostThings) {
                section(.class("sheet")) {
                    h2 { lines.heading(thing) }
                    ul(.class("events")) { for happening in thing.happenings.prefix(ChangesView.most) { li { lines.dated(happening) } } }
                    if thing.happenings.count > ChangesView.most, let reference = thing.reference {
                        p { link(visit.path("\(Activity.place)/\(reference)")) { say("activity.more-changes", count: thing.happenings.count - ChangesView.most) } }
                    }
                }
            }
            lines.lookBack(changes.things.prefix(ChangesView.mostThings).flatMap { $0.happenings.prefix(ChangesView.most) })
            if changes.isAtLeast || changes.things.count > ChangesView.mostThings { p { link(visit.path(Activity.place)) { say("activity.changes-rest") } } }
        } else {
            if unreadable == nil { p(.class("lede")) { say(visit.isNow ? "activity.first-visit" : "activity.changes-past") } }
            chooser
        }
    }

    private func lede(_ changes: Changes) -> Markup {
        p(.class("lede")) {
            if let since {
                say("activity.since-day", count: changes.count, ["day": say.day(since), "things": say("activity.in-things", count: changes.things.count)])
            } else if let last = visit.lastVisit {
                changes.count == 0 ? say("activity.nothing-new", ["day": say.moment(last.endedAt)]) : changeCount(changes, say.moment(last.endedAt), say)
            }
            " "
            say("activity.changes-of-others")
        }
    }

    @MarkupBuilder private func actions(_ changes: Changes) -> Markup {
        if since == nil, changes.count > 0 {
            p(.class("actions")) {
                link(visit.path(Activity.seen, ["through": "\(visit.present.position)"]), .class("button")) { say("activity.mark-seen") }
            }
        }
    }

    private var chooser: Markup {
        element("form", [.class("form"), Attribute("method", "get"), Attribute("action", "/\(visit.organisation.id)/\(Activity.changes)")]) {
            if let day = visit.times.asOf { void("input", .type("hidden"), .name("as-of"), .value("\(day)")) }
            if let day = visit.times.knownOn { void("input", .type("hidden"), .name("known-on"), .value("\(day)")) }
            div(.class("field")) {
                label(.for("since")) { say("activity.since") }
                void("input", .type("date"), .id("since"), .name("since"), .value(since.map { "\($0)" } ?? ""), Attribute("max", "\(visit.times.today)"))
            }
            div(.class("actions")) {
                button(.class("button quiet"), .type("submit")) { say("pages.show") }
                if since != nil, visit.lastVisit != nil { link(visit.path(Activity.changes), .class("button quiet")) { say("activity.since-my-visit") } }
            }
        }
    }
}

/// One question before everything counts as seen: it cannot be taken back.
func seenForm(_ visit: Visit) throws -> Form {
    Form(
        visit.say("activity.mark-seen"), lede: visit.say("activity.mark-seen-lede"), place: Activity.place,
        trail: [(visit.say("activity.title"), Activity.place), (visit.say("activity.changes-title"), Activity.changes)],
        submit: visit.say("activity.mark-seen"), cancel: Activity.changes, fields: [])
}

/// No further than what stood on the page from which this came: what was recorded meanwhile stays new.
func markSeen(_ submission: Submission) throws -> Outcome {
    let end = submission.organisation.position
    let position = submission.query["through"].flatMap { Int($0) }.map { min(max(0, $0), end) } ?? end
    return .seen(through: position, then: Activity.changes)
}
