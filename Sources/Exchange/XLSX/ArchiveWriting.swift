import CZip
import Foundation

/// Several files in one: a ZIP file, its parts in the order given.
///
/// The same parts with the same time make the same bytes. Everything stands in memory: for what a page lets somebody take along.
package struct ArchiveWriter {
    package struct Part {
        package let name: String
        package let bytes: [UInt8]

        package init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    private let parts: [Part]
    private let time: time_t

    /// - Parameter time: of every part, in seconds since 1970.
    package init(_ parts: [Part], time: Int) {
        self.parts = parts
        self.time = time_t(time)
    }

    /// - Throws: `CocoaError` where the library cannot write, and where there are no parts: it makes no empty archive.
    package var bytes: [UInt8] {
        get throws {
            var error = zip_error_t()
            zip_error_init(&error)
            defer { zip_error_fini(&error) }
            guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw CocoaError(.fileWriteUnknown) }
            // Closing the archive would take the buffer with it.
            zip_source_keep(target)
            defer { zip_source_free(target) }
            guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &error) else {
                zip_source_free(target)
                throw CocoaError(.fileWriteUnknown)
            }
            // The library reads the parts when it closes, so that they have to stay until then.
            var pieces: [UnsafeMutableRawBufferPointer] = []
            defer { for piece in pieces { piece.deallocate() } }
            do {
                for part in parts {
                    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
                    piece.copyBytes(from: part.bytes)
                    pieces.append(piece)
                    try add(part, piece, to: archive)
                }
                guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
            } catch {
                zip_discard(archive)
                throw error
            }
            return try content(of: target)
        }
    }

    private func add(_ part: Part, _ piece: UnsafeMutableRawBufferPointer, to archive: OpaquePointer) throws {
        guard let source = zip_source_buffer(archive, piece.baseAddress, UInt64(part.bytes.count), 0) else { throw CocoaError(.fileWriteUnknown) }
        let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw CocoaError(.fileWriteUnknown)
        }
        guard zip_file_set_mtime(archive, UInt64(index), time, 0) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    private func content(of source: OpaquePointer) throws -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw CocoaError(.fileReadUnknown) }
        defer { zip_source_close(source) }
        var bytes: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let read = zip_source_read(source, &chunk, UInt64(chunk.count))
            guard read >= 0 else { throw CocoaError(.fileReadUnknown) }
            if read == 0 { return bytes }
            bytes += chunk.prefix(Int(read))
        }
    }
}
