import Pages
import Testing

@Suite("Files are handed over under names that are only names")
struct DownloadTests {
    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("..\\win.ini", "win.ini"), ("con.xlsx", "_con.xlsx"), ("LPT1.csv", "_LPT1.csv"), ("a\u{0}b.csv", "ab.csv"),
        ("a\u{202E}fdp.exe", "afdp.exe"), (".hidden", "hidden"), ("", "file"), ("a\r\nSet-Cookie: x.csv", "aSet-Cookie x.csv"), ("план 2026.xlsx", "план 2026.xlsx"),
    ]) func safe(_ name: String, _ expected: String) { #expect(File.safe(name) == expected) }

    @Test func longNamesKeepTheirEnding() {
        let name = File.safe(String(repeating: "x", count: 300) + ".xlsx")
        #expect(name.count == 120 && name.hasSuffix("x.xlsx"))
    }

    @Test func theHeaderHasAPlainNameAndTheWholeOne() {
        let file = File(name: "план \"2026\".csv", type: "text/csv", bytes: [])
        #expect(file.disposition == "attachment; filename=\"________ 2026.csv\"; filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD%202026.csv")
    }
}
