import Accounts
import Exchange
import Foundation
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Large tables are written where nobody waits for them, and are handed over from the disc.
@Suite struct HandingOverTests {
    /// Two lines more than are kept in memory.
    static let table: Feature = {
        var feature = Feature(name: "Table", words: [:])
        feature.routes = [
            .page("beside", .everyone) { _ in Page("Beside", place: nil) { "beside" } },
            .file("table.csv", .everyone) { _ in
                var writing = ScratchWriting()
                for number in 0..<30_000 { try writing.write(Array("line \(number)\r\n".utf8)) }
                return File(name: "table.csv", type: "text/csv; charset=utf-8", try writing.finished())
            },
        ]
        return feature
    }()
    static let text = (0..<30_000).map { "line \($0)\r\n" }.joined()

    @Test func whoComesToAFullBenchIsToldWhenToComeBackAndNobodyElseWaits() async throws {
        let server = try TestServer([HandingOverTests.table]), stranger = Browser(server), gate = DispatchSemaphore(value: 0)
        try await server.given(foundation)
        let held = (0..<8).map { _ in Task { try await server.site.exportBench.run { gate.wait() } } }
        try await until("the bench is full") { server.site.exportBench.load >= 8 }
        let refused = await stranger.get("/test/table.csv")
        #expect(refused.status == 503 && refused.header("Retry-After") == "5" && refused.body.isEmpty == false)
        #expect(await stranger.get("/test/beside").status == 200)
        for _ in held { gate.signal() }
        for task in held { try await task.value }
        #expect(await stranger.get("/test/table.csv").text == HandingOverTests.text)
    }

    @Test func theFileIsGoneOnceItHasBeenHandedOver() async throws {
        let server = try TestServer([HandingOverTests.table])
        try await server.given(foundation)
        weak var file: ScratchFile?
        do {
            let answer = await server.site.respond(to: WebRequest(method: .get, target: "/test/table.csv", headers: [:], isLoopback: true))
            file = answer.file
            #expect(file != nil)
        }
        #expect(file == nil)
    }

    @Test func whatIsPackedPieceByPieceUnpacksToTheSame() throws {
        let packing = try Packing(), bytes = Array(HandingOverTests.text.utf8)
        var packed: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 10_000) { packed += try packing.packed(Array(bytes[start..<min(start + 10_000, bytes.count)])) }
        packed += try packing.end()
        #expect(packed.count < bytes.count / 3)
        #expect(try unpacked(packed) == bytes)
    }

    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "packed-\(UUID().uuidString).gz"), process = Process(), output = Pipe()
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        process.standardOutput = output
        try process.run()
        let all = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(all)
    }
}
