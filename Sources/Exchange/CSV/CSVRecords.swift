/// One record as it stands in the file.
struct CSVRecord {
    let line: Int
    var cells: [String] = []
    var hasTextAfterQuote = false
    /// Nothing but spaces on the line, and no quotes either: `""` is a record with one empty cell.
    var isBlank = false
}

/// The records of a UTF-8 file, one after the other.
struct CSVRecords {
    private let bytes: [UInt8]
    private let separator: UInt8
    private let limits: CSVLimits
    private var position: Int
    private var line: Int
    private var width = 8
    /// One list for all blank lines: a file may hold millions of them.
    private static let blank = [""]

    init(bytes: [UInt8], from start: Int, line: Int, separator: CSVSeparator, limits: CSVLimits) {
        self.bytes = bytes
        self.separator = separator.rawValue
        self.limits = limits
        self.line = line
        position = start
    }

    mutating func next() throws(CSVFault) -> CSVRecord? {
        guard position < bytes.count else { return nil }
        var record = CSVRecord(line: line)
        if bytes[position] == 0x0A || bytes[position] == 0x0D {
            skipLineBreak()
            record.cells = CSVRecords.blank
            record.isBlank = true
            return record
        }
        record.cells.reserveCapacity(width)
        var isQuoted = false
        while true {
            guard record.cells.count < limits.columns else { throw .tooManyColumns(line: record.line, limit: limits.columns) }
            if position < bytes.count, bytes[position] == 0x22 {
                isQuoted = true
                record.cells.append(try quotedCell(&record))
            } else {
                record.cells.append(try plainCell())
            }
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
        }
        skipLineBreak()
        record.isBlank = !isQuoted && record.cells.count == 1 && record.cells[0].utf8.allSatisfy { $0 == 0x20 }
        width = record.cells.count
        return record
    }

    private mutating func plainCell() throws(CSVFault) -> String {
        let start = position
        while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
        guard position - start <= limits.cellBytes else { throw .cellTooLong(line: line, limit: limits.cellBytes) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quotedCell(_ record: inout CSVRecord) throws(CSVFault) -> String {
        let startLine = line
        var cell: [UInt8] = []
        position += 1
        var start = position
        while true {
            skipToQuote()
            guard position < bytes.count else { throw .unterminatedQuote(line: startLine) }
            let isDoubled = position + 1 < bytes.count && bytes[position + 1] == 0x22
            let length = cell.count + position - start + (isDoubled ? 1 : 0)
            guard length <= limits.cellBytes else { throw .cellTooLong(line: startLine, limit: limits.cellBytes) }
            guard isDoubled else { break }
            cell.append(contentsOf: bytes[start...position])
            position += 2
            start = position
        }
        let end = position
        position += 1
        if position >= bytes.count || endsCell(bytes[position]) {
            if cell.isEmpty { return String(decoding: bytes[start..<end], as: UTF8.self) }
            return String(decoding: cell + bytes[start..<end], as: UTF8.self)
        }
        let rest = try plainCell()
        let isSpace = rest.utf8.allSatisfy { $0 == 0x20 }
        if !isSpace { record.hasTextAfterQuote = true }
        return String(decoding: cell + bytes[start..<end], as: UTF8.self) + (isSpace ? "" : rest)
    }

    private mutating func skipToQuote() {
        while position < bytes.count, bytes[position] != 0x22 {
            if bytes[position] == 0x0A {
                line += 1
            } else if bytes[position] == 0x0D, position + 1 >= bytes.count || bytes[position + 1] != 0x0A {
                line += 1
            }
            position += 1
        }
    }

    private mutating func skipLineBreak() {
        guard position < bytes.count else { return }
        let isCR = bytes[position] == 0x0D
        position += 1
        if isCR, position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == separator || byte == 0x0A || byte == 0x0D
    }
}
