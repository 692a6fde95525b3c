import Testing

@testable import Methods

@Suite("Texts that say nearly the same")
struct SimilarTextsTests {
    private let texts = [
        "parcels multiply at every border and nobody opens them", "small parcels multiply at all borders", "ships burn ammonia", "drones carry medicines to islands",
        "there is a shortage of pilots in winter", "there is no shortage of pilots in winter", "storms close harbours more often",
    ]

    @Test("the likest comes first, forms of a word count as one, and what has nothing in common is not named")
    func likest() {
        let found = SimilarTexts(texts).similar(to: "parcel multiplies at borders")
        #expect(found.first.map { $0.index == 1 || $0.index == 0 } == true && found.allSatisfy { $0.index < 2 || $0.likeness < SimilarTexts.notable })
        #expect(SimilarTexts(texts).similar(to: "volcano").isEmpty && SimilarTexts(texts).similar(to: "").isEmpty && SimilarTexts([]).similar(to: "parcels").isEmpty)
    }

    @Test("a text is found as itself with 1, unless it is left aside")
    func itself() throws {
        let index = SimilarTexts(texts), own = try #require(index.similar(to: texts[2]).first)
        #expect(own.index == 2 && own.likeness > 0.99 && !own.isContrary)
        #expect(!index.similar(to: texts[2], excluding: [2]).contains { $0.index == 2 })
    }

    @Test("two texts without common neighbours are as like as 2c / (1 + c²) says, c being their cosine")
    func twoAlone() throws {
        // A word stands in one text or in both: ln(3 / 1.5) and ln(3 / 2.5). Two are shared, one of its own has each: c = 2b² / (a² + 2b²).
        let index = SimilarTexts(["alpha omega delta", "omega gamma delta"])
        let a = 0.6931471805599453, b = 0.1823215567939546
        // Asked about is the first once more, the first itself left aside.
        let found = try #require(index.similar(to: "alpha omega delta", excluding: [0]).first), c = 2 * b * b / (a * a + 2 * b * b)
        #expect(abs(found.likeness - 2 * c / (1 + c * c)) < 1e-12)
    }

    @Test("nearly the same words with and without a “not” are told as contrary, and count less")
    func contrary() throws {
        let found = try #require(SimilarTexts(texts).similar(to: texts[4], excluding: [4]).first)
        #expect(found.index == 5 && found.isContrary && found.likeness < 0.4)
    }

    @Test("one word in common is not enough")
    func oneWord() {
        #expect(SimilarTexts(["just seen", "in the edition"]).similar(to: "seen twice").isEmpty)
        #expect(SimilarTexts(["drones"]).similar(to: "drone").count == 1)
    }

    @Test("languages written without spaces are compared by pairs of characters")
    func unspaced() throws {
        let index = SimilarTexts(["優步司機沒有保險", "計程車的數量太多", "海關檢查包裹"])
        #expect(index.similar(to: "優步的司機沒有保險嗎").first?.index == 0)
    }
}
