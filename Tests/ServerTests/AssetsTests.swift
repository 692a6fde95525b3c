import Testing

@testable import Server

@Suite struct AssetsTests {
    @Test(arguments: [
        ("a { b: c } /* why */\nd { e: f }", "a { b: c } \nd { e: f }"), ("/**/a/* x * y / z **/b", "ab"), ("a { width: calc(1px / 2) }", "a { width: calc(1px / 2) }"),
        ("a /* never closed", "a "), ("a /", "a /"), ("/*", ""), ("", ""),
    ]) func theStyleSheetTravelsWithoutItsComments(_ written: String, _ sent: String) {
        #expect(String(decoding: Assets.withoutComments(Array(written.utf8)), as: UTF8.self) == sent)
    }

    @Test(
        "spaces that separate nothing do not travel; those between selectors, values and quotes do",
        arguments: [
            ("a , b {\n  margin: 0\n    auto;\n  color: red\n}\n\nc d { e: f }\n", "a ,b{margin: 0 auto;color: red}c d{e: f}"),
            ("a::before { content: \"; {  }\" ; quotes: '\"  ' }", "a::before{content: \"; {  }\" ;quotes: '\"  '}"), ("", ""), ("  \n", ""),
        ])
    func tight(_ written: String, _ sent: String) { #expect(String(decoding: Assets.packedTight(Array(written.utf8)), as: UTF8.self) == sent) }

    @Test func noRuleIsLostWithThem() throws {
        let assets = Assets.standard
        let sheet = try assets.answer(assets.styleSheet.split(separator: "/").map(String.init)).body
        #expect(sheet.starts(with: Array("@charset".utf8)))
        #expect(sheet.count { $0 == UInt8(ascii: "{") } == sheet.count { $0 == UInt8(ascii: "}") })
        #expect(String(decoding: sheet, as: UTF8.self).contains(".paper h1") && !String(decoding: sheet, as: UTF8.self).contains("/*"))
    }
}
