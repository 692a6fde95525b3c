import TestKit
import Testing

@testable import Journal

@Suite("Recording while the disk fails or events come late")
struct TroubleTests {
    private let store = GatedStore()

    @Test("after the disk has failed nothing is accepted, while what was written can still be read")
    func stopped() async throws {
        let committer = Committer(store), journal = try await openJournal(store, committer: committer)
        try await journal.record(.opened(berth: "a", note: "kept"))
        await store.breakDown()
        await #expect(throws: GatedStore.DiskFailure.self) { try await journal.record(.opened(berth: "b", note: "lost"), key: "b") }
        await #expect(throws: (any Error).self) { try await journal.record(.opened(berth: "b", note: "lost"), key: "b") }
        await #expect(throws: (any Error).self) { try await journal.record(.opened(berth: "c", note: "lost")) }
        #expect(committer.hasStopped)
        #expect(Array(journal.standing[Ledger.self].berths.keys) == ["a"])
        #expect(await store.groups.count == 2)
    }

    @Test("a read that fails while a late event looks at its history harms nobody else")
    func failedHistory() async throws {
        let journal = try await openJournal(store)
        try await journal.record(.opened(berth: "a", note: "on time"))
        await store.setReadsBroken(true)
        await #expect(throws: GatedStore.DiskFailure.self) { try await journal.record(.closed(berth: "a"), on: Day.testDay.adding(days: -3)) }
        await store.setReadsBroken(false)
        try await journal.record(.opened(berth: "b", note: "early"), on: Day.testDay.adding(days: -2))
        #expect(journal.standing[Ledger.self].berths.keys.sorted() == ["a", "b"])
        #expect(await journal.historyReaders == 0)
    }

    @Test("back-dated and present commands sent together end in the order of their days")
    func lateTogether() async throws {
        let clock = TestClock(), journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: "x"), on: Day.testDay.adding(days: -100))
        try await withThrowingTaskGroup { group in
            for number in 0..<120 {
                group.addTask { try await journal.record(.moored(berth: "a", ship: number), on: Day.testDay.adding(days: -number % 40)) }
            }
            try await group.waitForAll()
        }
        let ships = try #require(journal.standing[Ledger.self].berths["a"]).ships
        #expect(ships.count == 120)
        let daysBefore = ships.map { $0 % 40 }
        #expect(daysBefore == daysBefore.sorted(by: >))
        #expect(try await openJournal(store, clock).standing[Ledger.self] == journal.standing[Ledger.self])
        #expect(try await store.verify(ID("port")).fault == nil)
    }
}
