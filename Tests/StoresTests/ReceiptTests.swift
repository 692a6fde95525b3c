import Foundation
import GRDB
import Journal
import Synchronization
import TestKit
import Testing

@testable import Stores

@Suite("Whether a command was recorded before")
struct ReceiptTests {
    private let folder: TemporaryFolder
    private let north: OrganisationID = ID("north")

    init() throws { folder = try TemporaryFolder() }

    private func key(_ number: Int) -> CommandKey { CommandKey(actor: .amina, key: "key \(number)") }

    private func keep(_ keys: Range<Int>, in store: SQLiteStore) async throws {
        var chain = Chain(north, after: try await store.head(of: north))
        #expect(try await store.append(keys.map { try chain.batch([$0], key: "key \($0)") }).allSatisfy { $0 == .kept })
    }

    @Test("a new one is known to be new without the file being asked, one that was kept is found, also after a restart")
    func known() async throws {
        let path = folder.path("a.sqlite"), statements = Counter()
        var store = try SQLiteStore(path: path)
        try await keep(1..<20, in: store)
        #expect(try await store.receipt(for: key(7), in: north) != nil)
        try store.close()
        store = try SQLiteStore(path: path, traced: { statements.value.withLock { $0 += 1 } })
        let before = statements.value.withLock { $0 }
        for number in 100..<200 { #expect(try await store.receipt(for: key(number), in: north) == nil) }
        #expect(statements.value.withLock { $0 } == before)
        for number in 1..<20 { #expect(try await store.receipt(for: key(number), in: north)?.receipt.positions == number..<number + 1) }
        #expect(try await store.receipt(for: key(7), in: (ID("south") as OrganisationID)) == nil)
        try store.close()
    }

    @Test("what came in with another's archive is found as well")
    func takenIn() async throws {
        let archive = try SQLiteStore(path: folder.path("archive.sqlite")), store = try SQLiteStore(path: folder.path("store.sqlite"))
        try await keep(1..<5, in: archive)
        #expect(try await store.receipt(for: key(3), in: north) == nil)
        _ = try await store.takeIn(north, from: archive, accounts: [])
        #expect(try await store.receipt(for: key(3), in: north) != nil)
        try archive.close()
        try store.close()
    }

    @Test("hundreds who ask at once are all answered, each with its own")
    func atOnce() async throws {
        let writer = try SQLiteStore(path: folder.path("a.sqlite"))
        try await keep(1..<200, in: writer)
        // Beside a process that writes nothing is remembered: everything is looked up.
        let reader = try SQLiteStore(reading: folder.path("a.sqlite"))
        try await withThrowingTaskGroup(of: (Int, KeptReceipt?).self) { group in
            for number in 1..<400 { group.addTask { (number, try await reader.receipt(for: key(number), in: north)) } }
            for try await (number, receipt) in group {
                #expect(receipt?.key == (number < 200 ? key(number) : nil) && receipt?.receipt.positions.lowerBound ?? number == number)
            }
        }
        try reader.close()
        try writer.close()
    }

    @Test("the filter forgets none and takes few for another")
    func filter() {
        var filter = KeyFilter(capacity: 0)
        func mark(_ number: Int) -> KeyMark { KeyMark(key(number), in: north) }
        for number in 0..<filter.capacity { filter.insert(mark(number)) }
        #expect((0..<filter.capacity).allSatisfy { filter.mayHold(mark($0)) })
        #expect((0..<20_000).filter { filter.mayHold(mark(filter.capacity + $0)) }.count < 60)
    }
}

private final class Counter: Sendable {
    let value = Mutex(0)
}
