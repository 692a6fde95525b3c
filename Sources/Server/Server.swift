import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Serves a site until the process is told to end.
package struct Server: Sendable {
    private let site: Site
    private let notes: RequestNotes
    private let operations: OperationsPage?
    private let logger: Logger
    private let drain: Duration
    let connections: Occupancy
    let bodies: Occupancy

    /// - Parameters:
    ///   - notes: where requests are noted.
    ///   - operations: what is answered on an address of its own; `nil` for nothing.
    ///   - drain: how long what is under way may take once the process has been told to end.
    package init(_ site: Site, notes: RequestNotes = RequestNotes(), operations: OperationsPage? = nil, drain: Duration = .seconds(25), logger: Logger) {
        self.drain = drain
        self.site = site
        self.notes = notes
        self.operations = operations
        self.logger = logger
        let capacity = site.settings.capacity
        connections = Occupancy(whole: capacity.connections, share: capacity.connectionsPerAddress)
        bodies = Occupancy(whole: capacity.bodies, share: capacity.bodiesPerAddress)
    }

    /// Ends on SIGTERM and SIGINT: nothing new is taken, what is under way is answered, and what is not in time is given up.
    ///
    /// - Parameters:
    ///   - ready: called once requests are answered, with the port listened on.
    ///   - watched: called once the address for operations is, with its port.
    package func run(ready: @escaping @Sendable (Int) async -> Void, watched: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        // The last is told first; the first ends last.
        let lastResort = LastResort(after: drain)
        defer { lastResort.disarm() }
        var services: [any Service] = [application(ready), EndingNotice(ending: site.ending, lastResort: lastResort, logger: logger)]
        if let operations { services.insert(operations.application(for: site, gauges: gauges, ready: watched, logger), at: 0) }
        var configuration = ServiceGroupConfiguration(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = drain
        try await ServiceGroup(configuration: configuration).run()
    }

    private func application(_ ready: @escaping @Sendable (Int) async -> Void) -> Application<Responder> {
        let settings = site.settings, connections = connections
        return Application(
            responder: Responder(site: site, bodies: bodies, notes: notes, logger: logger),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [EdgeHandler(isSecure: settings.isBehindTLS), ConnectionGate(connections, proxies: settings.proxies)],
                    idleTimeout: .seconds(30))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.capacity.connections)),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) },
            logger: Logger(label: logger.label) { _ in LateMetadata(logger) })
    }

    @Sendable private func gauges() async -> [Gauge] {
        await site.gauges() + [
            Gauge("portolan_connections", "Open connections, without those of named proxies.", Double(connections.held)),
            Gauge("portolan_body_bytes", "Bytes of the bodies of requests that are under way.", Double(bodies.held)),
        ]
    }
}
