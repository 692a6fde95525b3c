import Foundation

/// Some events of one chapter, read, in the order of their positions; whichever chapter's they are.
///
/// Whoever folds them finds out once for all of them what their type is, not once for each.
protocol ChapterPart: Sendable {
    var kind: any Chapter.Type { get }
    mutating func read(_ row: RawRow, of record: Record, _ reader: EventReader) throws(JournalFault)
    mutating func read(_ entry: Entry, _ reader: EventReader) throws(JournalFault)
}

struct Events<C: Chapter>: ChapterPart {
    private(set) var all: [(event: C.Event, stamp: Stamp)] = []

    var kind: any Chapter.Type { C.self }

    mutating func read(_ row: RawRow, of record: Record, _ reader: EventReader) throws(JournalFault) {
        all.append((try C.event(row, of: record, reader), Stamp(record)))
    }

    mutating func read(_ entry: Entry, _ reader: EventReader) throws(JournalFault) {
        all.append((try C.decode(entry.event, reader), entry.stamp))
    }
}

extension Chapter {
    static func emptyPart() -> any ChapterPart { Events<Self>() }

    /// An event from where it lies.
    static func event(_ row: RawRow, of record: Record, _ reader: EventReader) throws(JournalFault) -> Event {
        do {
            return try reader.read(Event.self, named: presentName(of: record.event), row.structure, row.words?.bytes)
        } catch {
            return try decodeGenerally(EncodedEvent(name: record.event, structure: Data(row.structure), words: row.words.map { Data($0.bytes) }))
        }
    }
}

extension Stamp {
    init(_ record: Record) { self.init(by: record.actor, at: record.at, on: record.on, position: record.position) }
}
