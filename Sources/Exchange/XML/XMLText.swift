/// The bytes of an XML document as plain UTF-8 without byte order mark or XML declaration.
///
/// Whoever checks it and whoever parses it then see the same characters. The declaration is overwritten with blanks, so that lines keep
/// their numbers.
struct XMLText {
    let bytes: [UInt8]

    init(bytes raw: [UInt8], limits: XMLLimits) throws(XMLFault) {
        try Self.check(raw.count, limits: limits)
        var decoded = try Self.decoded(raw)
        try Self.check(decoded.count, limits: limits)
        if let end = Self.endOfDeclaration(in: decoded) {
            for position in 0..<end where decoded[position] != 0x0A && decoded[position] != 0x0D { decoded[position] = 0x20 }
        }
        bytes = decoded
    }

    private static func check(_ count: Int, limits: XMLLimits) throws(XMLFault) {
        guard count <= limits.bytes else { throw .tooLarge(line: 1, what: .bytes, limit: limits.bytes) }
    }

    private static func decoded(_ raw: [UInt8]) throws(XMLFault) -> [UInt8] {
        if raw.starts(with: [0, 0, 0xFE, 0xFF]) || raw.starts(with: [0xFF, 0xFE, 0, 0]) { throw .encoding(name: "UTF-32") }
        if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0x3C, 0]) { return try utf16(raw, bigEndian: false) }
        if raw.starts(with: [0xFE, 0xFF]) || raw.starts(with: [0, 0x3C]) { return try utf16(raw, bigEndian: true) }
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(Array(raw.dropFirst(3))) }
        switch declaredEncoding(of: raw)?.lowercased() {
        case nil, "utf-8", "utf8", "us-ascii", "ascii": return try utf8(raw)
        case "iso-8859-1", "iso8859-1", "latin1", "latin-1": return TextDecoding.utf8(fromLatin1: raw)
        case "windows-1252", "cp1252":
            switch TextDecoding.utf8(fromWindows1252: raw) {
            case .success(let decoded): return decoded
            case .failure(let fault): throw .notXML(line: fault.line, message: "not Windows-1252, which the document declares")
            }
        case .some(let name): throw .encoding(name: name)
        }
    }

    private static func utf8(_ bytes: [UInt8]) throws(XMLFault) -> [UInt8] {
        guard TextDecoding.isUTF8(bytes) else {
            throw .notXML(line: TextDecoding.firstLineThatIsNotUTF8(bytes), message: "not UTF-8")
        }
        return bytes
    }

    private static func utf16(_ bytes: [UInt8], bigEndian: Bool) throws(XMLFault) -> [UInt8] {
        switch TextDecoding.utf8(fromUTF16: bytes, bigEndian: bigEndian) {
        case .success(let decoded): return decoded
        case .failure(let fault): throw .notXML(line: fault.line, message: "not UTF-16")
        }
    }

    /// What the declaration says, if there is one in the first bytes: `<?xml version="1.0" encoding="…"?>`.
    private static func declaredEncoding(of bytes: [UInt8]) -> String? {
        guard let end = endOfDeclaration(in: bytes) else { return nil }
        let declaration = String(decoding: bytes[..<end].map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
        return declaration.firstMatch(of: /[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["']/).map { String($0.1) }
    }

    /// Just after `?>`, if the document starts with a declaration; one longer than 512 bytes is left for the parser to judge.
    private static func endOfDeclaration(in bytes: [UInt8]) -> Int? {
        let head = bytes.prefix(512)
        guard head.starts(with: "<?xml".utf8), head.count > 5, [0x20, 0x09, 0x0A, 0x0D].contains(head[5]) else { return nil }
        return zip(head, head.dropFirst()).enumerated().first { $0.element == (0x3F, 0x3E) }.map { $0.offset + 2 }
    }
}
