import Foundation
import NIOCore
import NIOPosix

/// The socket beside the database, `PATH.control`, at which the process that holds it takes errands: from its own user only.
struct ControlSocket: Sendable {
    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>
    /// An errand or its answer, in bytes: one line of JSON each way.
    private static let longest = 1 << 20

    private let server: NIOAsyncChannel<Connection, Never>
    private let path: String

    static func path(beside database: String) -> String { database + ".control" }

    /// - Throws: where the path is longer than the system takes for a socket (107 bytes), or cannot be written.
    init(beside database: String) async throws {
        path = ControlSocket.path(beside: database)
        // Nobody else may write to it, not even for a moment.
        let mask = umask(0o177)
        defer { umask(mask) }
        server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true, childChannelInitializer: ControlSocket.wrapped)
    }

    /// Until the task is cancelled; what is under way is then given up.
    func serve(_ work: @escaping @Sendable (Errand) async -> Errand.Answer) async {
        defer { unlink(path) }
        try? await server.executeThenClose { connections in
            await withDiscardingTaskGroup { group in
                do {
                    for try await connection in connections { group.addTask { try? await ControlSocket.answer(connection, work) } }
                } catch {}
                group.cancelAll()
            }
        }
    }

    private static func answer(_ connection: Connection, _ work: (Errand) async -> Errand.Answer) async throws {
        try await connection.executeThenClose { inbound, outbound in
            guard let errand = try? JSONDecoder().decode(Errand.self, from: try await line(of: inbound)) else { return }
            try await outbound.write(try bytes(await work(errand)))
        }
    }

    /// Asks the process that holds the database.
    static func ask(_ errand: Errand, beside database: String) async throws -> Errand.Answer {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(unixDomainSocketPath: path(beside: database), channelInitializer: wrapped)
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(try bytes(errand))
            return try JSONDecoder().decode(Errand.Answer.self, from: try await line(of: inbound))
        }
    }

    @Sendable private static func wrapped(_ channel: any Channel) -> EventLoopFuture<Connection> {
        channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
    }

    private static func bytes(_ message: some Encodable) throws -> ByteBuffer {
        ByteBuffer(bytes: try JSONEncoder().encode(message) + Data("\n".utf8))
    }

    private static func line(of inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> Data {
        var line = Data()
        for try await part in inbound {
            line.append(contentsOf: part.readableBytesView)
            if line.last == 0x0A || line.count > longest { break }
        }
        return line
    }
}
