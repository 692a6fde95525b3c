import Foundation

/// An event that has been read, whichever chapter's it is.
struct ReadEvent: Sendable {
    let chapter: String
    /// A `Chapter.Event` of that chapter.
    let event: any Sendable
    let stamp: Stamp
}

extension Chapter {
    static func read(_ entry: Entry, _ reader: EventReader) throws(JournalFault) -> ReadEvent {
        ReadEvent(chapter: name, event: try decode(entry.event, reader), stamp: entry.stamp)
    }

    /// The same from where it lies.
    static func read(_ row: RawRow, of record: Record, _ reader: EventReader) throws(JournalFault) -> ReadEvent {
        ReadEvent(chapter: name, event: try event(row, of: record, reader), stamp: Stamp(record))
    }

    static func event(_ row: RawRow, of record: Record, _ reader: EventReader) throws(JournalFault) -> Event {
        if let read = reader.read(Event.self, named: presentName(of: record.event), row.structure, row.words?.bytes) { return read }
        return try decodeGenerally(EncodedEvent(name: record.event, structure: Data(row.structure), words: row.words.map { Data($0.bytes) }))
    }
}

extension Stamp {
    init(_ record: Record) { self.init(by: record.actor, at: record.at, on: record.on, position: record.position) }
}
