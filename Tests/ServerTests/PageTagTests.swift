import Accounts
import Features
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// A page that a browser has already is not made again, and never shown to be the same where it is not.
@Suite struct PageTagTests {
    private func guild() async throws -> TestServer {
        let server = try TestServer(features)
        for persona in Persona.all { if let account = persona.account { try await server.person(account, persona.name) } }
        try await server.given(Pilots.proposals(), in: Pilots.id)
        return server
    }

    private func signedIn(_ name: String, _ server: TestServer) async -> Browser {
        let browser = Browser(server)
        await browser.signIn(as: name)
        return browser
    }

    private func known(_ path: String, _ tag: String, _ browser: Browser) async -> WebResponse { await browser.get(path, headers: ["if-none-match": tag]) }

    @Test("a bad line carries an unchanged page once", arguments: ["/guild", "/guild/members", "/guild/map", "/guild/plan?as-of=2026-05-01"])
    func unchanged(_ path: String) async throws {
        let server = try await guild(), drafter = await signedIn("drafter", server)
        let page = await drafter.get(path), tag = try #require(page.header("ETag"))
        #expect(page.status == 200 && page.header("Cache-Control") == "private, no-cache" && page.body.count > 1000)
        let again = await known(path, tag, drafter)
        #expect(again.status == 304 && again.body.isEmpty && again.header("ETag") == tag)
        #expect(await known(path, "W/\"other\", \(tag)", drafter).status == 304)
        #expect(await known(path, "W/\"other\"", drafter).status == 200)
    }

    @Test("whatever a page follows from makes another page of it") func changed() async throws {
        let server = try await guild(), path = "/guild/members"
        let drafter = await signedIn("drafter", server), reader = await signedIn("reader", server)
        func tag(_ browser: Browser, _ path: String = path) async throws -> String { try #require(await browser.get(path).header("ETag")) }
        let first = try await tag(drafter)
        #expect(try await tag(reader) != first, "another person")
        #expect(try await tag(drafter, "\(path)?region=r-one") != first, "another question")
        #expect(await drafter.get("\(path)?language=fr").header("ETag") == nil, "a page that sets a cookie")
        #expect(try await tag(drafter) != first, "another language")
        _ = await drafter.get("\(path)?language=en")
        #expect(try await tag(drafter) == first, "and back again")
        try await server.site.signIn.describe(ID("reader"), name: "Renamed", language: "en")
        let renamed = try await tag(drafter)
        #expect(renamed != first, "somebody's name")
        try await server.given([Proposal(Register.self, .regionDescribed(id: ID("r-new"), Region(code: "NEW", name: Localized("New"))))], in: Pilots.id)
        let recorded = try await tag(drafter)
        #expect(recorded != renamed, "something recorded")
        server.advance(seconds: 86_400)
        #expect(try await tag(drafter) != recorded, "another day")
        let other = await signedIn("drafter", server)
        #expect(try await tag(other) != (try await tag(drafter)), "another session proves its forms otherwise")
    }

    @Test("a tag tells nobody that somebody signed in, or is known here") func silent() async throws {
        let server = try await guild(), stranger = Browser(server)
        _ = await stranger.get("/guild/members")
        let tag = try #require(await stranger.get("/guild/members").header("ETag"))
        _ = await signedIn("planner", server)
        _ = try await server.site.signIn.link(name: "Reader", email: "reader@example.org")
        try await server.site.signIn.describe(ID("reader"), name: "Renamed", language: "en")
        #expect(await stranger.get("/guild/members").header("ETag") == tag)
    }

    @Test("a browser whose session was ended elsewhere lets go of what it kept") func endedElsewhere() async throws {
        let server = try await guild(), drafter = await signedIn("drafter", server)
        try await server.site.signIn.store.endSessions(of: ID("drafter"), except: nil)
        let answer = await drafter.get("/guild/members")
        #expect(answer.header("Clear-Site-Data") == "\"cache\"" && answer.headers.contains { $0.name == "Set-Cookie" && $0.value.hasPrefix("\(Site.sessionCookie)=;") })
    }

    @Test("what was erased is not left standing in a browser") func erased() async throws {
        let server = try await guild(), drafter = await signedIn("drafter", server)
        let tag = try #require(await drafter.get("/guild/members").header("ETag"))
        let journal = try await server.site.journals.journal(Pilots.id)
        _ = try await journal.eraseWords(at: [4], because: "asked for", Command(by: .system, key: "erasure", content: Data()))
        #expect(await known("/guild/members", tag, drafter).status == 200)
    }

    @Test("pages for a role, forms, notices and what is not there are made each time, and kept by nobody") func untagged() async throws {
        let server = try await guild(), planner = await signedIn("planner", server)
        for path in ["/guild/translations", "/guild/imports", "/guild/plan/objectives/o-now-high/edit", "/guild/members?recorded=3", "/guild/members?unchanged=1", "/guild/nothing"] {
            let page = await planner.get(path)
            #expect(page.header("ETag") == nil && page.header("Cache-Control") != "private, no-cache", "\(path)")
        }
        #expect(await planner.get("/account").header("ETag") == nil)
    }

    @Test("who has signed out, or was removed, is told nothing by a tag from before") func signedOut() async throws {
        let server = try await guild(), drafter = await signedIn("drafter", server)
        let tag = try #require(await drafter.get("/guild/tasks").header("ETag"))
        #expect(await known("/guild/tasks", tag, drafter).status == 304)
        try await server.site.signIn.store.endSessions(of: ID("drafter"), except: nil)
        #expect(await known("/guild/tasks", tag, drafter).status == 303)
    }
}
