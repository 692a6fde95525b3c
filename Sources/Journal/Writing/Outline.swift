import Foundation

/// The values of one event in the order in which they are named.
final class Outline {
    enum Kind { case open, object, array, plain }

    private struct Node {
        var kind = Kind.open
        /// In what holds it; empty in an array.
        var name: String
        /// What is written of a plain value.
        var bytes = 0..<0
        var children: [Int] = []
    }

    static let root = 0

    // Only one event is written, by one writer.
    @exclusivity(unchecked) private var nodes = [Node(name: "")]
    @exclusivity(unchecked) private var bytes: [UInt8] = []
    /// Whether anything has been asked for that is to be written in another way: kept, because who asks cannot always be told, or may not listen.
    @exclusivity(unchecked) private(set) var isLeft = false

    func leave() { isLeft = true }

    /// A place for a value in an object or an array.
    func add(_ name: String, to parent: Int) -> Int {
        nodes.append(Node(name: name))
        nodes[parent].children.append(nodes.count - 1)
        return nodes.count - 1
    }

    func count(of node: Int) -> Int { nodes[node].children.count }

    /// Makes a place an object or an array, once or again.
    func make(_ kind: Kind, at node: Int) {
        if nodes[node].kind != .open, nodes[node].kind != kind { leave() }
        nodes[node].kind = kind
    }

    /// Writes a plain value at a place.
    func write(at node: Int, _ write: (inout [UInt8]) -> Void) {
        if nodes[node].kind != .open { leave() }
        let start = bytes.count
        write(&bytes)
        nodes[node].kind = .plain
        nodes[node].bytes = start..<bytes.count
    }

    /// Name and bytes of the only member of the root.
    ///
    /// - Throws: `Unwritten` where there is not exactly one, or anything was left.
    func onlyMember() throws -> (name: String, bytes: Data) {
        guard nodes[Outline.root].kind == .object, let only = nodes[Outline.root].children.first, count(of: Outline.root) == 1 else { throw Unwritten() }
        var written: [UInt8] = []
        written.reserveCapacity(bytes.count + 16 * nodes.count)
        put(only, into: &written)
        guard !isLeft else { throw Unwritten() }
        return (nodes[only].name, Data(written))
    }

    private func put(_ node: Int, into written: inout [UInt8]) {
        switch nodes[node].kind {
        case .plain: written.append(contentsOf: bytes[nodes[node].bytes])
        case .array: put(nodes[node].children, between: (0x5B, 0x5D), into: &written) { _, _ in }
        // What names nothing of itself is an object without members.
        case .object, .open:
            var members = nodes[node].children
            if !zip(members, members.dropFirst()).allSatisfy(isBefore) {
                members.sort(by: isBefore)
                // Of two of one name the later counts.
                if !zip(members, members.dropFirst()).allSatisfy(isBefore) { leave() }
            }
            put(members, between: (0x7B, 0x7D), into: &written) { member, written in
                written.appendJSON(nodes[member].name)
                written.append(0x3A)
            }
        }
    }

    /// By bytes, as `JSONEncoder` sorts names.
    private func isBefore(_ one: Int, _ other: Int) -> Bool { nodes[one].name.utf8.lexicographicallyPrecedes(nodes[other].name.utf8) }

    private func put(_ children: [Int], between ends: (UInt8, UInt8), into written: inout [UInt8], name: (Int, inout [UInt8]) -> Void) {
        written.append(ends.0)
        for (number, child) in children.enumerated() {
            if number > 0 { written.append(0x2C) }
            name(child, &written)
            put(child, into: &written)
        }
        written.append(ends.1)
    }
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
