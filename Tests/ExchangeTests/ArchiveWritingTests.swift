import Exchange
import Foundation
import Testing

@Suite struct ArchiveWritingTests {
    private let parts = [
        ArchiveWriter.Part("a.txt", Array("one\r\ntwo".utf8)), ArchiveWriter.Part("empty.csv", []), ArchiveWriter.Part("z/ü.bin", (0..<70_000).map { UInt8(truncatingIfNeeded: $0 * $0) }),
    ]

    @Test func whatIsPackedComesOutAgain() throws {
        let read = try Archive(try ArchiveWriter(parts, time: 1_790_000_000).bytes, limits: .standard) { _ in true }
        #expect(read.parts == Dictionary(parts.map { ($0.name, $0.bytes) }) { first, _ in first })
    }

    @Test func theSamePartsAreTheSameBytes() throws {
        let one = try ArchiveWriter(parts, time: 1_790_000_000).bytes
        #expect(try one == ArchiveWriter(parts, time: 1_790_000_000).bytes)
        #expect(try one != ArchiveWriter(Array(parts.dropLast()), time: 1_790_000_000).bytes)
    }

    @Test func nothingIsNoArchive() {
        #expect(throws: CocoaError.self) { try ArchiveWriter([], time: 0).bytes }
    }

    @Test(.enabled(if: Peer.isThere, "python3 is not here: no second opinion on archives")) func nobodyElseReadsItOtherwise() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.zip")
        try Data(try ArchiveWriter(parts, time: 1_790_000_000).bytes).write(to: file)
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", "-c", "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); sys.exit(0 if z.testzip() is None and len(z.namelist())==3 else 1)", file.path]
        try python.run()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
    }
}
