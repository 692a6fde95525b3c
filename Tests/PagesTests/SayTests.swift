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

    @Test func namesAreSortedAsTheReaderLooksThemUp() throws {
        #expect(try say(.fr).sorted(["Zambie", "Équateur", "Egypte", "Éthiopie"]) { $0 } == ["Egypte", "Équateur", "Éthiopie", "Zambie"])
    }
}
