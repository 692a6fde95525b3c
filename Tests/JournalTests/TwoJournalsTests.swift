import TestKit
import Testing

@testable import Journal

@Suite("Two journals of one organisation on one store")
struct TwoJournalsTests {
    @Test("both end right: every command once, one chain")
    func together() async throws {
        let store = MemoryStore(), one = try await openJournal(store), two = try await openJournal(store)
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                let day = number.isMultiple(of: 9) ? Day.testDay.adding(days: -number) : nil
                group.addTask { try await (number.isMultiple(of: 2) ? one : two).record(.moored(berth: "a", ship: number), on: day, key: "\(number)") }
                if number.isMultiple(of: 5) {
                    group.addTask { try await (number.isMultiple(of: 2) ? two : one).record(.moored(berth: "a", ship: number), on: day, key: "\(number)") }
                }
            }
            try await group.waitForAll()
        }
        try await one.record(.opened(berth: "a", note: ""), on: .beginning)
        try await two.record(.opened(berth: "b", note: ""))
        try await one.record(.opened(berth: "c", note: ""))
        let ships = try #require(one.standing[Ledger.self].berths["a"]).ships
        #expect(ships.sorted() == Array(0..<200))
        let verification = try await store.verify(ID("port"))
        #expect(verification.fault == nil)
        #expect(verification.entries == 203)
        #expect(verification.head == one.standing.head)
        #expect(two.standing.position == 202)
        #expect(two.standing[Ledger.self] == (try await one.organisation(at: 202))[Ledger.self])
    }

    @Test("a command decided after one that is overtaken is overtaken too, though its position came free")
    func pipelined() async throws {
        let gate = GatedStore(), journal = try await openJournal(gate)
        await gate.close()
        async let blocker = journal.record(.opened(berth: "z", note: ""), key: "0")
        try await gate.untilHolding()
        async let first = journal.record(.moored(berth: "a", ship: 1), key: "1")
        async let second = journal.record(.moored(berth: "a", ship: 2), key: "2")
        try await until("three decisions") { await journal.decided.position >= 3 }
        // Meanwhile another process of the same organisation writes twice, and takes positions 1 and 2.
        let other = try await openJournal(gate.memory)
        try await other.record(.opened(berth: "a", note: "theirs"))
        try await other.record(.opened(berth: "b", note: "theirs"))
        await gate.open()
        _ = try await (blocker, first, second)
        #expect(try await gate.verify(ID("port")).fault == nil)
        #expect(journal.standing.position == 5)
        #expect(journal.standing[Ledger.self].berths["a"]?.ships.sorted() == [1, 2])
    }

    @Test("a command that the other has recorded is answered with its receipt, and leaves no trace in the state")
    func repeatedElsewhere() async throws {
        let gate = GatedStore(), journal = try await openJournal(gate)
        await gate.close()
        async let mine = journal.record(.opened(berth: "a", note: "x"), key: "shared")
        try await gate.untilHolding()
        let theirs = try await openJournal(gate.memory).record(.opened(berth: "a", note: "x"), key: "shared")
        await gate.open()
        let receipt = try await mine
        #expect(receipt.repeated)
        #expect(receipt.hash == theirs.hash)
        #expect(journal.standing.position == 1)
        #expect(await journal.decided.head == theirs.hash)
    }

    @Test("journals put aside and opened again, and many asked for at once, are one per organisation")
    func journals() async throws {
        let store = MemoryStore(), clock = TestClock()
        let journals = Journals(store, chapters: [Ledger.self, Tolls.self], capacity: 2) { clock.now }
        #expect(try await journals.existing(ID("a")) == nil)
        let opened = try await withThrowingTaskGroup { group in
            for _ in 0..<20 { group.addTask { ObjectIdentifier(try await journals.journal(ID("a"))) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(opened.count == 1)
        for id: OrganisationID in [ID("a"), ID("b"), ID("c"), ID("d")] {
            try await journals.journal(id).record(.opened(berth: "x", note: ""))
            clock.wait(seconds: 3600)
        }
        try await journals.keepSnapshots()
        #expect(try await journals.existing(ID("a"))?.standing[Ledger.self].berths.count == 1)
        #expect(try await journals.existing(ID("e")) == nil)
        #expect(!journals.hasStopped)
    }
}
