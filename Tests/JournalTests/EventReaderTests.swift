import Foundation
import Methods
import TestKit
import Testing

@testable import Journal

/// Events of every shape that `Codable` makes.
private struct Everything: Chapter {
    static let name = "everything"
    static let stateVersion = 1
    static var formerNames: [String: String] { ["once": "nothing"] }

    enum Side: String, Codable { case port, starboard }

    enum Cargo: Codable, Equatable { case empty, crates(Int), mixed(of: [String: Double], note: Prose?) }

    struct Part: Codable, Equatable {
        var text: Prose
        var other: Prose?
        var number: Double?
        var whole: Int
        var day: Day
        var side: Side
        var tags: [String]
        var byName: [String: Int]
        var byID: [ID<Part>: Bool]
        var nested: [[Int?]]
        var cargo: Cargo
    }

    enum Event: Codable, Equatable, Sendable {
        case nothing
        case one(Prose)
        case number(Double)
        case small(Int8, UInt64)
        case part(id: ID<Part>, Part, because: Prose?)
        case many(parts: [Part])
    }

    mutating func apply(_ event: Event, _ stamp: Stamp) {}
}

private struct Inventor {
    var random: SeededGenerator

    private static let texts = [
        "", "a", "z", "e\u{301}", "Zoll “и” таможня 海关", "line\nand\ttab\r\u{8}\u{C}", "\"quoted\\ / slashed\"", "\u{1}\u{1F}\u{7F}", "👩‍🚀é e\u{301}", "\u{2028}\u{202E}",
    ]
    private static let numbers: [Double] = [
        0, -0.0, 0.1, 1.0 / 3, 123_456_789.123, 1e21, -2.5e-7, 5e-324, .greatestFiniteMagnitude, 9_007_199_254_740_993, 0.30000000000000004,
    ]

    mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "" }
    mutating func prose() -> Prose { Int.random(in: 0..<9, using: &random) == 0 ? .erased : Prose(text()) }
    mutating func number() -> Double { Bool.random(using: &random) ? Self.numbers.randomElement(using: &random) ?? 0 : Double.random(in: -1e6...1e6, using: &random) }
    mutating func few() -> Range<Int> { 0..<Int.random(in: 0..<4, using: &random) }

    mutating func part() -> Everything.Part {
        Everything.Part(
            text: prose(), other: Bool.random(using: &random) ? prose() : nil, number: Bool.random(using: &random) ? number() : nil,
            whole: [0, -1, .min, .max, 1_000_000].randomElement(using: &random) ?? 0, day: Day(number: .random(in: -10_000...40_000, using: &random)),
            side: Bool.random(using: &random) ? .port : .starboard, tags: few().map { _ in text() },
            byName: Dictionary(few().map { number in (text(), number) }) { a, _ in a },
            byID: Dictionary(uniqueKeysWithValues: few().map { _ in (ID.random(using: &random), Bool.random(using: &random)) }),
            nested: few().map { _ in Array(few()).map { number in number == 0 ? nil : number } }, cargo: cargo())
    }

    mutating func cargo() -> Everything.Cargo {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: .empty
        case 1: .crates(.random(in: -5...5, using: &random))
        default: .mixed(of: Dictionary(few().map { _ in (text(), number()) }) { a, _ in a }, note: Bool.random(using: &random) ? prose() : nil)
        }
    }

    mutating func event() -> Everything.Event {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .nothing
        case 1: .one(prose())
        case 2: .number(number())
        case 3: .small(.random(in: .min ... .max, using: &random), .random(in: .min ... .max, using: &random))
        case 4: .part(id: .random(using: &random), part(), because: Bool.random(using: &random) ? prose() : nil)
        default: .many(parts: few().map { _ in part() })
        }
    }
}

@Suite("Events are read back as they were written")
struct EventReaderTests {
    private let reader = EventReader()

    private func read(_ event: EncodedEvent) -> Everything.Event? {
        event.structure.withUnsafeBytes { structure in
            guard let words = event.words else { return try? reader.read(Everything.Event.self, named: event.name, structure, nil) }
            return words.withUnsafeBytes { try? reader.read(Everything.Event.self, named: event.name, structure, $0) }
        }
    }

    @Test("whatever shape they have, without asking the general decoder, and as that one reads them")
    func everyShape() throws {
        var inventor = Inventor(random: SeededGenerator(seed: 1))
        for _ in 0..<600 {
            let event = inventor.event(), encoded = try Everything.encode(event)
            #expect(read(encoded) == event)
            #expect(try Everything.decodeGenerally(encoded) == event)
            #expect(try EventWriter.write(event) == Everything.encodeGenerally(event))
        }
    }

    @Test("without their words once these are erased")
    func erased() throws {
        var encoded = try Everything.encode(.one("gone"))
        encoded.words = nil
        #expect(read(encoded) == .one(.erased))
    }

    @Test("an event that had another name, and one that nobody knows")
    func names() throws {
        let entry = try Entry.unchained(Proposal(Everything.self, .nothing), position: 1, at: Moment(startOf: .testDay))
        var once = entry
        once.record.event = "once"
        #expect(try Everything.decode(once.event, reader) == .nothing)
        once.record.event = "never"
        #expect(throws: JournalFault.self) { try Everything.decode(once.event, reader) }
    }

    @Test("damaged ones never as something else than the general decoder finds")
    func damaged() throws {
        var inventor = Inventor(random: SeededGenerator(seed: 2)), found = 0
        for _ in 0..<3000 {
            var encoded = try Everything.encode(inventor.event())
            for _ in 0..<2 where !encoded.structure.isEmpty {
                let place = Int.random(in: 0..<encoded.structure.count, using: &inventor.random)
                encoded.structure[place] = Array("0123456789-+.eE{}[]\",:\\u \u{0}abt".utf8).randomElement(using: &inventor.random) ?? 0
            }
            guard let event = read(encoded) else { continue }
            found += 1
            #expect((try? Everything.decodeGenerally(encoded)) == event, "\(String(decoding: encoded.structure, as: UTF8.self))")
        }
        #expect(found > 50)
    }

    @Test("absurdly deep ones not at all")
    func deep() {
        let deep = Data((String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)).utf8)
        #expect(read(EncodedEvent(name: "one", structure: deep, words: nil)) == nil)
    }

    @Test("words are written as the general encoder writes them")
    func words() throws {
        var inventor = Inventor(random: SeededGenerator(seed: 3))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        for count in 0..<8 {
            let texts = (0..<count).map { _ in inventor.text() }
            #expect(WordsApart.list(texts) == (try encoder.encode(texts)))
        }
    }
}

@Suite("A record is read only as it was written")
struct RecordReadingTests {
    @Test("whatever is changed in it, what is read writes the same bytes again")
    func exact() throws {
        var random = SeededGenerator(seed: 4), whole = 0
        let record = try Entry.unchained(Proposal(Everything.self, .one("a")), position: 1042, at: Moment(startOf: .testDay)).record
        #expect(Record(record.bytes) == record)
        var without = record
        without.words = nil
        #expect(Record(without.bytes) == without)
        for round in 0..<6000 {
            var bytes = round.isMultiple(of: 2) ? record.bytes : without.bytes
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            case 1: bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random))
            default: bytes.insert(.random(in: 0x20...0x7E, using: &random), at: Int.random(in: 0...bytes.count, using: &random))
            }
            guard let read = Record(bytes) else { continue }
            whole += 1
            #expect(read.bytes == bytes)
        }
        #expect(whole > 100)
    }
}
