import Foundation
import TestKit
import Testing

@testable import Server

/// What a request says of itself before anything is asked of a page, as bytes on a connection.
@Suite(.serialized, .timeLimit(.minutes(2))) struct RequestHeadTests {
    @Test func `a server that is named in the address counts, and Host does not`() async throws {
        try await served { port in
            let others = [
                "http://evil.example/", "HTTP://evil.example:80", "http://127.0.0.1@evil.example/", "http://127.0.0.1:80@evil.example/", "https://evil.example?x=http://127.0.0.1/",
                "http:///", "http://", "ftp://127.0.0.1/",
            ]
            for target in others {
                let answer = try await Wire.answer(to: "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", port: port)
                #expect(answer.hasPrefix("HTTP/1.1 400") && answer.contains("Connection: close"), "\(target): \(answer.prefix(100))")
            }
            for target in ["http://127.0.0.1/", "HTTP://LOCALHOST:\(port)/sign-in", "https://[::1]?language=fr"] {
                let answer = try await Wire.answer(to: "GET \(target) HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", port: port)
                #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains("<html lang=\"fr\"") == target.hasSuffix("fr"), "\(target): \(answer.prefix(100))")
                for hosts in ["", "Host: 127.0.0.1\r\nHost: 127.0.0.1\r\n"] {
                    #expect(try await Wire.answer(to: "GET \(target) HTTP/1.1\r\n\(hosts)\r\n", port: port).hasPrefix("HTTP/1.1 400"), "still it is named once")
                }
            }
        }
    }

    @Test func `an address in another form names no server`() {
        for target in ["/", "/wco?next=http://evil.example/", "/a://b", "//evil.example/", "*", "evil.example:80", "", ":", "http:/x"] { #expect(AbsoluteTarget(target) == nil, "\(target)") }
        let whole = AbsoluteTarget("http://portolan.example:8080/wco/plan?as-of=2026-01-01")
        #expect(whole?.authority == "portolan.example:8080" && whole?.path == "/wco/plan?as-of=2026-01-01")
        #expect(AbsoluteTarget("https://a")?.path == "/" && AbsoluteTarget("https://a?b=/c")?.path == "/?b=/c" && AbsoluteTarget("file://a/b")?.authority == "")
    }

    @Test func `a body in a coding that nobody here can read, or in chunks that are none, is refused and the connection closed`() async throws {
        try await served { port in
            for coding in ["xchunked", "identity", "gzip, chunked", "chunked, gzip", ""] {
                for method in ["POST", "GET"] {
                    let answer = try await Wire.answer(to: "\(method) /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: \(coding)\r\n\r\n0\r\n\r\n", port: port)
                    #expect(answer.hasPrefix("HTTP/1.1 400") && answer.contains("Connection: close"), "\(method) \(coding): \(answer.prefix(100))")
                }
            }
            for body in ["1\nx\n0\n\n", "1\r\nx\n0\r\n\r\n", "zz\r\n", "-1\r\nx\r\n0\r\n\r\n", "fffffffffffffffff\r\n"] {
                let answer = try await Wire.answer(to: chunked("/sign-in") + body, port: port)
                #expect(answer.hasPrefix("HTTP/1.1 400") && answer.contains("Connection: close"), "\(body): \(answer.prefix(100))")
            }
            #expect(try await Wire.answer(to: "POST /sign-in HTTP/1.1\nHost: 127.0.0.1\nContent-Length: 1\n\nx", port: port).hasPrefix("HTTP/1.1 400"))
            let program = try await Wire.answer(to: chunked("/api/v1/organisations") + "zz\r\n", port: port)
            #expect(program.hasPrefix("HTTP/1.1 400") && program.contains("/api/problems/unreadable-content"))
            #expect(try await Wire.answer(to: chunked("/sign-in", "Connection: close\r\n") + "1\r\nx\r\n0\r\n\r\n", port: port).hasPrefix("HTTP/1.1 403"), "these are chunks")
        }
        try await served(maximumBody: 100) { port in
            let long = try await Wire.answer(to: chunked("/sign-in") + "65\r\n\(String(repeating: "x", count: 101))\r\n0\r\n\r\n", port: port)
            #expect(long.hasPrefix("HTTP/1.1 413") && long.contains("Connection: close"))
        }
    }

    @Test func `whoever waits to send a body is told that it is wanted, or why it is not`() async throws {
        try await served { port in
            let head = "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-Continue\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            for (framing, body) in [("Content-Length: 7", "email=x"), ("Transfer-Encoding: chunked", "7\r\nemail=x\r\n0\r\n\r\n")] {
                let answers = try await Wire.answers(to: head + framing + "\r\n\r\n", then: body, port: port)
                #expect(answers.first == "HTTP/1.1 100 Continue\r\n\r\n", "\(answers.first)")
                #expect(answers.rest.hasPrefix("HTTP/1.1 403"), "\(answers.rest.prefix(100))")
            }
            let refused = [
                ("Content-Length: 99999999", "413"), ("Content-Length: 99999999999999999999", "400"), ("Transfer-Encoding: gzip", "400"), ("Host: 127.0.0.1\r\nContent-Length: 7", "400"),
            ]
            for (framing, status) in refused {
                let answers = try await Wire.answers(to: head + framing + "\r\n\r\n", then: "", port: port)
                #expect(answers.first.hasPrefix("HTTP/1.1 \(status)"), "\(framing): \(answers.first.prefix(100))")
            }
            let nothing = try await Wire.answer(to: "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n", port: port)
            #expect(nothing.hasPrefix("HTTP/1.1 200"), "it has none to send")
            let old = try await Wire.answer(to: head.replacing("HTTP/1.1", with: "HTTP/1.0") + "Content-Length: 7\r\n\r\nemail=x", port: port)
            #expect(old.hasPrefix("HTTP/1.1 403"), "in HTTP/1.0 nobody waits: \(old.prefix(100))")
            let once = try await Wire.answer(to: "GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n", port: port)
            #expect(once.hasPrefix("HTTP/1.1 200"), "and its connection is over after one answer, or this would wait for more: \(once.prefix(100))")
            let inChunks = "POST /sign-in HTTP/1.0\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            let coded = try await Wire.answer(to: inChunks + "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", port: port)
            #expect(coded.hasPrefix("HTTP/1.1 400") && coded.components(separatedBy: "HTTP/1.1 ").count == 2, "and knows no chunks: \(coded.prefix(300))")
        }
    }

    @Test func `whoever would rather speak another protocol is answered in this one, and not left waiting`() async throws {
        try await served { port in
            let wish = "GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"
            let answer = try await Wire.answer(to: wish, port: port)
            #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains("Connection: close"), "\(answer.prefix(300))")
        }
    }

    private func chunked(_ path: String, _ more: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\(more)\r\n"
    }

    private func served(maximumBody: Int = Settings.maximumBody, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
        let test = try TestServer([notesFeature])
        try await test.given(foundation)
        var settings = test.site.settings
        settings.port = 0
        settings.maximumBody = maximumBody
        try await test.served(settings) { _, port in try await work(port) }
    }
}
