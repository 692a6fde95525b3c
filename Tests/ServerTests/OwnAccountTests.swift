import Accounts
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Forgotten passwords, one's own account, leaving and being forgotten.
@Suite struct OwnAccountTests {
    private let email = "known@example.org"

    private func signedIn(_ guild: Guild, agent: String = "", password: String = Guild.password) async -> Browser {
        let browser = await guild.browser()
        let form = browser.form(of: await browser.get("/sign-in"), ["email": email, "password": password])
        _ = await browser.send(form, to: "/sign-in", headers: ["user-agent": agent])
        return browser
    }

    @Test func aForgottenPasswordIsReplacedByMailAndEndsWhatWasBefore() async throws {
        let guild = try await Guild()
        _ = try await guild.known(email)
        let old = await signedIn(guild), visitor = await guild.browser()
        #expect(await old.get("/account").status == 200)
        #expect(await visitor.get("/sign-in").text.contains("href=\"/forgotten\""))
        _ = await visitor.submit("/forgotten", ["email": " KNOWN@example.org "])
        await guild.server.site.mailRoom.settle()
        let link = guild.server.mails.link(to: email), page = await visitor.get(link)
        #expect(link.hasPrefix("/reset/") && page.status == 200 && page.header("Referrer-Policy") == "no-referrer")
        for _ in 0..<20 { #expect(await visitor.get(link).status == 200) }
        #expect(await old.get("/account").status == 200, "looking ends nothing")
        #expect(await visitor.submit(link, ["password": "short"]).status == 422)
        #expect(await visitor.submit(link, ["password": "another quay entirely"]).status == 303)
        #expect(await visitor.get("/account").text.contains(email))
        #expect(await old.get("/account").location == "/sign-in?next=/account")
        #expect(await visitor.get(link).status == 404)
        await guild.server.site.mailRoom.settle()
        #expect(guild.server.mails.all.last?.subject == "Your password was changed")
    }

    @Test func theAnswerIsTheSameWhoeverIsAskedFor() async throws {
        let guild = try await Guild(), visitor = await guild.browser()
        _ = try await guild.known(email)
        let csrf = visitor.csrf(in: await visitor.get("/forgotten"))
        var answers: [WebResponse] = []
        for asked in [email, "nobody@example.org", "ada@example.org", "no address", ""] {
            answers.append(await visitor.send([("csrf", csrf), ("email", asked)], to: "/forgotten"))
        }
        await guild.server.site.mailRoom.settle()
        for answer in answers.dropFirst() {
            #expect(answer.body == answers[0].body && answer.status == answers[0].status)
            #expect(answer.headers.map { "\($0.name): \($0.value)" } == answers[0].headers.map { "\($0.name): \($0.value)" })
        }
        #expect(guild.server.mails.all.map(\.to.address) == [email], "and only who has a password is written to")
        let wrong = await visitor.submit("/sign-in", ["email": email, "password": "not that one"])
        let unknown = await visitor.submit("/sign-in", ["email": "nobody@example.org", "password": "not that one"])
        #expect(wrong.body == unknown.body && wrong.status == unknown.status)
    }

    @Test func withoutMailThePageSaysWhatToDo() async throws {
        let guild = try await Guild(sendsMail: false), visitor = await guild.browser(), page = await visitor.get("/forgotten")
        #expect(page.text.contains("This server sends no mail") && !page.text.contains("type=\"email\""))
    }

    @Test func anInvitationWaitsInTheAccountOnceAPasswordWasForgotten() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada"), visitor = await guild.browser()
        _ = try await guild.known(email)
        await guild.invite(email, by: ada)
        let invitation = guild.server.mails.link(to: email)
        _ = await visitor.submit("/forgotten", ["email": email])
        await guild.server.site.mailRoom.settle()
        let answer = await visitor.submit(guild.server.mails.link(to: email), ["password": "another quay entirely"])
        #expect(answer.location == "/account")
        #expect(await visitor.get(invitation).status == 404, "the link was used up by the new password")
        let page = await visitor.get("/account"), other = await guild.browser(of: "olav")
        #expect(page.text.contains("Ada invites you to Guild of Quays"))
        let accept = try #require(page.text.firstMatch(of: /name="accept" value="([^"]*)"/).map { String($0.output.1) })
        let stolen = [("csrf", other.csrf(in: await other.get("/account"))), ("accept", accept)]
        #expect(await other.send(stolen, to: "/account/invitations").status == 422)
        let form = [("csrf", visitor.csrf(in: page)), ("accept", accept)]
        #expect(await visitor.send(form, to: "/account/invitations").location == "/test")
        #expect(try await guild.roles(of: email) == [.drafter])
        let late = [("csrf", visitor.csrf(in: await visitor.get("/account"))), ("accept", accept)]
        #expect(await visitor.send(late, to: "/account/invitations").status == 422)
    }

