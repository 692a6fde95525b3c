import Foundation
import Journal
import TestKit
import Testing

@testable import Stores

@Suite("Opening a SQLite file")
struct SQLiteOpeningTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("harbour.db") }

    init() throws { folder = try TemporaryFolder() }

    /// A file with 300 events, closed.
    private func filled() async throws {
        let store = try SQLiteStore(path: path)
        var chain = Chain(ID("north"))
        for number in 0..<30 {
            let batch = try chain.batch(Array(number * 10..<number * 10 + 10), key: "\(number)")
            _ = try await store.append([batch])
        }
        try store.close()
    }

    @Test("every setting on which durability rests reads back as it must")
    func settings() throws {
        let store = try SQLiteStore(path: path)
        #expect(
            try store.settings == [
                "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "trusted_schema": "0", "cell_size_check": "1",
                "recursive_triggers": "1", "secure_delete": "1", "defensive": "1", "length": "16777216",
            ])
        #expect(try store.sqliteVersion.hasPrefix("3."))
        try store.close()
        let raw = try RawDatabase(path)
        #expect(try raw.run("PRAGMA application_id; PRAGMA journal_mode") == ["\(0x5054_4C4E)", "wal"])
        #expect(try raw.run("PRAGMA user_version").first.flatMap { Int($0) } ?? 0 >= 2)
        #expect(try raw.run("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0") == ["sqlite_schema"])
        #expect(try raw.run("PRAGMA integrity_check") == ["ok"])
    }

    @Test("the whole file is looked over on request, and damage to it is said")
    func integrity() async throws {
        try await filled()
        let whole = try SQLiteStore(path: path)
        #expect(try await whole.integrityProblems().isEmpty)
        try whole.close()
        var bytes = try Data(contentsOf: URL(filePath: path))
        let page = 4096, middle = bytes.count / page / 2 * page
        bytes.replaceSubrange(middle..<middle + page, with: Data(repeating: 0x5A, count: page))
        try bytes.write(to: URL(filePath: path))
        let damaged = try SQLiteStore(path: path, evenIfDamaged: true)
        #expect(try await damaged.integrityProblems().isEmpty == false)
        try? damaged.close()
    }

    @Test("a setting that does not read back stops the start, and says which")
    func wrongSetting() throws {
        #expect(throws: StoreRefusal.setting("synchronous", found: "1")) {
            try Setting.check(Setting.ofWriter) { $0.name == "synchronous" ? "1" : $0.value }
        }
        #expect(throws: StoreRefusal.setting("trusted_schema", found: "?")) {
            try Setting.check(Setting.ofConnections) { $0.name == "trusted_schema" ? "?" : $0.value }
        }
    }

    @Test("a new file can be read by its owner only")
    func permissions() throws {
        let store = try SQLiteStore(path: path)
        for name in ["harbour.db", "harbour.db-wal", "harbour.db.lock"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
        try store.close()
    }

    @Test("missing folders are made, and a closed file opens again with all it had")
    func reopening() async throws {
        let deep = folder.path("a/b/c.db")
        let store = try SQLiteStore(path: deep)
        var chain = Chain(ID("north"))
        let batch = try chain.batch([1], key: "1")
        _ = try await store.append([batch])
        try store.close()
        #expect(try await SQLiteStore(path: deep).head(of: ID("north")) == chain.head)
    }

    @Test("a second store on the same file is refused, under another of its names as well, until the first is closed")
    func secondInstance() throws {
        let store = try SQLiteStore(path: path), other = folder.path("other.db")
        try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: path)
        for name in [path, other, folder.path("./harbour.db")] {
            #expect { try SQLiteStore(path: name) } throws: { ($0 as? StoreRefusal)?.description.contains("Another process") == true }
        }
        try store.close()
        try SQLiteStore(path: other).close()
    }

    @Test("a second process is refused, and says so; nothing is harmed")
    func secondProcess() async throws {
        let store = try SQLiteStore(path: path)
        let child = try Child([path, "10"], output: folder.path("said"))
        child.waitForEnd()
        #expect(child.lines.count == 1)
        #expect(child.lines.first?.contains("Another process has the database open") == true)
        #expect(try await store.organisations().isEmpty)
        try store.close()
        let later = try Child([path, "10"], output: folder.path("said"))
        later.waitForEnd()
        #expect(later.lines.count == 10)
    }

    @Test("a database of another program is refused, and left byte for byte as it was", arguments: ["tables", "application", "text", "short"])
    func foreign(_ what: String) throws {
        switch what {
        case "tables": try RawDatabase(path).run("CREATE TABLE bookmark (id INTEGER); INSERT INTO bookmark VALUES (1)")
        case "application": try RawDatabase(path).run("PRAGMA application_id = 77; PRAGMA user_version = 1")
        case "text": try Data(String(repeating: "Dear harbour master, ", count: 100).utf8).write(to: URL(filePath: path))
        default: try Data("SQLite format 3\0".utf8).write(to: URL(filePath: path))
        }
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StoreRefusal.foreignFile) { try SQLiteStore(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test("a file of a newer program is refused, and left as it was")
    func newer() async throws {
        try await filled()
        try RawDatabase(path).run("PRAGMA user_version = 999")
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StoreRefusal.newerSchema(999)) { try SQLiteStore(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    /// The same journal as a program of the first schema left it.
    private func filledLongAgo() async throws -> String {
        try await filled()
        let old = folder.path("old.db"), raw = try RawDatabase(old)
        try raw.run(schemaOne)
        try raw.run(
            """
            ATTACH '\(path)' AS new;
            INSERT INTO event SELECT organisation, position, chapter, record, hash, structure, structure_salt FROM new.event;
            INSERT INTO words SELECT * FROM new.words; INSERT INTO command SELECT * FROM new.command;
            """)
        return old
    }

    @Test("a journal of the first schema is the same journal in this one, and can be gone on with and never changed")
    func firstSchema() async throws {
        let old = try await filledLongAgo(), new = try SQLiteStore(path: path), expected = try await new.entries(EntryQuery(ID("north")))
        try new.close()
        let store = try SQLiteStore(path: old)
        #expect(try await store.entries(EntryQuery(ID("north"))) == expected && expected.count == 300)
        #expect(try await store.verify(ID("north")).fault == nil)
        var chain = Chain(ID("north"), after: try await store.head(of: ID("north")))
        #expect(try await store.append([try chain.batch([300], key: "30")]) == [.kept])
        try await store.eraseWords(of: ID("north"), at: [7])
        #expect(try await store.verify(ID("north")).fault?.fault == .wordsMissing)
        try store.close()
        let raw = try RawDatabase(old)
        #expect(try raw.run("PRAGMA integrity_check; PRAGMA foreign_key_check") == ["ok"])
        try raw.run("PRAGMA recursive_triggers = 1; PRAGMA foreign_keys = 1")
        for sql in ["DELETE FROM event", "UPDATE event SET chapter = 'other'", "UPDATE words SET words = x'00'", "INSERT INTO words VALUES ('north', 999, x'00', zeroblob(32))"] {
            #expect(throws: RawDatabase.Failure.self) { try raw.run(sql) }
        }
        let tables = "SELECT type || ' ' || tbl_name || ' ' || name FROM sqlite_schema ORDER BY 1"
        #expect(try raw.run(tables) == RawDatabase(path).run(tables))
    }

    @Test("of a damaged file of the first schema verify says what is wrong")
    func damagedFirstSchema() async throws {
        let old = try await filledLongAgo(), file = try FileHandle(forUpdating: URL(filePath: old)), pages = try file.seekToEnd() / 4096
        try file.seek(toOffset: pages / 2 * 4096)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 4096))
        try file.close()
        #expect(throws: StoreRefusal.damaged) { try SQLiteStore(path: old) }
        let damaged = try SQLiteStore(path: old, evenIfDamaged: true)
        #expect(try await damaged.integrityProblems().isEmpty == false)
        #expect(try await damaged.verify(ID("north")).fault != nil)
        try damaged.close()
        #expect(try RawDatabase(old).run("PRAGMA user_version") == ["1"], "who only looks leaves it as it is")
    }

    @Test("a file of the first schema whose rows contradict each other is not written anew, and verify says where")
    func contradictingFirstSchema() async throws {
        let old = try await filledLongAgo()
        try RawDatabase(old).run("PRAGMA foreign_keys = 0; DROP TRIGGER words_are_never_changed; UPDATE words SET position = 999 WHERE position = 17")
        #expect(throws: StoreRefusal.damaged) { try SQLiteStore(path: old) }
        let looked = try SQLiteStore(path: old, evenIfDamaged: true)
        let fault = try await looked.verify(ID("north")).fault
        #expect(fault?.position == 17 && fault?.fault == .wordsMissing)
        try looked.close()
        #expect(try RawDatabase(old).run("PRAGMA user_version") == ["1"])
    }

    @Test(
        "events can be neither changed nor removed, words not changed, with SQLite's own tools on the very file",
        arguments: [
            "UPDATE event SET record = x'00'", "UPDATE event SET position = position + 1000", "DELETE FROM event WHERE position = 3",
            "INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 3", "UPDATE words SET words = x'00'",
            "INSERT OR REPLACE INTO event SELECT organisation, position, 'other', record, hash, structure_salt, structure FROM event WHERE position = 3",
        ])
    func appendOnly(_ sql: String) async throws {
        try await filled()
        let raw = try RawDatabase(path)
        try raw.run("PRAGMA recursive_triggers = 1")
        #expect(throws: RawDatabase.Failure.self) { try raw.run(sql) }
        #expect(try raw.run("SELECT count(*) FROM event JOIN words USING (organisation, position)") == ["300"])
    }

    @Test("a damaged page is refused at the start, or named by verify, or held nothing; never the end of the process", arguments: 1...12)
    func damagedPage(_ page: Int) async throws {
        try await filled()
        let whole = try SQLiteStore(path: path), before = try await whole.entries(EntryQuery(ID("north")))
        try whole.close()
        let file = try FileHandle(forUpdating: URL(filePath: path))
        let pages = try file.seekToEnd() / 4096
        try file.seek(toOffset: UInt64(page - 1) * (pages / 12) * 4096 + 16)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 2000))
        try file.close()
        if let served = try? SQLiteStore(path: path) {
            let verification = try await served.verify(ID("north"))
            if verification.fault == nil { #expect(try await served.entries(EntryQuery(ID("north"))) == before) }
            try served.close()
        } else if let opened = try? SQLiteStore(path: path, evenIfDamaged: true) {
            // What cannot be read, or has changed, has a position; the journal may also be whole, and the damage elsewhere.
            let verification = try await opened.verify(ID("north"))
            #expect(verification.fault != nil || verification.entries == 300)
        }
    }

    @Test("a file cut short is refused")
    func cutShort() async throws {
        try await filled()
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.truncate(atOffset: try file.seekToEnd() / 2 / 4096 * 4096)
        try file.close()
        #expect(throws: StoreRefusal.damaged) { try SQLiteStore(path: path) }
    }

    @Test("erased words are found nowhere any more: not in the file, not in its log")
    func erased() async throws {
        let store = try SQLiteStore(path: path)
        var chain = Chain(ID("north"))
        let batch = try chain.batch([424_242], key: "1")
        _ = try await store.append([batch])
        func traces() throws -> Int {
            try ["", "-wal"].map { try Data(contentsOf: URL(filePath: path + $0)).ranges(of: Data("Number 424242".utf8)).count }.reduce(0, +)
        }
        #expect(try traces() > 0)
        try await store.eraseWords(of: ID("north"), at: [1])
        #expect(try traces() == 0)
        try store.close()
    }
}
