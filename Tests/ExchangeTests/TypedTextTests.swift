import Foundation
import Testing

@testable import Exchange

@Suite("Texts as they are typed")
struct TypedTextTests {
    @Test("letters with marks are put together, breaks of lines are the same, what cannot be seen is dropped")
    func tidied() {
        #expect("e\u{301}".asTyped == "é" && "e\u{301}".asTyped.unicodeScalars.count == 1)
        #expect("a\r\nb\u{2028}c".asTyped == "a\nb\nc" && "\u{202E}evil\u{0}".asTyped == "evil" && "\u{200B}".asTyped.isEmpty)
    }

    /// Once it took nine seconds to read what anybody may send to the door.
    @Test("endless marks on one letter are cut off where no writing has so many, so that putting them in order takes no time")
    func marks() {
        let endless = "e" + String(repeating: "\u{301}\u{323}", count: 40_000)
        #expect(endless.asTyped.unicodeScalars.count <= 31)
        #expect(("e" + String(repeating: "\u{301}\u{202A}\u{323}", count: 40_000)).asTyped.unicodeScalars.count <= 31, "what is dropped does not separate them")
        #expect((endless + " and more").asTyped.hasSuffix(" and more"))
        let vowels = "بِسْمِ اللَّهِ"
        #expect(vowels.asTyped == vowels.precomposedStringWithCanonicalMapping)
    }
}
