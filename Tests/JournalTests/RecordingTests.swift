import Foundation
import TestKit
import Testing

@testable import Journal

@Suite("Recording in a journal")
struct RecordingTests {
    private let store = GatedStore()

    @Test("200 sends of one command at the same time are recorded once, and all get the same receipt")
    func exactlyOnce() async throws {
        let journal = try await openJournal(store), decisions = Noted(0)
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await journal.record(command("key", "same")) { _ in
                        decisions.withLock { $0 += 1 }
                        return [Proposal(Tolls.self, .paid(5)), Proposal(Tolls.self, .paid(2))]
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(journal.standing.position == 2)
        #expect(journal.standing[Tolls.self].sum == 7)
        #expect(receipts.filter { !$0.repeated }.count == 1)
        #expect(Set(receipts.map(\.positions)) == [1..<3])
        #expect(Set(receipts.map(\.hash)) == [journal.standing.head])
        #expect(decisions.withLock { $0 } == 1)
    }

    @Test("the same key with another question is refused, also while the first is still being written")
    func keyReused() async throws {
        let journal = try await openJournal(store)
        await store.close()
        let first = Task { try await journal.record(command("key", "one")) { _ in [Proposal(Tolls.self, .paid(1))] } }
        try await store.untilHolding()
        let other = Task { try await journal.record(command("key", "two")) { _ in [Proposal(Tolls.self, .paid(2))] } }
        let anothers = Task { try await journal.record(command("key", "two", by: .bruno)) { _ in [Proposal(Tolls.self, .paid(4))] } }
        for _ in 0..<100 { await Task.yield() }
        await store.open()
        _ = try await first.value
        await #expect(throws: KeyReused.self) { try await other.value }
        _ = try await anothers.value
        await #expect(throws: KeyReused.self) { try await journal.record(command("key", "three")) { _ in [] } }
        #expect(journal.standing[Tolls.self].sum == 5)
    }

    @Test("each command is told how the organisation stood right after it, whatever others recorded meanwhile")
    func rightAfter() async throws {
        let journal = try await openJournal(store)
        let outcomes = try await withThrowingTaskGroup(of: Recorded.self, returning: [Recorded].self) { group in
            for number in 0..<50 {
                group.addTask { try await journal.outcome(of: command("\(number)")) { _ in [Proposal(Tolls.self, .paid(1)), Proposal(Tolls.self, .paid(1))] } }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for outcome in outcomes {
            let after = try #require(outcome.after)
            #expect(after.position == outcome.receipt.positions.last && after.head == outcome.receipt.hash)
            #expect(after[Tolls.self].sum == after.position && outcome.entries.map(\.record.position) == Array(outcome.receipt.positions))
        }
        #expect(Set(outcomes.compactMap { $0.after?.position }).count == 50)
        let nothing = try await journal.outcome(of: command("nothing")) { _ in [] }
        #expect(nothing.after?.position == 100 && nothing.entries.isEmpty)
        #expect(try await journal.outcome(of: command("7")) { _ in [] }.after == nil, "of a repeated one the store knows")
    }

    @Test("500 commands at once stand in one unbroken chain, each decided on all before it")
    func unbroken() async throws {
        let journal = try await openJournal(store)
        try await withThrowingTaskGroup { group in
            for number in 0..<500 {
                group.addTask {
                    _ = try await journal.record(command("\(number)")) { organisation in
                        [Proposal(Tolls.self, .paid(organisation[Tolls.self].sum + 1 == organisation.position + 1 ? 1 : 1000))]
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(journal.standing[Tolls.self].sum == 500)
        let verification = try await store.verify(ID("port"))
        #expect(verification.fault == nil)
        #expect(verification.entries == 500)
        #expect(verification.head == journal.standing.head)
    }

    @Test("readers never see what is not on disk; the next decision does")
    func uncommitted() async throws {
        let journal = try await openJournal(store)
        await store.close()
        async let first = journal.record(.opened(berth: "a", note: "new"), key: "1")
        try await store.untilHolding()
        let seen = Noted<[String]>([])
        async let second = journal.record(command("2")) { organisation in
            seen.withLock { $0 += organisation[Ledger.self].berths.keys }
            return [Proposal(Ledger.self, .closed(berth: "a"))]
        }
        try await until("the second decision") { seen.withLock { !$0.isEmpty } }
        #expect(journal.standing.position == 0)
        #expect(journal.standing[Ledger.self].berths.isEmpty)
        #expect(try await journal.organisation(asOf: .testDay, knownOn: nil).position == 0)
        #expect(try await journal.entries(after: 0).isEmpty)
        await store.open()
        let positions = try await [first.positions, second.positions]
        #expect(positions == [1..<2, 2..<3])
        #expect(seen.withLock { $0 } == ["a"])
        #expect(journal.standing.position == 2)
    }

    @Test("a refusal, or “nothing to do”, that rests on something unwritten waits for it, and fails with it")
    func uncertainAnswers() async throws {
        let journal = try await openJournal(store)
        await store.close()
        let first = Task { try await journal.record(.opened(berth: "a", note: "new"), key: "1") }
        try await store.untilHolding()
        let answers = Noted(0)
        let refusing: @Sendable (Organisation) throws -> [Proposal] = { organisation in
            answers.withLock { $0 += 1 }
            if organisation[Ledger.self].berths["a"] != nil { throw Refusal("ledger.taken") }
            return []
        }
        let idle: @Sendable (Organisation) throws -> [Proposal] = { _ in
            answers.withLock { $0 += 1 }
            return []
        }
        let refused = Task { try await journal.record(command("2"), decide: refusing) }
        let nothing = Task { try await journal.record(command("3"), decide: idle) }
        try await until("two answers") { answers.withLock { $0 >= 2 } }
        await store.breakDown()
        await #expect(throws: GatedStore.DiskFailure.self) { try await first.value }
        await #expect(throws: GatedStore.DiskFailure.self) { try await refused.value }
        await #expect(throws: GatedStore.DiskFailure.self) { try await nothing.value }
    }

    @Test("a refused command leaves nothing behind, and may be sent again under its key")
    func refused() async throws {
        let journal = try await openJournal(store)
        await #expect(throws: Refusal("ledger.no")) { try await journal.record(command("k")) { _ in throw Refusal("ledger.no") } }
        let nothing = try await journal.record(command("k")) { _ in [] }
        #expect(nothing.positions.isEmpty)
        let receipt = try await journal.record(command("k")) { _ in [Proposal(Tolls.self, .paid(1))] }
        #expect(!receipt.repeated)
        #expect(receipt.positions == 1..<2)
    }

    @Test("either all events of a command are recorded or none: one of an unknown chapter takes the others with it")
    func wholeOrNot() async throws {
        struct Stranger: Chapter {
            static let name = "stranger"
            static let stateVersion = 1
            enum Event: Codable, Equatable, Sendable { case came }
            mutating func apply(_ event: Event, _ stamp: Stamp) {}
        }
        let journal = try await openJournal(store)
        await #expect(throws: JournalFault.noSuchChapter("stranger")) {
            try await journal.record(command("k")) { _ in [Proposal(Tolls.self, .paid(1)), Proposal(Stranger.self, .came)] }
        }
        try await journal.record(.closed(berth: "a"))
        #expect(journal.standing[Tolls.self].sum == 0)
        #expect(journal.standing.position == 1)
        #expect(try await store.verify(ID("port")).fault == nil)
    }
}
