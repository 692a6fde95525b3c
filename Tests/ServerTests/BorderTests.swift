import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite struct BorderTests {
    @Test(
        arguments: [
            ("gzip", true), ("br, GZIP;q=0.5", true), ("*", true), ("identity", false), ("gzip;q=0", false), ("gzip; q=0.000, *", false), ("*;q=0", false),
            ("br, x-notgzip", false), (nil, false),
        ] as [(String?, Bool)])
    func whatIsPackedIsUnpackedByWhoeverAskedForIt(_ accepted: String?, _ isTaken: Bool) { #expect(takesGzip(accepted) == isTaken) }

    @Test func aFormFromAnotherSiteChangesNothing() async throws {
        let (server, amina, _, _) = try await party()
        let form = amina.form(of: await amina.get("/test/notes/n1"), ["title": "Forged"])
        #expect(await amina.send(form.filter { $0.0 != "csrf" }, to: "/test/notes/n1").status == 403)
        #expect(await amina.send(form.filter { $0.0 != "csrf" } + [("csrf", "wrong")], to: "/test/notes/n1").status == 403)
        #expect(await amina.send(form, to: "/test/notes/n1", headers: ["sec-fetch-site": "cross-site"]).status == 403)
        let elsewhere = ["origin": "https://evil.example", "host": "portolan.example"]
        #expect(await amina.send(form, to: "/test/notes/n1", headers: elsewhere).status == 403)
        #expect(await amina.send(form, to: "/test/notes/n1", headers: ["origin": "null", "host": "portolan.example"]).status == 403)
        #expect(await amina.send(form, to: "/test/notes/n1", headers: ["content-type": "text/plain"]).status == 415)
        #expect(try await server.site.journals.store.head(of: ID("test"))?.position == 3)
    }

    @Test func rightsAreAskedBeforeAnythingIsShownOrDone() async throws {
        let (_, amina, elif, stranger) = try await party()
        #expect(await stranger.get("/test/secret").location == "/sign-in?next=%2Ftest%2Fsecret")
        #expect(await elif.get("/test/secret").status == 403)
        #expect(await amina.get("/test/secret").status == 200)
        #expect(await elif.submit("/test/notes/n1", ["title": "No"]).status == 403)
    }

    @Test func aRightTakenAwayWhileTheFormStoodOpenIsGone() async throws {
        let (server, amina, _, _) = try await party()
        let form = amina.form(of: await amina.get("/test/notes/n1"), ["title": "Late"])
        try await server.given([Proposal(Grants.self, .revoked(id: ID("g1"), because: "moved on"))])
        #expect(await amina.send(form, to: "/test/notes/n1").status == 403)
    }

    @Test func oneClickSignInExistsOnlyOnLoopbackAndOnlyForExamples() async throws {
        let (server, _, _, _) = try await party()
        try await server.person(ID("real"), "Real", isExample: false)
        let far = Browser(server, isLoopback: false), near = Browser(server)
        #expect(!(await far.get("/sign-in").text.contains("/sign-in/as")))
        #expect(await far.send([("csrf", far.csrf(in: await far.get("/sign-in"))), ("account", "amina")], to: "/sign-in/as").status == 404)
        #expect(await near.send([("csrf", near.csrf(in: await near.get("/sign-in"))), ("account", "real")], to: "/sign-in/as").status == 404)
    }

    @Test func afterSigningInOneIsOnlyLedToThisServer() async throws {
        let (server, _, _, _) = try await party()
        for next in ["//evil.example", "https://evil.example", "/\\evil", "javascript:alert(1)", "/ok\r\nSet-Cookie: a=b"] {
            let browser = Browser(server)
            let answer = await browser.send([("csrf", browser.csrf(in: await browser.get("/sign-in"))), ("account", "amina"), ("next", next)], to: "/sign-in/as")
            #expect(answer.location == "/test", "\(next)")
        }
    }

    @Test func signingOutEndsTheSessionOnTheServer() async throws {
        let (_, amina, _, _) = try await party()
        let csrf = amina.csrf(in: await amina.get("/test/notes"))
        #expect(await amina.send([("csrf", csrf)], to: "/sign-out").status == 303)
        #expect(await amina.get("/test/secret").status == 303)
    }

    @Test func whoeverIsSignedOutAlreadyIsSignedOut() async throws {
        let (server, amina, _, stranger) = try await party()
        let csrf = amina.csrf(in: await amina.get("/test/notes"))
        #expect(await amina.send([("csrf", "forged")], to: "/sign-out").status == 403, "nobody signs out somebody else")
        server.advance(seconds: 13 * 3600)
        let answer = await amina.send([("csrf", csrf)], to: "/sign-out")
        #expect(answer.status == 303 && answer.location == "/" && answer.headers.contains { $0.value.hasPrefix("\(Site.sessionCookie)=;") })
        #expect(await amina.get("/").status == 200)
        #expect(await stranger.send([], to: "/sign-out").location == "/")
    }

    @Test func aSessionEndsAfterTwelveHoursWithoutUse() async throws {
        let (server, amina, _, _) = try await party()
        server.advance(seconds: 11 * 3600)
        #expect(await amina.get("/test/secret").status == 200)
        server.advance(seconds: 11 * 3600)
        #expect(await amina.get("/test/secret").status == 200)
        server.advance(seconds: 13 * 3600)
        #expect(await amina.get("/test/secret").status == 303)
    }

    @Test func whatIsNotThereAnswersPlainly() async throws {
        let (_, amina, _, stranger) = try await party()
        for path in ["/nowhere", "/test/nowhere", "/test/notes/a/b", "/static/none.css", "/%ff", "/test/%2e%2e", "/test/notes/NOT%20AN%20ID"] {
            let answer = await stranger.get(path)
            #expect((300..<500).contains(answer.status), "\(path) \(answer.status)")
        }
        #expect(await amina.get("/test/notes?as-of=yesterday").status == 400)
        #expect(await amina.get("/test/notes?as-of=9999-12-31").status == 200)
        #expect(await amina.send([("csrf", amina.csrf(in: await amina.get("/test/notes")))], to: "/test/notes").status == 405)
    }

    @Test func onlyThisServersOwnNamesAreAnswered() {
        let settings = Settings(host: "127.0.0.1", port: 8080, version: "test")
        for name in ["127.0.0.1", "127.0.0.1:8080", "localhost:8080", "[::1]:8080", "LOCALHOST"] { #expect(settings.admits(host: name), "\(name)") }
        for name in ["127.evil.com", "127.0.0.1.evil.com:8081", "[::1].evil", "evil", "", "localhost:port", "a b"] { #expect(!settings.admits(host: name), "\(name)") }
    }

    @Test func anAddressThatNamesAnotherServerIsRefused() async throws {
        let (_, amina, _, _) = try await party()
        #expect(await amina.get("//test/notes").status == 400)
    }

    @Test func whatWasRecordedIsToldOnlyToThoseItIsMeantFor() async throws {
        let (_, _, elif, _) = try await party()
        #expect(!(await elif.get("/test/notes?recorded=2").text.contains("class=\"notice")))
    }

    @Test func anUploadOfAnyBytesIsAnsweredWithoutCrashing() async throws {
        let (server, amina, _, _) = try await party()
        let csrf = amina.csrf(in: await amina.get("/organisations/new"))
        var generator = SystemRandomNumberGenerator()
        for length in [0, 1, 50, 4000] {
            let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let head = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(csrf)\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
            let request = WebRequest(
                method: .post, target: "/organisations/new", headers: ["content-type": "multipart/form-data; boundary=b"],
                body: Array(head.utf8) + noise + Array("\r\n--b--".utf8))
            #expect(await server.site.respond(to: request).status < 500)
        }
    }

    @Test func whatIsAskedInAnAddressIsCleanedAndNotMultiplied() async throws {
        let (_, _, _, stranger) = try await party()
        let page = await stranger.get("/test/notes?q=%E2%80%AEabc%00def").text
        #expect(page.contains("q=abcdef") && !page.contains("%E2%80%AE") && !page.contains("%00"))
        let many = (0..<3000).map { "k\($0)=v" }.joined(separator: "&")
        #expect(await stranger.get("/test/notes?\(many)").body.count < 40_000)
    }

    @Test func whoBelongsToOneOrganisationLandsThereAndWhoCarriesNoneFoundsNone() async throws {
        let (server, amina, elif, _) = try await party()
        let browser = Browser(server)
        let answer = await browser.send([("csrf", browser.csrf(in: await browser.get("/sign-in"))), ("account", "elif"), ("next", "/")], to: "/sign-in/as")
        #expect(answer.location == "/test")
        #expect(await elif.get("/organisations/new").status == 403)
        #expect(await amina.get("/organisations/new").status == 200)
        #expect(await elif.get("/").text.contains("/organisations/new") == false)
        #expect(await amina.get("/").text.contains("/organisations/new"))
    }

    @Test func aProxyInFrontMeansThatAnybodyMayBeThere() {
        let near = Settings(host: "127.0.0.1", port: 8080, version: "test")
        #expect(near.isLocal([:]) && !near.isLocal(["x-forwarded-for": "192.0.2.7"]) && !near.isLocal(["forwarded": "for=192.0.2.7"]))
        #expect(!Settings(host: "127.0.0.1", port: 8080, isBehindTLS: true, version: "test").isLocal([:]))
        let named = Settings(host: "127.0.0.1", port: 8080, names: ["Portolan.Example"], version: "test")
        #expect(!named.isLocal([:]) && named.admits(host: "portolan.example"))
        #expect(!Settings(host: "0.0.0.0", port: 8080, version: "test").isLocal([:]))
    }

    @Test func whoeverHadARoleIsStillCalledByName() async throws {
        let (server, amina, _, _) = try await party()
        try await server.given([Proposal(Grants.self, .revoked(id: ID("g2"), because: "moved on"))])
        let journal = try await server.site.journals.journal(ID("test"))
        #expect(journal.standing[Grants.self].of(ID("elif")).isEmpty)
        #expect(await amina.get("/test/people-named").text.contains("Elif"))
    }

    @Test func theOrganisationsPeopleAreNamedToThoseWhoTakePartOnly() async throws {
        let (_, amina, elif, stranger) = try await party()
        #expect(await amina.get("/test/written-by").text.contains("Elif"))
        #expect(await elif.get("/test/written-by").text.contains("Elif"))
        #expect(await stranger.get("/test/written-by").text.contains("Elif") == false)
    }

    @Test func aBoundaryMadeToBeSlowIsReadOnce() async throws {
        let (_, amina, _, _) = try await party()
        let boundary = String(repeating: "-", count: 60) + "x", page = await amina.get("/test/file")
        let fields = amina.form(of: page)
        let filler = String(repeating: "-", count: 200_000)
        var body = fields.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n\(filler)\r\n--\(boundary)--\r\n"
        let request = WebRequest(method: .post, target: "/", headers: ["content-type": "multipart/form-data; boundary=\(boundary)"], body: Array(body.utf8))
        let entered = try #require(try FormBody.entered(request, language: .en))
        #expect(entered.uploads["file"]?.bytes.count == 200_000 && entered.text("key") == fields.first { $0.0 == "key" }?.1)
    }
}

/// What was typed in a session that is over is found again by whoever typed it, and by nobody else.
@Suite struct KeptFormTests {
    @Test func aStrangerCannotFillSomebodyElsesForm() async throws {
        let (_, amina, _, stranger) = try await party()
        _ = await stranger.get("/sign-in")
        let answer = await stranger.send([("title", "Planted")], to: "/test/notes/n1")
        let address = answer.location.removingPercentEncoding?.split(separator: "next=").last.map(String.init) ?? ""
        #expect(address.contains("kept-form="))
        #expect(await amina.get(address).text.contains("Planted") == false)
        await stranger.signIn(as: "amina")
        #expect(await stranger.get(address).text.contains("Planted"), "the browser that sent it finds it")
    }
}
