/// How the operator set the server up.
package struct Settings: Sendable {
    package var host: String
    package var port: Int
    /// Served over TLS by a proxy in front: cookies are marked so.
    package var isBehindTLS: Bool
    /// Names under which the server may be addressed, besides its own address.
    package var names: [String]
    package var maximumBody: Int
    package var version: String

    package init(host: String, port: Int, isBehindTLS: Bool = false, names: [String] = [], maximumBody: Int = 12 << 20, version: String) {
        self.host = host
        self.port = port
        self.isBehindTLS = isBehindTLS
        self.names = names
        self.maximumBody = maximumBody
        self.version = version
    }

    package var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    /// Whether a request that names this host is meant for this server (against DNS rebinding).
    func admits(host authority: String) -> Bool {
        let name = authority.hasPrefix("[") ? String(authority.prefix { $0 != "]" }.dropFirst()) : String(authority.prefix { $0 != ":" })
        if isLoopback { return name == "localhost" || name == "::1" || name.hasPrefix("127.") || names.contains(name) }
        return names.isEmpty || names.contains(name) || name == host
    }
}
