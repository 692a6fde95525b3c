import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// What happens when many save at the same moment.
@Suite struct RaceTests {
    @Test func ofManyWhoChangeTheSameFieldAtOnceOneIsRecordedAndTheOthersAreAsked() async throws {
        let (server, amina, _, _) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Old"])
        let page = await amina.get("/test/notes/n1")
        let answers = await withTaskGroup(of: Int.self, returning: [Int].self) { group in
            for number in 0..<30 {
                let form = amina.form(of: page, ["title": "Number \(number)", "key": "submission-\(number)"])
                group.addTask { await amina.send(form, to: "/test/notes/n1").status }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0 == 303 } == 1 && answers.count { $0 == 409 } == 29, "\(answers)")
        #expect(try await server.site.journals.store.head(of: ID("test"))?.position == 5)
    }

    @Test func ofManyWhoChangeDifferentFieldsAtOnceNothingIsLost() async throws {
        let (_, amina, _, _) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Old title", "text.en": "Old text", "mood": "calm"])
        let page = await amina.get("/test/notes/n1")
        let forms = [("title", "New title"), ("text.en", "New text"), ("text.fr", "Nouveau texte"), ("mood", "wild")].map { name, value in
            amina.form(of: page, [name: value, "key": "changing-\(name)"])
        }
        let answers = await withTaskGroup(of: Int.self, returning: [Int].self) { group in
            for form in forms { group.addTask { await amina.send(form, to: "/test/notes/n1").status } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == [303, 303, 303, 303])
        let now = await amina.get("/test/notes/n1").text
        for text in ["New title", "New text", "Nouveau texte", #"value="wild" selected"#] { #expect(now.contains(text), "\(text)") }
    }

    @Test func aSubmissionSentAgainAfterItWasMergedIsStillTheSame() async throws {
        let (server, amina, _, _) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Old title", "text.en": "Old text"])
        let early = amina.form(of: await amina.get("/test/notes/n1"), ["title": "New title"])
        _ = await amina.submit("/test/notes/n1", ["text.en": "New text"])
        let first = await amina.send(early, to: "/test/notes/n1"), second = await amina.send(early, to: "/test/notes/n1")
        #expect(first.status == 303 && first.location == second.location)
        #expect(try await server.site.journals.store.head(of: ID("test"))?.position == 6)
    }

    @Test func everyFieldThatIsWrongIsNamedAtOnce() async throws {
        let (_, amina, _, _) = try await party()
        let refused = await amina.submit("/test/dated", ["first": "soon", "count": "many", "name": "kept"])
        #expect(refused.status == 422)
        for field in ["first", "count"] { #expect(refused.text.contains("href=\"#field-\(field)\""), "\(field)") }
        #expect(!refused.text.contains("href=\"#field-last\""), "what may only follow from the replacement is not held against anybody")
        #expect(refused.text.contains(#"value="soon""#) && refused.text.contains(#"value="many""#) && refused.text.contains(#"value="kept""#))
    }

    @Test func whatIsRightBesideAMistakeIsKeptOnceAndTheFormGoesOnFromThere() async throws {
        let (server, amina, _, _) = try await party()
        let sent = amina.form(of: await amina.get("/test/halves/n1"), ["title": "Half done", "count": "many"])
        let turned = await amina.send(sent, to: "/test/halves/n1")
        #expect(turned.status == 422 && turned.text.contains("A note was written.") && turned.text.contains(#"value="many""#))
        #expect(await amina.get("/test/notes").text.contains("Half done"))
        let before = try await server.site.journals.store.head(of: ID("test"))?.position
        #expect(await amina.send(sent, to: "/test/halves/n1").status == 422)
        #expect(try await server.site.journals.store.head(of: ID("test"))?.position == before, "sent again it is kept already")
        let mended = amina.form(of: turned, ["title": "Wholly done", "count": "3"])
        #expect(await amina.send(mended, to: "/test/halves/n1").status == 303, "what was kept is no other person's change")
        #expect(await amina.get("/test/notes").text.contains("Wholly done"))
    }

    @Test func aFileLookedAtNeedNotBeSentAgain() async throws {
        let (_, amina, elif, _) = try await party()
        let looked = await amina.send(
            amina.form(of: await amina.get("/test/file")) + [("look", "yes")], file: ("file", "a note"), to: "/test/file")
        #expect(looked.status == 200 && looked.text.contains("6 bytes"))
        let proposal = amina.fields(of: looked, after: "6 bytes")
        #expect(!proposal.contains { $0.0 == "look" })
        let forElif = proposal.filter { $0.0 != "csrf" } + [("csrf", elif.csrf(in: await elif.get("/test/notes")))]
        #expect(await elif.send(forElif, to: "/test/file").status == 403, "kept for the one who sent it")
        #expect(await amina.send(proposal, to: "/test/file").status == 303)
        #expect(await amina.get("/test/notes").text.contains("a note"))
    }

    @Test func numbersAreReadInTheLanguageInWhichTheFormWasShown() async throws {
        let (_, amina, _, _) = try await party()
        let form = amina.form(of: await amina.get("/test/dated?language=fr"), ["first": "2026-09-15", "last": "2027-01-01", "count": "2,0"])
        _ = await amina.get("/test/notes?language=en")
        #expect(await amina.send(form, to: "/test/dated").status == 303, "2,0 is two in French, whatever another window has chosen since")
    }

    @Test func whatWasTypedOutlastsTheSession() async throws {
        let (server, amina, _, _) = try await party()
        let form = amina.form(of: await amina.get("/test/notes/n1"), ["title": "Typed for an hour"])
        _ = await amina.send([("csrf", amina.csrf(in: await amina.get("/test/notes")))], to: "/sign-out")
        let sent = await amina.send(form, to: "/test/notes/n1")
        #expect(sent.status == 303 && sent.location.hasPrefix("/sign-in?next="))
        let signIn = await amina.get(sent.location)
        #expect(signIn.text.contains("What you entered is kept"))
        let next = amina.form(of: signIn).first { $0.0 == "next" }?.1 ?? ""
        let back = await amina.send([("csrf", amina.csrf(in: signIn)), ("account", "amina"), ("next", next)], to: "/sign-in/as")
        let shown = await amina.get(back.location)
        #expect(shown.text.contains("Typed for an hour") && shown.text.contains("look it over"))
        #expect(try await server.site.journals.store.head(of: ID("test"))?.position == 3)
        #expect(await amina.send(amina.form(of: shown), to: "/test/notes/n1").status == 303)
        #expect(await amina.get("/test/notes").text.contains("Typed for an hour"))
        let stale = await amina.send(form, to: "/test/notes/n1")
        #expect(stale.status == 403 && stale.text.contains("Typed for an hour"), "a form of the session before keeps what was typed too")
    }
}
