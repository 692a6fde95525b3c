import Accounts
import Features
import Foundation
import Journal
import Methods
import Pages
import TestKit
import Testing

@testable import Server

/// Ten thousand damaged requests to every page and form, and two and a half thousand to the API: nothing crashes, and nothing fails.
@Suite struct FuzzTests {
    /// Side by side, so that what one waits for the others use; each has chances of its own, the same in every run.
    private static let lanes = 8

    @Test func damagedRequestsAreAnsweredAndNothingEnds() async throws {
        let target = try await FuzzTarget()
        var counts: [Int: Int] = [:]
        try await withThrowingTaskGroup(of: [Int].self) { group in
            for lane in 0..<FuzzTests.lanes {
                group.addTask {
                    var chance = SeededGenerator(seed: 2026 + UInt64(lane)), statuses: [Int] = []
                    for number in 0..<10_000 / FuzzTests.lanes { statuses.append(await target.page(number, &chance)) }
                    for number in 0..<2_560 / FuzzTests.lanes { statuses.append(await target.program(number, &chance)) }
                    return statuses
                }
            }
            for try await statuses in group { for status in statuses { counts[status, default: 0] += 1 } }
        }
        #expect(counts.values.reduce(0, +) >= 12_500)
        // Not all of them may founder on the same refusal.
        for (status, least) in [200: 1_000, 303: 300, 400: 1_000, 403: 300, 404: 1_000, 422: 150] { #expect(counts[status, default: 0] >= least, "\(counts)") }
        #expect(await target.isAlive)
    }
}

/// The guild with everything that can be asked of it.
private struct FuzzTarget {
    private let server: TestServer
    private let session: Token
    private let token: String
    private let addresses: [String]
    private let forms: [String]
    private let endpoints: [Endpoint]
    /// Where the journal began: forms of now are asked about less often than those of long ago.
    private let position: Int

    init() async throws {
        let matrix = Matrix()
        server = try await matrix.guild()
        session = try await server.site.signIn.session(for: ID("planner"))
        token = try await server.site.signIn.newAccessToken(for: ID("administrator"), name: "fuzz", scope: .write, organisation: nil, days: 7).text
        var addresses: [String] = [], forms: [String] = []
        for route in server.site.house.routes {
            for values in (Samples.of(route.path) ?? []).map(\.values) {
                let address = try await matrix.address(route.path, values)
                addresses.append(address)
                if case .form = route.handler { forms.append(address) }
            }
        }
        self.addresses = addresses
        self.forms = forms
        endpoints = server.site.endpoints.all
        position = try await matrix.position()
    }

    var isAlive: Bool {
        get async {
            let page = await Browser(server).get("/\(Pilots.id)/about").status, readiness = await server.site.readiness().status
            return page == 200 && readiness == 200
        }
    }

    /// A page, or a form with its proof of origin.
    func page(_ number: Int, _ chance: inout SeededGenerator) async -> Int {
        let method = number % 2 == 0 ? WebRequest.Method.get : number % 7 == 0 ? WebRequest.Method.allCases.any(&chance) : .post
        var target = (method == .post ? forms : addresses).any(&chance)
        if number % 3 != 0 { target += "?as-of=2026-01-01&page=2&q=x&kind=all" }
        // Mostly a wish of its own; sometimes one that was sent before with something else.
        let key = number % 16 == 0 ? "12345678" : "\(chance.next())"
        var body = Array("csrf=\(session.derived(for: "csrf"))&key=\(key)&base=\(position)&code=X&title.en=T&name.en=N&because=B&on=2026-01-01&value.i-open=5".utf8)
        var headers = ["cookie": "\(Site.sessionCookie)=\(session.text)", "content-type": "application/x-www-form-urlencoded", "host": "127.0.0.1"]
        for _ in 0...Int(chance.next() % 3) {
            switch chance.next() % 4 {
            case 0: target = Damage.of(target, &chance)
            case 1, 2: body = Array(Damage.of(String(decoding: body, as: UTF8.self), &chance).utf8)
            default: headers[["cookie", "content-type", "accept-language", "if-none-match", "origin"].any(&chance)] = Damage.of("en;q=1", &chance)
            }
        }
        return await status(WebRequest(method: method, target: target, headers: headers, body: body))
    }

