import Foundation
import Journal
import Logging
import Organisation
import Synchronization
import TestKit
import Testing

@testable import Server

/// What the operator's tools are told of requests, over real connections.
@Suite(.serialized) struct LogTests {
    private final class Lines: Sendable {
        private let kept = Mutex("")
        var text: String { kept.withLock { $0 } }
        func write(_ line: String) { kept.withLock { $0 += line } }
    }

    private let secrets = ["hunter-and-gatherer", "amina.secret@example.org", "Tok3nTok3nTok3n", "the-answer-is-42", "Amina"]

    /// The requests of somebody who signs in, follows a link, searches, and sends an answer.
    private let story = [
        "GET /welcome/Tok3nTok3nTok3n HTTP/1.1", "GET /test/search?q=the-answer-is-42 HTTP/1.1", "GET /Amina/the-answer-is-42?name=Amina HTTP/1.1",
        "PROPFIND /Amina HTTP/1.1", "GET /api/v1/organisations/Amina/events HTTP/1.1",
    ]

    private func told(_ notes: RequestNotes) async throws {
        let server = try TestServer([notesFeature])
        var settings = server.site.settings
        settings.port = 0
        let story = story
        try await server.served(settings, notes: notes) { _, port in
            let form = "email=amina.secret%40example.org&password=hunter-and-gatherer"
            let post = "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.utf8.count)\r\n\r\n\(form)"
            for request in [post] + story.map({ "\($0)\r\nHost: 127.0.0.1\r\nCookie: session=Tok3nTok3nTok3n\r\nConnection: close\r\n\r\n" }) {
                _ = try await Wire.answer(to: request, port: port)
            }
        }
    }

    private func logger(_ lines: Lines) -> Logger {
        var logger = Logger(label: "test") { _ in JSONLines(write: { lines.write($0) }) }
        logger.logLevel = .info
        return logger
    }

    @Test func eachRequestIsOneLineWithoutContent() async throws {
        let lines = Lines()
        try await told(RequestNotes(logger: logger(lines)))
        let all = try lines.text.split(separator: "\n").map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
        let requests = all.filter { $0["message"] == "request" }
        #expect(requests.count == 6)
        #expect(requests.map { $0["route"] }.contains("/welcome/{link}") && requests.map { $0["route"] }.contains("/sign-in"))
        #expect(requests.allSatisfy { Set($0.keys) == ["at", "level", "message", "method", "route", "status", "milliseconds", "bytes"] })
        #expect(all.allSatisfy { $0["at"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil })
        #expect(requests.contains { $0["method"] == "other" && $0["status"] == "501" })
        for secret in secrets { #expect(!lines.text.contains(secret), "\(secret)") }
    }

    @Test func controlCharactersStayInsideTheirLine() {
        let lines = Lines(), logger = logger(lines)
        logger.notice("one\ntwo\u{1B}[31m", metadata: ["what": "three\r\n{\"level\":\"critical\"}\u{0}"])
        #expect(lines.text.split(separator: "\n").count == 1)
        #expect(!lines.text.dropLast().unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test func requestsAreCountedByDeclaredRoute() async throws {
        let measures = Measures()
        try await told(RequestNotes(measures: measures))
        let text = measures.text([Gauge("portolan_journal_position", "The last position of each journal.", [("organisation=\"test\"", 7)])])
        #expect(text.contains("portolan_http_request_duration_seconds_count{method=\"GET\",route=\"/welcome/{link}\""))
        #expect(text.contains("# TYPE portolan_journal_position gauge\nportolan_journal_position{organisation=\"test\"} 7.0\n"))
        for secret in secrets { #expect(!text.contains(secret), "\(secret)") }
        try Promtool.check(text)
    }

    /// The text format, version 0.0.4: a label for each part, buckets that only grow, and one that holds all.
    @Test func bucketsHoldWhatCameBeforeThem() throws {
        let measures = Measures()
        for seconds in [0.001, 0.02, 0.02, 3, 99] { measures.note(method: "GET", route: "/", status: 200, seconds: seconds) }
        let text = measures.text([]), lines = text.split(separator: "\n").filter { $0.contains("request_duration_seconds_bucket{") }
        #expect(lines.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } } == [1, 1, 3, 3, 3, 3, 3, 3, 3, 4, 5])
        #expect(lines.last?.contains("le=\"+Inf\"") == true && text.contains("_count{method=\"GET\",route=\"/\",status=\"200\"} 5\n"))
    }

    @Test func howLongWritingTakesIsCountedWhetherItSucceedsOrNot() async throws {
        let measures = Measures(), store = MeasuredStore(MemoryStore(), measures)
        _ = try await Journals(store, chapters: [Register.self], now: { Moment(startOf: .testDay) }).journal(ID("test"))
            .record(Command(by: .system, key: "12345678", content: Data())) { _ in [Proposal(Register.self, .memberJoined(id: ID("m")))] }
        let text = measures.text([])
        #expect(text.contains("\nportolan_journal_append_seconds_count 1\n") && text.contains("\nportolan_journal_append_seconds_bucket{le=\"+Inf\"} 1\n"))
        try Promtool.check(text)
    }

    @Test func whereNothingFitsOnTheDiscNoRequestsShouldBeSent() async throws {
        let server = try TestServer([notesFeature]), there = server.folder.appending(path: "test.sqlite").path, gone = server.folder.appending(path: "gone/test.sqlite").path
        func site(_ path: String) -> Site {
            Site(
                journals: server.site.journals, signIn: server.site.signIn, house: server.site.house, settings: server.site.settings, mailRoom: server.site.mailRoom,
                logger: Logger(label: "test"), disc: Disc(holding: path))
        }
        #expect(await site(there).readiness().status == 200)
        #expect(try FileManager.default.contentsOfDirectory(atPath: server.folder.path).allSatisfy { $0.hasPrefix("test.sqlite") }, "the asking leaves nothing behind")
        let full = await site(gone).readiness()
        #expect(full.status == 503 && full.text.contains("nothing can be written"))
        #expect(await site(gone).gauges().map(\.text).contains { $0.contains("portolan_disc_writable 0.0") })
    }

    @Test func whoeverAsksWhileItEndsIsToldSo() async throws {
        let server = try TestServer([notesFeature])
        #expect(await server.site.readiness().status == 200)
        server.site.ending.begin()
        #expect(await server.site.readiness().status == 503)
    }
}

/// Prometheus' own opinion of what it is told, where it is present.
private enum Promtool {
    static func check(_ text: String) throws {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard let tool = folders.map({ "\($0)/promtool" }).first(where: FileManager.default.isExecutableFile(atPath:)) else { return }
        let process = Process(), input = Pipe(), output = Pipe()
        process.executableURL = URL(filePath: tool)
        process.arguments = ["check", "metrics"]
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self))")
    }
}
