import Foundation
import Testing

@testable import Exchange

@Suite("Files on their way out")
struct ScratchFileTests {
    /// The system's own name of an open file says so.
    private func isNameless(_ file: ScratchFile) throws -> Bool { try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(file.descriptor)").hasSuffix(" (deleted)") }

    @Test("a large table lies on the disc without a name, and is handed out whole, as often as it is asked for")
    func table() throws {
        var writing = ScratchWriting()
        let piece = [UInt8](repeating: 0x41, count: 100 << 10) + [0x0A]
        for _ in 0..<5 { try writing.write(piece) }
        guard case .onDisc(let file) = try writing.finished() else { return #expect(Bool(false), "kept in memory") }
        #expect(try isNameless(file) && file.size == 5 * piece.count)
        for _ in 0..<2 { #expect(try file.bytes == Array(repeating: piece, count: 5).flatMap { $0 }) }
        let one = file.reading(), other = file.reading()
        #expect(try one.next(atMost: 3)?.count == 3 && other.next(atMost: 10)?.count == 10 && one.next(atMost: 3)?.count == 3, "side by side")
    }

    @Test("a small one is never written there")
    func small() throws {
        var writing = ScratchWriting()
        try writing.write([1, 2, 3])
        guard case .kept(let bytes) = try writing.finished() else { return #expect(Bool(false), "on the disc") }
        #expect(bytes == [1, 2, 3])
    }

    @Test("a workbook has no name, neither while it is written nor when it is finished: nothing is left of whoever ends in the middle")
    func workbook() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rows-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        var writer: WorkbookWriter? = try WorkbookWriter(
            [WorkbookColumn(name: "a", help: "", example: "", isRequired: false, choices: [])], template: WorkbookTemplate(kind: "members", organisation: "test"),
            words: WorkbookWords(sheet: "s", column: "c", isRequired: "r", help: "h", example: "e", yes: "y"), rowsIn: folder.path)
        for number in 0..<2_000 { try writer?.write([.text(String(repeating: "x", count: 100) + "\(number)")]) }
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
        #expect(open.contains { $0.hasPrefix(folder.path) && $0.hasSuffix(" (deleted)") }, "the rows are on the disc")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty, "under no name")
        let unfinished = try #require(writer?.file), file = try #require(try writer?.finished())
        #expect(unfinished === file)
        #expect(try isNameless(file))
        writer = nil
        #expect(try file.size > 1_000 && file.bytes.starts(with: [0x50, 0x4B]))
    }
}
