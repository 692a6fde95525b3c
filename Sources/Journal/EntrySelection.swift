import Foundation

/// Which entries of a journal somebody asks for: by what they are about, who recorded them and when, and how many.
///
/// Whoever asks for the newest so many reads no more of the journal than that, where nothing but the position narrows it; by person, day or
/// thing the store looks through the records without decoding them, until it has found as many.
package struct EntrySelection: Equatable, Sendable {
    package var chapter: String?
    /// By their names; all where `nil`.
    package var events: [String]?
    package var actor: ID<Actor>?
    /// Recorded by anybody else.
    package var exceptActor: ID<Actor>?
    /// Only entries whose structure holds this identifier somewhere, whatever it means there.
    package var naming: String?
    /// Chapters whose longest events name a thing in passing, among hundreds of others: those are left out.
    package var passing: [String] = []
    /// Recorded on this day or later, by the server's clock.
    package var from: Day?
    /// Recorded on this day or earlier.
    package var until: Day?
    /// Holding from this day or an earlier one.
    package var holdingBy: Day?
    /// Only after this position.
    package var after: Int
    /// Only before this position.
    package var before: Int?
    /// Of long events only the record: nearly all of what a large import weighs. Their structures are empty, which no other is.
    package var leavesLongOut = false
    /// Only the newest so many of all these; they are answered in the order of their positions all the same.
    package var newest: Int?

    package init(
        chapter: String? = nil, events: [String]? = nil, actor: ID<Actor>? = nil, exceptActor: ID<Actor>? = nil, naming: String? = nil, from: Day? = nil, until: Day? = nil,
        holdingBy: Day? = nil, after: Int = 0, before: Int? = nil, newest: Int? = nil
    ) {
        self.chapter = chapter
        self.events = events
        self.actor = actor
        self.exceptActor = exceptActor
        self.naming = naming
        self.from = from
        self.until = until
        self.holdingBy = holdingBy
        self.after = after
        self.before = before
        self.newest = newest
    }

    /// From so many bytes of structure an event is long.
    package static let long = 1024
    /// From so many it says a whole table. One report is shorter, whatever its evidence is called in whichever script.
    package static let table = 4096

    /// Whether an entry is among them, however many are asked for: what every store must agree with.
    package func holds(_ entry: Entry) -> Bool {
        let record = entry.record
        return record.position > after && before.map { record.position < $0 } ?? true && chapter ?? record.chapter == record.chapter
            && events?.contains(record.event) ?? true && actor ?? record.actor.id == record.actor.id
            && exceptActor.map { $0 != record.actor.id } ?? true
            && from.map { record.at.day >= $0 } ?? true && until.map { record.at.day <= $0 } ?? true && holdingBy.map { record.on <= $0 } ?? true
            && (entry.structure.bytes.count < EntrySelection.table || !passing.contains(record.chapter))
            && naming.map { entry.structure.bytes.range(of: Data("\"\($0)\"".utf8)) != nil } ?? true
    }

    /// The entries of a journal that are among them.
    ///
    /// - Parameter entries: in the order of their positions.
    package func chosen(from entries: [Entry]) -> [Entry] {
        let held = entries.filter(holds)
        let chosen = newest.map { Array(held.suffix(max(0, $0))) } ?? held
        return leavesLongOut ? chosen.map { $0.structure.bytes.count < EntrySelection.long ? $0 : Entry(bare: $0.record) } : chosen
    }
}
