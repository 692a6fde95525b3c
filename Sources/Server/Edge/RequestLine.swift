import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// What the first line of a request says and the server library forgets.
///
/// An address in absolute form names a server: that counts, and `Host` does not (RFC 9112, 3.2.2). It takes the place of `Host`, and is checked as that
/// is; where `Host` is missing or stands there twice it stays so, and is refused as ever. Who speaks HTTP/1.0 knows of no `100 Continue` (RFC 9110,
/// 10.1.1).
final class RequestLine: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// Reads along where requests still have their first line.
    ///
    /// - Throws: where the library has set the connection up in another way than is known here.
    static func join(_ pipeline: ChannelPipeline.SynchronousOperations) throws {
        let forgetting = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
        try pipeline.addHandler(RequestLine(), position: .before(forgetting))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // Nearly all go on as they came.
        guard case .head(var head) = unwrapInboundIn(data), isToBeChanged(head) else { return context.fireChannelRead(data) }
        if isOld(head) {
            head.headers.remove(name: "expect")
            // Its connections last for one request, unless it asks for more (RFC 9112, 9.3).
            if !head.headers[canonicalForm: "connection"].contains(where: { $0.lowercased() == "keep-alive" }) { head.headers.replaceOrAdd(name: "connection", value: "close") }
            // Its framing is faulty (RFC 9112, 6.1): who passed it on may have seen another end. No coding of this name is taken.
            if head.headers.contains(name: "transfer-encoding") { head.headers.replaceOrAdd(name: "transfer-encoding", value: "of HTTP/1.0") }
        }
        if let target = AbsoluteTarget(head.uri) {
            if head.headers["host"].count == 1 { head.headers.replaceOrAdd(name: "host", value: target.authority) }
            head.uri = target.path
        }
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    private func isToBeChanged(_ head: HTTPRequestHead) -> Bool { isOld(head) || head.uri.utf8.first != 0x2F }
    private func isOld(_ head: HTTPRequestHead) -> Bool { (head.version.major, head.version.minor) < (1, 1) }
}

/// An address with the server that it is on: `http://portolan.example/wco?as-of=2026-01-01`.
struct AbsoluteTarget: Equatable {
    /// The server's name with its port, as it is written; empty, which is no server's name, where it is not one of HTTP.
    let authority: String
    /// From the first slash, with the query.
    let path: String

    /// - Returns: `nil` for any other form of address. By bytes: every request is asked.
    init?(_ target: String) {
        let bytes = target.utf8
        guard bytes.first != 0x2F, let colon = bytes.firstIndex(of: 0x3A), bytes[colon...].starts(with: "://".utf8) else { return nil }
        let rest = bytes[colon...].dropFirst(3), end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F } ?? rest.endIndex
        let isWeb = ["http", "https"].contains(target[..<colon].lowercased()), after = String(Substring(rest[end...]))
        authority = isWeb ? String(Substring(rest[..<end])) : ""
        path = after.utf8.first == 0x2F ? after : "/" + after
    }
}
