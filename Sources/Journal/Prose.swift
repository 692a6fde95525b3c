import Foundation
import Synchronization

/// Words that a person wrote, kept apart from the structure of an event so that they can be erased.
///
/// In the journal the structure holds a number, and the words lie in a list beside it under a commitment of their
/// own. After an erasure the event still reads and still applies; its prose has no text any more.
package struct Prose: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// `nil` once erased.
    package let text: String?

    package init(_ text: String) { self.text = text }
    package init(stringLiteral value: String) { text = value }
    private init(erased: Void) { text = nil }

    package static let erased = Prose(erased: ())

    package var isEmpty: Bool { text?.isEmpty ?? false }
}

extension Prose: Codable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        // Erased is said by something other than null, which an optional would read as never written.
        guard let apart = (encoder as? NodeEncoder)?.writer.words ?? encoder.userInfo[.wordsApart] as? WordsApart else {
            return try text.map { try container.encode($0) } ?? container.encode(false)
        }
        try container.encode(text.map(apart.add) ?? -1)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let apart = (decoder as? NodeDecoder)?.reader.words ?? decoder.userInfo[.wordsApart] as? WordsApart else {
            let isErased = container.decodeNil() || (try? container.decode(Bool.self)) == false
            text = isErased ? nil : try container.decode(String.self)
            return
        }
        text = apart[try container.decode(Int.self)]
    }
}

/// The list of words beside one event while it is written or read.
final class WordsApart: Sendable {
    private let words: Mutex<[String]?>

    /// `nil` where the words have been erased.
    init(_ words: [String]? = []) { self.words = Mutex(words) }

    var all: [String] { words.withLock { $0 ?? [] } }

    func add(_ text: String) -> Int {
        words.withLock {
            let number = $0?.count ?? 0
            $0 = ($0 ?? []) + [text]
            return number
        }
    }

    func replace(with texts: [String]?) { words.withLock { $0 = texts } }

    subscript(index: Int) -> String? {
        words.withLock { words in words.flatMap { $0.indices.contains(index) ? $0[index] : nil } }
    }
}

extension WordsApart {
    /// As they are kept; `nil` where there are none.
    var list: Data? {
        let all = all
        return all.isEmpty ? nil : WordsApart.list(all)
    }

    /// Texts as a JSON array, as `JSONEncoder` writes it.
    static func list(_ texts: [String]) -> Data {
        var bytes: [UInt8] = [0x5B]
        for (number, text) in texts.enumerated() {
            if number > 0 { bytes.append(0x2C) }
            bytes.appendJSON(text)
        }
        bytes.append(0x5D)
        return Data(bytes)
    }
}

extension CodingUserInfoKey {
    // The initialiser answers an optional, but never `nil`.
    static let wordsApart = CodingUserInfoKey(rawValue: "portolan.words-apart")!
}
