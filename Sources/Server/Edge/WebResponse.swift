import Exchange
import Foundation
import Organisation
import Pages

/// An answer as the site gives it.
package struct WebResponse: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// What is sent instead of `body`, piece by piece from the disc.
    package var file: ScratchFile?
    /// What is sent instead of `body` for as long as there is more to come.
    var live: LiveStream?
    /// What it is for a program, where its status alone does not say.
    var problemKind: APIProblem.Kind?

    package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    static func html(_ document: Document, status: Int = 200) -> WebResponse {
        WebResponse(
            status: status, headers: [("Content-Type", "text/html; charset=utf-8"), ("Content-Language", document.language.rawValue)],
            body: document.bytes)
    }

    static func text(_ text: String, status: Int = 200) -> WebResponse {
        WebResponse(status: status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array(text.utf8))
    }

    static func json(_ text: String, status: Int = 200) -> WebResponse {
        WebResponse(status: status, headers: [("Content-Type", "application/json; charset=utf-8")], body: Array(text.utf8))
    }

    static func redirect(_ path: String) -> WebResponse { WebResponse(status: 303, headers: [("Location", path)]) }

    static func download(_ file: File) -> WebResponse {
        var response = WebResponse(status: 200, headers: [("Content-Type", file.type), ("Content-Disposition", file.disposition)])
        switch file.content {
        case .kept(let bytes): response.body = bytes
        case .onDisc(let disc): response.file = disc
        }
        return response
    }

    func with(cookie: Cookie) -> WebResponse {
        var copy = self
        copy.headers.append(("Set-Cookie", cookie.text))
        return copy
    }

    func adding(_ header: (name: String, value: String)) -> WebResponse {
        var copy = self
        copy.headers.append(header)
        return copy
    }

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
}

struct Cookie {
    var name: String
    var value: String
    /// Seconds; 0 takes it away.
    var age: Int
    var isSecure: Bool

    var text: String { "\(name)=\(value); Path=/; Max-Age=\(age); HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")" }
}
