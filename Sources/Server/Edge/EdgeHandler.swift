import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// The last thing that an answer passes on its way out of a connection.
///
/// Puts the security headers on every answer, those too that the server library writes by itself (a request that cannot be parsed), and
/// closes the connection after an answer that says so: otherwise a refused body would be waited for as long as it drips.
final class EdgeHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let standing: [HTTPField]
    private var closes = false

    init(isSecure: Bool) {
        standing = SecurityHeaders.all(isSecure: isSecure).compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
    }

    /// Whoever names another server in the first line must not be taken for one who does not: rather nobody is answered.
    func handlerAdded(context: ChannelHandlerContext) {
        do { try RequestLine.join(context.pipeline.syncOperations) } catch { context.close(promise: nil) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.kind == .informational: context.write(data, promise: promise)
        case .head(var head):
            closes = head.headerFields[.connection]?.lowercased() == "close"
            // One after the other: for looking in so few, making an index of them costs more.
            for field in standing where !head.headerFields.contains(where: { $0.name == field.name }) { head.headerFields.append(field) }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end(let trailers) where closes:
            let written = promise ?? context.eventLoop.makePromise(of: Void.self)
            // All that was written goes out; what is still being sent to us is not waited for.
            let channel = context.channel
            written.futureResult.whenComplete { _ in channel.close(mode: .all, promise: nil) }
            context.write(wrapOutboundOut(.end(trailers)), promise: written)
        default: context.write(data, promise: promise)
        }
    }
}
