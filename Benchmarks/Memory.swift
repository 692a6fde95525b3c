import Foundation
import NIOCore
import NIOPosix

/// What the program itself holds in memory while it serves, as the kernel says.
struct Memory {
    /// The program to be measured, built with optimisation.
    let program: String

    func figures(large: String) async throws {
        guard FileManager.default.isExecutableFile(atPath: program) else { return print("memory: \(program) is not there (make release); it was not measured") }
        let folder = try Folder()
        print("memory with both examples: \(try await serving(folder.file("examples.sqlite"), example: true, asking: ["/harbours", "/harbours/map", "/wco/members"])) MB")
        print("memory with \(LargeWorld.members * LargeWorld.indicators * LargeWorld.periods) values: \(try await serving(large, example: false, asking: ["/large", "/large/map/p"])) MB")
    }

    private func serving(_ database: String, example: Bool, asking paths: [String]) async throws -> Int {
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = ["serve", "--database", "sqlite:\(database)", "--address", "127.0.0.1:18311"] + (example ? ["--example"] : [])
        process.standardOutput = output
        try process.run()
        defer { process.terminate() }
        // The last line that it says when it is ready.
        var said = ""
        while !said.contains("Ctrl-C"), case let more = output.fileHandleForReading.availableData, !more.isEmpty { said += String(decoding: more, as: UTF8.self) }
        for path in paths { try await ask(path, on: 18311) }
        return try residentMegabytes(of: process.processIdentifier)
    }

    /// Over a connection of its own, to its end.
    private func ask(_ path: String, on port: Int) async throws {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel) }
        }
        try await channel.executeThenClose { answer, question in
            try await question.write(ByteBuffer(string: "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"))
            for try await _ in answer {}
        }
    }

    private func residentMegabytes(of process: Int32) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        guard let found = text.firstMatch(of: /VmRSS:\s+([0-9]+) kB/), let kilobytes = Int(found.output.1) else { return 0 }
        return kilobytes >> 10
    }
}
