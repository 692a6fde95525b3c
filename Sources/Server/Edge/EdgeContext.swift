import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// What the server library knows of a connection.
struct EdgeContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where the connection comes from; `nil` where the system does not say.
    let address: String?
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
        address = source.channel.remoteAddress?.ipAddress
    }

    /// Says that the body of the request is wanted; its answer follows.
    func askForBody() { channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue)), promise: nil) }
}

extension Request {
    /// Whether whoever sends it waits to hear that its body is wanted (RFC 9110, 10.1.1).
    var waitsToSendBody: Bool {
        guard headers[.expect]?.lowercased() == "100-continue" else { return false }
        return headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } ?? false
    }
}
