import CZip

/// The parts of a ZIP file, unpacked in memory and never onto a disk.
///
/// Everything that can be said without unpacking is looked at first. Then every part is unpacked once, counted byte by byte against what it
/// declares and what is left of the whole, and its CRC compared: what a file declares is never believed.
package struct Archive {
    /// By name, those that anybody asked for.
    package private(set) var parts: [String: [UInt8]] = [:]
    private(set) var names: Set<String> = []
    private let limits: WorkbookLimits

    static func looksLikeOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) }

    package init(_ bytes: [UInt8], limits: WorkbookLimits, keeping isWanted: (String) -> Bool) throws(WorkbookFault) {
        self.limits = limits
        var result: Result<[String: [UInt8]], WorkbookFault> = .success([:])
        let limit = limits
        var names: Set<String> = []
        bytes.withUnsafeBytes { buffer in
            do throws(WorkbookFault) {
                let archive = try Archive.opened(buffer)
                defer { zip_discard(archive) }
                result = .success(try Archive.unpacked(archive, limit, &names, keeping: isWanted))
            } catch { result = .failure(error) }
        }
        parts = try result.get()
        self.names = names
    }

    private static func opened(_ buffer: UnsafeRawBufferPointer) throws(WorkbookFault) -> OpaquePointer {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let base = buffer.baseAddress, let source = zip_source_buffer_create(base, UInt64(buffer.count), 0, &error) else {
            throw .damaged(part: "ZIP")
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY | ZIP_CHECKCONS), &error) else {
            zip_source_free(source)
            throw .damaged(part: "ZIP")
        }
        return archive
    }

    private static func unpacked(
        _ archive: OpaquePointer, _ limits: WorkbookLimits, _ names: inout Set<String>, keeping isWanted: (String) -> Bool
    ) throws(WorkbookFault) -> [String: [UInt8]] {
        let count = zip_get_num_entries(archive, 0)
        guard count >= 0, count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
        var entries: [Entry] = []
        var declared: UInt64 = 0
        for index in 0..<UInt64(count) {
            let entry = try Entry(archive, index)
            guard names.insert(entry.name).inserted else { throw .hostilePart(part: entry.name) }
            try entry.check(limits)
            let (sum, isOver) = declared.addingReportingOverflow(entry.size)
            guard !isOver, sum <= UInt64(limits.bytes) else { throw .tooLarge(limit: limits.bytes) }
            declared = sum
            entries.append(entry)
        }
        var parts: [String: [UInt8]] = [:]
        var left = limits.bytes
        for entry in entries where !entry.isFolder {
            let content = try entry.content(of: archive, left: &left, limits, isKept: isWanted(entry.name))
            if let content { parts[entry.name] = content }
        }
        return parts
    }

    /// One entry as the directory of the file declares it.
    private struct Entry {
        let name: String
        let size: UInt64
        private let packed: UInt64
        private let index: UInt64
        private let isEncrypted: Bool
        private let isSymbolicLink: Bool
        private let isReadable: Bool

        var isFolder: Bool { name.hasSuffix("/") }

        init(_ archive: OpaquePointer, _ index: UInt64) throws(WorkbookFault) {
            var stat = zip_stat_t()
            zip_stat_init(&stat)
            guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else { throw .damaged(part: "ZIP") }
            self.index = index
            self.name = String(cString: name)
            size = stat.size
            packed = stat.comp_size
            isEncrypted = Int32(stat.encryption_method) != ZIP_EM_NONE
            isReadable = Int32(stat.comp_method) == ZIP_CM_STORE || Int32(stat.comp_method) == ZIP_CM_DEFLATE
            var system: UInt8 = 0
            var attributes: UInt32 = 0
            let isKnown = zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0
            // Type of file in the upper half, as Unix has it: 0xA000 is a symbolic link.
            isSymbolicLink = isKnown && (attributes >> 16) & 0xF000 == 0xA000
        }

        func check(_ limits: WorkbookLimits) throws(WorkbookFault) {
            if isEncrypted { throw .encrypted }
            let steps = name.split(separator: "/", omittingEmptySubsequences: false)
            let leadsOut = name.hasPrefix("/") || name.contains("\\") || name.contains(":") || steps.contains("..") || name.utf8.count > 300
            if leadsOut || isSymbolicLink || Entry.isArchive(name) { throw .hostilePart(part: name) }
            guard isReadable else { throw .damaged(part: name) }
            if size > UInt64(limits.bytes) { throw .tooLarge(limit: limits.bytes) }
            // Small parts are all pattern; a bomb is not small.
            if size > 256 << 10, size / max(packed, 1) >= UInt64(limits.ratio) { throw .bomb(part: name, limit: limits.ratio) }
        }

        private static func isArchive(_ name: String) -> Bool {
            let ending = name.lowercased().split(separator: ".").last ?? ""
            return ["zip", "xlsx", "xlsm", "xlsb", "docx", "pptx", "jar", "gz", "7z", "rar", "tar", "ods", "odt"].contains(ending)
        }

        /// `nil` where it is only counted and compared.
        func content(of archive: OpaquePointer, left: inout Int, _ limits: WorkbookLimits, isKept: Bool) throws(WorkbookFault) -> [UInt8]? {
            guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged(part: name) }
            defer { zip_fclose(file) }
            var content: [UInt8] = []
            if isKept { content.reserveCapacity(Int(min(size, UInt64(limits.bytes)))) }
            var chunk = [UInt8](repeating: 0, count: 64 << 10)
            var total = 0
            while true {
                let read = zip_fread(file, &chunk, UInt64(chunk.count))
                // A wrong CRC is found with the last byte.
                guard read >= 0 else { throw .damaged(part: name) }
                if read == 0 { break }
                if total == 0, Entry.beginsArchive(chunk.prefix(Int(read))) { throw .hostilePart(part: name) }
                total += Int(read)
                left -= Int(read)
                guard left >= 0 else { throw .tooLarge(limit: limits.bytes) }
                guard UInt64(total) <= size else { throw .damaged(part: name) }
                if isKept { content.append(contentsOf: chunk.prefix(Int(read))) }
            }
            guard UInt64(total) == size else { throw .damaged(part: name) }
            return isKept ? content : nil
        }

        /// ZIP, gzip, 7-Zip, RAR, and the container of old Office files.
        private static func beginsArchive(_ head: ArraySlice<UInt8>) -> Bool {
            [[0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], [0x52, 0x61, 0x72, 0x21], [0xD0, 0xCF, 0x11, 0xE0]]
                .contains { head.starts(with: $0 as [UInt8]) }
        }
    }
}
