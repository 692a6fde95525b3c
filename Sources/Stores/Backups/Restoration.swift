import Foundation
import GRDB
import Journal

/// A backup that was found whole, on a copy of which work can begin. The file itself is never written to.
package struct Restoration: Sendable {
    package let sheet: BackupSheet
    /// The copy, open. End with `discard()` or `place(at:)`.
    package let store: SQLiteStore
    private let copy: String

    /// - Parameter folder: where the copy is made: that of the database, so that it can be given its name there.
    /// - Throws: `BackupRefusal` where the file, what SQLite reads in it, or its journals are not what the sheet says; `StoreRefusal`.
    package init(of file: String, beside database: String) async throws {
        guard DiskFile.exists(file) else { throw BackupRefusal.absent(file) }
        sheet = try BackupSheet.read(beside: file)
        guard sheet.schema <= Schema.version else { throw StoreRefusal.newerSchema(sheet.schema) }
        let copy = "\(try DatabaseFile(database).path).\(UUID().uuidString).restoring"
        self.copy = copy
        do {
            try DiskFile.copy(file, to: copy)
            let digest = try DiskFile.digest(copy)
            guard digest.sha256 == sheet.sha256, digest.bytes == sheet.bytes else {
                throw BackupRefusal.otherBytes(expected: sheet.sha256, found: digest.sha256)
            }
            store = try SQLiteStore(path: copy)
            guard try await store.verifiedJournals() == sheet.journals else { throw BackupRefusal.otherJournals }
        } catch {
            DiskFile.removeAll(copy)
            throw error
        }
    }

    package func discard() {
        try? store.close()
        DiskFile.removeAll(copy)
    }

    /// Makes the copy the database. The old one, with its log, is moved aside where that is wished.
    ///
    /// - Returns: the name that the old one has now; `nil` where there was none.
    /// - Throws: `StoreRefusal.inUse` where a process holds the database; `BackupRefusal.exists`.
    package func place(at path: String, replacing: Bool, at moment: Moment) throws -> String? {
        defer { DiskFile.removeAll(copy) }
        try store.close()
        let target = try DatabaseFile(path).path
        // Held to the end: nobody may open what is being moved.
        let lock = try FileLock(path: target + ".lock")
        defer { lock.release() }
        // A log without its file would be taken for that of the new one.
        let present = ["", "-wal", "-shm", "-journal"].filter { DiskFile.exists(target + $0) }
        guard replacing || present.isEmpty else { throw BackupRefusal.exists(target) }
        let old = "\(target).replaced-\(moment.milliseconds)"
        for end in present.reversed() { try DiskFile.move(target + end, to: old + end) }
        try DiskFile.sync(copy)
        try DiskFile.move(copy, to: target)
        try DiskFile.syncFolder(of: target)
        return present.isEmpty ? nil : old
    }
}
