import Foundation

/// Where a request comes from, as far as limits are concerned: an IPv4 address, or the first half of an IPv6 address, which is what one
/// subscriber has at will.
package struct ClientAddress: Hashable, Sendable {
    package let text: String

    /// - Returns: `nil` for anything that is not an address.
    package init?(_ text: some StringProtocol) {
        var four = in_addr(), six = in6_addr()
        let address = ClientAddress.bare(String(text))
        if inet_pton(AF_INET, address, &four) == 1 {
            self.text = address
        } else if inet_pton(AF_INET6, address, &six) == 1 {
            let bytes = withUnsafeBytes(of: &six) { Array($0) }
            let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            self.text =
                isMapped
                ? bytes.suffix(4).map(String.init).joined(separator: ".")
                : stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }.joined(separator: ":") + "::/64"
        } else {
            return nil
        }
    }

    private init(unchecked text: String) { self.text = text }

    package static let unknown = ClientAddress(unchecked: "unknown")

    /// The address that a connection comes from; where that is a proxy that the operator named, the last one that the proxy does not know as
    /// a proxy. What anybody else writes into `X-Forwarded-For` counts for nothing.
    static func of(peer: String?, forwarded: String?, proxies: Set<ClientAddress>) -> ClientAddress {
        guard let peer = peer.flatMap({ ClientAddress($0) }) else { return .unknown }
        guard proxies.contains(peer) else { return peer }
        for step in (forwarded ?? "").split(separator: ",").suffix(20).reversed() {
            guard let address = ClientAddress(step.trimmingCharacters(in: .whitespaces)) else { return peer }
            if !proxies.contains(address) { return address }
        }
        return peer
    }

    /// Without a zone, brackets or port.
    private static func bare(_ text: String) -> String {
        // Nearly every one comes without any of these.
        guard text.utf8.contains(where: { $0 == 0x5B || $0 == 0x3A || $0 == 0x25 }) else { return text }
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { return bare(String(text[text.index(after: text.startIndex)..<end])) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].contains(".") { return String(parts[0]) }
        return String(text.prefix { $0 != "%" })
    }
}
