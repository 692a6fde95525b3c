import Foundation

/// A file on the disc without a name: nobody else finds it, and it is gone with the last who knows of it, or with the process, however that ends.
package final class ScratchFile: Sendable {
    let descriptor: Int32

    /// A new one; there is nothing in it yet.
    init() throws {
        var path = Array("\(FileManager.default.temporaryDirectory.path)/portolan-XXXXXX".utf8CString)
        let file = mkstemp(&path)
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        unlink(path)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        descriptor = file
    }

    /// Under which it can be opened anew, by this process and for as long as it is there: for those who only write to what has a name.
    var path: String { "/proc/self/fd/\(descriptor)" }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw CocoaError(.fileWriteUnknown) }
            rest = rest.dropFirst(count)
        }
    }

    /// In bytes.
    package var size: Int {
        get throws {
            var about = stat()
            guard fstat(descriptor, &about) == 0 else { throw CocoaError(.fileReadUnknown) }
            return Int(about.st_size)
        }
    }

    package var bytes: [UInt8] {
        get throws {
            let reading = reading()
            var all: [UInt8] = []
            while let piece = try reading.next(atMost: 1 << 20) { all += piece }
            return all
        }
    }

    /// Hands it out from its beginning, at most so many bytes at a time.
    package func reading() -> Reading { Reading(self) }

    package final class Reading {
        /// The file must not go while it is read.
        private let file: ScratchFile
        private var place = 0

        fileprivate init(_ file: ScratchFile) { self.file = file }

        /// `nil` at the end.
        package func next(atMost count: Int) throws -> [UInt8]? {
            var failed = false
            let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                let read = pread(file.descriptor, buffer.baseAddress, count, place)
                failed = read < 0
                filled = max(read, 0)
            }
            guard !failed else { throw CocoaError(.fileReadUnknown) }
            place += piece.count
            return piece.isEmpty ? nil : piece
        }
    }
}

/// Bytes on their way into a file: few are kept, of many those before are on the disc.
package struct ScratchWriting: ~Copyable {
    /// Less than this is quicker kept than written away.
    private static let most = 256 << 10

    private var bytes: [UInt8] = []
    private var disc: ScratchFile?

    package init() {}

    package mutating func write(_ more: [UInt8]) throws {
        bytes += more
        guard bytes.count >= ScratchWriting.most else { return }
        try putAway()
    }

    private mutating func putAway() throws {
        let disc = try self.disc ?? ScratchFile()
        self.disc = disc
        try disc.append(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// What was written: in memory, or else on the disc.
    package consuming func finished() throws -> Content {
        guard let disc else { return .kept(bytes) }
        try disc.append(bytes)
        return .onDisc(disc)
    }

    package enum Content: Sendable {
        case kept([UInt8])
        case onDisc(ScratchFile)
    }
}
