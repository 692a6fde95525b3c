import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Serves a site until the process is told to end.
package struct Server: Sendable {
    /// More wait in the system's own queue. Each open connection costs some kilobytes and one of the process's file handles.
    private static let connections = 2_000

    private let site: Site
    private let logger: Logger

    package init(_ site: Site, logger: Logger) {
        self.site = site
        self.logger = logger
    }

    /// - Parameter ready: called once requests are answered, with the port listened on.
    package func run(ready: @escaping @Sendable (Int) async -> Void) async throws {
        let isSecure = site.settings.isBehindTLS
        let application = Application(
            responder: Responder(site: site, logger: logger),
            server: .http1(configuration: .init(additionalChannelHandlers: [EdgeHandler(isSecure: isSecure)], idleTimeout: .seconds(30))),
            configuration: .init(
                address: .hostname(site.settings.host, port: site.settings.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(Server.connections)),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) },
            logger: logger)
        try await application.runService()
    }
}
