/// Text as quoted-printable (RFC 2045, 6.7): readable where it is ASCII, and never longer than 76 characters a line.
enum QuotedPrintable {
    static func lines(of text: String) -> [String] {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).flatMap { encoded(Array($0.utf8)) }
    }

    /// One line, as several with soft breaks where it is long.
    private static func encoded(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = [], line = ""
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let piece = isPlain(byte, isLast: isLast, begins: line.isEmpty) ? String(UnicodeScalar(byte)) : "=\(hexadecimal(byte))"
            if line.utf8.count + piece.utf8.count > (isLast ? 76 : 75) {
                lines.append(line + "=")
                line = piece
            } else {
                line += piece
            }
        }
        return lines + [line]
    }

    /// A dot or “From ” at the beginning of a line means something to old mail programs.
    private static func isPlain(_ byte: UInt8, isLast: Bool, begins: Bool) -> Bool {
        switch byte {
        case 0x20, 0x09: !isLast
        case 0x3D: false
        case 0x2E, 0x46: !begins
        case 0x21...0x7E: true
        default: false
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return "\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
}
