import Journal

/// A store that stands in front of another: what it does not do itself, that one does.
package protocol StoreInFront: Store {
    var store: any Store { get }
}

extension StoreInFront {
    package func append(_ batches: [Batch]) async throws -> [AppendOutcome] { try await store.append(batches) }
    package func entries(_ query: EntryQuery) async throws -> [Entry] { try await store.entries(query) }
    package func stretch(_ query: EntryQuery, limit: Int) async throws -> Stretch { try await store.stretch(query, limit: limit) }
    package func head(of organisation: OrganisationID) async throws -> Head? { try await store.head(of: organisation) }
    package func organisations() async throws -> [OrganisationID] { try await store.organisations() }
    package func mayHoldReceipt(for key: CommandKey, in organisation: OrganisationID) -> Bool { store.mayHoldReceipt(for: key, in: organisation) }
    package func receipt(for key: CommandKey, in organisation: OrganisationID) async throws -> KeptReceipt? { try await store.receipt(for: key, in: organisation) }
    package func eraseWords(of organisation: OrganisationID, at positions: [Int]) async throws { try await store.eraseWords(of: organisation, at: positions) }
    package func snapshots(of organisation: OrganisationID) async throws -> [Snapshot] { try await store.snapshots(of: organisation) }
    package func keep(_ snapshots: [Snapshot], of organisation: OrganisationID) async throws { try await store.keep(snapshots, of: organisation) }
}

/// Measures how long it takes until what was decided is on the disc.
package struct MeasuredStore: StoreInFront {
    package let store: any Store
    private let measures: Measures

    package init(_ store: any Store, _ measures: Measures) { (self.store, self.measures) = (store, measures) }

    package func append(_ batches: [Batch], answer: @escaping @Sendable (Result<[AppendOutcome], any Error>) -> Void) {
        let began = ContinuousClock.now
        store.append(batches) { result in
            measures.noteAppend(seconds: (.now - began) / .seconds(1))
            answer(result)
        }
    }
}
