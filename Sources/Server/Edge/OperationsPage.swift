import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Journal
import Logging
import NIOCore

/// What the machinery around the program asks, on an address of its own that the public never reaches: `/metrics`, `/readyz`, `/healthz`.
///
/// It is answered until the last request of the site's own address is: who watches the ending sees it to its end.
package struct OperationsPage: Sendable {
    private let host: String
    private let port: Int
    private let measures: Measures
    private let gauges: @Sendable () async -> [Gauge]

    /// - Parameter gauges: what stands at the moment of asking, besides what the site itself knows.
    package init(host: String, port: Int, measures: Measures, gauges: @escaping @Sendable () async -> [Gauge] = { [] }) {
        (self.host, self.port, self.measures, self.gauges) = (host, port, measures, gauges)
    }

    /// To be run beside the site's.
    func application(
        for site: Site, gauges own: @escaping @Sendable () async -> [Gauge], ready: @escaping @Sendable (Int) async -> Void, _ logger: Logger
    ) -> Application<OperationsResponder> {
        Application(
            responder: OperationsResponder(site: site, measures: measures) { await own() + gauges() },
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil, availableConnectionsDelegate: MaximumAvailableConnections(64)),
            onServerRunning: { await ready($0.localAddress?.port ?? 0) }, logger: logger)
    }
}

struct OperationsResponder: HTTPResponder {
    typealias Context = EdgeContext

    let site: Site
    let measures: Measures
    let gauges: @Sendable () async -> [Gauge]

    func respond(to request: Request, context: Context) async throws -> Response {
        guard request.method == .get || request.method == .head else { return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"]) }
        let answer: WebResponse
        switch request.uri.path {
        case "/metrics":
            let text = measures.text(await gauges())
            answer = WebResponse(status: 200, headers: [("Content-Type", "text/plain; version=0.0.4; charset=utf-8")], body: Array(text.utf8))
        case "/readyz": answer = await site.readiness()
        case "/healthz": answer = .text("alive\n")
        default: answer = .text("Here are /metrics, /readyz and /healthz.\n", status: 404)
        }
        let headers: HTTPFields = [
            .contentType: answer.header("Content-Type") ?? "", .cacheControl: "no-store", .contentLength: String(answer.body.count),
        ]
        let body = request.method == .head ? [] : answer.body
        return Response(status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

extension Site {
    /// Where each journal ends, whether it can be written, and what waits.
    func gauges() async -> [Gauge] {
        var positions: [(String, Double)] = []
        for id in (try? await journals.store.organisations()) ?? [] {
            if let head = try? await journals.store.head(of: id) { positions.append(("organisation=\"\(id)\"", Double(head.position))) }
        }
        return [
            Gauge("portolan_journal_position", "The last position of each journal.", positions),
            Gauge("portolan_journal_waiting_events", "Events that are decided and wait to be written.", Double(journals.waiting)),
            Gauge("portolan_journal_writable", "1 while journals can be written, 0 after a write that failed.", journals.hasStopped ? 0 : 1),
            Gauge("portolan_disc_writable", "1 while something new fits on the disc of the database.", disc?.canBeWritten == false ? 0 : 1),
            Gauge("portolan_ready", "1 while requests are taken, 0 once the process has been told to end.", ending.hasBegun ? 0 : 1),
            Gauge("portolan_password_queue", "Passwords being hashed or waiting for it.", Double(signIn.passwordQueue)),
            Gauge("portolan_file_queue", "Uploaded files being read or waiting for it.", Double(workbench.load)),
            Gauge("portolan_export_queue", "Files being written for taking along, or waiting for it.", Double(exportBench.load)),
        ]
    }
}
