import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Runs the site under Hummingbird, and guards the edge: host, size, time, headers, compression.
struct Responder: HTTPResponder {
    typealias Context = EdgeContext

    let site: Site
    let bodies: Occupancy
    let notes: RequestNotes
    let logger: Logger

    /// Those of nearly every answer, read once.
    private static let names = Dictionary(
        uniqueKeysWithValues: ["ETag", "Cache-Control", "Content-Type", "Content-Language", "Vary", "Location", "Link"].compactMap { name in
            HTTPField.Name(name).map { (name, $0) }
        })

    func respond(to request: Request, context: Context) async throws -> Response {
        let began = ContinuousClock.now
        var answer = await site.asProblem(
            answer(to: request, context), target: request.head.path, acceptLanguage: request.headers[.acceptLanguage])
        // Behind a wish to speak another protocol the library's reader waits for that protocol, and reads no further request.
        if request.headers[.upgrade] != nil { answer = closing(answer) }
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let name = Responder.names[name] ?? HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        var body = answer.body
        if headers[.vary] == nil { headers[.vary] = "Accept-Encoding, Cookie, Accept-Language" }
        if let file = answer.file {
            notes.note(request, site, status: answer.status, bytes: request.method == .head ? 0 : try file.size, took: .now - began)
            return try StreamedFile(file, headers, to: request).response(status: answer.status)
        }
        if let live = answer.live {
            notes.note(request, site, status: answer.status, bytes: 0, took: .now - began)
            return Response(status: .init(code: answer.status), headers: headers, body: request.method == .head ? .init() : live.body)
        }
        if takesGzip(request.headers[.acceptEncoding]), headers[.contentEncoding] == nil, let packed = gzipped(body) {
            body = packed
            headers[.contentEncoding] = "gzip"
        }
        // Of nothing there is no length to tell: it would be taken for that of the whole.
        if answer.status != 204, answer.status != 304 { headers[.contentLength] = String(body.count) }
        let isHead = request.method == .head
        notes.note(request, site, status: answer.status, bytes: isHead ? 0 : body.count, took: .now - began)
        return Response(
            status: .init(code: answer.status), headers: headers, body: isHead ? .init() : .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    private func answer(to request: Request, _ context: Context) async -> WebResponse {
        guard let method = WebRequest.Method(rawValue: request.method.rawValue) else {
            return closing(.text("This server does not know this method.\n", status: 501))
        }
        // The library takes the first Host for the authority, after an address that names a server took its place; a second one stays among the fields.
        guard let host = request.head.authority, !request.headers.contains(where: { $0.name.canonicalName == "host" }), site.settings.admits(host: host)
        else {
            return closing(.text("The Host header is missing, or it or the address names another server.\n", status: 400))
        }
        if let path = request.head.path, path.utf8.count > 8_000 { return closing(.text("This address is too long.\n", status: 414)) }
        let announced = request.headers[.contentLength].map { Int($0) }
        // The library's reader takes lengths up to 2^64; no body of such a length will ever be whole.
        if announced == .some(nil) { return unreadable("No body can be as long as this request says of its own.\n") }
        // The library's reader hands on what is to be coded in another way, and then finds no body that it could read.
        if let coding = request.headers[.transferEncoding], coding.lowercased() != "chunked" {
            return unreadable("A body is taken whole or in chunks, in no other transfer coding.\n")
        }
        let limit = await limit(request)
        if let length = announced.flatMap({ $0 }), length > limit {
            return closing(tooLarge(limit))
        }
        var headers = ["host": host]
        for field in request.headers {
            let between = field.name == .cookie ? "; " : ", "
            headers[field.name.canonicalName] = headers[field.name.canonicalName].map { $0 + between + field.value } ?? field.value
        }
        let address = ClientAddress.of(peer: context.address, forwarded: headers["x-forwarded-for"], proxies: site.settings.proxies)
        let share = BodyShare(of: bodies, for: address)
        defer { share.giveBack() }
        // Nothing of what stands above a body speaks against it.
        if request.waitsToSendBody { context.askForBody() }
        do {
            let body = method == .get || method == .head ? [] : try await collected(request, limit, share)
            return await site.respond(
                to: WebRequest(
                    method: method, target: request.head.path ?? "/", headers: headers, body: body, isLoopback: site.settings.isLocal(headers),
                    address: address))
        } catch is BodyTooLate {
            return closing(.text("The request took too long to arrive. Nothing was recorded: send it again.\n", status: 408))
        } catch let full as Occupancy.Full {
            return closing(refusal(full))
        } catch is BodyTooLarge {
            return closing(tooLarge(limit))
        } catch {
            // Its chunks are none, or it ends before its end.
            return unreadable("The body of this request cannot be read.\n")
        }
    }

    /// Files are sent by those who are signed in; nobody else has anything long to say. A cookie alone is no proof of that.
    private func limit(_ request: Request) async -> Int {
        let few = min(site.settings.maximumBody, 256 << 10)
        if let length = request.headers[.contentLength].flatMap(Int.init), length <= few { return few }
        guard request.method != .get, request.method != .head else { return few }
        let cookies = request.headers[values: .cookie].joined(separator: "; ")
        return await site.isSignedIn(cookies) ? site.settings.maximumBody : few
    }

    /// The body, within 20 seconds and one more for every 4 KiB, the least that a line of 50 kbit/s carries under trouble: a drip-fed body must
    /// not hold a connection for ever.
    private func collected(_ request: Request, _ limit: Int, _ share: BodyShare) async throws -> [UInt8] {
        let length = request.headers[.contentLength].flatMap(Int.init) ?? 0
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                // Counted as it arrives: to announce much and send little takes nothing from others.
                for try await part in request.body {
                    guard part.readableBytes <= limit - bytes.count else { throw BodyTooLarge() }
                    try share.take(part.readableBytes)
                    bytes.append(contentsOf: part.readableBytesView)
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: .seconds(20 + min(length, limit) / 4096))
                throw BodyTooLate()
            }
            guard let first = try await group.next() else { throw BodyTooLate() }
            group.cancelAll()
            return first
        }
    }

    /// Nothing of it was read: it can be sent again as it is.
    private func refusal(_ full: Occupancy.Full) -> WebResponse {
        let answer: WebResponse =
            switch full {
            case .share: .text("Too much is being sent from your address at this moment. Nothing was recorded: send it again in a moment.\n", status: 429)
            case .whole: .text("Too much is being sent to this server at this moment. Nothing was recorded: send it again in a moment.\n", status: 503)
            }
        return answer.adding(("Retry-After", "5"))
    }

    private func tooLarge(_ limit: Int) -> WebResponse { .text("This is larger than what is taken here (\(limit >> 10) KiB).\n", status: 413) }

    /// What is sent as a body is none, or is said to be what no body can be: where the next request would begin is not known either.
    private func unreadable(_ text: String) -> WebResponse {
        var response = closing(.text(text, status: 400))
        response.problemKind = .unreadableContent
        return response
    }

    private func closing(_ response: WebResponse) -> WebResponse { response.adding(("Connection", "close")) }
}

private struct BodyTooLate: Error {}
private struct BodyTooLarge: Error {}
