import Accounts
import Features
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// A planner writes to those who have not answered; reports of what came back are read.
@Suite(.serialized) struct ReminderTests {
    private let survey = "/harbours/surveys/round-two", form = "/harbours/surveys/round-two/reminders"

    private func amina(_ server: TestServer) async -> Browser {
        let browser = Browser(server)
        await browser.signIn(as: "amina")
        return browser
    }

    /// The page that shows what would be sent.
    private func looked(_ browser: Browser, _ kinds: String = "notFinished", words: String = "The Assembly meets soon.") async -> WebResponse {
        await browser.submit(form, ["kinds": kinds, "text.en": words])
    }

    @Test func lettersGoOutOnceInTheLanguageOfEachWithTheLinkToTheirAnswer() async throws {
        let server = try await ExampleWorld.copy(), browser = await amina(server), before = server.mails.all.count
        try await server.site.signIn.store.describe(ID("bruno"), name: "Bruno", language: "fr")
        let page = await looked(browser), fields = browser.fields(of: page, after: "Nothing has been sent yet.")
        #expect(page.status == 200 && page.text.contains("2 people would be written to"))
        await server.site.mailRoom.settle()
        #expect(server.mails.all.count == before, "looking sends nothing")
        let sent = await browser.send(fields, to: form)
        #expect(sent.status == 303 && sent.location.hasPrefix("\(survey)?recorded="))
        let again = await browser.send(fields, to: form)
        #expect(again.status == 303)
        await server.site.mailRoom.settle()
        let mails = server.mails.all.dropFirst(before)
        #expect(mails.count == 2, "the same sent twice is sent once")
        let french = try #require(mails.first { $0.language == "fr" })
        #expect(french.to.address.hasPrefix("bruno@") && french.text.contains("Bonjour Bruno") && french.text.contains("The Assembly meets soon."))
        for mail in mails { #expect(mail.text.contains("http://127.0.0.1:8080\(survey)/answers/fike")) }
        #expect(await browser.get(sent.location).text.contains("2 letters are on their way"))
        #expect(server.log.lines.all.contains { $0.contains("people written to") && $0.contains("survey-notFinished") })
        #expect(!server.log.lines.all.contains { $0.contains("people written to") && $0.contains("@") })
        let once = await looked(browser)
        #expect(once.text.contains("There is nobody to write to"), "nobody has two letters on one day")
    }

    @Test func whatIsRefusedIsNotSentAndWhatIsChangedFirstIsNotLost() async throws {
        let server = try await ExampleWorld.copy(), browser = await amina(server), before = server.mails.all.count
        let page = await looked(browser), fields = browser.fields(of: page, after: "Nothing has been sent yet.")
        let back = await browser.send(fields + [("change-entered", "yes")], to: form)
        #expect(back.status == 200 && back.text.contains("The Assembly meets soon.") && back.text.contains("value=\"notFinished\" checked"))
        #expect(await browser.submit("\(survey)/close", [:]).status == 303)
        let refused = await browser.send(fields, to: form)
        #expect(refused.status != 303)
        await server.site.mailRoom.settle()
        #expect(server.mails.all.count == before)
        let bruno = Browser(server)
        await bruno.signIn(as: "bruno")
        #expect(await bruno.get(form).status == 403)
    }

    @Test func aServerThatIsStoppedSendsAfterwardsWhatItHadNotHandedOver() async throws {
        let first = try await ExampleWorld.copy(), browser = await amina(first)
        first.mails.breakDown()
        _ = await browser.send(browser.fields(of: await looked(browser), after: "Nothing has been sent yet."), to: form)
        await first.site.mailRoom.settle()
        let waiting = try await first.site.signIn.store.waitingMails()
        #expect(waiting.count == 2 && waiting.allSatisfy { $0.text.contains("The Assembly meets soon.") && !$0.text.contains("@") } && first.mails.all.isEmpty)
        try first.freeze()
        let second = try TestServer(features, house: first.site.house, after: first)
        try await second.site.sendWaiting()
        await second.site.mailRoom.settle()
        #expect(second.mails.ids.sorted() == waiting.map(\.id).sorted() && Set(second.mails.all.map(\.to.address)).count == 2, "known again by its Message-ID")
        #expect(try await second.site.signIn.store.waitingMails().isEmpty)
        try await second.site.sendWaiting()
        await second.site.mailRoom.settle()
        #expect(second.mails.all.count == 2, "each is sent once")
        try second.freeze()
    }

    @Test func whatWaitedTooLongOrForSomebodyWhoIsGoneIsNotSent() async throws {
        let first = try await ExampleWorld.copy(), browser = await amina(first)
        first.mails.breakDown()
        _ = await browser.send(browser.fields(of: await looked(browser), after: "Nothing has been sent yet."), to: form)
        await first.site.mailRoom.settle()
        let bruno = try #require(try await first.site.signIn.store.account(ID("bruno")))
        _ = try await Forgetting(journals: first.site.journals, signIn: first.site.signIn).forget(bruno)
        #expect(try await first.site.signIn.store.waitingMails().map(\.account).contains(ID("bruno")) == false)
        #expect(try await first.site.signIn.store.waitingMails().count == 1)
        try first.freeze()
        let late = try TestServer(features, house: first.site.house, after: first)
        late.advance(seconds: WaitingMail.longestSeconds + 1)
        try await late.site.sendWaiting()
        await late.site.mailRoom.settle()
        #expect(try await late.site.signIn.store.waitingMails().isEmpty && late.mails.all.isEmpty)
        #expect(late.log.lines.all.contains { $0.contains("waited too long") })
        try late.freeze()
    }

    @Test func whoeverIsForgottenMeanwhileIsNotWrittenTo() async throws {
        let server = try await ExampleWorld.copy(), browser = await amina(server), before = server.mails.all.count
        let page = await looked(browser), fields = browser.fields(of: page, after: "Nothing has been sent yet.")
        let account = try #require(try await server.site.signIn.store.account(ID("bruno")))
        _ = try await Forgetting(journals: server.site.journals, signIn: server.site.signIn).forget(account)
        _ = await browser.send(fields, to: form)
        await server.site.mailRoom.settle()
        #expect(server.mails.all.dropFirst(before).map(\.to.address).allSatisfy { !$0.hasPrefix("bruno@") } && server.mails.all.count == before + 1)
    }

    @Test func mailThatCameBackKeepsSomebodyFromBeingWrittenToUntilTheAddressIsTriedAgain() async throws {
        let server = try await ExampleWorld.copy(), browser = await amina(server), path = "/harbours/people/returned-mail"
        let bruno = try #require(try await server.site.signIn.store.account(ID("bruno")))
        let table = "address,date,reason\n\(bruno.email),2026-09-10,550 5.1.1 <\(bruno.email)> unknown\nnobody@elsewhere.example,2026-09-10,550 5.1.1\nnonsense,,\n"
        let csrf = browser.csrf(in: await browser.get(path))
        func base() async -> [(String, String)] { browser.form(of: await browser.get(path)) }
        let looked = await browser.send(await base(), file: ("file", table), called: "bounces.csv", to: path)
        #expect(looked.status == 200 && looked.text.contains("2 reports were read") && looked.text.contains("bounces.csv:4") && !csrf.isEmpty)
        #expect(try await server.site.signIn.store.returns(in: ID("harbours")).isEmpty)
        let noted = await browser.send(browser.fields(of: looked, after: "Only addresses of people"), to: path)
        #expect(noted.status == 303 && noted.location == "\(path)?reports=2&people=1&again=0")
        let page = await browser.get(noted.location).text
        #expect(page.contains("They concerned: 1 person here") && page.contains("The address does not exist") && page.contains("5.1.1") && !page.contains(bruno.email))
        #expect(await browser.get(form).text.contains("some mail comes back"))
        #expect(await self.looked(browser).text.contains("1 person would be written to"))
        // Not for those who write to nobody.
        let drafter = Browser(server)
        await drafter.signIn(as: "bruno")
        #expect(await drafter.get(path).status == 403)
        let again = await browser.send(await base() + [("again", "bruno")], to: path)
        #expect(again.location.hasSuffix("again=1"))
        #expect(await self.looked(browser).text.contains("2 people would be written to"))
        _ = try await server.site.signIn.store.note(NotedReturn(account: bruno.id, organisation: nil, on: .testDay.adding(days: 1), status: "5.1.1", reason: "x"))
        _ = try await Forgetting(journals: server.site.journals, signIn: server.site.signIn).forget(bruno)
        #expect(try await server.site.signIn.store.returns(in: ID("harbours")).isEmpty, "forgotten with the person")
    }

    @Test func nothingIsKeptOfPeopleWhoHaveNoPartHere() async throws {
        let server = try await ExampleWorld.copy(), browser = await amina(server), path = "/harbours/people/returned-mail"
        let foreign = try #require(
            try await server.site.signIn.store.accounts().first { account in
                account.id.text.hasPrefix("wco") || account.name.contains("Demonstration planner")
            })
        let looked = await browser.send(browser.form(of: await browser.get(path)), file: ("file", "address\n\(foreign.email)\n"), called: "a.csv", to: path)
        let noted = await browser.send(browser.fields(of: looked, after: "Only addresses of people"), to: path)
        #expect(noted.location.contains("people=0"))
        #expect(try await server.site.signIn.store.returns(in: ID("wco")).isEmpty)
    }
}
