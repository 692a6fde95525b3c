import Foundation
import Journal
import Stores
import TestKit
import Testing

@Suite("Group commit", .serialized)
struct ThroughputTests {
    @Test("carries many commands with one write to disk")
    func groups() async throws {
        let folder = try TemporaryFolder(), store = Counting(try SQLiteStore(path: folder.path("speed.db")))
        let journals = Journals(store, chapters: [Tally.self]) { .now }
        for number in 0..<50 { _ = try await journals.send(number..<number + 1) }
        #expect(await store.groups == 50)
        // Until all have come, so that a busy machine does not bring them one after the other.
        await store.hold(until: 1000)
        _ = try await journals.send(50..<1050)
        #expect(await store.groups - 50 < 500)
    }
}

/// A store that counts its transactions.
private actor Counting: Store {
    private let store: SQLiteStore
    private(set) var groups = 0
    /// How many commands asked whether they were recorded already, and how many must have before anything is written.
    private var asked = 0, awaited = 0

    init(_ store: SQLiteStore) { self.store = store }

    func hold(until count: Int) { (asked, awaited) = (0, count) }

    func append(_ batches: [Batch]) async throws -> [AppendOutcome] {
        groups += 1
        try await until("\(awaited) commands at once") { asked >= awaited }
        return try await store.append(batches)
    }

    func entries(_ query: EntryQuery) async throws -> [Entry] { try await store.entries(query) }
    func stretch(_ query: EntryQuery, limit: Int) async throws -> Stretch { try await store.stretch(query, limit: limit) }
    func head(of id: OrganisationID) async throws -> Head? { try await store.head(of: id) }
    func organisations() async throws -> [OrganisationID] { try await store.organisations() }
    func receipt(for key: CommandKey, in id: OrganisationID) async throws -> KeptReceipt? {
        asked += 1
        return try await store.receipt(for: key, in: id)
    }
    func eraseWords(of id: OrganisationID, at positions: [Int]) async throws { try await store.eraseWords(of: id, at: positions) }
    func snapshots(of id: OrganisationID) async throws -> [Snapshot] { try await store.snapshots(of: id) }
    func keep(_ snapshots: [Snapshot], of id: OrganisationID) async throws { try await store.keep(snapshots, of: id) }
}
