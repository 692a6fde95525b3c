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

    func readRows() async throws -> Duration {
        try await ContinuousClock().measure { guard try await rows().count == events else { throw Wrong() } }
    }

    func verify() async throws -> Duration {
        try await ContinuousClock().measure { guard try await store.verify(id).fault == nil else { throw Wrong() } }
    }

    func hashRows() async throws -> Duration {
        let rows = try await rows()
        return ContinuousClock().measure {
            var sha = SHA256()
            for row in rows { sha.update(data: row.record) }
            _ = sha.finalize()
        }
    }

    private func rows() async throws -> [StoredRow] { try await store.rows(of: id, after: 0, limit: events) }
}

/// The two did not do the same.
struct Wrong: Error {}
