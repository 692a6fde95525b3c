import Foundation
import TestKit
import Testing

@testable import Journal

@Suite("Snapshots are a cache")
struct SnapshotTests {
    private let store = MemoryStore(), clock = TestClock()

    private func grown(_ edits: Int = 80) async throws -> (Journal, History) {
        let journal = try await openJournal(store, clock)
        var history = History(seed: 11)
        for number in 0..<edits {
            if number.isMultiple(of: 10) { clock.wait(seconds: 86_400) }
            let fact = history.next(today: clock.now.day)
            _ = try await journal.record(command("\(fact.position)")) { _ in [fact.proposal] }
        }
        return (journal, history)
    }

    @Test("they are used: what they say is believed, so a state from them differs where they are falsified")
    func used() async throws {
        let (journal, _) = try await grown()
        try await journal.keepSnapshots()
        var snapshots = await store.snapshots(of: ID("port"))
        let tolls = try #require(snapshots.firstIndex { $0.chapter == "tolls" })
        snapshots[tolls].state = Data(#"{"sum":-1}"#.utf8)
        await store.keep(snapshots, of: ID("port"))
        #expect(try await openJournal(store, clock).standing[Tolls.self].sum == -1)
    }

    @Test(
        "a chapter whose state has another version, or cannot be read, or is missing, is folded again; the others are not",
        arguments: ["version", "unreadable", "missing"])
    func stale(_ how: String) async throws {
        let (journal, history) = try await grown()
        try await journal.keepSnapshots()
        var snapshots = await store.snapshots(of: ID("port"))
        let ledger = try #require(snapshots.firstIndex { $0.chapter == "ledger" }), tolls = try #require(snapshots.firstIndex { $0.chapter == "tolls" })
        snapshots[tolls].state = Data(#"{"sum":1000000}"#.utf8)
        switch how {
        case "version": (snapshots[ledger].version, snapshots[ledger].state) = (Ledger.stateVersion - 1, Data(#"{"berths":{},"refusedShips":0,"last":0}"#.utf8))
        case "unreadable": snapshots[ledger].state = Data("{".utf8)
        default: snapshots.remove(at: ledger)
        }
        await store.keep(snapshots, of: ID("port"))
        for fact in [Fact(position: 81, known: clock.now.day, holds: clock.now.day, berth: "berth1", kind: .open("more"))] {
            _ = try await journal.record(command("81")) { _ in [fact.proposal] }
        }
        let again = try await openJournal(store, clock)
        #expect(again.standing[Ledger.self] == journal.standing[Ledger.self])
        #expect(again.standing[Tolls.self].sum == 1_000_000)
        #expect(again.standing.head == journal.standing.head)
        #expect(history.facts.count == 80)
    }

    @Test("events that wait for a later day wait on after a restart, and late ones still go before them")
    func waiting() async throws {
        let journal = try await openJournal(store, clock), today = Day.testDay
        try await journal.record(.moored(berth: "a", ship: 1), on: today.adding(days: 9))
        try await journal.record(.opened(berth: "a", note: ""), on: today.adding(days: 5))
        try await journal.record(.moored(berth: "a", ship: 2), on: today.adding(days: 9))
        try await journal.keepSnapshots()
        clock.wait(seconds: 7 * 86_400)
        let second = try await openJournal(store, clock)
        #expect(second.standing[Ledger.self].berths["a"]?.ships == [])
        try await second.keepSnapshots()
        clock.wait(seconds: 3 * 86_400)
        let third = try await openJournal(store, clock)
        try await third.record(.moored(berth: "a", ship: 3), on: today.adding(days: 6))
        #expect(third.standing[Ledger.self].berths["a"]?.ships == [3, 1, 2])
    }
}
