import Testing

@testable import Exchange

@Suite("What a table is encoded in")
struct CSVEncodingTests {
    private let text = "name;город\r\nZoë “x”;Порту 🚢\r\n"

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    private func check(_ bytes: [UInt8], _ encoding: CSVEncoding) throws {
        let table = try CSVTable(bytes: bytes, limits: .standard)
        #expect(table.assumed.encoding == encoding)
        #expect(table.header == ["name", "город"])
        #expect(table.rows.map(\.cells) == [["Zoë “x”", "Порту 🚢"]])
    }

    @Test("UTF-8, with and without its mark")
    func utf8() throws {
        try check(Array(text.utf8), .utf8)
        try check([0xEF, 0xBB, 0xBF] + text.utf8, .utf8WithBOM)
    }

    @Test("UTF-16 of either order, with and without its mark")
    func utf16() throws {
        try check([0xFF, 0xFE] + utf16(text, bigEndian: false), .utf16le)
        try check([0xFE, 0xFF] + utf16(text, bigEndian: true), .utf16be)
        try check(utf16(text, bigEndian: false), .utf16le)
        try check(utf16(text, bigEndian: true), .utf16be)
    }

    @Test("Windows-1252 where the bytes are not UTF-8")
    func windows1252() throws {
        let table = try CSVTable(bytes: Array("caf".utf8) + [0xE9, 0x0A, 0x80, 0x20, 0x93, 0x78, 0x94], limits: .standard)
        #expect(table.assumed.encoding == .windows1252)
        #expect(table.header == ["café"])
        #expect(table.rows.map(\.cells) == [["€ “x”"]])
    }

    @Test("bytes that are no text are refused with their line")
    func undecodable() {
        #expect(fault([0x61, 0x0A, 0xE9, 0x0A, 0x81]) == .undecodable(line: 3, encoding: .windows1252))
        #expect(fault([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE9]) == .undecodable(line: 2, encoding: .utf8WithBOM))
        #expect(fault([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8]) == .undecodable(line: 2, encoding: .utf16le))
        #expect(fault([0xFF, 0xFE, 0x61, 0x00, 0x0A]) == .undecodable(line: 1, encoding: .utf16le))
        #expect(fault([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xDC]) == .undecodable(line: 1, encoding: .utf16le))
    }
}

/// Why these bytes are refused, or nil if they are not.
func fault(_ bytes: [UInt8], limits: CSVLimits = .standard) -> CSVFault? {
    do throws(CSVFault) {
        _ = try CSVTable(bytes: bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}
