import TestKit
import Testing

@testable import Journal

@Suite("The committer")
struct CommitterTests {
    private let store = GatedStore()
    private let organisations: [OrganisationID] = [ID("a"), ID("b"), ID("c")]

    /// A committer whose first write waits at the gate while the test hands in the others.
    private func heldCommitter() async throws -> (Committer, Ticket) {
        let committer = Committer(store)
        await store.close()
        let first = committer.submit(try .of(ID("first"), key: "first"))
        try await store.untilHolding()
        return (committer, first)
    }

    @Test("gathers what comes in while it writes, and keeps each organisation's order")
    func order() async throws {
        let (committer, first) = try await heldCommitter()
        var tickets: [Ticket] = []
        var heads: [OrganisationID: Head] = [:]
        for number in 0..<300 {
            let id = organisations[number % 3]
            let batch = try Batch.of(id, after: heads[id], key: "\(number)")
            heads[id] = Head(position: batch.receipt.receipt.positions.upperBound - 1, hash: batch.receipt.receipt.hash)
            tickets.append(committer.submit(batch))
        }
        await store.open()
        #expect(try await first.outcome() == .kept)
        for ticket in tickets { #expect(try await ticket.outcome() == .kept) }
        #expect(await store.groups.map(\.count) == [1, 200, 100])
        for (id, head) in heads {
            #expect(await store.head(of: id) == head)
            #expect(await store.memory.entries(EntryQuery(id)).map(\.record.position) == Array(1...100))
        }
    }

    @Test("lets everybody pass between two imports of 5,000 events, which are written alone")
    func fair() async throws {
        let (committer, _) = try await heldCommitter()
        let large = Array(repeating: Ledger.Event.closed(berth: "a"), count: 5000)
        let one = try Batch.of(ID("importer"), key: "1", events: large)
        let two = try Batch.of(
            ID("importer"), after: Head(position: 5000, hash: one.receipt.receipt.hash), key: "2", events: [.closed(berth: "b")] + large)
        var tickets = [committer.submit(one), committer.submit(two)]
        let others: [OrganisationID] = [ID("b"), ID("c"), ID("d")]
        for id in others {
            let batch = try Batch.of(id, key: "1")
            tickets.append(committer.submit(batch))
        }
        await store.open()
        for ticket in tickets { #expect(try await ticket.outcome() == .kept) }
        let groups = await store.groups.map { $0.map { "\($0.organisation):\($0.entries.count)" } }
        #expect(groups == [["first:1"], ["importer:5000"], ["b:1", "c:1", "d:1"], ["importer:5001"]])
    }

    @Test("tells how many events wait to be written: those handed in behind what is being written, and none once all is on the disc or given up")
    func waiting() async throws {
        let (committer, first) = try await heldCommitter()
        #expect(committer.waiting == 0, "what is being written waits no more")
        let second = committer.submit(try .of(ID("a"), key: "a", events: Array(repeating: .closed(berth: "a"), count: 3)))
        let third = committer.submit(try .of(ID("b"), key: "b"))
        #expect(committer.waiting == 4)
        await store.open()
        for ticket in [first, second, third] { #expect(try await ticket.outcome() == .kept) }
        #expect(committer.waiting == 0)
        await store.close()
        let held = committer.submit(try .of(ID("c"), key: "c"))
        try await store.untilHolding()
        let lost = committer.submit(try .of(ID("d"), key: "d"))
        #expect(committer.waiting == 1)
        await store.breakDown()
        await #expect(throws: GatedStore.DiskFailure.self) { try await held.outcome() }
        await #expect(throws: GatedStore.DiskFailure.self) { try await lost.outcome() }
        #expect(committer.waiting == 0)
        _ = committer.submit(try .of(ID("e"), key: "e"))
        #expect(committer.waiting == 0, "what is not taken does not wait")
    }

    @Test("stops for good when the disk fails: all who wait are told, and nothing is tried again")
    func stops() async throws {
        let (committer, first) = try await heldCommitter()
        let waiting = committer.submit(try .of(ID("a"), key: "a"))
        await store.breakDown()
        await #expect(throws: GatedStore.DiskFailure.self) { try await first.outcome() }
        await #expect(throws: GatedStore.DiskFailure.self) { try await waiting.outcome() }
        #expect(committer.hasStopped)
        let later = committer.submit(try .of(ID("a"), key: "b"))
        await #expect(throws: CommitterStopped.self) { try await later.outcome() }
        #expect(await store.groups.count == 1)
    }

    @Test("answers everybody who asks about the same batch, before and after it is settled")
    func tickets() async throws {
        let (committer, first) = try await heldCommitter()
        let early = (0..<3).map { _ in Task { try await first.outcome() } }
        await store.open()
        for asked in early { #expect(try await asked.value == .kept) }
        #expect(try await first.outcome() == .kept)
        #expect(!committer.hasStopped)
    }
}