    /// What a program sends: JSON, cursors, conditions, keys.
    func program(_ number: Int, _ chance: inout SeededGenerator) async -> Int {
        let endpoint = endpoints.any(&chance)
        let ids = [
            "organisation": ["\(Pilots.id)"], "member": ["m-one", "m-two"], "indicator": ["i-open", "i-staff"], "objective": ["o-now-low"], "period": ["y-open"], "region": ["r-one"],
            "body": ["b-one"],
        ]
        var target = "/api/v1/\(endpoint.path)"
        for gap in endpoint.gaps { target = target.replacing("{\(gap)}", with: (ids[gap] ?? ["none"]).any(&chance)) }
        let method = WebRequest.Method(rawValue: endpoint.methods.any(&chance)) ?? .get
        if method == .delete { target += "?because=B" } else if method == .get, number % 3 == 0 { target += ["?limit=2&cursor=WyJtLW9uZSJd", "?as-of=2026-01-01"].any(&chance) }
        var body = #"{"id":"m-new","code":"NEW","name":{"en":"New"},"value":5,"number":5,"region":"r-one","date":"2026-01-01","note":{"en":"B"}}"#
        var headers = [
            "authorization": "Bearer \(token)", "content-type": "application/json", "host": "127.0.0.1", "if-match": number % 4 == 0 ? "\"1\"" : "*",
            "idempotency-key": number % 16 == 0 ? "12345678" : "key-\(chance.next())",
        ]
        for _ in 0...Int(chance.next() % 3) {
            switch chance.next() % 4 {
            case 0: target = Damage.of(target, &chance)
            case 1, 2: body = Damage.of(body, &chance)
            default:
                let name = ["authorization", "content-type", "accept", "if-match", "if-none-match", "idempotency-key"].any(&chance)
                headers[name] = Damage.of(headers[name] ?? "en", &chance)
            }
        }
        return await status(WebRequest(method: method, target: target, headers: headers, body: Array(body.utf8)))
    }

    private func status(_ request: WebRequest) async -> Int {
        let answer = await server.site.respond(to: request)
        if answer.status >= 500 {
            Issue.record("\(request.method) \(request.rawPath) \(request.query) \(request.headers) \(String(decoding: request.body, as: UTF8.self)): \(answer.text.suffix(400))")
        }
        return answer.status
    }
}

extension Array {
    fileprivate func any(_ chance: inout SeededGenerator) -> Element { self[Int(chance.next() % UInt64(count))] }
}

/// What goes wrong with texts, at random but the same for the same seed.
private enum Damage {
    static func of(_ text: String, _ chance: inout SeededGenerator) -> String {
        var bytes = Array(text.utf8)
        let at = bytes.isEmpty ? 0 : Int(chance.next() % UInt64(bytes.count)), nasty = nasties[Int(chance.next() % UInt64(nasties.count))]
        switch chance.next() % 5 {
        case 0: bytes.insert(contentsOf: nasty, at: at)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + Int(chance.next() % 20)))
        case 2: if !bytes.isEmpty { bytes[at] = UInt8(truncatingIfNeeded: chance.next()) }
        case 3:
            // What stands between two marks becomes something else.
            let marks: Set<UInt8> = [0x2F, 0x3D, 0x26, 0x3F]
            let start = bytes[..<at].lastIndex(where: marks.contains).map { $0 + 1 } ?? 0, end = bytes[at...].firstIndex(where: marks.contains) ?? bytes.count
            bytes.replaceSubrange(min(start, end)..<end, with: nasty)
        default: bytes += bytes.suffix(Int(chance.next() % 200))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let nasties: [[UInt8]] = [
        [0], [0xFF, 0xFE], Array("%00".utf8), Array("%ff%fe".utf8), Array("%2e%2e%2f".utf8), Array("\"\u{301}<script>".utf8), Array("\u{202E}\u{2066}".utf8),
        Array("١٢٣".utf8), Array("1e400".utf8), Array("9223372036854775808".utf8), Array("-9223372036854775809".utf8), Array("2026-02-30".utf8),
        Array("99999-01-01".utf8), Array("-1".utf8), Array("NaN".utf8), Array("' OR 1=1 --".utf8), Array(String(repeating: "9", count: 400).utf8),
        Array("e\u{301}".utf8), Array("%0d%0aSet-Cookie:a=b".utf8), Array(repeating: 0x26, count: 300), Array("=1+1".utf8), Array("plan:".utf8), Array(":".utf8),
    ]
}
