/// The bytes of a file as UTF-8, and the encoding they came in.
struct CSVText {
    let bytes: [UInt8]
    let encoding: CSVEncoding

    init(bytes raw: [UInt8]) throws(CSVFault) {
        encoding = Self.encoding(of: raw)
        switch encoding {
        case .utf8: bytes = raw
        case .utf8WithBOM:
            bytes = Array(raw.dropFirst(3))
            guard TextDecoding.isUTF8(bytes) else {
                throw .undecodable(line: TextDecoding.firstLineThatIsNotUTF8(bytes), encoding: encoding)
            }
        case .utf16le, .utf16be:
            switch TextDecoding.utf8(fromUTF16: raw, bigEndian: encoding == .utf16be) {
            case .success(let decoded): bytes = decoded
            case .failure(let fault): throw .undecodable(line: fault.line, encoding: encoding)
            }
        case .windows1252:
            switch TextDecoding.utf8(fromWindows1252: raw) {
            case .success(let decoded): bytes = decoded
            case .failure(let fault): throw .undecodable(line: fault.line, encoding: encoding)
            }
        }
        try Self.refuseControls(in: bytes)
    }

    private static func encoding(of bytes: [UInt8]) -> CSVEncoding {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithBOM }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16le }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16be }
        return unmarkedUTF16(bytes) ?? (TextDecoding.isUTF8(bytes) ? .utf8 : .windows1252)
    }

    /// UTF-16 without a mark betrays itself by NULs on one side only; one side in eight is enough, since digits and separators have them in
    /// every script.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> CSVEncoding? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let sample = bytes.prefix(4096)
        var even = 0
        var odd = 0
        for (position, byte) in sample.enumerated() where byte == 0 {
            if position.isMultiple(of: 2) { even += 1 } else { odd += 1 }
        }
        let enough = max(1, sample.count / 16)
        if even == 0, odd >= enough { return .utf16le }
        if odd == 0, even >= enough { return .utf16be }
        return nil
    }

    private static func refuseControls(in bytes: [UInt8]) throws(CSVFault) {
        var line = 1
        var previous: UInt8 = 0
        for byte in bytes {
            if byte < 0x20 {
                switch byte {
                case 0x09: break
                case 0x0A: if previous != 0x0D { line += 1 }
                case 0x0D: line += 1
                default: throw .controlCharacter(line: line, code: byte)
                }
            }
            previous = byte
        }
    }
}
