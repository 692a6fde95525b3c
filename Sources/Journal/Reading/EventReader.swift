import Foundation

/// Reads events as they are kept, many one after another, in the memory of the first.
///
/// Folding a journal is mostly reading JSON, and a general decoder builds a tree of every value. This one lays the values of one event out in a row
/// and lets the event's own `Decodable` pick from it. What it does not know, or finds wrong, it leaves to `JSONDecoder`, which also says what is
/// wrong; a test holds the two against each other (docs/decisions/0016-reading-events.md).
final class EventReader {
    let layout = Layout()
    let userInfo: [CodingUserInfoKey: Any]
    let words = WordsApart()
    /// Of the only member of what is being read.
    private(set) var onlyName: String?

    init() { userInfo = [.wordsApart: words] }

    /// Throws where it is to be read in another way.
    ///
    /// - Parameters:
    ///   - structure: the JSON of the associated values.
    ///   - texts: a JSON array of words; `nil` where there are none, or none any more.
    func read<Event: Decodable>(_ type: Event.Type, named name: String, _ structure: UnsafeRawBufferPointer, _ texts: UnsafeRawBufferPointer?) throws -> Event {
        var list: [String]?
        if let texts {
            guard layout.lay(out: texts), let found = layout.texts() else { throw Unread() }
            list = found
        }
        words.replace(with: list)
        onlyName = name
        guard layout.lay(out: structure, named: name) else { throw Unread() }
        return try Event(from: NodeDecoder(reader: self, node: 0))
    }
}
