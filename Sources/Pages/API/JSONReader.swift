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
    private let bytes: [UInt8]
    private var place = 0

    package static func read(_ bytes: [UInt8]) throws(Fault) -> JSON {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Fault(key: "host.api.json.utf8", offset: 0) }
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 1)
        reader.skipSpace()
        guard reader.place == bytes.count else { throw reader.fault() }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func fault(_ key: String = "host.api.json.syntax") -> Fault { Fault(key: key, offset: place) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
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

// MARK: - Numbers and texts

extension JSONReader {
    private mutating func digits() -> Int {
        let start = place
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
        return place - start
    }

    private mutating func number() throws(Fault) -> JSON {
        let start = place
        _ = take(0x2D)
        let first = next
        let whole = digits()
        guard whole > 0, whole == 1 || first != 0x30 else { throw fault() }
        var isWhole = true
        if take(0x2E) {
            isWhole = false
            guard digits() > 0 else { throw fault() }
        }
        if next == 0x65 || next == 0x45 {
            isWhole = false
            place += 1
            if !take(0x2B) { _ = take(0x2D) }
            guard digits() > 0 else { throw fault() }
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole {
            guard let value = Int(text) else { throw Fault(key: "host.api.json.number", offset: start) }
            return .integer(value)
        }
        guard let value = Double(text), value.isFinite, value != 0 || JSONReader.isZero(bytes[start..<place]) else {
            throw Fault(key: "host.api.json.number", offset: start)
        }
        // There is no negative zero among figures.
        return .number(value == 0 ? 0 : value)
    }

    /// Whether every digit before an exponent is 0.
    private static func isZero(_ number: ArraySlice<UInt8>) -> Bool {
        number.prefix { $0 != 0x65 && $0 != 0x45 }.allSatisfy { !(0x31...0x39).contains($0) }
    }

    private mutating func string() throws(Fault) -> String {
        place += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case 0x22:
                place += 1
                let string = String(decoding: text, as: UTF8.self)
                guard !string.unicodeScalars.contains(where: JSONReader.isRefused) else { throw fault("host.api.json.control") }
                return string
            case 0..<0x20: throw fault("host.api.json.control")
            case 0x5C:
                place += 1
                text += Array(try escaped().utf8)
            default:
                text.append(byte)
                place += 1
            }
        }
        throw fault()
    }

    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0: true
        default: false
        }
    }

    private mutating func escaped() throws(Fault) -> String {
        guard let byte = next else { throw fault() }
        place += 1
        switch byte {
        case 0x22: return "\""
        case 0x5C: return "\\"
        case 0x2F: return "/"
        case 0x62: return "\u{08}"
        case 0x66: return "\u{0C}"
        case 0x6E: return "\n"
        case 0x72: return "\r"
        case 0x74: return "\t"
        case 0x75: return String(try scalar())
        default: throw fault()
        }
    }

    private mutating func scalar() throws(Fault) -> Unicode.Scalar {
        let high = try unit()
        guard (0xD800...0xDBFF).contains(high) else {
            guard let scalar = Unicode.Scalar(high) else { throw fault("host.api.json.utf8") }
            return scalar
        }
        guard take(0x5C), take(0x75) else { throw fault("host.api.json.utf8") }
        let low = try unit()
        guard (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) else {
            throw fault("host.api.json.utf8")
        }
        return scalar
    }

    private mutating func unit() throws(Fault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault() }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }
}
