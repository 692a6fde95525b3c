import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Runs the site under Hummingbird, and guards the edge: host, size, time, headers, compression.
struct Responder: HTTPResponder {
    typealias Context = BasicRequestContext

    let site: Site
    let logger: Logger

    func respond(to request: Request, context: Context) async throws -> Response {
        let answer = await site.asProblem(answer(to: request), method: request.method.rawValue, target: request.head.path, acceptLanguage: request.headers[.acceptLanguage])
        var headers = HTTPFields()
        let own = Set(answer.headers.map { $0.name.lowercased() })
        let security = SecurityHeaders.all(isSecure: site.settings.isBehindTLS).filter { !own.contains($0.name.lowercased()) }
        for (name, value) in answer.headers + security {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        var body = answer.body
        if headers[.vary] == nil { headers[.vary] = "Accept-Encoding, Cookie, Accept-Language" }
        if request.headers[.acceptEncoding]?.contains("gzip") == true, headers[.contentEncoding] == nil, let packed = gzipped(body) {
            body = packed
            headers[.contentEncoding] = "gzip"
        }
        // Of nothing there is no length to tell: it would be taken for that of the whole.
        if answer.status != 204, answer.status != 304 { headers[.contentLength] = String(body.count) }
        let isHead = request.method == .head
        return Response(
            status: .init(code: answer.status), headers: headers, body: isHead ? .init() : .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    private func answer(to request: Request) async -> WebResponse {
        guard let method = WebRequest.Method(rawValue: request.method.rawValue) else {
            return WebResponse.text("This method is not supported.\n", status: 405).adding(("Allow", "GET, HEAD, POST"))
        }
        guard let host = request.head.authority, site.settings.admits(host: host) else {
            return closing(.text("The Host header is missing or names another server.\n", status: 400))
        }
        if let path = request.head.path, path.utf8.count > 8_000 { return closing(.text("This address is too long.\n", status: 414)) }
        let limit = limit(request)
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
            return closing(.text("This is larger than what is taken here (\(limit >> 10) KiB).\n", status: 413))
        }
        do {
            let body = method.hasBody ? try await collected(request, limit) : []
            var headers = ["host": host]
            for field in request.headers { headers[field.name.canonicalName] = headers[field.name.canonicalName].map { "\($0); \(field.value)" } ?? field.value }
            return await site.respond(
                to: WebRequest(
                    method: method, target: request.head.path ?? "/", headers: headers, body: body, isLoopback: site.settings.isLocal(headers)))
        } catch is BodyTooLate {
            return closing(.text("The request took too long to arrive. Nothing was recorded: send it again.\n", status: 408))
        } catch {
            return closing(.text("The request could not be read, or is too large.\n", status: 413))
        }
    }

    /// Files are sent by those who are signed in; nobody else has anything long to say.
    private func limit(_ request: Request) -> Int {
        let hasSession = request.headers[values: .cookie].contains { $0.contains("\(Site.sessionCookie)=") }
        return hasSession ? site.settings.maximumBody : min(site.settings.maximumBody, 256 << 10)
    }

    /// The body, within 20 seconds and one more for each kilobyte: a drip-fed body must not hold a connection for ever.
    private func collected(_ request: Request, _ limit: Int) async throws -> [UInt8] {
        let length = request.headers[.contentLength].flatMap(Int.init) ?? 0
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var request = request
                let buffer = try await request.collectBody(upTo: limit)
                return Array(buffer.readableBytesView)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(20 + min(length, limit) / 1024))
                throw BodyTooLate()
            }
            guard let first = try await group.next() else { throw BodyTooLate() }
            group.cancelAll()
            return first
        }
    }

    private func closing(_ response: WebResponse) -> WebResponse { response.adding(("Connection", "close")) }
}

private struct BodyTooLate: Error {}

extension WebResponse {
    func adding(_ header: (name: String, value: String)) -> WebResponse {
        var copy = self
        copy.headers.append(header)
        return copy
    }
}
