import Accounts
import Exchange
import Foundation
import Journal
import Logging
import Organisation
import Pages
import Stores
import Synchronization
import TestKit

@testable import Server

/// A server for tests: the real site over a fresh SQLite file, with a clock that the test sets.
final class TestServer: Sendable {
    let site: Site
    /// What went out.
    let mails = Mails()
    let folder: URL
    private let store: SQLiteStore

    /// - Parameters:
    ///   - allowances: how often what may be done, where that is not as usual.
    ///   - sendsMail: whether the operator lets mails go out.
    ///   - house: of these features, where it is built already.
    ///   - frozen: a server that has been frozen; this one begins with what was recorded in it.
    init(
        _ features: [Feature], house: House? = nil, after frozen: TestServer? = nil, allowances: (@Sendable (LimitedAct) -> Allowances)? = nil, sendsMail: Bool = true,
        settings: Settings = Settings(host: "127.0.0.1", port: 8080, version: "test")
    ) throws {
        var settings = settings
        if let allowances { settings.allowances = allowances }
        let folder = FileManager.default.temporaryDirectory.appending(path: "portolan-\(UUID().uuidString)")
        if let frozen {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: frozen.folder.appending(path: "test.sqlite"), to: folder.appending(path: "test.sqlite"))
        }
        let counter = Shared(0)
        self.counter = counter
        let store = try SQLiteStore(path: folder.appending(path: "test.sqlite").path, traced: { counter.withLock { $0 += 1 } })
        let box = ClockBox(Moment(startOf: .testDay))
        let house = try house ?? House(features), log = self.log
        site = Site(
            journals: Journals(store, chapters: house.chapters, now: { box.now }),
            signIn: SignIn(store, passwords: Passwords(cost: 4), now: { box.now }), house: house,
            settings: settings,
            mailRoom: MailRoom(
                sendsMail ? mails : nil, from: try Mailbox(name: "Portolan", address: "portolan@example.org"), now: { box.now }, pauses: [.zero],
                // What is not taken at once waits until the server is stopped.
                wait: { _ in throw CancellationError() }, report: { _ in }),
            logger: Logger(label: "test", factory: { _ in log }))
        self.folder = folder
        self.store = store
        self.box = box
    }

    /// What was written to the log.
    let log = KeptLog()
    private let box: ClockBox
    private let counter: Shared

    /// How many statements the store has run.
    var statements: Int { counter.withLock { $0 } }

    /// Closes the file, so that others can begin with what is in it.
    func freeze() throws { try store.close() }

    func advance(seconds: Int) { box.advance(seconds: seconds) }

    /// Records what a test begins with.
    func given(_ proposals: [Proposal], in id: OrganisationID = ID("test")) async throws {
        let journal = try await site.journals.journal(id)
        _ = try await journal.record(Command(by: .system, key: UUID().uuidString, content: Data())) { _ in proposals }
    }

    func person(_ id: ID<Actor>, _ name: String, isExample: Bool = true) async throws {
        try await site.signIn.store.keep(
            Account(id: id, name: name, email: "\(id)@example.org", passwordHash: nil, createdAt: box.now, isExample: isExample))
    }

    func password(_ password: String, of email: String) async throws {
        let (_, link) = try await site.signIn.link(name: "", email: email)
        _ = try await site.signIn.accept(link: link, password: password)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(at: folder)
    }
}

private final class Shared: Sendable {
    private let number: Mutex<Int>
    init(_ number: Int) { self.number = Mutex(number) }
    func withLock<T>(_ body: (inout sending Int) -> sending T) -> T { number.withLock(body) }
}

