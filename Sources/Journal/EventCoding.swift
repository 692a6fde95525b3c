import Foundation

/// An event as it is kept: its name, its structure (ids, numbers, choices) and its words (texts of people) apart.
package struct EncodedEvent: Equatable, Sendable {
    package var name: String
    package var structure: Data
    package var words: Data?

    package init(name: String, structure: Data, words: Data?) {
        self.name = name
        self.structure = structure
        self.words = words
    }
}

package enum JournalFault: Error, Equatable {
    case noSuchChapter(String)
    case unreadable(event: String, chapter: String, why: String)
    case tooLarge(event: String, chapter: String)
    /// What is kept at this position cannot be read at all.
    case damaged(position: Int)
}

extension Chapter {
    /// `.renamed(id: 1)` is kept as the name `renamed` and the structure `{"id":1}`.
    package static func encode(_ event: Event) throws -> EncodedEvent {
        do { return try EventWriter.write(event) } catch { return try encodeGenerally(event) }
    }

    /// What `EventWriter` leaves.
    static func encodeGenerally(_ event: Event) throws -> EncodedEvent {
        let apart = WordsApart()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo[.wordsApart] = apart
        let bytes = try encoder.encode(event)
        // {"name":{…}}: case names are plain identifiers, so the first quote after the opening one ends the name.
        guard let end = bytes.dropFirst(2).firstIndex(of: 0x22), bytes.count > end + 3 else {
            throw JournalFault.unreadable(event: "?", chapter: name, why: "an event must be an enum case")
        }
        return EncodedEvent(
            name: String(decoding: bytes[2..<end], as: UTF8.self), structure: Data(bytes[(end + 2)..<(bytes.count - 1)]), words: apart.list)
    }

    package static func decode(_ event: EncodedEvent) throws(JournalFault) -> Event {
        try decode(event, EventReader())
    }

    static func decode(_ event: EncodedEvent, _ reader: EventReader) throws(JournalFault) -> Event {
        let name = presentName(of: event.name)
        do {
            return try event.structure.withUnsafeBytes { structure in
                guard let words = event.words else { return try reader.read(Event.self, named: name, structure, nil) }
                return try words.withUnsafeBytes { try reader.read(Event.self, named: name, structure, $0) }
            }
        } catch {
            return try decodeGenerally(event)
        }
    }

    static func presentName(of name: String) -> String {
        let former = formerNames
        return former.isEmpty ? name : former[name] ?? name
    }

    /// What `EventReader` leaves.
    static func decodeGenerally(_ event: EncodedEvent) throws(JournalFault) -> Event {
        let name = presentName(of: event.name)
        do {
            let decoder = JSONDecoder()
            decoder.userInfo[.wordsApart] = WordsApart(try event.words.map { try JSONDecoder().decode([String].self, from: $0) })
            return try decoder.decode(Event.self, from: Data("{\"\(name)\":".utf8) + event.structure + Data("}".utf8))
        } catch {
            throw .unreadable(event: event.name, chapter: Self.name, why: "\(error)")
        }
    }
}
