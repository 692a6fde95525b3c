/// Turning bytes of the encodings people send into UTF-8, without ever guessing at what cannot be decoded.
enum TextDecoding {
    /// The line, counted from 1, of the first bytes that are no text in the encoding.
    struct Undecodable: Error, Hashable {
        let line: Int
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// The last line if every line is UTF-8, which callers ask only when it is not so.
    static func firstLineThatIsNotUTF8(_ bytes: [UInt8]) -> Int {
        var line = 0
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            if String(validating: part, as: UTF8.self) == nil { break }
        }
        return line
    }

    /// Decodes UTF-16 with or without its byte order mark; an odd byte at the end or half a surrogate pair is a failure.
    static func utf8(fromUTF16 bytes: [UInt8], bigEndian: Bool) -> Result<[UInt8], Undecodable> {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var line = 1
        var position = 0
        while position < bytes.count {
            guard position + 1 < bytes.count else { return .failure(Undecodable(line: line)) }
            let unit = self.unit(bytes, at: position, bigEndian: bigEndian)
            position += 2
            if unit == 0xFEFF, position == 2 { continue }
            if unit == 0x0A { line += 1 }
            if let scalar = Unicode.Scalar(unit) {
                append(scalar, to: &decoded)
                continue
            }
            guard unit < 0xDC00, position + 1 < bytes.count else { return .failure(Undecodable(line: line)) }
            let low = self.unit(bytes, at: position, bigEndian: bigEndian)
            guard (0xDC00..<0xE000).contains(low) else { return .failure(Undecodable(line: line)) }
            position += 2
            let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
            guard let scalar = Unicode.Scalar(value) else { return .failure(Undecodable(line: line)) }
            append(scalar, to: &decoded)
        }
        return .success(decoded)
    }

    /// Decodes Windows-1252; the five bytes it leaves undefined are a failure.
    static func utf8(fromWindows1252 bytes: [UInt8]) -> Result<[UInt8], Undecodable> {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count + bytes.count / 8)
        var line = 1
        for byte in bytes {
            if byte == 0x0A { line += 1 }
            if byte < 0x80 {
                decoded.append(byte)
            } else if byte >= 0xA0 {
                append(Unicode.Scalar(byte), to: &decoded)
            } else if let scalar = windows1252[Int(byte) - 0x80] {
                append(scalar, to: &decoded)
            } else {
                return .failure(Undecodable(line: line))
            }
        }
        return .success(decoded)
    }

    /// Decodes ISO 8859-1, which gives every byte a character.
    static func utf8(fromLatin1 bytes: [UInt8]) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes { append(Unicode.Scalar(byte), to: &decoded) }
        return decoded
    }

    private static func unit(_ bytes: [UInt8], at position: Int, bigEndian: Bool) -> UInt16 {
        let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
        return bigEndian ? first << 8 | second : second << 8 | first
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// 0x80 to 0x9F, nil where undefined (unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT).
    private static let windows1252: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
