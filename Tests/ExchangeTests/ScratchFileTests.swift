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

    @Test("a workbook loses its name, and its folder goes with its writer")
    func workbook() throws {
        var writer: WorkbookWriter? = try WorkbookWriter(
            [WorkbookColumn(name: "a", help: "", example: "", isRequired: false, choices: [])], template: WorkbookTemplate(kind: "members", organisation: "test"),
            words: WorkbookWords(sheet: "s", column: "c", isRequired: "r", help: "h", example: "e", yes: "y"))
        let folder = try #require(writer?.folder.path)
        try writer?.write([.text("x")])
        let file = try #require(try writer?.finished())
        writer = nil
        #expect(try isNameless(file) && file.size > 1_000 && file.bytes.starts(with: [0x50, 0x4B]))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
