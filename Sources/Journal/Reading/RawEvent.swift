import Foundation

/// An event as it is kept, in a memory that is not its own, and what is known of it beside.
struct RawEvent {
    var name: String
    var structure: UnsafeRawBufferPointer
    var words: UnsafeRawBufferPointer?
    var stamp: Stamp

    init(_ record: Record, structure: UnsafeRawBufferPointer, words: UnsafeRawBufferPointer?) {
        (name, self.structure, self.words) = (record.event, structure, words)
        stamp = Stamp(by: record.actor, at: record.at, on: record.on, position: record.position)
    }

    fileprivate var copied: EncodedEvent { EncodedEvent(name: name, structure: Data(structure), words: words.map { Data($0) }) }
}

/// An event that has been read, whichever chapter's it is.
struct ReadEvent: Sendable {
    let chapter: String
    /// A `Chapter.Event` of that chapter.
    let event: any Sendable
    let stamp: Stamp
}

extension Chapter {
    static func read(_ raw: RawEvent, _ reader: EventReader) throws(JournalFault) -> ReadEvent {
        ReadEvent(chapter: name, event: try event(raw, reader), stamp: raw.stamp)
    }

    static func event(_ raw: RawEvent, _ reader: EventReader) throws(JournalFault) -> Event {
        let former = formerNames
        let present = former.isEmpty ? raw.name : former[raw.name] ?? raw.name
        if let read = reader.read(Event.self, named: present, raw.structure, raw.words) { return read }
        return try decodeGenerally(raw.copied)
    }
}

extension Entry {
    func read(as chapter: any Chapter.Type, _ reader: EventReader = EventReader()) throws -> ReadEvent {
        try structure.bytes.withUnsafeBytes { structure in
            guard let words else { return try chapter.read(RawEvent(record, structure: structure, words: nil), reader) }
            return try words.bytes.withUnsafeBytes { try chapter.read(RawEvent(record, structure: structure, words: $0), reader) }
        }
    }
}
