import Journal
import Organisation
import TestKit
import Testing

@testable import Pages

@Suite struct SayTests {
    /// Samples of CLDR 45, plurals.xml.
    @Test(arguments: [
        (Language.en, [1: "one", 0: "other", 2: "other", 21: "other"]), (.fr, [0: "one", 1: "one", 2: "other", 1_000_000: "many"]),
        (.es, [0: "other", 1: "one", 1_000_000: "many"]), (.pt, [0: "one", 1: "one", 2: "other"]),
        (.ru, [1: "one", 21: "one", 101: "one", 2: "few", 24: "few", 0: "many", 5: "many", 11: "many", 12: "many", 111: "many", 112: "many"]),
        (.ar, [0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 103: "few", 11: "many", 99: "many", 100: "other", 101: "other", 102: "other"]),
    ]) func pluralFormsFollowCLDR(_ language: Language, _ samples: [Int: String]) {
        for (number, form) in samples { #expect(PluralForm(number, in: language).rawValue == form, "\(language) \(number)") }
        #expect(PluralForm(.min, in: language) == PluralForm(.min, in: language))
    }

    private func say(_ language: Language) throws -> Say {
        var catalogue = Catalogue()
        try catalogue.add([
            .en: Array(#"{"x.hello":"Hello {name}, {name} {missing} {","x.n.one":"{n} thing","x.n.other":"{n} things","x.only":"English"}"#.utf8),
            .fr: Array(#"{"x.hello":"Bonjour {name}","x.n.one":"{n} chose","x.n.other":"{n} choses"}"#.utf8),
        ])
        return Say(language, catalogue)
    }

    /// Reports keep the keys of their remarks for ever.
    @Test func aRemarkOfAnOldReportIsStillSaid() throws {
        var catalogue = Catalogue()
        try catalogue.add([.en: Array(#"{"pages.import.not-among":"Not {text}: {possible}","pages.import.too-long":"Too long","x.import.blank":"Own"}"#.utf8)])
        let say = Say(.en, catalogue)
        func said(_ key: String, _ arguments: [String: String] = [:]) -> String { say(ImportRemark(.refused, line: 2, key, arguments)) }
        #expect(said("members.import.not-a-choice", ["text": "guest", "known": "member, observer"]) == "Not guest: member, observer")
        #expect(said("plan.import.too-long") == "Too long" && said("x.import.blank") == "Own", "what a room says itself comes first")
        #expect(said("plan.import.gone") == "⟦plan.import.gone⟧")
    }

    @Test func listsArePartedAsTheLanguageDoes() throws {
        #expect(try say(.ar).list(["أ", "ب"]) == "أ، ب")
        #expect(Language.fr.semicolon == "\u{202F}; " && Language.ru.semicolon == "; ")
    }

    @Test func gapsAreFilledAndNothingElseIsTouched() throws {
        #expect(try say(.en)("x.hello", ["name": "{n}"]) == "Hello {n}, {n} {missing} {")
        #expect(try say(.fr)("x.n", count: 1234) == "1\u{202F}234 choses")
        #expect(try say(.ar)("x.only") == "English")
        #expect(try say(.en)("x.unknown") == "⟦x.unknown⟧")
    }

    @Test func stretchedWordsAreTwoFifthsLongerAndKeepTheirGaps() throws {
        var catalogue = Catalogue()
        try catalogue.add([.en: Array(#"{"x.report":"Report {name} by {n}","x.n.one":"{n} thing","x.n.other":"{n} things"}"#.utf8)])
        let say = Say(.en, catalogue.stretched)
        #expect(say("x.report", ["name": "Amina", "n": "3"]) == "[Réppörrt Amina býý 3]")
        #expect(say("x.n", count: 2) == "[2 thííñğğš]")
        #expect(Stretching.of("administration").count == 14 + 5 + 2)
    }

    @Test func numbersAndDaysAreWrittenAsTheLanguageWritesThem() throws {
        let day = try #require(Day(2026, 11, 21))
        #expect(try say(.en).number(1234.56) == "1,234.6")
        #expect(try say(.ru).number(-0.5) == "-0,5")
        #expect(try say(.en).day(day) == "21 November 2026")
        #expect(try say(.fr).day(day) == "21 novembre 2026")
        #expect(try say(.ar).day(day).contains("2026"), "Western digits, as in the charts")
        #expect(try say(.en).number(.nan) == "–")
        #expect(try say(.en).percent(0.256) == "26%")
    }

    @Test(arguments: [
        (Language.en, "1 January 2026", "January 2026"), (.fr, "1er\u{A0}janvier 2026", "janvier 2026"), (.es, "1 de enero de 2026", "enero de 2026"),
        (.ar, "1 يناير، 2026", "يناير 2026"), (.ru, "1 января 2026 г.", "январь 2026 г."), (.pt, "1 de janeiro de 2026", "janeiro de 2026"),
    ]) func theFirstOfAMonthAndTheMonthItself(_ language: Language, _ day: String, _ month: String) throws {
        let first = try #require(Day(2026, 1, 1)), say = try say(language)
        func plain(_ text: String) -> String { text.map { $0.isWhitespace ? " " : String($0) }.joined() }
        #expect(plain(say.day(first)) == plain(day) && plain(say.month(first)) == plain(month))
        #expect(!say.day(try #require(Day(2026, 1, 11))).contains("1er"), "the eleventh is no first")
    }

    @Test(arguments: [
        (Language.en, ["1,200", "12,345.5"]), (.fr, ["1\u{202F}200", "12\u{202F}345,5"]), (.es, ["1200", "12.345,5"]), (.ar, ["1,200", "12,345.5"]),
        (.ru, ["1\u{A0}200", "12\u{A0}345,5"]), (.pt, ["1200", "12\u{A0}345,5"]),
    ]) func digitsAreGroupedAsTheLanguageGroupsThem(_ language: Language, _ written: [String]) throws {
        // Spanish and Portuguese group from five digits on (CLDR, minimumGroupingDigits).
        #expect(try [say(language).number(1200), say(language).number(12345.5)] == written)
    }

    @Test func aUnitMadeForManyIsNotSetBehindAOne() throws {
        #expect(try say(.fr).amount(1, "membres", digits: 2) == "1\u{A0}(membres)" && say(.fr).amount(2, "membres", digits: 2) == "2\u{A0}membres")
        #expect(try say(.en).amount(1, "km", digits: 2) == "1\u{A0}km" && say(.en).amount(1, "", digits: 2) == "1")
        #expect(try say(.en).amount(1.5, "hours", digits: 1) == "1.5\u{A0}hours")
    }

    @Test func aColonStandsAsTheLanguageSetsIt() throws {
        #expect(try say(.fr).naming("Titre", "trop long") == "Titre\u{202F}: trop long" && say(.es).naming("Título", "largo") == "Título: largo")
    }

    @Test func listsArePartedAsTheLanguageSetsThem() throws {
        #expect(Language.allCases.map { ["a", "b"].joined(separator: $0.semicolon) } == ["a; b", "a\u{202F}; b", "a; b", "a؛ b", "a; b", "a; b"])
        #expect(try say(.ar).list(["أ", "ب"]) == "أ، ب" && say(.fr).list(["a", "b"]) == "a, b")
    }

    @Test(arguments: [(Language.en, 1.04, "1 thing"), (.en, 1.4, "1.4 things"), (.fr, 1.4, "1,4 chose"), (.fr, 2.4, "2,4 choses")])
    func amountsHaveThePluralOfHowTheyAreWritten(_ language: Language, _ amount: Double, _ text: String) throws {
        #expect(try say(language)("x.n", amount: amount) == text)
    }

    @Test func namesAreSortedAsTheReaderLooksThemUp() throws {
        #expect(try say(.fr).sorted(["Zambie", "Équateur", "Egypte", "Éthiopie"]) { $0 } == ["Egypte", "Équateur", "Éthiopie", "Zambie"])
    }
}
