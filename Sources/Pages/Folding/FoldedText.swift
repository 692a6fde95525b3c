/// A text as it is compared: folded words with one space between any two, before the first and behind the last.
///
/// So a word is found as ` word `, its beginning as ` wo`, and words in a row as they stand. Folding what is folded changes nothing.
package struct FoldedText {
    /// Letters and digits in UTF-8, with single spaces.
    package private(set) var bytes: [UInt8] = [FoldedScalar.space]
    /// For every byte, which scalar of the text it came from; empty unless asked for.
    package private(set) var origins: [Int] = []

    /// - Parameter keepingOrigins: where hits are to be marked in the text.
    package init(_ text: String, keepingOrigins: Bool = false) {
        var place = 0, waiting: Int?
        bytes.reserveCapacity(text.utf8.count + 2)
        if keepingOrigins { origins.append(0) }
        func append(_ byte: UInt8, _ origin: Int) {
            bytes.append(byte)
            if keepingOrigins { origins.append(origin) }
        }
        func separate(_ origin: Int) { if bytes[bytes.count - 1] != FoldedScalar.space { append(FoldedScalar.space, origin) } }
        for scalar in text.unicodeScalars {
            for byte in FoldedScalar.bytes(of: scalar) {
                if let dot = waiting {
                    // Between digits a full stop belongs to the number.
                    if FoldedText.isDigit(byte) { append(FoldedScalar.stop, dot) } else { separate(dot) }
                    waiting = nil
                }
                switch byte {
                case FoldedScalar.space: separate(place)
                case FoldedScalar.stop: if FoldedText.isDigit(bytes[bytes.count - 1]) { waiting = place } else { separate(place) }
                default: append(byte, place)
                }
            }
            place += 1
        }
        separate(place)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// The words without the spaces around them.
    package var words: [ArraySlice<UInt8>] { bytes.split(separator: FoldedScalar.space) }

    /// Whether there is nothing in it by which it could be found.
    package var isEmpty: Bool { bytes.count == 1 }

    /// Whether each word of another begins a word of this one; nothing holds what is empty.
    package func holds(_ other: FoldedText) -> Bool {
        let words = words
        return !other.isEmpty && other.words.allSatisfy { wanted in words.contains { $0.starts(with: wanted) } }
    }

    /// For tests and messages.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
