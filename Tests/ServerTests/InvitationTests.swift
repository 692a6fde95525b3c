import Accounts
import Foundation
import HashTreeCollections
import Journal
import Membership
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Inviting people and accepting, from form to mail to role.
@Suite struct InvitationTests {
    private let bruno = "bruno@example.org"

    @Test func aLineSeparatorInANameDoesNotKeepTheMailFromGoingOut() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        #expect(await guild.invite("bruno@example.org", by: ada, name: "Bruno\u{2028}B.").status == 303)
        let mail = try #require(guild.server.mails.all.last)
        #expect(mail.to.name == "Bruno B." && mail.text.contains("Bruno B."))
    }

    @Test func nobodyBecomesAnAdministratorByOversight() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        let form = ada.form(of: await ada.get("/test/people/invite"), ["name": "Bruno", "email": "bruno@example.org"])
        #expect(form.first { $0.0 == "role" }?.1 == "")
        #expect(await ada.send(form, to: "/test/people/invite").status == 422)
        #expect(try await guild.standing().invitations.isEmpty)
    }

    @Test func aNewPersonIsInvitedByMailAcceptsAndHasTheRole() async throws {
        let guild = try await Guild(), mira = await guild.browser(of: "mira")
        #expect(await guild.invite(bruno, by: mira).status == 303)
        let mail = try #require(guild.server.mails.all.last)
        #expect(mail.to.address == bruno && mail.subject == "Invitation to Guild of Quays")
        #expect(mail.text.contains("Mira invites you to Guild of Quays. Your role: Drafter of an administration (Norland)."))
        #expect(try await guild.roles(of: bruno).isEmpty, "nothing before it is accepted")
        #expect(try await guild.server.site.signIn.store.account(email: bruno) == nil, "nothing before it is accepted")
        let list = await mira.get("/test/people").text, link = guild.server.mails.link(to: bruno)
        #expect(list.contains("Bruno") && list.contains(bruno) && !list.contains(link.dropFirst(13)))
        let visitor = await guild.browser(), page = await visitor.get(link)
        #expect(page.text.contains("Mira invites you to Guild of Quays. Your role: Drafter of an administration (Norland).") && page.header("Referrer-Policy") == "no-referrer")
        #expect(await guild.accept(link, by: visitor).location == "/test")
        #expect(try await guild.roles(of: bruno) == [.drafter])
        #expect(await visitor.get("/test/members").text.contains("Bruno B."))
        #expect(await !mira.get("/test/people").text.contains(bruno), "who has accepted is called by name, and the address is not kept with the invitation")
        #expect(try await guild.server.site.signIn.store.letters(to: bruno).isEmpty)
        #expect(try await guild.server.site.signIn.store.account(email: bruno)?.passwordHash != nil)
    }

    @Test func aScannerThatFollowsTheLinkChangesNothing() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada"), scanner = await guild.browser()
        await guild.invite(bruno, by: ada)
        let link = guild.server.mails.link(to: bruno), before = try await guild.position()
        for _ in 0..<20 { #expect(await scanner.get(link).status == 200) }
        #expect(try await guild.position() == before)
        let visitor = await guild.browser(), form = visitor.form(of: await visitor.get(link), ["name": "Bruno", "password": Guild.password])
        #expect(await visitor.send(form, to: link).status == 303)
        let again = await guild.browser(), csrf = again.csrf(in: await again.get("/sign-in"))
        let second = await again.send([("csrf", csrf), ("name", "B"), ("password", Guild.password)], to: link)
        #expect(second.status == 404 && second.text.contains("This invitation is over"))
        #expect(await visitor.get(link).status == 404)
    }

    @Test func ofTwoWhoAcceptAtTheSameTimeOneDoes() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        await guild.invite(bruno, by: ada)
        let link = guild.server.mails.link(to: bruno), before = try await guild.position()
        let statuses = await withTaskGroup(of: Int.self, returning: [Int].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let browser = Browser(guild.server)
                    return await browser.send(browser.form(of: await browser.get(link), ["name": "B", "password": Guild.password]), to: link).status
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 303 } == 1, "\(statuses)")
        #expect(try await guild.position() == before + 2)
        #expect(try await guild.roles(of: bruno) == [.drafter])
    }

    @Test func itIsOverAfterSevenDaysAndTheListSaysSo() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        await guild.invite(bruno, by: ada)
        let link = guild.server.mails.link(to: bruno), visitor = await guild.browser()
        guild.server.advance(seconds: 7 * 86_400 - 60)
        #expect(await visitor.get(link).status == 200)
        guild.server.advance(seconds: 61)
        #expect(await visitor.get(link).status == 404)
        guild.server.advance(seconds: 86_400)
        let later = await guild.browser(of: "ada")
        #expect(await later.get("/test/people").text.contains(">over<"))
    }

    @Test func sentAnewOnlyTheNewerLinkWorks() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada"), visitor = await guild.browser()
        await guild.invite(bruno, by: ada)
        let first = guild.server.mails.link(to: bruno), id = try #require(try await guild.standing().invitations.keys.first)
        #expect(await ada.submit("/test/people/invitations/\(id)/renew", [:]).status == 303)
        await guild.server.site.mailRoom.settle()
        let second = guild.server.mails.link(to: bruno)
        #expect(first != second && guild.server.mails.all.count == 2)
        #expect(await visitor.get(first).status == 404)
        // Inviting the same address to the same again is sending anew.
        await guild.invite(bruno, by: ada)
        let third = guild.server.mails.link(to: bruno)
        #expect(try await guild.standing().invitations.count == 1)
        #expect(await visitor.get(second).status == 404)
        #expect(await guild.accept(third, by: visitor).status == 303)
    }

    @Test func withdrawnItOpensNothing() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada"), visitor = await guild.browser()
        await guild.invite(bruno, by: ada)
        let link = guild.server.mails.link(to: bruno), id = try #require(try await guild.standing().invitations.keys.first)
        let open = visitor.form(of: await visitor.get(link), ["name": "B", "password": Guild.password])
        #expect(await ada.submit("/test/people/invitations/\(id)/withdraw", [:]).status == 303)
        #expect(await visitor.send(open, to: link).status == 404)
        #expect(try await guild.server.site.signIn.store.account(email: bruno) == nil)
    }

    @Test func anInviterWhoHasLostTheRightInvitesNobodyAnyMore() async throws {
        let guild = try await Guild(), mira = await guild.browser(of: "mira"), visitor = await guild.browser()
        await guild.invite(bruno, by: mira)
        let link = guild.server.mails.link(to: bruno), form = visitor.form(of: await visitor.get(link), ["name": "B", "password": Guild.password])
        try await guild.server.given([Proposal(Grants.self, .revoked(id: ID("g-mira"), because: "moved on"))])
        let refused = await visitor.send(form, to: link)
        #expect(refused.status == 404 && refused.text.contains("may not give this role any more"))
        #expect(try await guild.server.site.signIn.store.account(email: bruno) == nil)
        #expect(try await guild.roles(of: bruno).isEmpty)
        // Sent anew by somebody who may, it counts.
        let ada = await guild.browser(of: "ada"), id = try #require(try await guild.standing().invitations.keys.first)
        _ = await ada.submit("/test/people/invitations/\(id)/renew", [:])
        await guild.server.site.mailRoom.settle()
        #expect(await guild.accept(guild.server.mails.link(to: bruno), by: visitor).status == 303)
    }

    @Test func aMembersAdministratorInvitesItsOwnPeopleOnly() async throws {
        let guild = try await Guild(), mira = await guild.browser(of: "mira")
        #expect(await guild.invite(bruno, as: "drafter", for: "eas", by: mira).status == 422)
        #expect(await guild.invite(bruno, as: "planner", for: "nor", by: mira).status == 422)
        #expect(await guild.invite(bruno, as: "memberAdministrator", for: "nor", by: mira).status == 422)
        #expect(await guild.invite(bruno, as: "headOfAdministration", for: "nor", by: mira).status == 303)
        let ada = await guild.browser(of: "ada")
        await guild.invite("elsewhere@example.org", for: "eas", by: ada, name: "Elsewhere")
        let list = await mira.get("/test/people").text
        #expect(list.contains(bruno) && !list.contains("elsewhere") && !list.contains("Elsewhere"))
        let foreign = try #require(try await guild.standing().invitations.first { $0.value.invitation.scope == .member(ID("eas")) }?.key)
        for verb in ["renew", "withdraw"] { #expect(await mira.get("/test/people/invitations/\(foreign)/\(verb)").status == 404) }
        let olav = await guild.browser(of: "olav")
        #expect(await olav.get("/test/people/invite").status == 403)
    }

    @Test func `who may not invite is led to those who can, and a stranger is not`() async throws {
        let guild = try await Guild(), olav = await guild.browser(of: "olav")
        #expect(await olav.get("/test/people/invite").text.contains(#"href="/test/people""#))
        let people = await olav.get("/test/people")
        #expect(people.status == 200 && people.text.contains("Ada") && !people.text.contains("Mira"), "Mira is Norland's, Olav drafts for Eastmark")
        #expect(people.header("ETag") == nil, "no browser keeps a page about people")
        #expect(await Browser(guild.server).get("/test/people").status == 303)
    }

    @Test func whoIsKnownElsewhereCannotBeFoundOutByInviting() async throws {
        let guild = try await Guild(), mira = await guild.browser(of: "mira")
        _ = try await guild.known("known@example.org")
        func answer(_ email: String) async -> (WebResponse, String) {
            let form = mira.form(of: await mira.get("/test/people/invite"), ["name": "N", "email": email, "language": "en", "role": "drafter", "member": "nor"])
            let answer = await mira.send(form, to: "/test/people/invite")
            await guild.server.site.mailRoom.settle()
            return (answer, await mira.get("/test/people").text)
        }
        // Olav has a part in the guild, known@ an account only, and new@ nothing.
        var lists: [String] = []
        for email in ["olav@example.org", "known@example.org", "newer@example.org"] {
            let (response, list) = await answer(email)
            #expect(response.status == 303 && response.location.hasPrefix("/test/people?recorded="), "\(email)")
            #expect(list.contains(email))
            lists.append(list)
        }
        let visitor = await guild.browser()
        let pages = await ["known@example.org", "newer@example.org"].asyncMap { email in
            let link = guild.server.mails.link(to: email)
            return await visitor.get(link).text.replacing(email, with: "EMAIL").replacing(link, with: "LINK")
        }
        #expect(pages[0] == pages[1], "whoever holds the link does not see from it whether there is an account")
    }

    @Test func somebodyWhoHasTheRoleAlreadyIsNotInvitedToIt() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        let refused = await guild.invite("olav@example.org", for: "eas", by: ada)
        #expect(refused.status == 422 && refused.text.contains("already has this role"))
        for wrong in ["", "no address", "a@b", "x@y.org\u{202E}", "x@y.org, z@y.org"] {
            #expect(await guild.invite(wrong, by: ada).status == (wrong.contains("\u{202E}") ? 303 : 422), "\(wrong)")
        }
    }

    @Test func somebodyWithAnAccountAcceptsWithItAndKeepsTheirPassword() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada"), visitor = await guild.browser()
        let known = try await guild.known("known@example.org")
        await guild.invite("known@example.org", by: ada)
        let link = guild.server.mails.link(to: "known@example.org")
        let wrong = await guild.accept(link, by: visitor, password: "another quay entirely")
        #expect(wrong.status == 422 && wrong.text.contains("not the password"))
        #expect(try await guild.roles(of: "known@example.org").isEmpty)
        #expect(await guild.accept(link, by: visitor, name: "Other name").status == 303)
        #expect(try await guild.roles(of: "known@example.org") == [.drafter])
        #expect(try await guild.server.site.signIn.store.account(known.id)?.name == "Known")
    }

    @Test func whoeverIsSignedInJustAcceptsAndTheSessionBeginsAnew() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada"), olav = await guild.browser(of: "olav")
        await guild.invite("olav@example.org", for: "nor", by: ada)
        let link = guild.server.mails.link(to: "olav@example.org"), page = await olav.get(link)
        #expect(!page.text.contains("type=\"password\""))
        let before = try await guild.server.site.signIn.sessions(of: ID("olav")).map(\.name)
        #expect(await olav.send(olav.form(of: page), to: link).status == 303)
        #expect(try await guild.standing().of(ID("olav")).count == 2)
        #expect(try await guild.server.site.signIn.sessions(of: ID("olav")).map(\.name) != before)
        await guild.invite(bruno, by: ada)
        let foreign = await olav.get(guild.server.mails.link(to: bruno))
        #expect(foreign.text.contains("signed in as Olav") && !foreign.text.contains("Accept the invitation"))
    }

    @Test func withoutMailTheLinkIsShownOnceToBeHandedOver() async throws {
        let guild = try await Guild(sendsMail: false), ada = await guild.browser(of: "ada"), visitor = await guild.browser()
        let form = ada.form(of: await ada.get("/test/people/invite"), ["name": "Bruno", "email": bruno, "language": "en", "role": "drafter", "member": "nor"])
        let shown = await ada.send(form, to: "/test/people/invite")
        let link = try #require(shown.text.firstMatch(of: /http:\/\/127\.0\.0\.1:8080(\/invitations\/[A-Za-z0-9_-]{43})/).map { String($0.output.1) })
        #expect(shown.status == 200 && shown.header("Referrer-Policy") == "no-referrer")
        let again = await ada.send(form, to: "/test/people/invite")
        #expect(again.status == 303 && !again.text.contains("/invitations/"), "sent again it is not made, or shown, twice")
        #expect(try await guild.standing().invitations.count == 1)
        #expect(await guild.accept(link, by: visitor).status == 303)
        #expect(try await guild.roles(of: bruno) == [.drafter])
    }

    @Test func `handed over once more, a link says that the earlier one has ended`() async throws {
        let guild = try await Guild(sendsMail: false), ada = await guild.browser(of: "ada")
        func invite() async -> String {
            let entered = ["name": "Bruno", "email": bruno, "language": "en", "role": "drafter", "member": "nor"]
            return await ada.send(ada.form(of: await ada.get("/test/people/invite"), entered), to: "/test/people/invite").text
        }
        #expect(await ada.get("/test/people/invite").text.contains("the earlier one stops working"), "said before it happens")
        #expect(await !invite().contains("no longer works"))
        #expect(await invite().contains("the earlier link no longer works"))
    }

    @Test func theMailIsInTheLanguageOfWhoeverReceivesIt() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        await guild.invite(bruno, by: ada, name: "برونو", language: "ar")
        let mail = try #require(guild.server.mails.all.last)
        #expect(mail.language == "ar" && mail.subject.hasPrefix("\u{200F}") && mail.text.contains("\u{2068}برونو\u{2069}"))
        for line in mail.text.split(separator: "\n") { #expect(line.hasPrefix("\u{200F}") || line.hasPrefix("http://127.0.0.1:8080/"), "\(line)") }
        let known = try await guild.known("known@example.org")
        try await guild.server.site.signIn.describe(known.id, name: "Known", language: "ru")
        await guild.invite("known@example.org", by: ada, language: "fr")
        #expect(guild.server.mails.all.last?.language == "ru", "their own wish comes before the inviter's guess")
    }

    @Test func theJournalNeverHoldsNamesOrAddressesAndTheLogNoLinks() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada"), visitor = await guild.browser()
        await guild.invite(bruno, by: ada, name: "Brunhilde")
        let link = guild.server.mails.link(to: bruno)
        _ = await guild.accept(link, by: visitor, name: "Brunhilde")
        let entries = try await guild.server.site.journals.journal(ID("test")).entries(after: 0)
        for entry in entries {
            let bytes = entry.record.bytes + entry.structure.bytes + (entry.words?.bytes ?? Data())
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("bruno@") && !text.contains("Brunhilde") && !text.contains(link.dropFirst(13)))
        }
        let standing = try await guild.server.site.journals.journal(ID("test")).standing
        let told = entries.suffix(3).compactMap { guild.server.site.house.told($0, in: standing) }
        #expect(told.map(\.saying.key) == ["membership.told.invited-for", "membership.told.invitation-accepted-for", "membership.told.granted-for"])
        let log = guild.server.log.lines.all.joined(separator: "\n")
        #expect(log.contains("invited") && log.contains("invitation accepted"))
        for secret in [String(link.dropFirst(13)), "bruno@", "Brunhilde", Guild.password] { #expect(!log.contains(secret)) }
    }

    @Test func aNameCannotAddAHeader() async throws {
        let guild = try await Guild(), ada = await guild.browser(of: "ada")
        await guild.invite(bruno, by: ada, name: "Bruno\r\nBcc: evil@example.org")
        let mail = try #require(guild.server.mails.all.last)
        #expect(guild.server.mails.all.count == 1 && mail.to.name == "Bruno Bcc: evil@example.org" && mail.to.address == bruno)
        #expect(await guild.invite("b@example.org\r\nBcc: evil@example.org", by: ada).status == 422)
    }
}

extension Sequence {
    func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var all: [T] = []
        for element in self { all.append(try await transform(element)) }
        return all
    }
}
