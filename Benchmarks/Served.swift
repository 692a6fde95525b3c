import Foundation

/// A program that serves in a process of its own, as for its users, until nobody needs it any more.
final class Served {
    let port: Int
    private let process = Process()

    /// - Parameters:
    ///   - arguments: with which it serves on the port of 127.0.0.1.
    ///   - isReady: what stands in the last line that it says before it answers.
    init(_ program: URL, _ arguments: [String], port: Int, isReady: String) throws {
        self.port = port
        let output = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        var said = ""
        while !said.contains(isReady), case let more = output.fileHandleForReading.availableData, !more.isEmpty { said += String(decoding: more, as: UTF8.self) }
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// Portolan, built with optimisation and lying beside the benchmarks; `nil` where it is not there.
    convenience init?(_ database: String, _ options: [String] = []) throws {
        let program = Served.here.appending(path: "portolan"), port = 18311
        guard FileManager.default.isExecutableFile(atPath: program.path) else { return nil }
        let arguments = ["serve", "--database", "sqlite:\(database)", "--address", "127.0.0.1:\(port)", "--without-limits"] + options
        try self.init(program, arguments, port: port, isReady: "Ctrl-C")
    }

    /// Where the benchmarks lie.
    static let here = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

    var residentMegabytes: Int {
        get throws {
            let text = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
            guard let found = text.firstMatch(of: /VmRSS:\s+([0-9]+) kB/), let kilobytes = Int(found.output.1) else { return 0 }
            return kilobytes >> 10
        }
    }

    /// Over a connection of its own.
    func answer(to path: String, cookie: String = "") async throws -> Line.Answer { try await Line.open(port, cookie: cookie) { line in try await line.get(path) } }
}