    @Test func anInvitationThatExpiredIsNotRevivedByAForgottenPassword() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada"), visitor = await guild.browser()
        _ = try await guild.known(email)
        await guild.invite(email, by: ada)
        guild.server.advance(seconds: 8 * 86_400)
        _ = await visitor.submit("/forgotten", ["email": email])
        await guild.server.site.mailRoom.settle()
        _ = await visitor.submit(guild.server.mails.link(to: email), ["password": "another quay entirely"])
        #expect(await !visitor.get("/account").text.contains("invites you"))
        #expect(try await guild.roles(of: email).isEmpty)
    }

    @Test func thePasswordIsChangedByWhoeverKnowsThePresentOne() async throws {
        let guild = try await Guild()
        _ = try await guild.known(email)
        let here = await signedIn(guild), there = await signedIn(guild)
        let page = await here.get("/account"), csrf = here.csrf(in: page)
        func change(_ present: String, _ new: String, csrf: String) async -> WebResponse {
            await here.send([("csrf", csrf), ("present", present), ("password", new)], to: "/account/password")
        }
        #expect(await change("not this one at all", "another quay entirely", csrf: csrf).status == 422)
        #expect(await change(Guild.password, "short", csrf: csrf).status == 422)
        let same = await change(Guild.password, Guild.password, csrf: csrf)
        #expect(same.status == 422 && same.text.contains("the password that you have already"))
        #expect(await change(Guild.password, "another quay entirely", csrf: "forged").status == 403)
        #expect(await there.get("/account").status == 200)
        #expect(await change(Guild.password, "another quay entirely", csrf: csrf).location == "/account?done=password")
        #expect(await here.get("/account").status == 200)
        #expect(await there.get("/account").status == 303)
        await guild.server.site.mailRoom.settle()
        #expect(guild.server.mails.all.map(\.to.address) == [email])
        #expect(await here.get("/account/password").status == 405)
    }

    @Test func theAddressMovesOnceItIsProvedAndTheOldOneIsTold() async throws {
        let guild = try await Guild(), new = "moved@example.org"
        let known = try await guild.known(email)
        let browser = await signedIn(guild), csrf = browser.csrf(in: await browser.get("/account"))
        func ask(_ password: String, _ address: String) async -> Int {
            let answer = await browser.send([("csrf", csrf), ("present", password), ("email", address)], to: "/account/email")
            await guild.server.site.mailRoom.settle()
            return answer.status
        }
        #expect(await ask("not this one at all", new) == 422)
        #expect(await ask(Guild.password, "no address") == 422)
        #expect(guild.server.mails.all.isEmpty)
        #expect(await ask(Guild.password, new) == 303)
        let link = guild.server.mails.link(to: new), visitor = await guild.browser()
        for _ in 0..<20 { #expect(await visitor.get(link).status == 200) }
        #expect(await visitor.get(link.replacing("/confirm/", with: "/reset/")).status == 404, "it proves an address and chooses no password")
        #expect(try await guild.server.site.signIn.store.account(known.id)?.email == email)
        #expect(await visitor.submit(link, [:]).status == 303)
        #expect(try await guild.server.site.signIn.store.account(known.id)?.email == new)
        await guild.server.site.mailRoom.settle()
        #expect(guild.server.mails.all.last?.to.address == email)
        #expect(await visitor.send([("csrf", visitor.csrf(in: await visitor.get("/sign-in")))], to: link).status == 404)
        #expect(await ask(Guild.password, "olav@example.org") == 303, "whether somebody has an address is not told")
        let taken = guild.server.mails.link(to: "olav@example.org")
        #expect(await visitor.submit(taken, [:]).status == 404)
        #expect(try await guild.server.site.signIn.store.account(known.id)?.email == new)
    }

    @Test func sessionsAreListedAndEnded() async throws {
        let guild = try await Guild()
        let known = try await guild.known(email)
        let firefox = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
        let here = await signedIn(guild, agent: firefox), there = await signedIn(guild, agent: phone), third = await signedIn(guild, agent: "<script>alert(1)</script>")
        let page = await here.get("/account").text
        #expect(page.contains("Firefox · Windows") && page.contains("Chrome · Android") && page.contains("unknown browser") && !page.contains("<script>"))
        #expect(page.matches(of: /\(this one\)/).count == 1)
        let names = page.matches(of: /name="end" value="([0-9a-f]+)"/).map { String($0.output.1) }
        #expect(names.count == 2)
        let csrf = here.csrf(in: await here.get("/account"))
        let androids = try await guild.server.site.signIn.sessions(of: known.id).first { $0.browser == "Chrome · Android" }?.name ?? ""
        #expect(await here.send([("csrf", csrf), ("end", androids)], to: "/account/sessions").status == 303)
        #expect(await there.get("/account").status == 303)
        #expect(await third.get("/account").status == 200)
        let olav = await guild.browser(of: "olav"), mine = try #require(try await guild.server.site.signIn.sessions(of: known.id).first?.name)
        _ = await olav.send([("csrf", olav.csrf(in: await olav.get("/account"))), ("end", mine)], to: "/account/sessions")
        #expect(try await guild.server.site.signIn.sessions(of: known.id).count == 2, "nobody ends another's")
        #expect(await here.send([("csrf", csrf), ("others", "yes")], to: "/account/sessions").status == 303)
        #expect(await third.get("/account").status == 303)
        #expect(await here.get("/account").status == 200)
    }

    @Test func nameAndLanguageAreOnesOwn() async throws {
        let guild = try await Guild()
        _ = try await guild.known(email)
        let browser = await signedIn(guild), csrf = browser.csrf(in: await browser.get("/account"))
        #expect(await browser.send([("csrf", csrf), ("name", "Known Anew"), ("language", "fr")], to: "/account").status == 303)
        let page = await browser.get("/account").text
        #expect(page.contains("Known Anew") && page.contains("lang=\"fr\""))
        let elsewhere = await signedIn(guild)
        #expect(await elsewhere.get("/account").text.contains("<html lang=\"fr\""), "also in a browser that has chosen none")
        #expect(await browser.send([("csrf", csrf), ("name", " "), ("language", "fr")], to: "/account").status == 422)
    }

    @Test func aPersonIsRemovedByTheirAdministratorAndTheNextPageKnows() async throws {
        let guild = try await Guild(), mira = await guild.browser(of: "mira"), visitor = await guild.browser()
        await guild.invite("bruno@example.org", by: mira)
        _ = await guild.accept(guild.server.mails.link(to: "bruno@example.org"), by: visitor)
        let bruno = try #require(try await guild.server.site.signIn.store.account(email: "bruno@example.org")).id
        #expect(await visitor.get("/test/members").status == 200)
        #expect(await mira.get("/test/people/olav/remove").status == 404, "another Member's people are not there for her")
        #expect(await mira.get("/test/people/ada/remove").status == 404)
        #expect(await mira.get("/test/people/mira/remove").status == 404, "nor may she remove herself, whom she may not name")
        #expect(await mira.submit("/test/people/\(bruno)/remove", ["because": ""]).status == 422)
        #expect(await mira.submit("/test/people/\(bruno)/remove", ["because": "Moved on."]).status == 303)
        #expect(try await guild.standing().of(bruno).isEmpty)
        #expect(await visitor.get("/account").status == 200, "the session stays")
        #expect(await visitor.get("/test/members").status == 404, "the rights are gone")
        let ada = await guild.browser(of: "ada")
        let last = await ada.submit("/test/people/ada/remove", ["because": "Leaving."])
        #expect(last.status == 422, "the last administrator stays")
    }

    @Test func somebodyForgottenIsNobodyAnyMore() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        let known = try await guild.known(email)
        await guild.invite(email, by: ada)
        let browser = await signedIn(guild)
        _ = await browser.send(browser.form(of: await browser.get(guild.server.mails.link(to: email))), to: guild.server.mails.link(to: email))
        await guild.invite(email, as: "headOfAdministration", by: ada)
        #expect(try await guild.roles(of: email) == [.drafter])
        let site = guild.server.site
        #expect(try await Forgetting(journals: site.journals, signIn: site.signIn).forget(known).isEmpty)
        #expect(try await guild.standing().of(known.id).isEmpty)
        #expect(try await guild.standing().invitations.isEmpty)
        #expect(try await site.signIn.store.account(known.id) == nil)
        #expect(try await site.signIn.store.letters(to: email).isEmpty)
        #expect(await browser.get("/account").status == 303)
        let people = await ada.get("/test/people").text
        #expect(!people.contains("Known") && !people.contains(email))
        let mover = try await guild.known("mover@example.org")
        await guild.invite("mover@example.org", by: ada)
        try await site.signIn.store.bindLetters(to: "mover@example.org", account: mover.id)
        try await site.signIn.store.move(mover.id, to: "moved@example.org")
        let moved = try #require(try await site.signIn.store.account(mover.id))
        _ = try await Forgetting(journals: site.journals, signIn: site.signIn).forget(moved)
        #expect(try await guild.standing().invitations.isEmpty, "also what waited for the account under its address of before")
        let admin = try #require(try await site.signIn.store.account(ID("ada")))
        #expect(try await Forgetting(journals: site.journals, signIn: site.signIn).forget(admin) == [ID("test")])
    }

    /// A session that was taken from somebody must not be made to last by it.
    @Test func aTokenIsMadeWithThePasswordAndItsOwnerIsTold() async throws {
        let guild = try await Guild(), known = try await guild.known(email), browser = await signedIn(guild)
        let page = await browser.get("/account/tokens")
        #expect(page.text.contains("name=\"present\"") && page.text.contains("autocomplete=\"current-password\""))
        let wish = ["name": "Dashboard", "scope": "read", "days": "30", "organisation": ""]
        for wrong in ["", "not that one"] {
            let refused = await browser.submit("/account/tokens", wish.merging(["present": wrong]) { $1 })
            #expect(refused.status == 422 && !refused.text.contains("ptl_") && refused.text.contains("not the password"))
        }
        await guild.server.site.mailRoom.settle()
        #expect(try await guild.server.site.signIn.accessTokens(of: known.id).isEmpty && guild.server.mails.all.isEmpty)
        let made = await browser.submit("/account/tokens", wish.merging(["present": Guild.password]) { $1 })
        #expect(made.status == 200 && made.text.contains("ptl_"))
        await guild.server.site.mailRoom.settle()
        let mail = try #require(guild.server.mails.all.last), token = try #require(made.text.firstMatch(of: /ptl_[A-Za-z0-9_-]+/)).output
        #expect(mail.to.address == email && mail.text.contains("Dashboard") && mail.text.contains("/account/tokens") && !mail.text.contains(token))
        #expect(!guild.server.log.lines.all.contains { $0.contains(token) || $0.contains("Dashboard") })
        var guesses: [Int] = []
        for _ in 0..<11 { guesses.append(await browser.submit("/account/tokens", wish.merging(["present": "guess"]) { $1 }).status) }
        #expect(guesses.prefix(10).allSatisfy { $0 == 422 } && guesses.last == 429, "\(guesses)")
    }

    @Test func theAccountLeadsBackToTheOrganisationsThatOneHasAPartIn() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        _ = try await guild.known(email)
        #expect(await ada.get("/account").text.contains("<a href=\"/test\">Guild of Quays</a>"))
        #expect(await !signedIn(guild).get("/account").text.contains("href=\"/test\""), "of a closed organisation one is told nothing")
    }

    @Test func noPageChangesAnythingByBeingLookedAt() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        await guild.invite("bruno@example.org", by: ada)
        let before = try await guild.position(), id = try #require(try await guild.standing().invitations.keys.first)
        for path in [
            "/account", "/forgotten", "/test/people", "/test/people/invite", "/test/people/invitations/\(id)/renew", "/test/people/invitations/\(id)/withdraw", "/test/people/olav/remove",
            guild.server.mails.link(to: "bruno@example.org"),
        ] {
            for _ in 0..<3 { #expect(await ada.get(path).status == 200, "\(path)") }
        }
        #expect(try await guild.position() == before && guild.server.mails.all.count == 1)
        #expect(await ada.get("/account/tokenless").status == 404)
    }

    @Test func everyPageSpeaksSixLanguagesWithoutAGap() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        await guild.invite("bruno@example.org", by: ada)
        let id = try #require(try await guild.standing().invitations.keys.first), link = guild.server.mails.link(to: "bruno@example.org")
        for language in Language.allCases {
            for path in [
                "/account", "/account?done=password", "/forgotten", "/test/people", "/test/people/invite", "/test/people/invitations/\(id)/renew", "/test/people/olav/remove", link,
                "/invitations/\(Token().text)", "/reset/\(Token().text)",
            ] {
                let page = await Browser.get(ada, "\(path)\(path.contains("?") ? "&" : "?")language=\(language.rawValue)").text
                #expect(!page.contains("⟦") && page.contains("lang=\"\(language.rawValue)\""), "\(path) \(language)")
            }
            await guild.invite("x\(language.rawValue)@example.org", by: ada, language: language.rawValue)
            let mail = try #require(guild.server.mails.all.last)
            #expect(mail.language == language.rawValue && !mail.text.contains("{") && !mail.text.contains("⟦"))
        }
    }
}

extension Browser {
    fileprivate static func get(_ browser: Browser, _ path: String) async -> WebResponse { await browser.get(path) }
}
