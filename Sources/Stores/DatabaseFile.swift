import Foundation
import GRDB

/// The file of a database before SQLite opens it for writing.
package struct DatabaseFile {
    /// Without symbolic links: one file has one name, and so one lock.
    package let path: String

    package init(_ path: String) throws {
        let url = URL(filePath: path), folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.path = DatabaseFile.real(url.path) ?? (DatabaseFile.real(folder.path) ?? folder.path) + "/" + url.lastPathComponent
    }

    /// Makes a new file, readable by its owner only, or looks whether an old one is ours without changing it.
    func prepare() throws {
        guard let header = try FileHandle(forReadingAtPath: path)?.read(upToCount: 100), !header.isEmpty else { return try create() }
        guard header.count == 100, header.starts(with: Data("SQLite format 3\0".utf8)) else { throw StoreRefusal.foreignFile }
        let application = number(header, at: 68), version = number(header, at: 60)
        if application == Schema.applicationID, version > Schema.version { throw StoreRefusal.newerSchema(version) }
        // 0 may be ours, not yet written back from its log; SQLite knows.
        if try application != Schema.applicationID && (application != 0 || holdsTablesOfAnother()) { throw StoreRefusal.foreignFile }
    }

    private func holdsTablesOfAnother() throws -> Bool {
        var configuration = Configuration()
        configuration.readonly = true
        // Where it cannot be read without writing, a creation was cut short; opening it for writing mends that, and looks again.
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return false }
        return try queue.read { database in
            guard let application = try? Int.fetchOne(database, sql: "PRAGMA application_id"),
                let tables = try? Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
            else { return false }
            return application != Schema.applicationID && tables > 0
        }
    }

    private func create() throws {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: path]) }
        defer { close(file) }
        // The name must outlive a loss of power as well as the content.
        let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        guard folder >= 0, fsync(file) == 0, fsync(folder) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
    }

    private func number(_ header: Data, at offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
