import Foundation

/// Writes an event as it is kept, the counterpart of `EventReader`: JSON with its members in the order of their names.
///
/// Whatever it does not know it leaves to `JSONEncoder`; a test holds the two to the same bytes (docs/decisions/0016-reading-events.md).
final class EventWriter {
    let outline = Outline()
    let words = WordsApart()
    let userInfo: [CodingUserInfoKey: Any]

    init() { userInfo = [.wordsApart: words] }

    /// Throws where it is to be written in another way.
    static func write(_ event: some Encodable) throws -> EncodedEvent {
        let writer = EventWriter()
        try event.encode(to: NodeEncoder(writer: writer, node: Outline.root))
        let (name, structure) = try writer.outline.onlyMember()
        return EncodedEvent(name: name, structure: structure, words: writer.words.list)
    }
}

/// Left to another writer.
struct Unwritten: Error {}
