import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Lets one address hold only so many connections: one more is answered at once, whatever it asks, and closed.
///
/// The proxies that the operator named are exempt: everybody comes through them.
final class ConnectionGate: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundOut = HTTPResponsePart

    private enum State { case outside, counted(ClientAddress), exempt, refused }

    private let connections: Occupancy
    private let proxies: Set<ClientAddress>
    private var state = State.outside

    init(_ connections: Occupancy, proxies: Set<ClientAddress>) {
        self.connections = connections
        self.proxies = proxies
    }

    func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { enter(context) } }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        enter(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .refused = state { return }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    private func enter(_ context: ChannelHandlerContext) {
        guard case .outside = state else { return }
        let address = context.channel.remoteAddress?.ipAddress.flatMap { ClientAddress($0) } ?? .unknown
        guard !proxies.contains(address) else { return state = .exempt }
        do {
            try connections.take(1, for: address)
            state = .counted(address)
        } catch {
            state = .refused
            refuse(context)
        }
    }

    private func leave() {
        if case .counted(let address) = state { connections.giveBack(1, for: address) }
        state = .outside
    }

    /// Not to wait for a request keeps even those that send none from holding anything.
    private func refuse(_ context: ChannelHandlerContext) {
        let text = ByteBuffer(string: "Too many connections from your address. Close some, or come back in a moment.\n")
        let head = HTTPResponse(
            status: .serviceUnavailable,
            headerFields: [
                .connection: "close", .retryAfter: "5", .contentType: "text/plain; charset=utf-8", .contentLength: String(text.readableBytes), .cacheControl: "no-store",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(text)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
