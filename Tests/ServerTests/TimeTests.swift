import Accounts
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite struct TimeTests {
    @Test func aPageCanBeReadAsOfAndAsKnownOnAPastDay() async throws {
        let (server, amina, _, stranger) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "First"])
        server.advance(seconds: 10 * 86_400)
        await amina.signIn(as: "amina")
        _ = await amina.submit("/test/notes/n1", ["title": "Second"])
        try await server.given([Proposal(Notes.self, .written(id: ID("n2"), Notes.Note(title: "Backdated", text: .empty, mood: "")), on: .testDay)])

        let now = await stranger.get("/test/notes").text
        #expect(now.contains("Second") && now.contains("Backdated"))
        let asOf = await stranger.get("/test/notes?as-of=2026-09-16").text
        #expect(asOf.contains("First") && asOf.contains("Backdated") && asOf.contains("class=\"timebar\""))
        let known = await stranger.get("/test/notes?known-on=2026-09-16").text
        #expect(known.contains("First") && !known.contains("Backdated"))
        let before = await stranger.get("/test/notes?as-of=2026-09-14").text
        #expect(!before.contains("First"))
    }

    @Test func `another day is chosen where one is, with what was asked for there; from a form, on the page that it belongs to`() async throws {
        let (_, amina, _, stranger) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "First"])
        let menu = #"<form class="form" method="get" action="/test/notes">"#
        #expect(await stranger.get("/test/notes?mood=calm").text.contains(menu + #"<input type="hidden" name="mood" value="calm">"#))
        #expect(await stranger.get("/test/notes?mood=calm&as-of=2026-09-14").text.contains(#"<a href="/test/notes?mood=calm">Back to today</a>"#))
        #expect(await amina.get("/test/notes/n1?back=notes").text.contains(menu + #"<div class="field">"#), "a form cannot be opened in the past")
    }

    @Test func aDayThatIsNoneIsNotAnsweredAsIfNoneHadBeenAskedFor() async throws {
        let (_, _, _, stranger) = try await party()
        let none = ["2025-02-30", "2025-13-01", "0000-01-01", "25-1-1", "2025-02-28T10:00", "abc", "%FF", "2025-02-2%", "%D9%A2%D9%A0%D9%A2%D9%A5-01-01"]
        for (name, day) in ["as-of", "known-on"].flatMap({ name in none.map { (name, $0) } }) {
            let page = await stranger.get("/test/notes?\(name)=\(day)")
            #expect(page.status == 400 && page.text.contains("Write it as year-month-day"), "\(name)=\(day): \(page.status)")
        }
        for nothing in ["", "?", "?as-of=", "?as-of", "?other=%FF"] { #expect(await stranger.get("/test/notes\(nothing)").status == 200, "\(nothing)") }
    }

    @Test func thePastCannotBeChanged() async throws {
        let (server, amina, _, _) = try await party()
        server.advance(seconds: 2 * 86_400)
        await amina.signIn(as: "amina")
        #expect(await amina.get("/test/notes/n1?as-of=2026-09-15").status == 400)
    }

    @Test func contentInAnotherLanguageIsMarkedAndSaidAtTheTop() async throws {
        let (_, amina, _, stranger) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Tea", "text.en": "English only"])
        let page = await stranger.get("/test/notes?language=ar")
        #expect(page.text.contains(#"<html lang="ar" dir="rtl">"#))
        #expect(page.text.contains(#"<span lang="en" dir="ltr">English only</span>"#))
        #expect(page.text.contains("class=\"note\"") && page.text.contains("العربية") && page.text.contains("English"))
        #expect(await stranger.get("/test/notes").text.contains(#"lang="ar""#), "the choice is remembered")
    }

    @Test func aNewOrganisationBeginsWithALinkUsedOnce() async throws {
        let (server, _, _, stranger) = try await party()
        let (account, token) = try await server.site.signIn.link(name: "Ines", email: "Ines@Example.org ")
        _ = try await Founding(journals: server.site.journals, house: server.site.house).found(
            name: "League of Ports", administrator: account.id, language: .en)
        let page = await stranger.get("/welcome/\(token.text)")
        #expect(page.text.contains("Welcome, Ines") && page.text.contains("ines@example.org"))
        let csrf = stranger.csrf(in: page)
        #expect(await stranger.send([("csrf", csrf), ("password", "short")], to: "/welcome/\(token.text)").status == 422)
        #expect(await stranger.send([("csrf", csrf), ("password", "seven gulls at the quay")], to: "/welcome/\(token.text)").status == 303)
        #expect(await stranger.get("/league-of-ports/secret").status == 200)
        #expect(await Browser(server).get("/welcome/\(token.text)").status == 404)
        let other = Browser(server), form = await other.get("/sign-in")
        let back = await other.send([("csrf", other.csrf(in: form)), ("email", "INES@example.org"), ("password", "seven gulls at the quay")], to: "/sign-in")
        #expect(back.status == 303)
        #expect(await Browser(server).get("/league-of-ports/notes").status == 303, "it has no public face yet")
    }

    @Test func theSameWishForAnOrganisationFoundsOneAlsoAfterARestart() async throws {
        let (server, _, _, _) = try await party()
        let found = { (name: String, key: String) in
            try await Founding(journals: server.site.journals, house: server.site.house).found(
                name: name, administrator: ID("amina"), language: .en, key: key
            ).id.text
        }
        #expect(try await found("League of Ports", "wish-1") == "league-of-ports")
        #expect(try await found("League of Ports", "wish-1") == "league-of-ports")
        #expect(try await found("League of Ports", "wish-2") == "league-of-ports-2")
        #expect(try await found("Static", "wish-3") == "static-2", "some names are the server's own")
    }
}
