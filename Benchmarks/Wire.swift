import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOHTTP1

/// Pages over the wire, beside the least that the same server library can answer: each served by a process of its own.
struct Wire {
    /// The large organisation, and how its reader is signed in.
    let database: String
    let cookie: String

    /// Requests per second of one address, asked by `wrk` over sixteen connections.
    private struct Load {
        var port: Int
        var path: String
        var headers: [String: String] = [:]

        static let program = ["/usr/bin/wrk", "/usr/local/bin/wrk"].first { FileManager.default.isExecutableFile(atPath: $0) }

        func perSecond() throws -> Double {
            guard let program = Load.program else { throw Absent() }
            let process = Process(), output = Pipe()
            process.executableURL = URL(filePath: program)
            process.arguments = ["-t1", "-c16", "-d4s"] + headers.flatMap { ["-H", "\($0.key): \($0.value)"] } + ["http://127.0.0.1:\(port)\(path)"]
            process.standardOutput = output
            try process.run()
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            guard let found = text.firstMatch(of: /Requests\/sec:\s+([0-9.]+)/), !text.contains("Non-2xx or 3xx responses") else { throw Failed(text: text) }
            return Double(found.output.1) ?? 0
        }
    }

    private struct Absent: Error {}
    private struct Failed: Error { var text: String }

    static let pages = ["Member list": "/large/members", "home": "/large", "map": "/large/map/p"]
    private static let barePort = 18312

    func figures() async throws {
        guard Load.program != nil else { return print("pages: wrk is not here (Debian: apt install wrk); they were not measured") }
        guard let program = try Served(database) else { return print("pages: make release builds the program; they were not measured") }
        let bare = try Served(Served.here.appending(path: "Benchmarks"), ["hello"], port: Wire.barePort, isReady: "ready")
        print("page          hello/s      plain/s  ratio     gzip/s      304/s  ratio   bytes")
        for (name, path) in Wire.pages.sorted(by: { $0.key < $1.key }) { try await row(name, path, program, bare) }
    }

    /// What a page is held against, in a process that does nothing else.
    static func hello() async throws {
        let hello = Router()
        hello.get("hello") { _, _ in "hello" }
        try await Application(
            router: hello, configuration: .init(address: .hostname("127.0.0.1", port: barePort)),
            onServerRunning: { _ in
                print("ready")
                fflush(nil)
            }, logger: Logger(label: "hello", factory: { _ in SwiftLogNoOpLogHandler() })
        ).runService()
    }

    private func row(_ name: String, _ path: String, _ program: Served, _ bare: Served) async throws {
        let answer = try await program.answer(to: path, cookie: cookie)
        guard answer.status == 200, let tag = answer.headers.first(name: "etag") else { throw Failed(text: "\(path): \(answer.status) \(answer.text.prefix(200))") }
        let size = answer.body.count, cookie = ["Cookie": cookie]
        var hello: [Double] = [], plain: [Double] = [], packed: [Double] = [], known: [Double] = []
        for _ in 0..<3 {
            hello.append(try Load(port: bare.port, path: "/hello").perSecond())
            plain.append(try Load(port: program.port, path: path, headers: cookie).perSecond())
            packed.append(try Load(port: program.port, path: path, headers: cookie.merging(["Accept-Encoding": "gzip"]) { a, _ in a }).perSecond())
            known.append(try Load(port: program.port, path: path, headers: cookie.merging(["If-None-Match": tag]) { a, _ in a }).perSecond())
        }
        let (h, p, g, k) = (median(hello), median(plain), median(packed), median(known))
        print(String(format: "%@ %9.0f  %10.0f  %5.3f %10.0f %10.0f  %5.3f %7d", name.padding(toLength: 11, withPad: " ", startingAt: 0), h, p, p / h, g, k, k / h, size))
        fflush(nil)
    }

    private func median(_ figures: [Double]) -> Double { figures.sorted()[figures.count / 2] }
}
