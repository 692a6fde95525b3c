/// Finding out what separates the cells of a file.
extension CSVSeparator {
    /// The separator named in a first line `sep=;` or `"sep=;"` (a convention of Excel), and where the next line begins; a line with
    /// anything after that one character is a header like any other.
    static func declared(in bytes: [UInt8]) throws(CSVFault) -> (separator: CSVSeparator, end: Int)? {
        let end = bytes.prefix(16).firstIndex { $0 == 0x0A || $0 == 0x0D } ?? min(bytes.count, 16)
        var line = bytes[..<end]
        if line.first == 0x22, line.last == 0x22, line.count > 1 { line = line.dropFirst().dropLast() }
        guard String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
        let named = line.dropFirst(4)
        guard named.count == 1, let byte = named.first else { return nil }
        guard let separator = CSVSeparator(rawValue: byte) else { throw .unknownSeparator }
        var next = end
        if next < bytes.count, bytes[next] == 0x0D { next += 1 }
        if next < bytes.count, bytes[next] == 0x0A { next += 1 }
        return (separator, next)
    }

    /// The separator that occurs outside quotes as often in the first records as in the header.
    ///
    /// Of those equally steady the more frequent, then tab, semicolon, bar, comma in this order, since commas also stand in numbers and
    /// prose. A file without any is a single column, said to be separated by commas.
    static func likely(in bytes: [UInt8]) -> CSVSeparator {
        let records = counts(in: bytes, records: 20, limit: 256 << 10)
        guard let header = records.first else { return .comma }
        var best = CSVSeparator.comma
        var bestScore = (steady: 0, frequent: 0)
        for candidate in [CSVSeparator.tab, .semicolon, .bar, .comma] {
            let expected = header[candidate.order]
            guard expected > 0 else { continue }
            let score = (steady: records.count { $0[candidate.order] == expected }, frequent: expected)
            if score > bestScore { (best, bestScore) = (candidate, score) }
        }
        return best
    }

    private var order: Int {
        switch self {
        case .comma: 0
        case .semicolon: 1
        case .tab: 2
        case .bar: 3
        }
    }

    /// How often each separator occurs outside quotes in each of the first records that are not blank.
    private static func counts(in bytes: [UInt8], records: Int, limit: Int) -> [[Int]] {
        var found: [[Int]] = []
        var current = [0, 0, 0, 0]
        var isQuoted = false
        var isBlank = true
        for byte in bytes.prefix(limit) {
            if byte == 0x22 {
                isQuoted.toggle()
                isBlank = false
            } else if byte == 0x0A || byte == 0x0D, !isQuoted {
                if !isBlank { found.append(current) }
                if found.count == records { return found }
                current = [0, 0, 0, 0]
                isBlank = true
            } else {
                if let separator = CSVSeparator(rawValue: byte), !isQuoted { current[separator.order] += 1 }
                isBlank = isBlank && byte == 0x20
            }
        }
        if !isBlank, bytes.count <= limit { found.append(current) }
        return found.isEmpty ? [current] : found
    }
}
