import Testing

@testable import Exchange

@Suite("Writing a table")
struct CSVWritingTests {
    private func written(
        _ cells: [CSVCell], separator: CSVSeparator = .comma, guarded: Bool = false, mark: Bool = false, decimalMark: DecimalMark = .point
    ) -> String {
        var writer = CSVWriter(separator: separator, formulaGuard: guarded, byteOrderMark: mark, decimalMark: decimalMark)
        writer.write(cells)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("quotes only where it must, and ends lines as the standard wants")
    func quotes() {
        #expect(written([.text("a"), .text("b,c"), .text("d\"e"), .text("f\ng"), .empty]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n")
        #expect(written([.text("b,c"), .text("d;e")], separator: .semicolon) == "b,c;\"d;e\"\r\n")
        #expect(written([.text(" a"), .text("b ")]) == "\" a\",\"b \"\r\n")
        #expect(written([.empty]) == "\"\"\r\n")
    }

    @Test(
        "a spreadsheet runs nothing that people typed",
        arguments: ["=1+1", "+1", "-1", "@A1", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠A"])
    func formulas(_ text: String) {
        let guarded = written([.text(text), .text("x")], guarded: true)
        #expect(guarded.unicodeScalars.first == "'" || guarded.hasPrefix("\"'"))
        #expect(CSVFormula.unguarded(CSVFormula.guarded(text)) == text)
        let raw = written([.text(text), .text("x")])
        #expect(!raw.contains("'"))
    }

    @Test("a combining mark does not hide the sign, and harmless texts stay as they are")
    func formulaEdges() {
        #expect(CSVFormula.guarded("=\u{301}cmd").unicodeScalars.first == "'")
        #expect(CSVFormula.guarded("a=1") == "a=1")
        #expect(CSVFormula.guarded("") == "")
        #expect(CSVFormula.unguarded("'tis") == "'tis")
    }

    @Test("numbers are numbers: never guarded, with the mark the reader's spreadsheet wants")
    func numbers() {
        #expect(written([.number(-12.5), .integer(-3), .number(4)], guarded: true) == "-12.5,-3,4\r\n")
        #expect(written([.number(-12.5), .integer(7)], separator: .semicolon, guarded: true, decimalMark: .comma) == "-12,5;7\r\n")
        #expect(written([.number(1.5)], decimalMark: .comma) == "\"1,5\"\r\n")
        #expect(written([.number(.nan), .number(.infinity), .number(1e21), .number(1e-7)]) == ",,1000000000000000000000,0.0000001\r\n")
    }

    @Test("begins with a byte order mark where Excel shall open it")
    func mark() {
        #expect(written([.text("é")], mark: true) == "\u{FEFF}é\r\n")
    }
}
