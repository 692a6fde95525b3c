import Foundation
import TestKit
import Testing

@testable import Journal

@Suite("Words lie apart from structure")
struct WordsApartTests {
    private struct Diary: Chapter {
        static let name = "diary"
        static let stateVersion = 1
        static let formerNames = ["scribbled": "wrote"]
        enum Event: Codable, Equatable, Sendable {
            case wrote(id: Int, title: Prose, lines: [Prose], aside: Prose?, when: Day?)
            case shut
        }
        mutating func apply(_ event: Event, _ stamp: Stamp) {}
    }

    private let page = Diary.Event.wrote(id: 4, title: "Nè, \"quoted\" / \u{1F30A}", lines: ["first", "", "third"], aside: nil, when: .testDay)

    @Test("an event's structure says nothing of what a person wrote")
    func apart() throws {
        let encoded = try Diary.encode(page)
        #expect(encoded.name == "wrote")
        #expect(String(decoding: encoded.structure, as: UTF8.self) == #"{"id":4,"lines":[1,2,3],"title":0,"when":"2026-09-15"}"#)
        let words = try JSONDecoder().decode([String].self, from: try #require(encoded.words))
        #expect(words == ["Nè, \"quoted\" / \u{1F30A}", "first", "", "third"])
        #expect(try Diary.decode(encoded) == page)
    }

    @Test("an event without words or values keeps none")
    func bare() throws {
        let encoded = try Diary.encode(.shut)
        #expect(encoded == EncodedEvent(name: "shut", structure: Data("{}".utf8), words: nil))
        #expect(try Diary.decode(encoded) == .shut)
    }

    @Test("once erased, it still reads; each text is erased, and none is taken for an empty one")
    func erased() throws {
        var encoded = try Diary.encode(page)
        encoded.words = nil
        let read = try Diary.decode(encoded)
        #expect(read == .wrote(id: 4, title: .erased, lines: [.erased, .erased, .erased], aside: nil, when: .testDay))
        #expect(!Prose.erased.isEmpty)
        #expect(Prose("").isEmpty)
    }

    @Test("what was erased stays erased when it is written again, in an event or in a snapshot, also where it is optional")
    func erasedAgain() throws {
        let event = Diary.Event.wrote(id: 1, title: .erased, lines: ["kept", .erased], aside: .erased, when: nil)
        #expect(try throughTheWire(Diary.self, event) == event)
        let state: [String: Prose?] = ["a": .erased, "b": "text", "c": Prose("")]
        #expect(try JSONDecoder().decode([String: Prose?].self, from: JSONEncoder().encode(state)) == state)
    }

    @Test("an event keeps being read under a name it once had")
    func formerly() throws {
        var encoded = try Diary.encode(page)
        encoded.name = "scribbled"
        #expect(try Diary.decode(encoded) == page)
    }

    @Test("what cannot be read is named with its chapter")
    func unreadable() throws {
        for bad in [
            EncodedEvent(name: "never", structure: Data("{}".utf8), words: nil), EncodedEvent(name: "wrote", structure: Data("{".utf8), words: nil),
            EncodedEvent(name: "wrote", structure: Data(#"{"id":4,"lines":[],"title":0}"#.utf8), words: Data("{}".utf8)),
        ] {
            #expect {
                try Diary.decode(bad)
            } throws: { error in
                guard case .unreadable(bad.name, "diary", _) = error as? JournalFault else { return false }
                return true
            }
        }
    }

    @Test("salts differ each time, so that equal words do not give equal commitments")
    func salted() throws {
        let a = try Entry.unchained(Proposal(Diary.self, page), position: 1, at: Moment(startOf: .testDay))
        let b = try Entry.unchained(Proposal(Diary.self, page), position: 1, at: Moment(startOf: .testDay))
        #expect(a.structure.bytes == b.structure.bytes)
        #expect(a.record.structure != b.record.structure)
        #expect(a.record.words != b.record.words)
    }

    @Test("a record is one line of JSON that is read back only from the very same bytes")
    func record() throws {
        let record = try Entry.unchained(Proposal(Diary.self, page), position: 1, at: Moment(startOf: .testDay)).record
        #expect(Record(record.bytes) == record)
        let text = String(decoding: record.bytes, as: UTF8.self)
        for altered in [text + " ", text.replacing("\"position\":1", with: "\"position\": 1"), text.replacing("}", with: ",\"more\":1}"), "", "{}"] {
            #expect(Record(Data(altered.utf8)) == nil)
        }
    }

    @Test("an event too large, or on a day that cannot be written, is refused before the store sees it")
    func tooLarge() async throws {
        let journal = try await openJournal(MemoryStore())
        await #expect(throws: JournalFault.tooLarge(event: "opened", chapter: "ledger")) {
            try await journal.record(.opened(berth: "a", note: Prose(String(repeating: "x", count: Entry.largest))))
        }
        await #expect(throws: JournalFault.self) { try await journal.record(.closed(berth: "a"), on: Day(number: .max)) }
        try await journal.record(.closed(berth: "a"))
        #expect(journal.standing.position == 1)
    }
}