private final class ClockBox: Sendable {
    private let moment: Mutex<Moment>
    init(_ moment: Moment) { self.moment = Mutex(moment) }
    var now: Moment { moment.withLock { $0 } }
    func advance(seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// What a person without JavaScript does: follows links, fills in forms, keeps cookies.
final class Browser: Sendable {
    private let server: TestServer
    private let cookies = Mutex<[String: String]>([:])
    private let isLoopback: Bool
    private let address: ClientAddress

    init(_ server: TestServer, isLoopback: Bool = true, address: String = "127.0.0.1") {
        self.server = server
        self.address = ClientAddress(address) ?? .unknown
        self.isLoopback = isLoopback
    }

    func get(_ target: String, headers: [String: String] = [:]) async -> WebResponse {
        await send(WebRequest(method: .get, target: target, headers: with(headers), isLoopback: isLoopback))
    }

    /// Opens a form, fills some fields and sends it; `changing` sees all fields as the page gave them.
    func submit(_ target: String, _ values: [String: String], headers: [String: String] = [:]) async -> WebResponse {
        await send(form(of: await get(target), values), to: target, headers: headers)
    }

    func send(_ fields: [(String, String)], to target: String, headers: [String: String] = [:]) async -> WebResponse {
        let body = fields.map { "\(percentEncoded($0.0))=\(percentEncoded($0.1))" }.joined(separator: "&")
        var headers = with(headers)
        if headers["content-type"] == nil { headers["content-type"] = "application/x-www-form-urlencoded" }
        return await send(WebRequest(method: .post, target: target, headers: headers, body: Array(body.utf8), isLoopback: isLoopback))
    }

    /// As a browser sends a form that holds a file.
    func send(_ fields: [(String, String)], file: (name: String, text: String), called fileName: String = "file.txt", to target: String) async -> WebResponse {
        var body = fields.map { "--boundary\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
        body += "--boundary\r\nContent-Disposition: form-data; name=\"\(file.name)\"; filename=\"\(fileName)\"\r\n\r\n\(file.text)\r\n--boundary--\r\n"
        let headers = with(["content-type": "multipart/form-data; boundary=boundary"])
        return await send(WebRequest(method: .post, target: target, headers: headers, body: Array(body.utf8), isLoopback: isLoopback))
    }

    /// The hidden fields of the form that follows a text.
    func fields(of page: WebResponse, after text: String) -> [(String, String)] {
        let rest = page.text.range(of: text).map { String(page.text[$0.upperBound...]) } ?? ""
        return rest.prefix(upTo: rest.range(of: "</form>")?.lowerBound ?? rest.endIndex).matches(of: /<input([^>]*)>/).compactMap { match in
            attribute("name", String(match.output.1)).map { ($0, attribute("value", String(match.output.1)) ?? "") }
        }
    }

    func signIn(as account: String) async {
        _ = await send([("csrf", csrf(in: await get("/sign-in"))), ("account", account), ("next", "/")], to: "/sign-in/as")
    }

    /// The fields of the page's main form with their present values, some replaced.
    func form(of page: WebResponse, _ values: [String: String] = [:]) -> [(String, String)] {
        let text = page.text
        guard let start = text.range(of: "<form class=\"form\" method=\"post\""), let end = text.range(of: "</form>", range: start.upperBound..<text.endIndex)
        else { return Array(values) }
        var fields: [(String, String)] = []
        for match in text[start.lowerBound..<end.lowerBound].matches(of: /<input([^>]*)>/) {
            let attributes = String(match.output.1)
            guard let name = attribute("name", attributes), !["checkbox", "radio"].contains(attribute("type", attributes)) || attributes.contains(" checked") else { continue }
            fields.append((name, attribute("value", attributes) ?? ""))
        }
        for match in text[start.lowerBound..<end.lowerBound].matches(of: /<textarea([^>]*)>([^<]*)</) {
            if let name = attribute("name", String(match.output.1)) { fields.append((name, unescaped(String(match.output.2)))) }
        }
        for match in text[start.lowerBound..<end.lowerBound].matches(of: /<select([^>]*)>(.*?)<\/select>/) {
            guard let name = attribute("name", String(match.output.1)) else { continue }
            let chosen = String(match.output.2).firstMatch(of: /value="([^"]*)" selected/) ?? String(match.output.2).firstMatch(of: /value="([^"]*)"/)
            fields.append((name, chosen.map { String($0.output.1) } ?? ""))
        }
        return fields.filter { values[$0.0] == nil } + values.map { ($0.key, $0.value) }
    }

    func hold(session: String) { cookies.withLock { $0[Site.sessionCookie] = session } }

    /// The same with something in every field that needs it.
    func filledForm(of page: WebResponse, _ values: [String: String]) -> [(String, String)] {
        let text = page.text, day = "\(Day.testDay)"
        var fields = form(of: page, values)
        for index in fields.indices where fields[index].1.isEmpty && values[fields[index].0] == nil {
            let name = NSRegularExpression.escapedPattern(for: fields[index].0)
            guard let range = text.range(of: "<(input|textarea|select)[^>]* name=\"\(name)\"[^>]*>", options: .regularExpression) else { continue }
            let tag = text[range]
            // Of a text in languages the first is enough.
            guard tag.contains(" required") || fields[index].0.hasSuffix(".en") else { continue }
            if tag.hasPrefix("<select") {
                fields[index].1 = text[range.upperBound...].firstMatch(of: /value="([^"]+)"/).map { String($0.output.1) } ?? ""
            } else {
                fields[index].1 = tag.contains("type=\"date\"") ? day : tag.contains("inputmode") ? "1" : "Because"
            }
        }
        return fields
    }

    func csrf(in page: WebResponse) -> String { page.text.firstMatch(of: /name="csrf" value="([^"]*)"/).map { String($0.output.1) } ?? "" }

    private func attribute(_ name: String, _ attributes: String) -> String? {
        guard let range = attributes.range(of: " \(name)=\"") else { return nil }
        return unescaped(String(attributes[range.upperBound...].prefix { $0 != "\"" }))
    }

    /// As a browser does, which knows nothing of Characters: a combining mark behind a semicolon hides it from `replacing`.
    private func unescaped(_ text: String) -> String {
        [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
    }

    private func with(_ headers: [String: String]) -> [String: String] {
        var headers = headers
        headers["cookie"] = cookies.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        return headers
    }

    func send(_ method: WebRequest.Method, _ target: String, headers: [String: String] = [:], body: [UInt8] = []) async -> WebResponse {
        await send(WebRequest(method: method, target: target, headers: with(headers), body: body, isLoopback: isLoopback))
    }

    private func send(_ request: WebRequest) async -> WebResponse {
        var request = request
        request.address = address
        var response = await server.site.respond(to: request)
        if let bytes = try? response.file?.bytes { response.body = bytes }
        for header in response.headers where header.name == "Set-Cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            cookies.withLock { $0[pair[0]] = header.value.contains("Max-Age=0;") ? nil : pair.count > 1 ? pair[1] : "" }
        }
        return response
    }
}

extension WebResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
    var location: String { header("Location") ?? "" }
}
