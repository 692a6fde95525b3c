import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// One person's browser: a connection of its own that is kept, signed in; it fills in forms as they are shown.
struct Line {
    struct Answer {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]
        var location: String { headers.first(name: "location") ?? "" }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// What went otherwise than it should.
    struct Failed: Error, CustomStringConvertible { let description: String }

    typealias Wire = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    let cookie: String
    let host: String
    private let outbound: NIOAsyncChannelOutboundWriter<HTTPClientRequestPart>
    private var inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>.AsyncIterator

    /// Opens one for as long as something is done with it.
    static func open<Result: Sendable>(_ port: Int, cookie: String, _ use: @Sendable (inout Line) async throws -> Result) async throws -> Result {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHTTPClientHandlers()
                return try Wire(wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            var line = Line(cookie: cookie, host: "127.0.0.1:\(port)", outbound: outbound, inbound: inbound.makeAsyncIterator())
            return try await use(&line)
        }
    }

    mutating func get(_ path: String) async throws -> Answer { try await send(.GET, path, nil) }

    /// The form of an address with these values, sent to where it stands.
    mutating func submit(_ path: String, _ page: Answer, _ values: [String: String]) async throws -> Answer {
        var fields = Line.hidden(in: page.text)
        for (name, value) in values { fields[name] = value }
        let body = fields.map { "\(Line.encoded($0.key))=\(Line.encoded($0.value))" }.joined(separator: "&")
        return try await send(.POST, path, body)
    }

    /// What comes bit by bit, for as long as it comes.
    mutating func follow(_ path: String, _ each: (String) -> Bool) async throws {
        try await ask(.GET, path, nil)
        while let part = try await inbound.next(isolation: nil) {
            if case .head(let head) = part, head.status != .ok { throw Failed(description: "\(path): \(head.status.code)") }
            if case .body(let bytes) = part, !each(String(buffer: bytes)) { return }
            if case .end = part { return }
        }
    }

    private mutating func send(_ method: HTTPMethod, _ path: String, _ body: String?) async throws -> Answer {
        try await ask(method, path, body)
        var status = 0, headers = HTTPHeaders(), body: [UInt8] = []
        while let part = try await inbound.next(isolation: nil) {
            switch part {
            case .head(let head): (status, headers) = (Int(head.status.code), head.headers)
            case .body(let bytes): body += bytes.readableBytesView
            case .end: return Answer(status: status, headers: headers, body: body)
            }
        }
        throw Failed(description: "\(method) \(path): the line was closed")
    }

    private func ask(_ method: HTTPMethod, _ path: String, _ body: String?) async throws {
        var headers: HTTPHeaders = ["host": host, "cookie": cookie]
        if let body {
            headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
            headers.add(name: "content-length", value: "\(body.utf8.count)")
            headers.add(name: "origin", value: "http://\(host)")
        }
        try await outbound.write(.head(HTTPRequestHead(version: .http1_1, method: method, uri: path, headers: headers)))
        if let body { try await outbound.write(.body(.byteBuffer(ByteBuffer(string: body)))) }
        try await outbound.write(.end(nil))
    }

    private static func hidden(in text: String) -> [String: String] {
        guard let form = text.range(of: "<form class=\"form\" method=\"post\""), let end = text.range(of: "</form>", range: form.upperBound..<text.endIndex) else { return [:] }
        var found: [String: String] = [:]
        for match in text[form.upperBound..<end.lowerBound].matches(of: /<input([^>]*type="hidden"[^>]*)>/) {
            let attributes = match.output.1
            guard let name = attributes.firstMatch(of: /name="([^"]*)"/)?.output.1, let value = attributes.firstMatch(of: /value="([^"]*)"/)?.output.1 else { continue }
            found[String(name)] = String(value)
        }
        return found
    }

    private static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
