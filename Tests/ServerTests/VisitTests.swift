import Accounts
import Activity
import Foundation
import Journal
import Organisation
import Overview
import Pages
import TestKit
import Testing

@testable import Server

/// What changed since somebody's last visit, through the wire.
@Suite struct VisitTests {
    private func scene() async throws -> (server: TestServer, amina: Browser, elif: Browser) {
        let server = try TestServer([overview, activity, notesFeature])
        try await server.person(ID("amina"), "Amina")
        try await server.person(ID("elif"), "Elif")
        let member = Proposal(Register.self, .memberDescribed(id: ID("m"), Member(name: Localized("M"), region: nil, code: "m")))
        try await server.given(foundation + [member, Proposal(Register.self, .memberJoined(id: ID("m")))])
        let amina = Browser(server), elif = Browser(server)
        await amina.signIn(as: "amina")
        await elif.signIn(as: "elif")
        return (server, amina, elif)
    }

    @Test func whatOthersDidSinceTheLastVisitStandsOnTheFirstPageUntilItIsMarkedAsSeen() async throws {
        let (server, amina, elif) = try await scene()
        #expect(!(await elif.get("/test").text.contains("Since your last visit")), "a first visit has nothing before it")
        #expect(await elif.get("/test/activity/changes").text.contains("first visit"))
        server.advance(seconds: 45 * 60)
        _ = await amina.submit("/test/notes/n1", ["title": "Tea"])
        _ = await amina.submit("/test/notes/n1", ["title": "More tea"])
        let page = await elif.get("/test").text
        #expect(page.contains("Since your last visit on 15 September 2026: 2 changes in 1 thing."))
        #expect(await elif.get("/test").text.contains("2 changes in 1 thing"), "looking at it does not make it old")
        #expect(!(await amina.get("/test").text.contains("changes in")), "one's own doing is no news")
        let changes = await elif.get("/test/activity/changes").text
        #expect(changes.contains("2 changes in 1 thing"))
        let address = try #require(changes.firstMatch(of: /href="(\/test\/activity\/changes\/seen\?through=\d+)"/)).output.1
        // Somebody goes on meanwhile: what the page did not show stays new.
        server.advance(seconds: 61)
        _ = await amina.submit("/test/notes/n1", ["title": "Even more tea"])
        let answer = await elif.submit(String(address), [:])
        #expect(answer.status == 303 && answer.location == "/test/activity/changes")
        #expect(await elif.get("/test/activity/changes").text.contains(": 1 change in 1 thing"))
    }

    @Test func aPageFetchedAheadIsNoVisit() async throws {
        let (server, amina, elif) = try await scene()
        _ = await elif.get("/test")
        server.advance(seconds: 45 * 60)
        _ = await amina.submit("/test/notes/n1", ["title": "Tea"])
        for headers in [["sec-purpose": "prefetch;prerender"], ["purpose": "prefetch"], ["x-moz": "prefetch"]] { _ = await elif.get("/test", headers: headers) }
        server.advance(seconds: 45 * 60)
        #expect(await elif.get("/test").text.contains("1 change in 1 thing"), "the fetching ahead would have been the visit before")
    }

    @Test func aStrangerIsNotNoted() async throws {
        let (server, _, _) = try await scene(), stranger = Browser(server)
        #expect(await stranger.get("/test").status == 200)
        #expect(await stranger.get("/test/activity/changes").status == 303)
        #expect(try await server.site.signIn.store.visit(of: ID("elif"), to: ID("test")) == nil)
    }

    @Test func sinceADayOfOnesChoiceWorksOnTheFirstVisitToo() async throws {
        let (_, amina, elif) = try await scene()
        _ = await amina.submit("/test/notes/n1", ["title": "Tea"])
        #expect(await elif.get("/test/activity/changes?since=2026-09-15").text.contains("Since 15 September 2026:"))
        #expect(await elif.get("/test/activity/changes?since=2026-09-16").text.contains("0 changes"))
        #expect(await elif.get("/test/activity/changes?since=nonsense").status == 200)
    }

    @Test func howManyReadOneOrganisationDoesNotPushOutTheReadersOfAnother() async throws {
        let (server, _, _) = try await scene(), store = server.site.signIn.store, visits = RememberedVisits(most: 2)
        let small: OrganisationID = ID("small"), large: OrganisationID = ID("large")
        for (reader, place) in [("amina", small), ("elif", large)] {
            try await visits.note(NotedVisit(first: named(reader), to: place, at: server.site.journals.moment, position: 1), in: store)
        }
        for number in 0..<5 {
            try await server.person(named("reader-\(number)"), "Reader")
            try await visits.note(NotedVisit(first: named("reader-\(number)"), to: large, at: server.site.journals.moment, position: 1), in: store)
        }
        let before = server.statements
        #expect(try await visits.visit(of: ID("amina"), to: small, in: store)?.position == 1)
        #expect(server.statements == before, "still remembered")
        #expect(try await visits.visit(of: ID("elif"), to: large, in: store)?.position == 1)
        #expect(server.statements > before, "of the large one the oldest went, and are read again")
    }
}
