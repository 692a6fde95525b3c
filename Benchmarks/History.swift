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

    init(events: Int) async throws {
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
            guard journal.standing[Remarks.self].count == 20_000 else { throw Wrong() }
        }
    }

    func readRows() async throws -> Duration {
        try await ContinuousClock().measure { guard try await rows().count == 20_000 else { throw Wrong() } }
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

    private func rows() async throws -> [StoredRow] { try await store.rows(of: id, after: 0, limit: 20_000) }
}

/// The two did not do the same.
struct Wrong: Error {}
