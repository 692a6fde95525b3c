import Foundation

/// One chapter of an organisation while it is being folded: its state, and the events that wait for their day.
protocol OpenPage: Sendable {
    var kind: any Chapter.Type { get }
    /// Answers false where an event is back-dated and the chapter must be folded again.
    mutating func take(_ events: any ChapterPart, today: Day) -> Bool
    /// Takes events of a chapter that is being folded again; nothing takes effect before `settle`.
    mutating func gather(_ events: any ChapterPart)
    /// Lets what was gathered take effect, in the order of the days from which it holds.
    mutating func settle(today: Day)
    mutating func release(until day: Day)
    func snapshot(of organisation: Organisation) throws -> Snapshot
    func restored(from snapshot: Snapshot, waiting: [Entry]) throws -> any OpenPage
}

struct Page<C: Chapter>: OpenPage {
    var chapter = C()
    /// The latest day whose events have taken effect, those that commute left aside.
    private var latest = Day.beginning
    private var waiting: [(event: C.Event, stamp: Stamp)] = []
    private var gathered: [(event: C.Event, stamp: Stamp)] = []

    var kind: any Chapter.Type { C.self }

    mutating func take(_ events: any ChapterPart, today: Day) -> Bool {
        var isInOrder = true
        for (event, stamp) in own(events) where !take(event, stamp, today: today) { isInOrder = false }
        return isInOrder
    }

    mutating func gather(_ events: any ChapterPart) { gathered += own(events) }

    private func own(_ events: any ChapterPart) -> [(event: C.Event, stamp: Stamp)] {
        guard let events = events as? Events<C> else { preconditionFailure("these are events of \(events.kind.name), not of \(C.name)") }
        return events.all
    }

    mutating func settle(today: Day) {
        gathered.sort { ($0.stamp.on, $0.stamp.position) < ($1.stamp.on, $1.stamp.position) }
        for (event, stamp) in gathered { _ = take(event, stamp, today: today) }
        gathered = []
    }

    private mutating func take(_ event: C.Event, _ stamp: Stamp, today: Day) -> Bool {
        if stamp.on > today {
            let place = waiting.lastIndex { ($0.stamp.on, $0.stamp.position) < (stamp.on, stamp.position) }.map { $0 + 1 } ?? 0
            waiting.insert((event, stamp), at: place)
            return true
        }
        let commutes = C.commutes(event)
        guard commutes || stamp.on >= latest else { return false }
        if !commutes { latest = stamp.on }
        chapter.apply(event, stamp)
        return true
    }

    mutating func release(until day: Day) {
        let due = waiting.prefix { $0.stamp.on <= day }
        waiting.removeFirst(due.count)
        for (event, stamp) in due {
            if !C.commutes(event) { latest = max(latest, stamp.on) }
            chapter.apply(event, stamp)
        }
    }

    func snapshot(of organisation: Organisation) throws -> Snapshot {
        Snapshot(
            chapter: C.name, version: C.stateVersion, position: organisation.position, day: organisation.day, latest: latest,
            waiting: waiting.map(\.stamp.position), state: try JSONEncoder().encode(chapter))
    }

    func restored(from snapshot: Snapshot, waiting: [Entry]) throws -> any OpenPage {
        guard snapshot.version == C.stateVersion, waiting.map(\.record.position) == snapshot.waiting else { throw StaleSnapshot() }
        var page = Page<C>()
        page.chapter = try JSONDecoder().decode(C.self, from: snapshot.state)
        page.latest = snapshot.latest
        page.waiting = try waiting.map { (try C.decode($0.event), $0.stamp) }
        return page
    }
}

extension Chapter {
    static func openPage() -> any OpenPage { Page<Self>() }
}

/// A cache of one chapter's state: which version of it, after which position, on which day.
package struct Snapshot: Equatable, Sendable {
    package var chapter: String
    package var version: Int
    package var position: Int
    package var day: Day
    package var latest: Day
    /// Positions of the events that wait for a later day, in the order in which they will take effect.
    package var waiting: [Int]
    package var state: Data

    package init(chapter: String, version: Int, position: Int, day: Day, latest: Day, waiting: [Int], state: Data) {
        self.chapter = chapter
        self.version = version
        self.position = position
        self.day = day
        self.latest = latest
        self.waiting = waiting
        self.state = state
    }
}

struct StaleSnapshot: Error {}
