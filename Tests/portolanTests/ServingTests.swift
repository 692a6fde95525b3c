import Foundation
import Synchronization
import TestKit
import Testing

@testable import portolan

/// The program itself, as a process of its own.
@Suite("A process that serves", .serialized, .timeLimit(.minutes(2)))
struct ServingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "ptl-\(UUID().uuidString.prefix(8))")
    private var database: String { "sqlite:\(folder.appending(path: "a.db").path)" }

    private func serving(_ options: [String] = [], _ work: (Program, _ port: Int) async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = try Program(["serve", "--database", database, "--address", "127.0.0.1:0", "--log", "json", "--operations", "127.0.0.1:0"] + options)
        let port = try await program.output.number(in: /Portolan is ready: http:\/\/127\.0\.0\.1:([0-9]+)\//)
        try await work(program, port)
    }

    @Test("told to end, it answers what is under way, takes nothing new, says so to whoever watches, and ends well")
    func draining() async throws {
        try await serving { program, port in
            let watched = try await program.errors.number(in: /metrics are told","port":"([0-9]+)"/)
            #expect(try await Line.answer("GET /readyz", port: watched).contains("ready\n"))
            let slow = try await Line(port: port)
            try await slow.send("POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n\r\nab")
            // The server has it: bytes are counted as they arrive.
            try await until("two bytes of the body are there") { try await Line.answer("GET /metrics", port: watched).contains("portolan_body_bytes 2.0") }
            program.end()
            _ = try await program.errors.line { $0.contains("\"stopping\"") }
            #expect(try await Line.answer("GET /readyz", port: watched).hasPrefix("HTTP/1.1 503"))
            try await until("nothing new is taken") { (try? await Line.answer("GET /", port: port))?.isEmpty != false }
            try await slow.send("cd")
            #expect(try await slow.rest().hasPrefix("HTTP/1.1 403"), "a form without proof of origin, answered all the same")
            #expect(await program.status() == 0)
            let log = program.errors.text
            #expect(log.split(separator: "\n").allSatisfy { (try? JSONDecoder().decode([String: String].self, from: Data($0.utf8))) != nil }, "\(log)")
            #expect(log.contains("\"route\":\"/sign-in\"") && log.contains("\"ended\""))
        }
    }

    @Test("what is under way and does not come to an end in time is given up, and the process ends all the same")
    func givingUp() async throws {
        try await serving(["--drain", "0"]) { program, port in
            let watched = try await program.errors.number(in: /metrics are told","port":"([0-9]+)"/), stuck = try await Line(port: port)
            try await stuck.send("POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n\r\nab")
            try await until("two bytes of the body are there") { try await Line.answer("GET /metrics", port: watched).contains("portolan_body_bytes 2.0") }
            program.end()
            #expect(await program.status() == 0)
            #expect(try await stuck.rest().isEmpty, "never answered")
            #expect(program.errors.text.contains("\"ended\""))
        }
    }

    @Test("it measures how long writing takes, and tells of the disc and of the log that lies on it")
    func metrics() async throws {
        try await serving { program, _ in
            let watched = try await program.errors.number(in: /metrics are told","port":"([0-9]+)"/)
            let metrics = try await Line.answer("GET /metrics", port: watched)
            for line in ["portolan_journal_append_seconds_bucket{le=\"+Inf\"} 0", "portolan_journal_append_seconds_count 0", "portolan_disc_writable 1.0"] {
                #expect(metrics.contains("\n\(line)\n"), "\(line)")
            }
            let checkpoint = try #require(metrics.firstMatch(of: /\nportolan_checkpoint_timestamp_seconds ([0-9.e+]+)\n/).flatMap { Double($0.output.1) })
            #expect(abs(Date.now.timeIntervalSince1970 - checkpoint) < 600)
            #expect(metrics.contains("\nportolan_wal_bytes "))
            program.end()
            #expect(await program.status() == 0)
        }
    }

    @Test("a command that only reads makes nothing where there is nothing")
    func reading() async throws {
        let program = try Program(["verify", "--database", database])
        #expect(await program.status() != 0)
        #expect(program.errors.text.contains("There is no database at") && !FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("a second one on the same database is refused and says why; what only reads is not")
    func second() async throws {
        try await serving { program, _ in
            let second = try Program(["serve", "--database", database, "--address", "127.0.0.1:0"])
            #expect(await second.status() != 0)
            #expect(second.errors.text.contains("Another process has the database open") && second.errors.text.contains("a.db.lock"))
            let reader = try Program(["verify", "--database", database])
            #expect(await reader.status() == 0, "\(reader.errors.text)")
            program.end()
            #expect(await program.status() == 0)
        }
    }

    @Test("a misspelt setting stops every command")
    func misspelt() async throws {
        let program = try Program(["organisation", "list", "--database", database], environment: ["PORTOLAN_DATABSE": "x"])
        #expect(await program.status() != 0)
        #expect(program.errors.text.contains("PORTOLAN_DATABSE is not a setting"))
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}

/// The program, running; its words are kept as they come.
private final class Program: Sendable {
    let output = Words(), errors = Words()
    private let process = Process()
    private let ended: AsyncStream<Int32>

    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "portolan")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = output.pipe
        process.standardError = errors.pipe
        let (ended, end) = AsyncStream.makeStream(of: Int32.self)
        self.ended = ended
        process.terminationHandler = { end.yield($0.terminationStatus) }
        try process.run()
    }

    func end() { process.terminate() }

    func status() async -> Int32 {
        for await status in ended { return status }
        return -1
    }
}

/// What a process says on one of its pipes.
private final class Words: Sendable {
    let pipe = Pipe()
    private let kept = Kept()
    private let arrivals: AsyncStream<Void>

    init() {
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        self.arrivals = arrivals
        // On a thread of its own: a handler of the system's still listens while its pipe is being closed, and brings the whole run down.
        Thread.detachNewThread { [kept, pipe] in
            while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
                kept.add(data)
                arrival.yield()
            }
            arrival.finish()
        }
    }

    var text: String { kept.text }

    /// The first line for which this holds, once it is there.
    func line(_ holds: (Substring) -> Bool) async throws -> String {
        while true {
            if let line = text.split(separator: "\n").first(where: holds) { return String(line) }
            var arrival = arrivals.makeAsyncIterator()
            guard await arrival.next() != nil else { throw Silent(said: text) }
        }
    }

    /// What stands in the first line that matches.
    func number(in pattern: Regex<(Substring, Substring)>) async throws -> Int {
        let line = try await line { $0.firstMatch(of: pattern) != nil }
        return try #require(line.firstMatch(of: pattern).flatMap { Int($0.output.1) })
    }

    struct Silent: Error { let said: String }
}

private final class Kept: Sendable {
    private let data = Mutex(Data())
    func add(_ more: Data) { data.withLock { $0 += more } }
    var text: String { data.withLock { String(decoding: $0, as: UTF8.self) } }
}

/// One connection.
private final class Line: Sendable {
    private let descriptor: Int32

    init(port: Int) async throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size), descriptor = descriptor
        let code = withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) } }
        guard code == 0 else { throw CocoaError(.fileNoSuchFile) }
    }

    func send(_ text: String) async throws { try FileHandle(fileDescriptor: descriptor).write(contentsOf: Data(text.utf8)) }

    func rest() async throws -> String {
        let descriptor = descriptor
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { String(decoding: try FileHandle(fileDescriptor: descriptor).readToEnd() ?? Data(), as: UTF8.self) })
            }
        }
    }

    static func answer(_ request: String, port: Int) async throws -> String {
        let line = try await Line(port: port)
        try await line.send("\(request) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        return try await line.rest()
    }

    deinit { close(descriptor) }
}
