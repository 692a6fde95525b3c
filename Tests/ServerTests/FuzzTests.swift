import Accounts
import Features
import Foundation
import Journal
import Methods
import Pages
import TestKit
import Testing

@testable import Server

/// Ten thousand damaged requests to everything that there is: nothing crashes, and nothing fails without an error id.
@Suite struct FuzzTests {
    @Test func damagedRequestsAreAnsweredAndNothingEnds() async throws {
        let matrix = Matrix(), server = try await matrix.guild(), routes = server.site.house.routes
        var chance = SeededGenerator(seed: 2026), counts: [Int: Int] = [:]
        let planner = try #require(Persona.all.first { $0.name == "planner" })
        let session = try await server.site.signIn.session(for: ID("planner"))
        let browser = try await matrix.browser(planner)
        for number in 0..<10_000 {
            let route = routes[Int(chance.next() % UInt64(routes.count))], samples = Samples.of(route.path) ?? []
            let values = samples.isEmpty ? [:] : samples[Int(chance.next() % UInt64(samples.count))].values
            var target = try await matrix.address(route.path, values) + "?as-of=2026-01-01&page=2&q=x&kind=all"
            if number % 3 == 0 { target = String(target.prefix { $0 != "?" }) }
            var body = Array("csrf=\(session.derived(for: "csrf"))&key=12345678&base=5&code=X&title.en=T&name.en=N&because=B&on=2026-01-01&value.i-open=5".utf8)
            var headers = ["cookie": "\(Site.sessionCookie)=\(session.text)", "content-type": "application/x-www-form-urlencoded", "host": "127.0.0.1"]
            for _ in 0...Int(chance.next() % 3) {
                switch chance.next() % 4 {
                case 0: target = Damage.of(target, &chance)
                case 1, 2: body = Array(Damage.of(String(decoding: body, as: UTF8.self), &chance).utf8)
                default: headers[["cookie", "content-type", "accept-language", "if-none-match", "origin"][Int(chance.next() % 5)]] = Damage.of("en;q=1", &chance)
                }
            }
            let methods = WebRequest.Method.allCases
            let method = number % 2 == 0 ? WebRequest.Method.get : number % 7 == 0 ? methods[Int(chance.next() % UInt64(methods.count))] : .post
            let answer = await server.site.respond(to: WebRequest(method: method, target: target, headers: headers, body: body))
            counts[answer.status, default: 0] += 1
            #expect(answer.status < 500, "\(method) \(target) \(String(decoding: body, as: UTF8.self)): \(answer.text.suffix(400))")
        }
        #expect(counts.count >= 5, "\(counts)")
        #expect(await browser.get("/\(Pilots.id)/about").status == 200)
    }
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
