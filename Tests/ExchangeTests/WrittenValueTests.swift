import Testing

@testable import Exchange

@Suite("Numbers and days as people write them")
struct WrittenValueTests {
    @Test(
        "numbers that say themselves what they are",
        arguments: [
            ("1,234.5", 1234.5), ("1 234,5", 1234.5), ("1.234,5", 1234.5), ("1\u{A0}234\u{202F}567,25", 1_234_567.25), ("1'234.5", 1234.5),
            ("-12.5", -12.5), ("\u{2212}12,5", -12.5), ("+7", 7), ("0", 0), ("1,234,567", 1_234_567), ("1.234.567", 1_234_567), (".5", 0.5),
            ("0,125", 0.125), ("1234,567", 1234.567), ("12,5", 12.5), ("1,2345", 1.2345), ("١٢٫٥", 12.5), ("١٬٢٣٤٫٥", 1234.5),
            ("۱۲", 12), ("１２．５", 12.5), (" 42 ", 42), ("007", 7),
        ])
    func clear(_ text: String, _ value: Double) {
        for mark in DecimalMark.allCases {
            let number = WrittenNumber(text, decimalMark: mark)
            #expect(number?.value == value)
            #expect(number?.wasAmbiguous == false)
            #expect(number?.isPercent == false)
        }
    }

    @Test("one mark before three digits is read as the table declares, and said to be ambiguous")
    func ambiguous() {
        #expect(WrittenNumber("1,234", decimalMark: .point)?.value == 1234)
        #expect(WrittenNumber("1,234", decimalMark: .comma)?.value == 1.234)
        #expect(WrittenNumber("12.500", decimalMark: .comma)?.value == 12500)
        #expect(WrittenNumber("12.500", decimalMark: .point)?.value == 12.5)
        #expect(WrittenNumber("12.500", decimalMark: .point)?.wasAmbiguous == true)
    }

    @Test("per cent is kept apart from the number")
    func percent() {
        for text in ["12,5 %", "12,5%", "12,5\u{A0}%", "١٢٫٥٪"] {
            let number = WrittenNumber(text, decimalMark: .comma)
            #expect(number?.value == 12.5)
            #expect(number?.isPercent == true)
        }
    }

    @Test(
        "what is no number is none",
        arguments: [
            "", " ", "%", "-", "+", "abc", "1,2,3", "12,34.5", "1,23,456.0", "1.2.3", "1 2", "1 2345", "12.", "1e5", "--1", "1-", "$5",
            "1,234 567",
            "1.234 567,8", "½", "0x10", "∞", "NaN", "5 % %", "1\n2", "- 5", "1.234.567,8,9", "٫", "1٫2٫3",
            String(repeating: "9", count: 61), ",", "1,,234",
        ])
    func none(_ text: String) {
        for mark in DecimalMark.allCases { #expect(WrittenNumber(text, decimalMark: mark) == nil) }
    }

    @Test("days that are in the calendar", arguments: ["2026-01-31", "2024-02-29", "2000-02-29", "0001-01-01", " 9999-12-31\n"])
    func days(_ text: String) {
        #expect(ISODay.reading(text)?.utf8.count == 10)
    }

    @Test(
        "days that are not, or are written otherwise",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01", "26-01-01", "2026-1-1",
            "31.01.2026", "01/31/2026", "2026-01-31T00:00", "2026-01-31Z", "", "٢٠٢٦-٠١-٣١", "+026-01-01",
        ])
    func noDays(_ text: String) {
        #expect(ISODay.reading(text) == nil)
    }
}
