import Journal
import Organisation
import Pages
import TestKit
import Testing

@Suite struct EnteredTests {
    private func entered(_ values: [String: String]) -> Entered { Entered(values.map { ($0.key, $0.value) }, language: .fr) }

    @Test(arguments: [
        ("12", 12.0), ("12.5", 12.5), ("12,5", 12.5), ("1 234,5", 1234.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1\u{202F}234", 1234), ("98 %", 98),
        ("−3", -3), ("1,234,567", 1_234_567), (" 7 ", 7),
    ]) func numbersAreReadAsPeopleWriteThem(_ text: String, _ number: Double) {
        #expect(Entered.number(text) == number)
    }

    @Test(arguments: ["", "twelve", "1e400", "0x10", "--1", "1.2.3,4,5", "٣", "nan", "inf", String(repeating: "9", count: 400)])
    func whatIsNoNumberIsRefused(_ text: String) {
        #expect(Entered.number(text) == nil)
    }

    @Test func refusalsNameTheField() {
        #expect(throws: Refusal("pages.refusal.required", field: "a")) { try entered([:]).line("a", required: true) }
        #expect(throws: Refusal("pages.refusal.not-a-day", field: "d")) { try entered(["d": "31.12.2026"]).day("d") }
        #expect(throws: Refusal("pages.refusal.out-of-range", field: "n")) { try entered(["n": "12"]).integer("n", in: 1...10) }
        #expect(throws: Refusal("pages.refusal.not-whole", field: "n")) { try entered(["n": "2,5"]).integer("n", in: 1...10) }
        #expect(throws: Refusal("pages.refusal.too-long", ["max": "3"], field: "a")) { try entered(["a": "abcd"]).line("a", max: 3) }
        #expect(throws: Refusal("pages.refusal.choose", field: "r")) { try entered(["r": "king"]).choice("r", of: Role.self) }
    }

    @Test func whatIsTypedIsCleanedAtTheBorder() {
        #expect(entered(["a": "e\u{301}\u{0}\u{202E}x\r\ny\u{7}"]).text("a") == "éx\ny")
    }

    @Test func textsInLanguagesThatWereNotShownAreKept() throws {
        let present = Localized(["en": "Old"].reduce(into: [:]) { $0[Language(rawValue: $1.key) ?? .en] = Prose($1.value) }.merging([.ar: "قديم"]) { a, _ in a }, original: .en)
        let merged = try entered(["t.en": "New", "t.fr": ""]).localized("t", present: present)
        #expect(merged.plain(in: .en) == "New" && merged.plain(in: .ar) == "قديم" && merged.texts[.fr] == nil)
    }
}
