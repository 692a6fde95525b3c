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
        guard let name = Settings.name(in: authority) else { return false }
        if isLoopback { return ["localhost", "127.0.0.1", "::1", host].contains(name) || names.contains(name) }
        return names.isEmpty || names.contains(name) || name == host
    }

    /// The name or address before the port, in lower case and without brackets; `nil` where there is none. By bytes: every request is asked.
    private static func name(in authority: String) -> String? {
        let bytes = Array(authority.utf8), isBracketed = bytes.first == 0x5B
        let end = bytes.firstIndex(of: isBracketed ? 0x5D : 0x3A) ?? bytes.count
        let name = bytes[(isBracketed ? 1 : 0)..<end], rest = bytes[min(isBracketed ? end + 1 : end, bytes.count)...]
        guard !name.isEmpty, !isBracketed || end < bytes.count else { return nil }
        guard name.allSatisfy({ isBracketed ? FormEncoding.hexadecimal($0) != nil || $0 == 0x3A || $0 == 0x2E : isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x2E }) else { return nil }
        let port = rest.dropFirst()
        guard rest.isEmpty || rest.first == 0x3A && (1...5).contains(port.count) && port.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }
}
