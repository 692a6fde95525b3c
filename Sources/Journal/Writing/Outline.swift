import Foundation

/// The values of one event in the order in which they are named, each pointing at the next in what holds it.
final class Outline {
    enum Kind { case open, object, array, plain }

    private struct Node {
        var kind = Kind.open
        /// In what holds it; empty in an array.
        var name: String
        /// What is written of a plain value.
        var bytes = 0..<0
        var first: Int?, last: Int?, next: Int?
    }

    static let root = 0

    // Only one event is written, by one writer.
    @exclusivity(unchecked) private var nodes = [Node(name: "")]
    @exclusivity(unchecked) private var bytes: [UInt8] = []

    /// A place for a value in an object or an array.
    func add(_ name: String, to parent: Int) -> Int {
        let node = nodes.count
        nodes.append(Node(name: name))
        if let last = nodes[parent].last { nodes[last].next = node } else { nodes[parent].first = node }
        nodes[parent].last = node
        return node
    }

    /// Makes a place an object or an array, once or again.
    func make(_ kind: Kind, at node: Int) throws {
        guard nodes[node].kind == .open || nodes[node].kind == kind else { throw Unwritten() }
        nodes[node].kind = kind
    }

    /// Writes a plain value at a place.
    func write(at node: Int, _ write: (inout [UInt8]) -> Void) throws {
        guard nodes[node].kind == .open else { throw Unwritten() }
        let start = bytes.count
        write(&bytes)
        nodes[node].kind = .plain
        nodes[node].bytes = start..<bytes.count
    }

    /// Name and bytes of the only member of the root; `nil` where there is not exactly one.
    func onlyMember() throws -> (name: String, bytes: Data)? {
        guard nodes[Outline.root].kind == .object, let only = nodes[Outline.root].first, nodes[only].next == nil else { return nil }
        var written: [UInt8] = []
        written.reserveCapacity(bytes.count + 16 * nodes.count)
        try put(only, into: &written)
        return (nodes[only].name, Data(written))
    }

    private func put(_ node: Int, into written: inout [UInt8]) throws {
        switch nodes[node].kind {
        case .plain: written.append(contentsOf: bytes[nodes[node].bytes])
        case .array:
            try put(children(of: node), between: (0x5B, 0x5D), into: &written) { _, _ in }
        // What names nothing of itself is an object without members.
        case .object, .open:
            var members = children(of: node)
            if !zip(members, members.dropFirst()).allSatisfy({ nodes[$0].name < nodes[$1].name }) {
                members.sort { nodes[$0].name < nodes[$1].name }
                // Of two of one name the later counts, where it is left to the other writer.
                guard zip(members, members.dropFirst()).allSatisfy({ nodes[$0].name != nodes[$1].name }) else { throw Unwritten() }
            }
            try put(members, between: (0x7B, 0x7D), into: &written) { member, written in
                written.appendJSON(nodes[member].name)
                written.append(0x3A)
            }
        }
    }

    private func put(_ children: [Int], between ends: (UInt8, UInt8), into written: inout [UInt8], name: (Int, inout [UInt8]) -> Void) throws {
        written.append(ends.0)
        for (number, child) in children.enumerated() {
            if number > 0 { written.append(0x2C) }
            name(child, &written)
            try put(child, into: &written)
        }
        written.append(ends.1)
    }

    private func children(of node: Int) -> [Int] {
        Array(
            sequence(state: nodes[node].first) { next in
                defer { next = next.flatMap { self.nodes[$0].next } }
                return next
            })
    }

    func count(of node: Int) -> Int { children(of: node).count }
}

extension [UInt8] {
    /// A text between quotation marks, as `JSONEncoder` writes it without escaping slashes.
    mutating func appendJSON(_ text: String) {
        append(0x22)
        var text = text
        text.withUTF8 { text in
            var start = 0
            for (place, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                append(contentsOf: text[start..<place])
                appendEscaped(byte)
                start = place + 1
            }
            append(contentsOf: text[start...])
        }
        append(0x22)
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case 0x22, 0x5C: append(contentsOf: [0x5C, byte])
        case 0x08: append(contentsOf: "\\b".utf8)
        case 0x0C: append(contentsOf: "\\f".utf8)
        case 0x0A: append(contentsOf: "\\n".utf8)
        case 0x0D: append(contentsOf: "\\r".utf8)
        case 0x09: append(contentsOf: "\\t".utf8)
        default: append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
        }
    }
}
