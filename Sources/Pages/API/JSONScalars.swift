/// Numbers and texts.
extension JSONReader {
    private mutating func digits() -> Int {
        let start = place
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
        return place - start
    }

    mutating func number() throws(Fault) -> JSON {
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

    mutating func string() throws(Fault) -> String {
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
