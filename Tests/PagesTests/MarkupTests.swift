import Pages
import TestKit
import Testing

@Suite struct MarkupTests {
    @Test(arguments: ["<script>", "\"\u{301} onfocus=alert(1) autofocus ", "<\u{338}b>", "'&\"<>", "a\u{0}b", "Ω≈ç√", "سلام"])
    func textIsEscapedByteByByte(_ text: String) {
        let bytes = Markup(text).bytes
        for mark in [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'")] { #expect(!bytes.contains(mark)) }
        let escapes: [UInt8: String] = [0x3C: "&lt;", 0x3E: "&gt;", 0x26: "&amp;", 0x22: "&quot;", 0x27: "&#39;"]
        #expect(bytes == text.utf8.flatMap { byte in escapes[byte].map { Array($0.utf8) } ?? [byte] })
    }

    @Test func attributesAreEscapedAndFlagsStandAlone() {
        let markup = element("input", [.value("\" onclick=\"x"), .flag("required"), .flag("checked", false)]) {}
        #expect(markup.text == #"<input value="&quot; onclick=&quot;x" required></input>"#)
    }

    @Test(arguments: [
        ("/ok", true), ("#part", true), ("?q=1", true), ("https://example.org", true), ("mailto:a@b.c", true), ("//evil", false), ("/\\evil", false),
        ("javascript:alert(1)", false), ("JAVASCRIPT:x", false), ("data:text/html,x", false), ("\tjavascript:x", false), ("java\nscript:x", false), ("", false),
    ]) func linksLeadOnlyWhereTheyMay(_ address: String, _ isSafe: Bool) {
        #expect(link(address) { "x" }.text.contains("href=\"#\"") != isSafe || address == "#")
    }

    @Test func partsComposeInOrder() {
        let items = ["a", "b"]
        let markup = ul {
            for item in items {
                li {
                    item; if item == "b" { strong { 2 } }
                }
            }
            if items.isEmpty { li { "none" } } else { li { "end" } }
        }
        #expect(markup.text == "<ul><li>a</li><li>b<strong>2</strong></li><li>end</li></ul>")
    }
}
