import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import Server

/// Pages over the wire, beside the least that the same server library can answer.
struct Wire: Sendable {
    let file: LargeFile

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

    func figures() async throws {
        guard Load.program != nil else { return print("pages: wrk is not here (Debian: apt install wrk); they were not measured") }
        let site = try file.site(), logger = Logger(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() })
        try await serving({ ready in try await Server(site, logger: logger).run(ready: ready) }) { port in
            try await serving({ ready in
                let hello = Router()
                hello.get("hello") { _, _ in "hello" }
                try await Application(
                    router: hello, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
                    onServerRunning: { await ready($0.localAddress?.port ?? 0) }, logger: logger
                ).runService()
            }) { bare in
                print("page          hello/s      plain/s  ratio     gzip/s      304/s  ratio   bytes")
                for (name, path) in Wire.pages.sorted(by: { $0.key < $1.key }) { try await row(name, path, port, bare, site) }
            }
        }
    }

    private func row(_ name: String, _ path: String, _ port: Int, _ bare: Int, _ site: Site) async throws {
        let answer = await site.respond(to: WebRequest(method: .get, target: path, headers: ["cookie": file.cookie]))
        guard answer.status == 200, let tag = answer.headers.first(where: { $0.name == "ETag" })?.value else { throw Failed(text: "\(path): \(answer.status)") }
        let cookie = ["Cookie": file.cookie]
        var hello: [Double] = [], plain: [Double] = [], packed: [Double] = [], known: [Double] = []
        for _ in 0..<3 {
            hello.append(try Load(port: bare, path: "/hello").perSecond())
            plain.append(try Load(port: port, path: path, headers: cookie).perSecond())
            packed.append(try Load(port: port, path: path, headers: cookie.merging(["Accept-Encoding": "gzip"]) { a, _ in a }).perSecond())
            known.append(try Load(port: port, path: path, headers: cookie.merging(["If-None-Match": tag]) { a, _ in a }).perSecond())
        }
        let (h, p, g, k) = (median(hello), median(plain), median(packed), median(known))
        print(String(format: "%@ %9.0f  %10.0f  %5.3f %10.0f %10.0f  %5.3f %7d", name.padding(toLength: 11, withPad: " ", startingAt: 0), h, p, p / h, g, k, k / h, answer.body.count))
        fflush(nil)
    }

    private func median(_ figures: [Double]) -> Double { figures.sorted()[figures.count / 2] }

    /// Runs a server until something is done with its port.
    private func serving(_ run: @escaping @Sendable (@escaping @Sendable (Int) async -> Void) async throws -> Void, _ work: (Int) async throws -> Void) async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = Task { try await run { port.yield($0) } }
        defer { server.cancel() }
        for await found in ports {
            try await work(found)
            break
        }
    }
}
