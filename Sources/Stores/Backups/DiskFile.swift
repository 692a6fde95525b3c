import Crypto
import Foundation

/// What must be done to a file so that it outlives a loss of power.
enum DiskFile {
    /// A new file that only its owner may read.
    static func create(_ path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(path) }
        close(file)
    }

    /// Waits until the content of a file, or the names in a folder, are on disk.
    static func sync(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure(path) }
    }

    static func syncFolder(of path: String) throws { try sync(URL(filePath: path).deletingLastPathComponent().path) }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func move(_ path: String, to name: String) throws {
        guard rename(path, name) == 0 else { throw failure(name) }
    }

    /// The file with all that SQLite and the lock put beside it.
    static func removeAll(_ path: String) {
        for end in ["", "-wal", "-shm", "-journal", ".lock"] { try? FileManager.default.removeItem(atPath: path + end) }
    }

    static func copy(_ path: String, to name: String) throws {
        try create(name)
        let from = try FileHandle(forReadingFrom: URL(filePath: path)), into = try FileHandle(forWritingTo: URL(filePath: name))
        while let bytes = try from.read(upToCount: 1 << 20), !bytes.isEmpty { try into.write(contentsOf: bytes) }
        try into.synchronize()
        try into.close()
        try from.close()
    }

    static func digest(_ path: String) throws -> (bytes: Int, sha256: String) {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        var hash = SHA256(), count = 0
        while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty {
            hash.update(data: bytes)
            count += bytes.count
        }
        try file.close()
        return (count, hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    private static func failure(_ path: String) -> CocoaError {
        let why = String(cString: strerror(errno))
        return CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path, NSLocalizedDescriptionKey: "\(path): \(why)"])
    }
}
