import Foundation
import GRDB
import Journal

extension SQLiteStore {
    /// A consistent copy in one file, with its sheet beside it. Writing goes on meanwhile.
    ///
    /// The copy is read through and every journal in it verified before it gets its name. What lets somebody in (sessions, links, letters,
    /// access tokens) is not in it: what was ended after the backup must not come back with it.
    ///
    /// - Parameter program: the version to be named in the sheet.
    /// - Throws: `BackupRefusal`; then there is no file of that name.
    package func backUp(to path: String, at moment: Moment, program: String) async throws -> BackupSheet {
        try await keep(path, of: nil, at: moment, program) { partial in
            try DiskFile.create(partial)
            let whole = try DatabaseQueue(path: partial)
            try self.pool.backup(to: whole)
            try whole.close()
            let copy = try SQLiteStore(path: partial)
            try await copy.pool.write { database in
                for table in Schema.entrances { try database.execute(sql: "DELETE FROM \(table)") }
            }
            return copy
        }
    }

    /// The same of one organisation: its events, words and commands, and the accounts that it names, without their passwords.
    ///
    /// - Parameter accounts: who is named in the copied journal.
    package func backUp(
        _ organisation: OrganisationID, to path: String, at moment: Moment, program: String,
        accounts: @Sendable (SQLiteStore) async throws -> Set<ID<Actor>>
    ) async throws -> BackupSheet {
        guard try await head(of: organisation) != nil else { throw BackupRefusal.absent(organisation.text) }
        return try await keep(path, of: organisation, at: moment, program) { partial in
            let copy = try SQLiteStore(path: partial)
            try await self.pool.read { from in
                try copy.pool.write { try JournalRows.copy(organisation, after: 0, from: from, into: $0) }
            }
            let named = try await accounts(copy)
            try await self.pool.read { from in
                _ = try copy.pool.write { try JournalRows.copyAccounts(named, from: from, into: $0) }
            }
            return copy
        }
    }

    private func keep(
        _ path: String, of organisation: OrganisationID?, at moment: Moment, _ program: String, fill: (String) async throws -> SQLiteStore
    ) async throws -> BackupSheet {
        let sheetPath = BackupSheet.path(beside: path), partial = "\(path).\(UUID().uuidString).partial"
        for name in [path, sheetPath] where DiskFile.exists(name) { throw BackupRefusal.exists(name) }
        defer { for name in [partial, BackupSheet.path(beside: partial)] { DiskFile.removeAll(name) } }
        let copy = try await fill(partial)
        // What was deleted must not linger in pages that are no longer used.
        try await copy.pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
        let journals = try await copy.verifiedJournals()
        try copy.close()
        try SQLiteStore.makeSingleFile(partial)
        let (bytes, sha256) = try DiskFile.digest(partial)
        let sheet = BackupSheet(
            program: program, schema: Schema.version, at: "\(moment)", bytes: bytes, sha256: sha256, organisation: organisation?.text, journals: journals)
        try sheet.write(to: BackupSheet.path(beside: partial))
        // The sheet first: a backup that has its name has its sheet.
        try DiskFile.move(BackupSheet.path(beside: partial), to: sheetPath)
        try DiskFile.move(partial, to: path)
        try DiskFile.syncFolder(of: path)
        return sheet
    }

    /// Every journal's end, after SQLite has read all of the file and every hash was recomputed.
    func verifiedJournals() async throws -> [BackupSheet.Journal] {
        if let problem = try await integrityProblems().first { throw BackupRefusal.damaged(problem) }
        var journals: [BackupSheet.Journal] = []
        for id in try await organisations() {
            let found = try await verify(id)
            if let fault = found.fault { throw BackupRefusal.fault(organisation: id.text, position: fault.position, fault.fault.rawValue) }
            journals.append(BackupSheet.Journal(organisation: id.text, events: found.entries, head: "\(found.head)"))
        }
        return journals
    }

    /// Without a log beside it, so that it can be carried about.
    private static func makeSingleFile(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        let mode = try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
        try queue.close()
        guard mode == "delete" else { throw BackupRefusal.damaged("journal_mode is \(mode ?? "unknown")") }
        try DiskFile.sync(path)
    }
}
