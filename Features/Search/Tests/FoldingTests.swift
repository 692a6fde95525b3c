import Organisation
import Pages
import TestKit
import Testing

@testable import Search

@Suite("How texts are compared")
struct FoldingTests {
    @Test(
        "what readers take for the same is the same",
        arguments: [
            ("Straße", "STRASSE"), ("GROẞ", "gross"), ("Σίσυφος", "ΣΊΣΥΦΟΣ"), ("ёлка", "Елка"), ("commerce équitable", "Commerce  EQUITABLE"), ("ﬁnance", "finance"),
            ("œuvre", "OEUVRE"), ("l’objectif", "l'objectif"), ("co\u{2011}opération", "co-operation"), ("e\u{301}te\u{301}", "été"),
            ("التِّجَارَة", "التجارة"), ("تجـــارة", "تجاره"), ("أهداف إلى آخر", "اهداف الي اخر"), ("مؤشر ١٫٢", "مؤشر 1 2"), ("KPI 1.1", "kpi 1.1"), ("№ 5", "no 5"),
        ])
    func equal(_ one: String, _ other: String) { #expect(FoldedText(one).text == FoldedText(other).text) }

    @Test("what differs stays apart", arguments: [("1.1", "11"), ("1.1", "1 1"), ("mer", "mére x"), ("كتاب", "كاتب"), ("мир", "мор")])
    func apart(_ one: String, _ other: String) { #expect(FoldedText(one).text != FoldedText(other).text) }

    @Test("folding what is folded changes nothing, for every character there is and for 2,000 seeded mixtures of them")
    func idempotent() {
        var broken: [String] = []
        for value in (0..<0x3000 as Range<UInt32>).filter({ !(0xD800...0xDFFF).contains($0) }) + Array(0xA640..<0xA800) + Array(0xAB30..<0xABC0) + Array(0xFB00..<0xFF00) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = FoldedText(String(scalar)).text
            if FoldedText(once).text != once { broken.append("U+\(String(value, radix: 16)) \(once)") }
        }
        #expect(broken.isEmpty, "\(broken.prefix(20))")
        var random = Seeded(7)
        for _ in 0..<2_000 {
            let text = String(String.UnicodeScalarView((0..<Int.random(in: 0...24, using: &random)).compactMap { _ in Seeded.letters.randomElement(using: &random) }))
            let once = FoldedText(text).text
            #expect(FoldedText(once).text == once, "\(text.debugDescription)")
            #expect(once.first == " " && once.last == " " && !once.contains("  "))
        }
    }

    @Test("a hit is marked in the text as it was written, with the marks that belong to its letters")
    func marked() {
        func pieces(_ text: String, _ query: String) -> [String] {
            Snippet(text, SearchQuery(query), isCut: false).pieces.map { $0.isHit ? "[\($0.text)]" : $0.text }
        }
        #expect(pieces("Le commerce équitable", "EQUI") == ["Le commerce ", "[équi]", "table"])
        #expect(pieces("e\u{301}te\u{301} là", "ete") == ["[e\u{301}te\u{301}]", " là"])
        #expect(pieces("Straße", "strasse") == ["[Straße]"])
        #expect(pieces("aa bb aa", "aa bb") == ["[aa]", " ", "[bb]", " ", "[aa]"])
        #expect(pieces("one two", "\"one two\"") == ["[one two]"])
        #expect(pieces("التِّجَارَة", "التجاره") == ["[التِّجَارَة]"])
        #expect(pieces("", "x") == [] && pieces("nothing", "x") == ["nothing"])
    }

    @Test("of a long text only the surroundings of the hit are shown, cut between words")
    func cut() {
        let text = String(repeating: "lorem ipsum ", count: 60) + "harbour " + String(repeating: "dolor sit ", count: 60)
        let snippet = Snippet(text, SearchQuery("harb")), shown = snippet.pieces.map(\.text).joined()
        #expect(shown.hasPrefix("… ") && shown.hasSuffix(" …") && snippet.hasHit && shown.count < 300)
        #expect(shown.contains("lorem ipsum harbour dolor sit"))
    }
}

struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    static let letters: [Unicode.Scalar] = Array("aàÀßẞœ.'’- 1٢½Kﬁ\u{301}\u{640}\u{64E}ةأىиёЙ№\u{200D}\n\u{AD}".unicodeScalars)
}
