/// Reads JSON strictly: what two readers could understand differently is refused.
///
/// UTF-8 without a byte order mark, at most 32 levels deep, no name twice in an object, no control characters (not escaped either, but for
/// tab and line breaks), no lone surrogates, no whole number that an `Int` cannot hold, and no other so large or so close to zero that a
/// `Double` would make infinity or zero of it. What else a `Double` cannot hold exactly is the nearest that it can (RFC 8259, 6).
package struct JSONReader {
    /// Why a text is not taken: a key among the words, and the place, in bytes from the beginning.
    package struct Fault: Error, Equatable {
        package let key: String
        package let offset: Int
    }

    private static let deepest = 32
    let bytes: [UInt8]
    var place = 0

    package static func read(_ bytes: [UInt8]) throws(Fault) -> JSON {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Fault(key: "host.api.json.utf8", offset: 0) }
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 1)
        reader.skipSpace()
        guard reader.place == bytes.count else { throw reader.fault() }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    func fault(_ key: String = "host.api.json.syntax") -> Fault { Fault(key: key, offset: place) }

    var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(Fault) -> JSON {
        let letters = Array(word.description.utf8)
        guard bytes[place...].starts(with: letters) else { throw fault() }
        place += letters.count
        return value
    }

    private mutating func value(depth: Int) throws(Fault) -> JSON {
        guard depth <= JSONReader.deepest else { throw fault("host.api.json.deep") }
        skipSpace()
        switch next {
        case 0x7B: return try object(depth: depth)
        case 0x5B: return try list(depth: depth)
        case 0x22: return .text(try string())
        case 0x74: return try word("true", .flag(true))
        case 0x66: return try word("false", .flag(false))
        case 0x6E: return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(Fault) -> JSON {
        place += 1
        var pairs: [JSON.Pair] = [], names: Set<String> = []
        skipSpace()
        if take(0x7D) { return .object([]) }
        while true {
            skipSpace()
            guard next == 0x22 else { throw fault() }
            let name = try string()
            guard names.insert(name).inserted else { throw fault("host.api.json.twice") }
            skipSpace()
            guard take(0x3A) else { throw fault() }
            pairs.append(JSON.Pair(name, try value(depth: depth + 1)))
            skipSpace()
            if take(0x7D) { return .object(pairs) }
            guard take(0x2C) else { throw fault() }
        }
    }

    private mutating func list(depth: Int) throws(Fault) -> JSON {
        place += 1
        var items: [JSON] = []
        skipSpace()
        if take(0x5D) { return .list([]) }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if take(0x5D) { return .list(items) }
            guard take(0x2C) else { throw fault() }
        }
    }
}
