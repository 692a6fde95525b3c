import Foundation

/// A file on the disc that only this user can read, and that is gone with the last who knows of it.
package final class ScratchFile: Sendable {
    package let path: String
    private let folder: URL

    /// A place for it, in a folder of its own; there is nothing in it yet.
    init(name: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "portolan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        path = folder.appending(path: name).path
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// For what else its maker keeps meanwhile.
    var folderPath: String { folder.path }

    /// In bytes.
    package var size: Int {
        get throws { (try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0 }
    }

    package var bytes: [UInt8] { get throws { Array(try Data(contentsOf: URL(filePath: path))) } }

    /// Hands it out from its beginning, at most so many bytes at a time.
    package func reading() throws -> Reading { try Reading(self) }

    package final class Reading {
        private let handle: FileHandle
        /// The file must not go while it is read.
        private let file: ScratchFile

        fileprivate init(_ file: ScratchFile) throws {
            self.file = file
            handle = try FileHandle(forReadingFrom: URL(filePath: file.path))
        }

        deinit { try? handle.close() }

        /// `nil` at the end.
        package func next(atMost count: Int) throws -> [UInt8]? {
            guard let data = try handle.read(upToCount: count), !data.isEmpty else { return nil }
            return Array(data)
        }
    }
}

/// Bytes on their way into a file: few are kept, of many those before are on the disc.
package struct ScratchWriting: ~Copyable {
    /// Less than this is quicker kept than written away.
    private static let most = 256 << 10

    private let name: String
    private var bytes: [UInt8] = []
    private var disc: (file: ScratchFile, handle: FileHandle)?

    package init(name: String) { self.name = name }

    package mutating func write(_ more: [UInt8]) throws {
        bytes += more
        guard bytes.count >= ScratchWriting.most else { return }
        try putAway()
    }

    private mutating func putAway() throws {
        let disc = try self.disc ?? opened()
        self.disc = disc
        try disc.handle.write(contentsOf: Data(bytes))
        bytes.removeAll(keepingCapacity: true)
    }

    private func opened() throws -> (ScratchFile, FileHandle) {
        let file = try ScratchFile(name: name)
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
        return (file, try FileHandle(forWritingTo: URL(filePath: file.path)))
    }

    /// What was written: in memory, or else on the disc.
    package consuming func finished() throws -> Content {
        guard disc != nil else { return .kept(bytes) }
        try putAway()
        guard let disc else { return .kept(bytes) }
        try disc.handle.close()
        return .onDisc(disc.file)
    }

    package enum Content: Sendable {
        case kept([UInt8])
        case onDisc(ScratchFile)
    }
}
