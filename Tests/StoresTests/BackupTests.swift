import Accounts
import Foundation
import TestKit
import Testing

@testable import Journal
@testable import Stores

@Suite("Backups")
struct BackupTests {
    private let folder: TemporaryFolder
    private let now = Moment(startOf: .testDay)
    private var file: String { folder.path("monday.sqlite") }

    init() throws { folder = try TemporaryFolder() }

    private func filled(_ name: String, organisation: OrganisationID = ID("north"), events: Int = 30) async throws -> (SQLiteStore, Chain) {
        let store = try SQLiteStore(path: folder.path(name))
        var chain = Chain(organisation)
        try await store.add(events, to: &chain)
        return (store, chain)
    }

    @Test("the drill: backed up while writing goes on, restored elsewhere with the same heads and entries")
    func drill() async throws {
        let store = try SQLiteStore(path: folder.path("live.db"))
        let journals = Journals(store, chapters: [Tally.self], now: { .now })
        _ = try await journals.send(0..<100)
        async let more = journals.send(100..<600)
        let sheet = try await store.backUp(to: file, at: now, program: "test")
        _ = try await more
        #expect(sheet.journals.map(\.organisation) == ["east", "north", "south", "west"])
        #expect(sheet.journals.allSatisfy { $0.events >= 25 })
        #expect(try RawDatabase(file).run("PRAGMA journal_mode; PRAGMA integrity_check") == ["delete", "ok"])
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)

        let other = folder.path("elsewhere/restored.db")
        let restoration = try await Restoration(of: file, beside: other)
        #expect(try restoration.place(at: other, replacing: false, at: now) == nil)
        let restored = try SQLiteStore(path: other)
        for journal in sheet.journals {
            let id = try #require(OrganisationID(journal.organisation)), head = try await restored.head(of: id)
            #expect(head.map { "\($0.position) \($0.hash)" } == "\(journal.events) \(journal.head)")
            #expect(try await restored.entries(EntryQuery(id)) == store.entries(EntryQuery(id, through: journal.events)))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")).allSatisfy { !$0.contains(".partial") })
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("elsewhere")).allSatisfy { !$0.contains(".restoring") })
        try restored.close()
        try store.close()
    }

    @Test("nothing with which somebody comes in survives, not even in unused pages; accounts and passwords do")
    func entrances() async throws {
        let (store, _) = try await filled("live.db")
        let amina: ID<Actor> = ID("amina"), later = now.adding(seconds: 1000)
        func hash(_ mark: UInt8) -> [UInt8] { Array(repeating: mark, count: 32) }
        try await store.keep(Account(id: amina, name: "Amina", email: "amina@example.org", passwordHash: "kept", createdAt: now, isExample: false))
        try await store.keep(Session(tokenHash: hash(0xE1), account: amina, createdAt: now, seenAt: now))
        try await store.keep(SignInLink(tokenHash: hash(0xE2), account: amina, expiresAt: later))
        try await store.keep(
            Letter(
                tokenHash: hash(0xE3), organisation: ID("north"), invitation: "one", name: "Bruno", email: "bruno@example.org", language: nil,
                sentAt: now, expiresAt: later))
        try await store.keep(
            AccessToken(
                id: ID("token"), tokenHash: hash(0xE4), account: amina, name: "Dashboard", scope: .read, organisation: nil, createdAt: now, expiresAt: later))
        try await store.keep([WaitingMail(account: amina, kind: "reminder", subject: "Reminder", text: "Sent but once", language: "en", askedAt: now)])
        _ = try await store.backUp(to: file, at: now, program: "test")
        let bytes = try Data(contentsOf: URL(filePath: file))
        for mark: UInt8 in 0xE1...0xE4 { #expect(bytes.ranges(of: Data(hash(mark))).isEmpty, "\(mark)") }
        #expect(bytes.ranges(of: Data("bruno@example.org".utf8)).isEmpty && bytes.ranges(of: Data("Sent but once".utf8)).isEmpty)
        #expect(try RawDatabase(file).run("SELECT password_hash FROM account") == ["kept"])
        #expect(try await store.session(tokenHash: hash(0xE1)) != nil)
        try store.close()
    }

    @Test("one byte turned, or a sheet that says something else, is refused, and nothing is left behind")
    func altered() async throws {
        let (store, _) = try await filled("live.db")
        let sheet = try await store.backUp(to: file, at: now, program: "test"), target = folder.path("target.db")
        try store.close()
        let whole = try Data(contentsOf: URL(filePath: file))
        for place in [30, whole.count / 2, whole.count - 1] {
            var bytes = whole
            bytes[place] ^= 1
            try bytes.write(to: URL(filePath: file))
            await #expect { try await Restoration(of: file, beside: target) } throws: {
                guard case .otherBytes? = $0 as? BackupRefusal else { return false }
                return true
            }
        }
        try whole.write(to: URL(filePath: file))
        var other = sheet
        other.journals[0].head = String(repeating: "0", count: 64)
        try JSONEncoder().encode(other).write(to: URL(filePath: BackupSheet.path(beside: file)))
        await #expect(throws: BackupRefusal.otherJournals) { try await Restoration(of: file, beside: target) }
        try FileManager.default.removeItem(atPath: BackupSheet.path(beside: file))
        await #expect(throws: BackupRefusal.noSheet(BackupSheet.path(beside: file))) { try await Restoration(of: file, beside: target) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")).allSatisfy { !$0.hasPrefix("target") })
    }

    @Test("a journal that does not verify is not backed up: what is kept could not be trusted")
    func fault() async throws {
        let (store, _) = try await filled("live.db")
        try store.close()
        let raw = try RawDatabase(folder.path("live.db"))
        try raw.run("DROP TRIGGER event_is_never_changed; UPDATE event SET structure = x'00' WHERE position = 17")
        let opened = try SQLiteStore(path: folder.path("live.db"))
        await #expect(throws: BackupRefusal.fault(organisation: "north", position: 17, "structureAltered")) {
            try await opened.backUp(to: file, at: now, program: "test")
        }
        #expect(!FileManager.default.fileExists(atPath: file))
        try opened.close()
    }

    @Test("a database that is held is not replaced, one that is there only where that is wished, and then it is kept")
    func replacing() async throws {
        let (store, chain) = try await filled("live.db")
        _ = try await store.backUp(to: file, at: now, program: "test")
        await #expect(throws: BackupRefusal.exists(file)) { try await store.backUp(to: file, at: now, program: "test") }
        let path = folder.path("live.db")
        let early = try await Restoration(of: file, beside: path)
        #expect { try early.place(at: path, replacing: true, at: now) } throws: { ($0 as? StoreRefusal)?.description.contains("Another process") == true }
        var longer = chain
        try await store.add(5, to: &longer)
        try store.close()
        let second = try await Restoration(of: file, beside: path)
        #expect(throws: BackupRefusal.exists(path)) { try second.place(at: path, replacing: false, at: now) }
        let third = try await Restoration(of: file, beside: path)
        let old = try #require(try third.place(at: path, replacing: true, at: now))
        let restored = try SQLiteStore(path: path), before = try SQLiteStore(path: old)
        #expect(try await restored.head(of: ID("north")) == chain.head)
        #expect(try await before.head(of: ID("north")) == longer.head)
        try restored.close()
        try before.close()
    }
}

extension SQLiteStore {
    /// Further events at the end of a journal made by hand.
    fileprivate func add(_ events: Int, to chain: inout Chain) async throws {
        let first = chain.head?.position ?? 0
        let batch = try chain.batch(Array(first..<first + events), key: "from-\(first)")
        _ = try await append([batch])
    }
}
