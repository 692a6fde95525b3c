import Foundation
import TestKit
import Testing

@testable import Journal

/// Events that hold what `JSONEncoder` writes in ways of its own, or in ways that are easily got wrong.
private struct Odd: Chapter {
    static let name = "odd"
    static let stateVersion = 1

    class Ship: Codable { var name = "Alma" }

    final class Tug: Ship {
        var pull = 40.5
        override init() { super.init() }

        required init(from decoder: any Decoder) throws { try super.init(from: decoder) }

        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(pull, forKey: .pull)
            try super.encode(to: container.superEncoder())
        }

        private enum Key: CodingKey { case pull }
    }

    /// Says one thing twice, and the second time otherwise.
    struct Twice: Codable, Equatable, Sendable {
        init() {}
        init(from decoder: any Decoder) throws {}

        func encode(to encoder: any Encoder) throws {
            var first = encoder.container(keyedBy: Key.self), second = encoder.container(keyedBy: Key.self)
            try first.encode("one", forKey: .said)
            try second.encode("two", forKey: .said)
        }

        private enum Key: CodingKey { case said }
    }

    /// Goes on where a part of it cannot be written.
    struct Patient: Codable, Equatable, Sendable {
        var amount = 1.0

        init() {}
        init(from decoder: any Decoder) throws {}

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try? container.encode(Never.never, forKey: .broken)
            try container.encode(amount, forKey: .amount)
        }

        private enum Key: CodingKey { case broken, amount }

        private enum Never: Encodable {
            case never
            func encode(to encoder: any Encoder) throws { throw CancellationError() }
        }
    }

    enum Event: Codable, Equatable, Sendable {
        case moment(Date)
        case bytes(Data)
        case page(URL)
        case price(Decimal)
        case share(Float)
        case shares([Double?])
        case byNumber([Int: String])
        case notes([String: Prose])
        case name(UUID)
        case nothing([Int?])
        case twice(Twice)
        case patient(Patient)
    }

    mutating func apply(_ event: Event, _ stamp: Stamp) {}
}

@Suite("Events are written as the general encoder writes them")
struct EventWriterTests {
    @Test("also those that are left to it")
    func odd() throws {
        let left: [Odd.Event] = [
            .moment(Date(timeIntervalSinceReferenceDate: 0.1)), .bytes(Data("a/b".utf8)), .page(try #require(URL(string: "https://example.org/a?b=c"))),
            .price(Decimal(string: "0.10") ?? 0), .share(0.1), .twice(.init()), .patient(.init()),
        ]
        for event in left {
            #expect(throws: (any Error).self, "\(event)") { try EventWriter.write(event) }
            #expect(try Odd.encode(event) == Odd.encodeGenerally(event))
        }
        let own: [Odd.Event] = [
            .shares([0.1, nil, -0.0, 1e300]), .byNumber([10: "ten", 9: "nine"]), .notes(["b": "two", "a": "one"]), .name(UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))),
            .nothing([]), .nothing([nil]),
        ]
        for event in own {
            let written = try EventWriter.write(event), general = try Odd.encodeGenerally(event)
            #expect(written.name == general.name && written.structure == general.structure, "\(String(decoding: written.structure, as: UTF8.self))")
        }
    }

    @Test("what is beyond every number is refused by both")
    func infinite() {
        #expect(throws: (any Error).self) { try Odd.encode(.shares([.infinity])) }
        #expect(throws: (any Error).self) { try Odd.encodeGenerally(.shares([.infinity])) }
    }

    @Test("a class that lets what is above it write itself")
    func above() throws {
        let writer = EventWriter()
        try Odd.Tug().encode(to: NodeEncoder(writer: writer, node: Outline.root))
        #expect(throws: Unwritten.self) { try writer.outline.onlyMember() }
    }
}
