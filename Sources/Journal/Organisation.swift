/// The organisation as it stands on a day: every chapter side by side, folded from its journal.
///
/// This is also the registry of events: an empty chapter knows how to read its own, so they are listed nowhere else.
/// A value: whoever holds a copy keeps seeing that moment.
package struct Organisation: Sendable {
    package let id: OrganisationID
    /// The last position folded in; 0 before the first event.
    package private(set) var position = 0
    /// The hash of the last record folded in.
    package private(set) var head = Hash.origin
    /// Events that hold from a later day wait.
    package private(set) var day: Day
    /// The same for all states that one fold has come to. With position and day it names a state exactly: after words were erased, what is
    /// read again is another fold. What is computed from a state can be kept under the three.
    package let fold = Fold()
    private var pages: [String: any OpenPage] = [:]

    package init(_ id: OrganisationID, _ chapters: [any Chapter.Type], on day: Day) {
        self.id = id
        self.day = day
        for chapter in chapters {
            let old = pages.updateValue(chapter.openPage(), forKey: chapter.name)
            precondition(old == nil, "two chapters are called \(chapter.name)")
        }
    }

    package subscript<C: Chapter>(_: C.Type) -> C {
        guard let page = pages[C.name] as? Page<C> else { preconditionFailure("\(C.name) is not among this organisation's chapters") }
        return page.chapter
    }

    package var chapters: [any Chapter.Type] { pages.values.map(\.kind) }

    /// Folds the next event in. Answers the chapter that must be folded again because the event is back-dated.
    package mutating func apply(_ entry: Entry, hash: Hash) throws -> (any Chapter.Type)? { try apply(entry, hash: hash, EventReader()) }

    mutating func apply(_ entry: Entry, hash: Hash, _ reader: EventReader) throws -> (any Chapter.Type)? {
        guard var events = pages[entry.record.chapter]?.kind.emptyPart() else { throw JournalFault.noSuchChapter(entry.record.chapter) }
        try events.read(entry, reader)
        let isInOrder = try take(events)
        resume(at: entry.record.position, head: hash)
        return isInOrder ? nil : events.kind
    }

    /// The same for the next part of the journal. Chapters say nothing to each other: each takes all of its own at once.
    mutating func apply(_ part: ReadPart) throws(JournalFault) -> [any Chapter.Type] {
        var late: [any Chapter.Type] = []
        for events in part.parts where try !take(events) { late.append(events.kind) }
        resume(at: part.position, head: part.head)
        return late
    }

    /// In place: a copy of the page would make each event copy the collections that the chapter holds.
    private mutating func take(_ events: any ChapterPart) throws(JournalFault) -> Bool {
        guard let isInOrder = pages[events.kind.name]?.take(events, today: day) else { throw .noSuchChapter(events.kind.name) }
        return isInOrder
    }

    /// Lets the days pass: events that were waiting for them take effect.
    package mutating func advance(to day: Day) {
        guard day > self.day else { return }
        self.day = day
        for name in pages.keys { pages[name]?.release(until: day) }
    }

    /// Folds one chapter again from all its entries, in the order of the days from which they hold.
    package mutating func refold(_ chapter: any Chapter.Type, from entries: [Entry]) throws {
        let reader = EventReader()
        var page = chapter.openPage(), events = chapter.emptyPart()
        for entry in entries { try events.read(entry, reader) }
        page.gather(events)
        replace(page)
    }

    /// With a page into which all events of its chapter have been gathered.
    mutating func replace(_ page: any OpenPage) {
        var page = page
        page.settle(today: day)
        pages[page.kind.name] = page
    }

    /// For entries whose chapter is not among those folded: the position moves on all the same.
    package mutating func pass(_ entry: Entry, hash: Hash) {
        position = entry.record.position
        head = hash
    }
}

/// One folding of a journal from its beginning or from snapshots; the same only as itself.
package final class Fold: Hashable, Sendable {
    /// Told apart from those of other processes, and from those that are no longer there.
    package let number = UInt64.random(in: .min ... .max)

    package static func == (a: Fold, b: Fold) -> Bool { a === b }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

// MARK: - Snapshots

extension Organisation {
    /// Each chapter's state with what is needed to go on from it.
    package func snapshots() throws -> [Snapshot] {
        try pages.values.map { try $0.snapshot(of: self) }
    }

    /// Takes up a chapter where a snapshot left it. Answers false where the snapshot is of another version or a later day.
    package mutating func restore(_ snapshot: Snapshot, waiting: [Entry]) -> Bool {
        guard let page = pages[snapshot.chapter], snapshot.day <= day, let restored = try? page.restored(from: snapshot, waiting: waiting)
        else { return false }
        pages[snapshot.chapter] = restored
        pages[snapshot.chapter]?.release(until: day)
        return true
    }

    /// Where folding goes on, or has come to, once every chapter has its state.
    package mutating func resume(at position: Int, head: Hash) {
        self.position = position
        self.head = head
    }
}
