import Crypto
import Foundation
import Journal
import Stores

/// An organisation with many events, read in several ways.
struct History: Sendable {
    private let folder: Folder
    private let store: SQLiteStore
    private let id: OrganisationID = ID("bench")
    private let chapters: [any Chapter.Type] = [Remarks.self]
    private let events: Int

    init(events: Int) async throws {
        self.events = events
        folder = try Folder()
        store = try SQLiteStore(path: folder.file("history.sqlite"))
        let journal = try await Journals(store, chapters: [Remarks.self], now: { .now }).journal(id)
        for start in stride(from: 0, to: events, by: 1000) {
            _ = try await journal.record(Command(by: .system, key: "from-\(start)", content: Data())) { _ in (start..<start + 1000).map(Remarks.proposal) }
        }
    }

    func open() async throws -> Duration {
        try await ContinuousClock().measure {
            let journal = try await Journals(store, chapters: chapters, now: { .now }).journal(id)
            guard journal.standing[Remarks.self].count == events else { throw Wrong() }
        }
    }

    /// Opened once, kept, and opened again by whoever comes next.
    func openFromSnapshots() async throws -> Duration {
        let journals = Journals(store, chapters: chapters, now: { .now })
        _ = try await journals.journal(id)
        try await journals.keepSnapshots()
        return try await open()
    }

    /// Every row, as it is folded from.
    func readRows() async throws -> Duration { try await passing { _ in } }

    func verify() async throws -> Duration {
        try await ContinuousClock().measure { guard try await store.verify(id).fault == nil else { throw Wrong() } }
    }

    func hashRows() async throws -> Duration {
        var sha = SHA256()
        return try await passing { stretch in stretch.forEach { sha.update(bufferPointer: $0.record) } }
    }

    private func passing(_ body: (Stretch) -> Void) async throws -> Duration {
        let clock = ContinuousClock(), start = clock.now
        var count = 0, after = 0
        while case let stretch = try await store.stretch(EntryQuery(id, after: after)), let last = stretch.last {
            body(stretch)
            (count, after) = (count + stretch.count, last)
        }
        guard count == events else { throw Wrong() }
        return clock.now - start
    }
}

/// The two did not do the same.
struct Wrong: Error {}
