/// How the operator set the server up.
package struct Settings: Sendable {
    package var host: String
    package var port: Int
    /// Served over TLS by a proxy in front: cookies are marked so.
    package var isBehindTLS: Bool
    /// Names under which the server may be addressed, besides its own address.
    package var names: [String]
    /// The proxies in front, whose word on where a request comes from is taken.
    package var proxies: Set<ClientAddress>
    package var maximumBody: Int
    package var version: String
    /// How people reach the server, for links in mails, without a slash at its end. Never taken from a request: whoever sends one could
    /// name another server.
    package var publicAddress: String
    /// How often what may be done.
    package var allowances: @Sendable (LimitedAct) -> Allowances = Allowances.standard
    /// How much may be held at one moment.
    package var capacity = Capacity.standard

    package init(
        host: String, port: Int, isBehindTLS: Bool = false, names: [String] = [], proxies: Set<ClientAddress> = [], maximumBody: Int = Settings.maximumBody,
        version: String, publicAddress: String? = nil
    ) {
        self.proxies = proxies
        self.host = host
        self.port = port
        self.isBehindTLS = isBehindTLS
        self.names = names.map { $0.lowercased() }
        self.maximumBody = maximumBody
        self.version = version
        let named = names.first.map { isBehindTLS ? "https://\($0)" : "http://\($0):\(port)" }
        self.publicAddress = publicAddress ?? named ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// The largest file that is taken, and what belongs to it.
    package static let maximumBody = 12 << 20

    package var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    /// Whether a request can only come from this machine: not where a proxy stands in front, which listens elsewhere for it.
    func isLocal(_ headers: [String: String]) -> Bool {
        let forwarding = ["forwarded", "via", "x-real-ip", "x-client-ip", "cf-connecting-ip", "true-client-ip"]
        let isForwarded = headers.keys.contains { forwarding.contains($0) || $0.hasPrefix("x-forwarded") }
        return isLoopback && !isBehindTLS && names.isEmpty && !isForwarded
    }

    /// Whether a request that names this host is meant for this server (against DNS rebinding).
    func admits(host authority: String) -> Bool {
        let port = authority.wholeMatch(of: /(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(?::[0-9]{1,5})?/)
        guard let name = port.map({ String($0.output.1).trimmingPrefix("[").replacing("]", with: "").lowercased() }) else { return false }
        if isLoopback { return ["localhost", "127.0.0.1", "::1", host].contains(name) || names.contains(name) }
        return names.isEmpty || names.contains(name) || name == host
    }
}
