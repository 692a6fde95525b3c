import Foundation

/// The values of one JSON text laid out in a row, each after the value that holds it.
///
/// After an object comes the name of its first member, the member's value with all it holds, the next name, and so on; after an array its elements.
final class Layout {
    enum Kind: UInt8 { case object, array, text, escapedText, number, yes, no, null }

    struct Node {
        var kind: Kind
        /// Where its bytes begin and end; of a text those between the quotation marks.
        var start, end: Int
        /// The node after it and all it holds.
        var next: Int
    }

    // Only one event at a time is read, by one reader: that nobody else does is not asked at each of a billion bytes.
    @exclusivity(unchecked) private(set) var nodes: [Node] = []
    @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
    @exclusivity(unchecked) private var place = 0

    private static let deepest = 64

    /// Answers false where the text is not JSON, or deeper than anything that is kept.
    func lay(out text: UnsafeRawBufferPointer) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: text)
        return layOut()
    }

    /// The same for the value of the only member of an object.
    func lay(out value: UnsafeRawBufferPointer, named name: String) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(0x7B)
        bytes.append(0x22)
        bytes.append(contentsOf: name.utf8)
        bytes.append(0x22)
        bytes.append(0x3A)
        bytes.append(contentsOf: value)
        bytes.append(0x7D)
        return layOut()
    }

    private func layOut() -> Bool {
        nodes.removeAll(keepingCapacity: true)
        // Whoever reads a number may look one byte beyond it.
        bytes.append(0)
        place = 0
        guard (try? UTF8Span(validating: bytes.span)) != nil else { return false }
        return bytes.withUnsafeBufferPointer { value($0, depth: 0) } && place == bytes.count - 1
    }

    /// The elements of an array of texts; `nil` where it is something else.
    func texts() -> [String]? {
        guard nodes[0].kind == .array else { return nil }
        var texts: [String] = [], place = 1
        while place < nodes[0].next {
            guard let text = text(place) else { return nil }
            texts.append(text)
            place = nodes[place].next
        }
        return texts
    }
}

// MARK: - Laying out

extension Layout {
    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// White space is not skipped: what is kept has none, and what has is for another reader.
    private func value(_ bytes: Bytes, depth: Int) -> Bool {
        switch bytes[place] {
        case 0x7B: container(.object, bytes, depth: depth, closing: 0x7D)
        case 0x5B: container(.array, bytes, depth: depth, closing: 0x5D)
        case 0x22: text(bytes)
        case 0x74: word("true", .yes, bytes)
        case 0x66: word("false", .no, bytes)
        case 0x6E: word("null", .null, bytes)
        default: number(bytes)
        }
    }

    private func container(_ kind: Kind, _ bytes: Bytes, depth: Int, closing: UInt8) -> Bool {
        guard depth < Layout.deepest else { return false }
        let own = nodes.count
        nodes.append(Node(kind: kind, start: place, end: 0, next: 0))
        place += 1
        if bytes[place] != closing {
            while true {
                if kind == .object {
                    guard bytes[place] == 0x22, text(bytes), bytes[place] == 0x3A else { return false }
                    place += 1
                }
                guard value(bytes, depth: depth + 1) else { return false }
                guard bytes[place] == 0x2C else { break }
                place += 1
            }
            guard bytes[place] == closing else { return false }
        }
        place += 1
        nodes[own].end = place
        nodes[own].next = nodes.count
        return true
    }

    private func text(_ bytes: Bytes) -> Bool {
        let start = place + 1
        var end = start, kind = Kind.text
        while bytes[end] != 0x22 {
            // The byte after the last is zero as well.
            guard bytes[end] >= 0x20 else { return false }
            if bytes[end] == 0x5C {
                kind = .escapedText
                end += 1
                guard bytes[end] != 0 else { return false }
            }
            end += 1
        }
        place = end + 1
        nodes.append(Node(kind: kind, start: start, end: end, next: nodes.count + 1))
        // Names are not asked for singly: one that cannot be read must not be passed over.
        return kind == .text || unescaped(bytes[start..<end]) != nil
    }

    private func word(_ word: StaticString, _ kind: Kind, _ bytes: Bytes) -> Bool {
        let count = word.utf8CodeUnitCount
        guard bytes.count - place > count, let start = bytes.baseAddress, memcmp(start + place, word.utf8Start, count) == 0 else { return false }
        nodes.append(Node(kind: kind, start: place, end: place + count, next: nodes.count + 1))
        place += count
        return true
    }

    private func number(_ bytes: Bytes) -> Bool {
        let start = place
        func digits() -> Bool {
            let first = place
            while (0x30...0x39).contains(bytes[place]) { place += 1 }
            return place > first
        }
        if bytes[place] == 0x2D { place += 1 }
        let first = place
        guard digits(), bytes[first] != 0x30 || place == first + 1 else { return false }
        if bytes[place] == 0x2E {
            place += 1
            guard digits() else { return false }
        }
        if bytes[place] == 0x65 || bytes[place] == 0x45 {
            place += 1
            if bytes[place] == 0x2B || bytes[place] == 0x2D { place += 1 }
            guard digits() else { return false }
        }
        nodes.append(Node(kind: .number, start: start, end: place, next: nodes.count + 1))
        return true
    }
}
