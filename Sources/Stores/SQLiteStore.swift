import Accounts
import Foundation
import GRDB
import Journal

/// Journals and accounts in one SQLite file, for one process.
package final class SQLiteStore: Sendable {
    /// The file, without symbolic links.
    package let path: String
    let pool: DatabasePool
    let receipts: ReceiptDesk
    package let changes = ChangeCount()
    package let renamings = ChangeCount()
    /// `nil` beside the process that has it: then nothing is written.
    private let lock: FileLock?

    /// Opens or creates the file. Refuses to start where a setting does not read back as it must, where another process
    /// has the file, or where the file was written by something else or something newer; such a file is left as it is.
    ///
    /// - Parameters:
    ///   - evenIfDamaged: for `verify`, which then names what is wrong; never for serving.
    ///   - traced: called for every statement that is run, for counting them.
    package init(path: String, evenIfDamaged: Bool = false, traced: (@Sendable () -> Void)? = nil) throws {
        let file = try DatabaseFile(path)
        self.path = file.path
        lock = try FileLock(path: file.path + ".lock")
        try file.prepare()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try Setting.apply(to: database)
            try Setting.check(Setting.ofConnections) { try $0.found(in: database) }
            if let traced { database.trace { _ in traced() } }
        }
        do {
            pool = try DatabasePool(path: file.path, configuration: configuration)
            receipts = ReceiptDesk(pool, remembers: true)
            try pool.writeWithoutTransaction { database in
                // GRDB sets NORMAL when it switches to WAL, after `prepareDatabase`: a commit could be lost with the power.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try Setting.check(Setting.ofWriter) { try $0.found(in: database) }
                let present = try Schema.present(in: database)
                // Looked at as it lies: journals stand in the same columns in all schemas, and a step writes anew what damage has left.
                if evenIfDamaged, present > 0 { return }
                guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else { throw StoreRefusal.damaged }
                try Schema.bring(database, from: present)
                // What was written anew is as long in the log as in the file.
                if (1..<Schema.version).contains(present) { _ = try database.checkpoint(.truncate) }
                try receipts.fillAtStart(database)
            }
        } catch let error as DatabaseError {
            switch error.resultCode {
            // A step found rows that contradict each other.
            case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT: throw StoreRefusal.damaged
            case .SQLITE_NOTADB: throw StoreRefusal.foreignFile
            default: throw error
            }
        }
    }

    /// The same where somebody is called otherwise from then on, or by nothing.
    func renaming<Result: Sendable>(_ change: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
        try await counted([changes, renamings], change)
    }

    /// A change of what is kept of people: whoever remembers any of it looks again.
    func changingAccounts<Result: Sendable>(_ change: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
        try await counted([changes], change)
    }

    /// Counts once a row has changed, and where nobody knows whether one has: a link that is none must not make everybody look again.
    private func counted<Result: Sendable>(_ counts: [ChangeCount], _ change: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
        var isChanged = true
        defer { if isChanged { for count in counts { count.next() } } }
        let (result, rows) = try await pool.write { database in
            let before = database.totalChangesCount
            return (try change(database), database.totalChangesCount - before)
        }
        isChanged = rows > 0
        return result
    }

    /// Opens the file for reading beside the process that has it.
    ///
    /// Read-only to SQLite: such a connection never writes and never checkpoints, so that the error that makes two processes a danger
    /// (docs/decisions/0003-sqlite.md) cannot occur; it sees what is committed, as of the moment that each reading begins.
    ///
    /// - Throws: `StoreRefusal` for a file that is not ours, or that a program of another version holds.
    package init(reading path: String) throws {
        self.path = try DatabaseFile(path).path
        lock = nil
        var configuration = Configuration()
        configuration.readonly = true
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try Setting.apply(to: database)
            try Setting.check(Setting.ofConnections) { try $0.found(in: database) }
        }
        pool = try DatabasePool(path: self.path, configuration: configuration)
        receipts = ReceiptDesk(pool, remembers: false)
        try pool.read { try Schema.check($0) }
    }

    /// Writes everything in the log back into the file and closes it.
    package func close() throws {
        if lock != nil {
            do { try pool.barrierWriteWithoutTransaction { _ = try $0.checkpoint(.truncate) } } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                // Somebody is reading beside us: what is in the log stays there, and is found there.
            }
        }
        try pool.close()
        lock?.release()
    }

    /// What SQLite finds wrong with the file when it reads all of it; nothing where it is whole.
    package func integrityProblems() async throws -> [String] {
        do {
            return try await pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(20)") }.filter { $0 != "ok" }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return [error.message ?? "damaged"]
        }
    }

    package var sqliteVersion: String { get throws { try pool.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "" } } }

    /// What the writing connection says of the settings that must hold, by their names.
    package var settings: [String: String] {
        get throws {
            try pool.writeWithoutTransaction { database in
                try Dictionary(uniqueKeysWithValues: (Setting.ofConnections + Setting.ofWriter).map { ($0.name, try $0.found(in: database)) })
            }
        }
    }
}

/// Why a database is not opened. Said to the person at the command line.
package enum StoreRefusal: Error, Equatable, CustomStringConvertible {
    case inUse(String)
    case setting(String, found: String)
    case foreignFile
    case newerSchema(Int)
    case olderSchema(Int)
    case damaged

    package var description: String {
        switch self {
        case .inUse(let path): "Another process has the database open (\(path)). Only one may write: do it there, or stop that process first."
        case .setting(let name, let found): "SQLite's setting \(name) is \(found) after it was set: a committed change could be lost, so nothing is started."
        case .foreignFile: "This file is not one of this program's databases, or its first page is destroyed. It has been left as it is."
        case .newerSchema(let version): "The database has schema \(version), newer than this program. Use the newer program."
        case .olderSchema(let version): "The process that has the database open has left it at schema \(version), older than this program. Start that process anew first."
        case .damaged: "The database file is damaged. Restore the last backup; `portolan verify` names the first damaged position of a journal."
        }
    }
}
