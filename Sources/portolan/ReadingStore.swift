import Foundation
import Journal
import Server
import Synchronization

/// A store of which nothing is changed, though whoever reads it may have to see it changed: words whose erasing is on record and not yet carried
/// out, because the process that was to do it was killed, are not shown.
struct ReadingStore: StoreInFront {
    struct NotToBeWritten: Error, CustomStringConvertible {
        var description: String { "This command only reads." }
    }

    let store: any Store
    private let erased = Erased()

    init(_ store: any Store) { self.store = store }

    func append(_ batches: [Batch]) async throws -> [AppendOutcome] { throw NotToBeWritten() }
    func keep(_ snapshots: [Snapshot], of organisation: OrganisationID) async throws {}
    func eraseWords(of organisation: OrganisationID, at positions: [Int]) async throws { erased.note(organisation, positions) }

    func entries(_ query: EntryQuery) async throws -> [Entry] {
        let positions = erased.positions(query.organisation), entries = try await store.entries(query)
        guard !positions.isEmpty else { return entries }
        return entries.map { entry in
            var entry = entry
            if positions.contains(entry.record.position) { entry.words = nil }
            return entry
        }
    }

    func stretch(_ query: EntryQuery, limit: Int) async throws -> Stretch {
        let positions = erased.positions(query.organisation), stretch = try await store.stretch(query, limit: limit)
        guard !positions.isEmpty else { return stretch }
        var shown = Stretch()
        stretch.forEach { row in
            var row = row
            if positions.contains(row.position) { row.words = nil }
            shown.append(row)
        }
        return shown
    }

    /// Those from before an erasure hold its words.
    func snapshots(of organisation: OrganisationID) async throws -> [Snapshot] {
        erased.positions(organisation).isEmpty ? try await store.snapshots(of: organisation) : []
    }

    private final class Erased: Sendable {
        private let kept = Mutex<[OrganisationID: Set<Int>]>([:])
        func note(_ organisation: OrganisationID, _ positions: [Int]) { kept.withLock { $0[organisation, default: []].formUnion(positions) } }
        func positions(_ organisation: OrganisationID) -> Set<Int> { kept.withLock { $0[organisation] ?? [] } }
    }
}
