import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@Suite struct EnteredTests {
    private func entered(_ values: [String: String]) -> Entered { Entered(values.map { ($0.key, $0.value) }, language: .fr) }

    @Test(arguments: [
        ("12", 12.0), ("12.5", 12.5), ("12,5", 12.5), ("1 234,5", 1234.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1\u{202F}234", 1234), ("98 %", 98),
        ("−3", -3), ("1,234,567", 1_234_567), (" 7 ", 7), ("٣", 3), ("183.000", 183_000), ("1,234", 1.234),
    ]) func numbersAreReadAsPeopleWriteThem(_ text: String, _ number: Double) throws {
        #expect(try entered(["n": text]).number("n") == number)
    }

    @Test(arguments: [
        ("A\u{200B}1", "A1"), ("\u{2060}A1\u{FEFF}", "A1"), ("Ａ１", "A1"), ("A\u{AD}1", "A1"), (" A1 ", "A1"), ("А1", "А1"), ("Ω-3", "Ω-3"), ("é1", "é1"), ("م-١", "م-1"), ("SO-۴٢", "SO-42"),
        ("१२", "12"), ("µg-1", "μg-1"), ("1 kΩ", "1 kΩ"), ("1 k\u{2126}", "1 kΩ"),
    ]) func aCodeIsKeptAsItLooks(_ written: String, _ kept: String) throws {
        #expect(try entered(["code": written]).code(instead: nil, required: true).unicodeScalars.elementsEqual(kept.unicodeScalars))
    }

    /// The first letter of each is not the A of the keyboard beside it.
    @Test(arguments: ["АB1", "ΑB1", "BА", "А-Α"]) func lettersThatLookAlikeAreNotMixedInACode(_ written: String) throws {
        #expect(throws: Refusal("pages.refusal.mixed-code", ["code": written], field: "code")) { try entered(["code": written]).code(instead: nil, required: true) }
        #expect(try entered(["code": written]).code(instead: written, required: true) == written, "what stands may stay")
    }

    /// One sign can stand for eighteen letters.
    @Test func howLongACodeIsIsMeasuredOnceItIsPlain() throws {
        let long = Refusal("pages.refusal.too-long", ["max": "40"], field: "code")
        #expect(throws: long) { try entered(["code": "\u{FDFA}\u{FDFA}\u{FDFA}"]).code(instead: nil, required: true) }
        #expect(throws: long) { try entered(["code": String(repeating: "A", count: 41)]).code(instead: nil, required: true) }
        #expect(try entered(["code": String(repeating: "A\u{200B}", count: 40)]).code(instead: nil, required: true).count == 40)
    }

    /// Zero-width characters, marks of direction, blanks of Braille and Hangul, variation selectors, tags, a joiner of graphemes.
    @Test(arguments: [
        "\u{200B}", "\u{200E}\u{200F}\u{061C}", "\u{2800}\u{2800}", "\u{3164}", "\u{115F}\u{1160}\u{FFA0}", "\u{FE0F}", "\u{E0041}", "\u{34F} \u{AD}", "\u{1D159}", "\u{3000}\u{A0}",
        "\u{180E}\u{2060}", " \u{202E}\u{0} ",
    ])
    func aTextInWhichNothingShowsIsEmpty(_ text: String) {
        let refusal = Refusal("pages.refusal.required", field: "n")
        #expect(throws: refusal) { try entered(["n": text]).line("n", required: true) }
        #expect(throws: refusal) { try entered(["n": text]).paragraph("n", required: true) }
        #expect(throws: refusal) { try entered(["n.en": text, "n.fr": ""]).localized("n", required: true) }
        #expect(text.asCell.isEmpty && Localized("Stands").taking(text, in: .en) == Localized("Stands"), "nor does it replace anything in a table")
    }

    @Test(arguments: ["می\u{200C}خواهم", "❤\u{FE0F}", "👩\u{200D}🚀", "\u{200F}שלום", "한글", "·"]) func whatShowsKeepsWhatJoinsAndTurnsIt(_ text: String) {
        #expect(Array(entered(["n": text]).text("n").unicodeScalars) == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    }

    @Test func passwordsMayHoldBlanks() { #expect(entered(["p": "            "]).raw("p") == ["            "]) }

    @Test func aCodeOfNothingThatCanBeSeenIsNone() {
        #expect(throws: Refusal("pages.refusal.required", field: "code")) { try entered(["code": "\u{200B}"]).code(instead: nil, required: true) }
    }

    @Test func aLineStaysALineHoweverItIsBroken() throws {
        #expect(try entered(["n": "Bruno\u{2028}B.\u{2029}"]).line("n") == "Bruno B.")
        #expect(try entered(["n": "Bruno\u{2028}B."]).paragraph("n") == "Bruno\nB.")
    }

    @Test func aThousandIsWrittenDifferentlyInEveryLanguage() throws {
        #expect(try entered(["n": "12,500"]).read(in: .en).number("n") == 12_500)
        #expect(try entered(["n": "12,500"]).read(in: .pt).number("n") == 12.5)
        for language in Language.allCases {
            for number in [12.345, 0.00001, -1234.5, 12_500, 1e14] {
                let shown = entered(["n": plainDigits(number, language.decimalMark)]).read(in: language)
                #expect(try shown.number("n") == number, "\(language) \(number)")
            }
        }
    }

    @Test func whatWasErasedAndIsLeftEmptyStaysErased() throws {
        let erased = Localized([.en: Prose.erased, .fr: "Reste"], original: .en)
        let saved = try entered(["t.en": "", "t.fr": "Nouveau"]).localized("t", present: erased)
        #expect(saved.texts[.en] == .erased && saved.plain(in: .fr) == "Nouveau")
    }

    @Test(arguments: ["", "twelve", "1e400", "0x10", "--1", "1.2.3,4,5", "nan", "inf", String(repeating: "9", count: 400)])
    func whatIsNoNumberIsRefused(_ text: String) {
        #expect(throws: Refusal.self) { try entered(["n": text]).number("n", required: true) }
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

    @Test func theOriginalStaysWhileThereAreTranslationsOfIt() throws {
        let present = Localized([.en: "Trade", .fr: "Commerce"], original: .en)
        let refusal = Refusal("pages.refusal.original-emptied", ["original": "English", "translation": "Français"], field: "t")
        for french in ["Commerce", "Le commerce"] {
            #expect(throws: refusal) { try entered(["t.en": "\u{200B}", "t.fr": french]).localized("t", present: present) }
        }
        #expect(throws: refusal) { try entered(["t.en": ""]).localized("t", present: present) }
        #expect(try entered(["t.en": "", "t.fr": ""]).localized("t", present: present).isEmpty)
        let moved = try entered(["t.en": "", "t.fr": "Commerce"]).localized("t", present: Localized("Commerce", .en))
        #expect(moved == Localized("Commerce", .fr), "what was written under the wrong language moves to its own")
    }

    @Test func whereNothingIsWrittenNothingChangesWhateverTheLanguageOfTheForm() throws {
        #expect(try entered(["t.fr": "", "t.en": ""]).localized("t", present: .empty) == .empty)
        #expect(try entered(["t.fr": ""]).localized("t", present: Localized("Vieux", .fr)).isEmpty, "what was written can be taken away")
        #expect(try entered(["t.fr": "Neuf"]).localized("t", present: .empty).original == .fr)
    }

    @Test func aBoxSaysThatATranslationWasReadOrStillHolds() throws {
        let present = Localized([.en: "Trade", .fr: "Commerce"], original: .en)
        #expect(try entered(["t.en": "Fair trade", "t.fr": "Commerce"]).localized("t", present: present).state(in: .fr) == .outdated)
        #expect(try entered(["t.en": "Fair trade", "t.fr": "Commerce", "t.fr.reviewed": "yes"]).localized("t", present: present).state(in: .fr) == .reviewed)
        #expect(try entered(["t.en": "Trade!", "t.fr": "Commerce", "t.still-hold": "yes"]).localized("t", present: present).state(in: .fr) == .draft)
        let untidy = Localized([.en: " Trade ", .fr: "Commerce"], original: .en)
        #expect(try entered(["t.en": " Trade ", "t.fr": "Commerce"]).localized("t", present: untidy) == untidy, "sent back as it was shown it is no change")
    }
}
