/// Writes JSON compactly; the same value is always the same bytes.
extension JSON {
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): JSON.write(value, to: &bytes)
        case .text(let text): JSON.write(text, to: &bytes)
        case .list(let items):
            bytes.append(0x5B)
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                item.write(to: &bytes)
            }
            bytes.append(0x5D)
        case .object(let pairs):
            bytes.append(0x7B)
            for (index, pair) in pairs.enumerated() {
                if index > 0 { bytes.append(0x2C) }
                JSON.write(pair.name, to: &bytes)
                bytes.append(0x3A)
                pair.value.write(to: &bytes)
            }
            bytes.append(0x7D)
        }
    }

    /// Whole numbers without a fraction; what is no number cannot be said in JSON.
    private static func write(_ value: Double, to bytes: inout [UInt8]) {
        guard value.isFinite else { return bytes += "null".utf8 }
        let isPlain = abs(value) < 9_007_199_254_740_992
        bytes += (isPlain ? Int(exactly: value).map(String.init) ?? value.description : value.description).utf8
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x0A: bytes += "\\n".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20, 0x7F: bytes += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
