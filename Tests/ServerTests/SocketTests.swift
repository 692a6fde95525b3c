import Foundation
import Logging
import NIOCore
import NIOPosix
import TestKit
import Testing

@testable import Server

/// The edge as bytes on a connection.
@Suite(.serialized) struct SocketTests {
    @Test func everyAnswerCarriesTheSecurityHeaders() async throws {
        try await served { port in
            for request in [
                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", "GET /none/such HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                "BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "\u{1}\u{2}\u{3} nonsense\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999\r\n\r\n",
            ] {
                let answer = try await Wire.answer(to: request, port: port)
                #expect(answer.contains("Content-Security-Policy: default-src 'none'") && answer.contains("X-Content-Type-Options: nosniff"), "\(request): \(answer.prefix(300))")
            }
        }
    }

    @Test func aHostIsNamedOnceAndIsThisServers() async throws {
        try await served { port in
            for hosts in ["", "Host: 127.0.0.1\r\nHost: 127.0.0.1\r\n", "Host: 127.0.0.1\r\nHost: evil.example\r\n", "Host: evil.example\r\n", "Host: \r\n"] {
                let answer = try await Wire.answer(to: "GET / HTTP/1.1\r\n\(hosts)\r\n", port: port)
                #expect(answer.hasPrefix("HTTP/1.1 400"), "\(hosts)")
            }
            let answer = try await Wire.answer(to: "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", port: port)
            #expect(answer.hasPrefix("HTTP/1.1 200"))
        }
    }

    /// Otherwise whoever announces much and sends little keeps the connection for as long as they like.
    @Test func whatIsTooLargeIsRefusedAtOnceAndTheConnectionClosed() async throws {
        try await served { port in
            let answer = try await Wire.answer(to: "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999999999999\r\n\r\ndrip", port: port)
            #expect(answer.hasPrefix("HTTP/1.1 413") && answer.contains("Connection: close"))
        }
    }

    @Test func aPageIsPackedForWhoUnpacksIt() async throws {
        try await served { port in
            let plain = try await Wire.answer(to: "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", port: port)
            let packed = try await Wire.answer(to: "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n", port: port)
            #expect(packed.contains("Content-Encoding: gzip") && packed.utf8.count < plain.utf8.count)
            let head = try await Wire.answer(to: "HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", port: port)
            #expect(head.hasPrefix("HTTP/1.1 200") && head.hasSuffix("\r\n\r\n"))
        }
    }

    @Test func aLargeFileIsHandedOverPieceByPiece() async throws {
        try await served { port in
            let request = "GET /test/table.csv HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            let plain = try await Wire.answer(to: request + "\r\n", port: port)
            #expect(plain.contains("Content-Length: \(HandingOverTests.text.utf8.count)\r\n") && plain.hasSuffix("\r\n\r\n" + HandingOverTests.text))
            let packed = try await Wire.answer(to: request + "Accept-Encoding: gzip\r\n\r\n", port: port)
            #expect(packed.contains("Content-Encoding: gzip") && !packed.contains("Content-Length") && packed.utf8.count < plain.utf8.count / 2)
            let head = try await Wire.answer(to: request.replacing("GET", with: "HEAD") + "\r\n", port: port)
            #expect(head.contains("Content-Length: \(HandingOverTests.text.utf8.count)\r\n") && head.hasSuffix("\r\n\r\n"))
        }
    }

    /// A server on a free port for as long as the work goes on.
    private func served(_ work: @escaping @Sendable (Int) async throws -> Void) async throws {
        let server = try TestServer([notesFeature, HandingOverTests.table])
        try await server.given(foundation)
        var settings = server.site.settings
        settings.port = 0
        let site = Site(
            journals: server.site.journals, signIn: server.site.signIn, house: server.site.house, settings: settings,
            mailRoom: server.site.mailRoom, logger: Logger(label: "test"))
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let running = Task { try await Server(site, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).run { port.yield($0) } }
        defer { running.cancel() }
        for await number in ports {
            try await work(number)
            return
        }
    }
}

/// One connection, as bytes.
private enum Wire {
    /// What is sent back until the other side closes.
    static func answer(to request: String, port: Int) async throws -> String {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel) }
        }
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: request))
            var answer: [UInt8] = []
            do { for try await part in inbound { answer += Array(part.readableBytesView) } } catch is IOError {}
            return String(decoding: answer, as: UTF8.self)
        }
    }
}
