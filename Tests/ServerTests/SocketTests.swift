import Foundation
import Logging
import NIOCore
import NIOPosix
import TestKit
import Testing

@testable import Server

/// The edge as bytes on a connection.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SocketTests {
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

    /// No body is waited for whose length no number here can hold.
    @Test func aLengthThatNothingCanHaveIsRefusedAtOnce() async throws {
        try await served { port in
            for length in ["9223372036854775808", "18446744073709551615", "18446744073709551616", String(repeating: "9", count: 400)] {
                for method in ["POST", "GET"] {
                    let answer = try await Wire.answer(to: "\(method) /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: \(length)\r\n\r\ndrip", port: port)
                    #expect(answer.hasPrefix("HTTP/1.1 400"), "\(method) \(length): \(answer.prefix(100))")
                }
            }
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

    @Test func oneAddressHoldsOnlySoManyConnections() async throws {
        let capacity = Capacity(connections: 100, connectionsPerAddress: 2, bodies: 1 << 20, bodiesPerAddress: 1 << 20)
        try await served(capacity) { server, port in
            try await Wire.held("", port: port) { _ in
                try await Wire.held("", port: port) { _ in
                    try await until("two connections are held") { server.connections.held == 2 }
                    // Answered before it asks; whatever it sends may reach a connection that is closed already.
                    let third = try await Wire.answer(to: "", port: port)
                    #expect(third.hasPrefix("HTTP/1.1 503") && third.contains("Retry-After: 5") && third.contains("nosniff"), "\(third)")
                    #expect(server.connections.held == 2)
                }
            }
            try await until("no connection is held") { server.connections.held == 0 }
            #expect(try await Wire.answer(to: get, port: port).hasPrefix("HTTP/1.1 200"))
        }
        try await served(capacity, proxies: ["127.0.0.1"]) { server, port in
            try await Wire.held("", port: port) { _ in
                try await Wire.held("", port: port) { _ in
                    let third = try await Wire.answer(to: get, port: port)
                    #expect(third.hasPrefix("HTTP/1.1 200"), "everybody comes through the proxy")
                }
            }
            #expect(server.connections.held == 0)
        }
    }

    @Test func oneAddressSendsOnlySoMuchAtOnceAndAllTogetherTooMuchIsRefused() async throws {
        let capacity = Capacity(connections: 100, connectionsPerAddress: 100, bodies: 1_500, bodiesPerAddress: 1_000)
        try await served(capacity, proxies: ["127.0.0.1"]) { server, port in
            #expect(try await Wire.answer(to: post(1_200, from: "198.51.100.1"), port: port).hasPrefix("HTTP/1.1 429"))
            try await Wire.held(post(900, of: 901, from: "198.51.100.1"), port: port) { finish in
                try await until("the body has arrived") { server.bodies.held == 900 }
                let own = try await Wire.answer(to: post(200, from: "198.51.100.1"), port: port)
                #expect(own.hasPrefix("HTTP/1.1 429") && own.contains("Retry-After: 5") && own.contains("Connection: close"), "\(own)")
                #expect(try await Wire.answer(to: post(700, from: "198.51.100.2"), port: port).hasPrefix("HTTP/1.1 503"))
                #expect(try await Wire.answer(to: post(200, from: "198.51.100.2"), port: port).hasPrefix("HTTP/1.1 403"), "another is not hindered")
                let program = try await Wire.answer(to: post(200, from: "198.51.100.1", "/api/v1/organisations"), port: port)
                #expect(program.hasPrefix("HTTP/1.1 429") && program.contains("application/problem+json") && program.contains("Retry-After: 5"))
                #expect(try await finish("x").hasPrefix("HTTP/1.1 403"), "what had begun goes through")
            }
            try await until("the body is given back") { server.bodies.held == 0 }
            #expect(try await Wire.answer(to: post(900, from: "198.51.100.1"), port: port).hasPrefix("HTTP/1.1 403"), "given back")
        }
    }

    private let get = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"

    /// A form that proves nothing, with so many bytes of those that it announces.
    private func post(_ count: Int, of length: Int? = nil, from address: String, _ target: String = "/sign-in") -> String {
        "POST \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: \(address)\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: \(length ?? count)\r\n\r\n" + String(repeating: "x", count: count)
    }

    /// A server on a free port for as long as the work goes on.
    private func served(
        _ capacity: Capacity = .standard, proxies: [String] = [], _ work: @escaping @Sendable (Server, Int) async throws -> Void
    ) async throws {
        let test = try TestServer([notesFeature, HandingOverTests.table])
        try await test.given(foundation)
        var settings = test.site.settings
        settings.port = 0
        settings.capacity = capacity
        settings.proxies = Set(proxies.compactMap { ClientAddress($0) })
        try await test.served(settings, work)
    }

    private func served(_ work: @escaping @Sendable (Int) async throws -> Void) async throws { try await served { _, port in try await work(port) } }
}

extension TestServer {
    /// Served with these settings for as long as the work goes on, then as long as its connections last.
    func served(
        _ settings: Settings, notes: RequestNotes = RequestNotes(), _ work: @escaping @Sendable (Server, Int) async throws -> Void
    ) async throws {
        let own = Site(journals: site.journals, signIn: site.signIn, house: site.house, settings: settings, mailRoom: site.mailRoom, logger: Logger(label: "test"))
        let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = Server(own, notes: notes, logger: quiet), (ports, port) = AsyncStream.makeStream(of: Int.self)
        let running = Task { try await server.run { port.yield($0) } }
        defer { running.cancel() }
        for await number in ports { return try await work(server, number) }
    }
}

/// One connection, as bytes.
enum Wire {
    /// What is sent back until the other side closes.
    static func answer(to request: String, port: Int) async throws -> String {
        try await connected(port) { inbound, outbound in
            // A connection that is one too many is closed before it could ask; what it was told can be read all the same.
            try? await outbound.write(ByteBuffer(string: request))
            return await rest(of: inbound)
        }
    }

    /// A connection that has sent something and stays open while work is done.
    ///
    /// - Parameter work: is given what sends the rest and waits for the answer.
    static func held(_ beginning: String, port: Int, _ work: @escaping @Sendable (_ finish: @Sendable (String) async throws -> String) async throws -> Void) async throws {
        try await connected(port) { inbound, outbound in
            try await outbound.write(ByteBuffer(string: beginning))
            try await work { end in
                try await outbound.write(ByteBuffer(string: end))
                return await rest(of: inbound)
            }
        }
    }

    /// What comes back on a beginning, and then, until the other side closes, on what is sent after it.
    static func answers(to beginning: String, then end: String, port: Int) async throws -> (first: String, rest: String) {
        try await connected(port) { inbound, outbound in
            try await outbound.write(ByteBuffer(string: beginning))
            var parts = inbound.makeAsyncIterator(), first = "", rest: [UInt8] = []
            while !first.contains("\r\n\r\n"), let part = try await parts.next() { first += String(decoding: part.readableBytesView, as: UTF8.self) }
            // Who has been refused may find the connection closed.
            try? await outbound.write(ByteBuffer(string: end))
            while let part = try? await parts.next() { rest += Array(part.readableBytesView) }
            return (first, String(decoding: rest, as: UTF8.self))
        }
    }

    private static func rest(of inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async -> String {
        var answer: [UInt8] = []
        do { for try await part in inbound { answer += Array(part.readableBytesView) } } catch {}
        return String(decoding: answer, as: UTF8.self)
    }

    private static func connected<Result: Sendable>(
        _ port: Int, _ work: @Sendable (NIOAsyncChannelInboundStream<ByteBuffer>, NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws -> Result
    ) async throws -> Result {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel) }
        }
        return try await connection.executeThenClose { inbound, outbound in try await work(inbound, outbound) }
    }
}
