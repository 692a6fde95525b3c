import Foundation
import Methods
import TestKit
import Testing

@testable import Journal

@Suite("Identifiers")
struct IdentifierTests {
    @Test("take small letters, digits and three signs", arguments: ["a", "0", "so1", "a-b.c_d", String(repeating: "z", count: 80)])
    func taken(_ text: String) throws {
        let id = try #require(ID<Actor>(text))
        #expect(id.text == text)
        #expect(try JSONDecoder().decode([ID<Actor>].self, from: JSONEncoder().encode([id])) == [id])
    }

    @Test(
        "refuse all else, among it what looks alike or climbs out of a folder",
        arguments: [
            "", "A", "-a", ".a", "_a", "..", "../a", "a/b", "a b", "é", "e\u{301}", "а", "a\0", "a\n", "ａ", "a\u{200B}", String(repeating: "z", count: 81),
        ])
    func refused(_ text: String) {
        #expect(ID<Actor>(text) == nil)
        let json = (try? JSONEncoder().encode([text])) ?? Data()
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([ID<Actor>].self, from: json) }
    }

    @Test(
        "are made of codes and names",
        arguments: [
            ("SO1 Trade", "so1-trade"), ("  Région — Afrique ", "r-gion-afrique"), ("a__b", "a-b"), ("Côte", "c-te"), ("1.2.3", "1-2-3"),
        ])
    func slugs(_ text: String, _ slug: String) { #expect(ID<Actor>(slug: text)?.text == slug) }

    @Test("are not made of nothing, and never too long")
    func slugLimits() throws {
        #expect(ID<Actor>(slug: "—!—") == nil)
        #expect(ID<Actor>(slug: "") == nil)
        let long = try #require(ID<Actor>(slug: String(repeating: "ab ", count: 200)))
        #expect(long.text.utf8.count <= 60)
        #expect(!long.text.hasSuffix("-"))
    }

    @Test("are drawn without a repetition in ten thousand, and can be said aloud without confusion")
    func random() {
        var generator = SeededGenerator(seed: 7)
        let drawn = Set((0..<10_000).map { _ in ID<Actor>.random(using: &generator) })
        #expect(drawn.count == 10_000)
        #expect(drawn.allSatisfy { ID<Actor>($0.text) == $0 && !$0.text.contains(where: "lo01".contains) })
    }

    @Test("are ordered as stores order bytes")
    func order() {
        let ids = ["b", "a-", "a", "a.", "a_", "a0"].compactMap { ID<Actor>($0) }
        #expect(ids.sorted().map(\.text) == ["a", "a-", "a.", "a0", "a_", "b"])
    }

    @Test("A reference names a chapter and a thing, and is read back")
    func references() {
        #expect(Reference("ledger:so1")?.description == "ledger:so1")
        #expect(Reference(Ledger.self, ID<Actor>("so1")) == Reference("ledger:so1"))
        for text in ["", "ledger", "ledger:", ":so1", "ledger:so1:x", "Ledger:so1", "ledger:so 1"] { #expect(Reference(text) == nil) }
    }

    @Test("A command's key is compared by its bytes, as in a store, not by how it looks")
    func keys() {
        let composed = CommandKey(actor: .system, key: "caf\u{E9}"), decomposed = CommandKey(actor: .system, key: "cafe\u{301}")
        #expect(composed.key == decomposed.key)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, composed]).count == 2)
    }

    @Test("Hashes are 64 small hexadecimal digits and nothing else")
    func hashes() {
        #expect(Hash(hexadecimal: Hash.origin.description) == .origin)
        #expect(Hash.origin.description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for text in ["", "e3", Hash.origin.description.uppercased(), Hash.origin.description + "0", Hash.origin.description + "00"] {
            #expect(Hash(hexadecimal: text) == nil)
        }
    }
}
