import Foundation
import Pages

/// A request as the site reads it: nothing of the server library, so that the whole site can be tested without a socket.
package struct WebRequest: Sendable {
    package enum Method: String, Sendable, CaseIterable {
        case get = "GET", head = "HEAD", post = "POST", put = "PUT", patch = "PATCH", delete = "DELETE", options = "OPTIONS"
    }

    package var method: Method
    /// As sent, still encoded, without the query.
    package var rawPath: String
    /// Decoded once; `nil` where the path does not decode to text.
    package var segments: [String]?
    package var query: [(name: String, value: String)]
    /// Names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]
    /// The address that the server listens on is loopback: only then may an example be signed into with one click.
    package var isLoopback: Bool
    package var address: ClientAddress

    package init(
        method: Method, target: String, headers: [String: String] = [:], body: [UInt8] = [], isLoopback: Bool = false,
        address: ClientAddress = .unknown
    ) {
        self.address = address
        self.method = method
        self.headers = headers
        self.body = body
        self.isLoopback = isLoopback
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        rawPath = String(parts.first ?? "/")
        segments = WebRequest.segments(of: rawPath)
        // Longer than any address that is offered here: what is shown again on the page must stay small.
        query = parts.count > 1 ? FormEncoding.pairs(parts[1].utf8, most: 50).map { ($0.name, Entered.clean($0.value)) } : []
    }

    package subscript(query name: String) -> String? { query.first { $0.name == name }?.value }

    package var cookies: [String: String] {
        var cookies: [String: String] = [:]
        for pair in (headers["cookie"] ?? "").utf8.split(separator: 0x3B).prefix(50) {
            let parts = pair.split(separator: 0x3D, maxSplits: 1)
            if parts.count == 2 { cookies[String(Substring(parts[0].trimmed))] = String(Substring(parts[1])) }
        }
        return cookies
    }

    /// Whether another site sent it, as far as the browser says. Old browsers send no `Sec-Fetch-Site`, but `Origin`.
    var isFromElsewhere: Bool {
        if let site = headers["sec-fetch-site"] { return site == "cross-site" || site == "same-site" }
        guard let origin = headers["origin"], let host = headers["host"] else { return false }
        return origin.split(separator: "/").last.map { $0.lowercased() != host.lowercased() } ?? true
    }

    private static func segments(of path: String) -> [String]? {
        // `//name` would be another server's address in a link or a form.
        guard !zip(path.utf8, path.utf8.dropFirst()).contains(where: { $0 == 0x2F && $1 == 0x2F }) else { return nil }
        var segments: [String] = []
        for part in path.split(separator: "/") {
            guard let decoded = FormEncoding.decoded(part.utf8, plusIsSpace: false), !decoded.isEmpty, decoded.utf8.count <= 200,
                !decoded.utf8.contains(where: { $0 < 0x20 || $0 == 0x2F || $0 == 0x5C || $0 == 0x7F })
            else { return nil }
            segments.append(decoded)
        }
        return segments
    }
}

extension Substring.UTF8View {
    /// Without the white space that may stand around a part of a header (RFC 9110, 5.6.3).
    var trimmed: Substring.UTF8View {
        var rest = self
        while let first = rest.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return rest
    }
}

/// The encoding of query strings and simple forms.
enum FormEncoding {
    /// Of an address, at most so many pairs. What is not UTF-8 is a question mark, which is no day, no number and no name: left out, it would be as if it
    /// had not been asked.
    static func pairs(_ bytes: some Collection<UInt8>, most: Int) -> [(name: String, value: String)] {
        all(bytes, most: most).map { ($0.name ?? "?", $0.value ?? "?") }
    }

    /// Of a form. `nil` where something is not UTF-8: without it the rest would say something else, such as that a text was emptied.
    static func form(_ bytes: [UInt8]) -> [(name: String, value: String)]? {
        let all = all(bytes, most: 10_000)
        let read = all.compactMap { pair -> (name: String, value: String)? in
            guard let name = pair.name, let value = pair.value else { return nil }
            return (name, value)
        }
        return read.count == all.count ? read : nil
    }

    /// `nil` for what is not UTF-8.
    private static func all(_ bytes: some Collection<UInt8>, most: Int) -> [(name: String?, value: String?)] {
        bytes.split(separator: 0x26, maxSplits: most).prefix(most).map { pair in
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            return (parts.first.flatMap { decoded($0, plusIsSpace: true) }, parts.count > 1 ? decoded(parts[1], plusIsSpace: true) : "")
        }
    }

    /// Percent-decoded once; `nil` unless the result is valid UTF-8.
    static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case 0x25:
                guard let high = rest.next().flatMap(hexadecimal), let low = rest.next().flatMap(hexadecimal) else { return nil }
                result.append(high << 4 | low)
            case 0x2B where plusIsSpace: result.append(0x20)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    /// What a digit says; `nil` for anything else.
    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
