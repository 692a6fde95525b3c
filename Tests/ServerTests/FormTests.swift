import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite struct FormTests {
    @Test func whatIsSavedIsShownWithItsReceipt() async throws {
        let (_, amina, _, stranger) = try await party()
        let saved = await amina.submit("/test/notes/n1", ["title": "First <b>", "text.en": "Hello", "mood": "calm"])
        #expect(saved.status == 303 && saved.location.hasPrefix("/test/notes?recorded="))
        let page = await amina.get(saved.location)
        #expect(page.text.contains("A note was written.") && page.text.contains("First &lt;b&gt;"))
        #expect(await stranger.get("/test/notes").text.contains("First &lt;b&gt;"))
    }

    @Test(
        "what is said on arrival stands before the place on the page",
        arguments: [
            ("/a", "/a?recorded=4"), ("/a?x=1", "/a?x=1&recorded=4"), ("/a#part", "/a?recorded=4#part"), ("/a?x=1#part?y", "/a?x=1&recorded=4#part?y"),
        ]) func arrival(_ address: String, _ asked: String)
    { #expect(address.asking("recorded=4") == asked) }

    @Test func theSameSubmissionTwiceIsRecordedOnce() async throws {
        let (server, amina, _, _) = try await party()
        let form = amina.form(of: await amina.get("/test/notes/n1"), ["title": "Once"])
        let answers = await withTaskGroup(of: String.self, returning: [String].self) { group in
            for _ in 0..<20 { group.addTask { await amina.send(form, to: "/test/notes/n1").location } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(answers).count == 1, "all get the same receipt: \(Set(answers))")
        #expect(try await server.site.journals.store.head(of: ID("test"))?.position == 4)
    }

    @Test func anErrorNamesItsFieldAndLosesNothing() async throws {
        let (_, amina, _, _) = try await party()
        let refused = await amina.submit("/test/notes/n1", ["title": "LOUD", "text.en": "kept \"text\"", "mood": "wild"])
        #expect(refused.status == 422)
        #expect(refused.text.contains("No shouting.") && refused.text.contains("href=\"#field-title\""))
        #expect(refused.text.contains("kept &quot;text&quot;") && refused.text.contains(#"value="wild" selected"#))
    }

    @Test func twoPlannersChangingDifferentFieldsAreMerged() async throws {
        let (_, amina, _, _) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Old title", "text.en": "Old text"])
        let early = amina.form(of: await amina.get("/test/notes/n1"), ["title": "New title"])
        _ = await amina.submit("/test/notes/n1", ["text.en": "New text"])
        #expect(await amina.send(early, to: "/test/notes/n1").status == 303)
        let page = await amina.get("/test/notes").text
        #expect(page.contains("New title") && page.contains("New text"))
    }

    /// No browser sends such a base: whoever does has not read what stands, and may not overwrite it unseen.
    @Test(arguments: ["0", "-1", "", "many", "1", "99999", "9223372036854775808"]) func whatStandsIsNotOverwrittenByAFormThatNobodyWasShown(_ base: String) async throws {
        let (_, amina, _, _) = try await party()
        // What a note is before it is written can be read; this position is before there was anything at all.
        _ = await amina.submit("/test/notes/n1", ["title": "Theirs of both", "text.en": "Theirs too"])
        let form = amina.form(of: await amina.get("/test/notes/n1"), ["title": "Mine of both", "text.en": "Mine too", "base": base])
        let asked = await amina.send(form, to: "/test/notes/n1")
        #expect(asked.status == 409 && asked.text.contains("Mine of both") && asked.text.contains("Theirs of both") && asked.text.contains("Theirs too"))
        #expect(await amina.get("/test/notes").text.contains("Theirs of both"))
        let mine = await amina.send(amina.form(of: asked), to: "/test/notes/n1")
        #expect(mine.status == 303, "once it has been read, it is one's own to decide")
    }

    @Test func aFormSentWithoutSayingWhenItWasShownIsAskedAbout() async throws {
        let (_, amina, _, _) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Theirs of both"])
        let form = amina.form(of: await amina.get("/test/notes/n1"), ["title": "Mine of both"]).filter { $0.0 != "base" }
        #expect(await amina.send(form, to: "/test/notes/n1").status == 409)
        // Nor is a position made up for it where its session is over.
        let shown = await amina.send(form.filter { $0.0 != "csrf" } + [("csrf", "another")], to: "/test/notes/n1")
        #expect(shown.status == 403 && shown.text.contains("Mine of both"))
        #expect(await amina.send(amina.form(of: shown), to: "/test/notes/n1").status == 409)
    }

    @Test func aFormThatHoldsWhatIsNoTextIsNotTakenForOneThatHoldsNothing() async throws {
        let (_, amina, _, _) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Kept as it is", "text.en": "Kept too"])
        let fields = amina.form(of: await amina.get("/test/notes/n1")).filter { $0.0 != "text.en" }
        let body = fields.map { "\($0.0)=\(percentEncoded($0.1))" }.joined(separator: "&")
        for damaged in ["text.en=%FF%FE", "text.en=%C0%80", "text.en=%ED%A0%80", "text.en=%2"] {
            let answer = await amina.send(.post, "/test/notes/n1", headers: ["content-type": "application/x-www-form-urlencoded"], body: Array("\(body)&\(damaged)".utf8))
            #expect(answer.status == 400 && answer.text.contains("Nothing was recorded"), "\(damaged)")
        }
        let parts = fields.map { "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined() + "--b\r\nContent-Disposition: form-data; name=\"text.en\"\r\n\r\n"
        let multipart = await amina.send(.post, "/test/notes/n1", headers: ["content-type": "multipart/form-data; boundary=b"], body: Array(parts.utf8) + [0xFF, 0xFE] + Array("\r\n--b--\r\n".utf8))
        #expect(multipart.status == 400)
        #expect(await amina.get("/test/notes").text.contains("Kept too"))
    }

    @Test func twoPlannersChangingTheSameFieldAreAskedAndNothingIsLost() async throws {
        let (_, amina, _, _) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Old title"])
        let early = amina.form(of: await amina.get("/test/notes/n1"), ["title": "Mine of both"])
        _ = await amina.submit("/test/notes/n1", ["title": "Theirs of both"])
        let asked = await amina.send(early, to: "/test/notes/n1")
        #expect(asked.status == 409)
        #expect(asked.text.contains("Mine of both") && asked.text.contains("Theirs of both"))
        let mine = await amina.send(amina.form(of: asked), to: "/test/notes/n1")
        #expect(mine.status == 303)
        #expect(await amina.get("/test/notes").text.contains("Mine of both"))
        let third = early.filter { $0.0 != "title" } + [("title", "Third of both")]
        let again = await amina.send(third, to: "/test/notes/n1")
        #expect(again.status == 409)
        let theirs = await amina.send(amina.form(of: again) + [("take-title", "yes")], to: "/test/notes/n1")
        #expect(theirs.location.contains("unchanged"), "taking what stands changes nothing")
    }

    @Test func savingWithoutAChangeRecordsNothingAndSaysSo() async throws {
        let (server, amina, _, _) = try await party()
        _ = await amina.submit("/test/notes/n1", ["title": "Same"])
        let again = await amina.submit("/test/notes/n1", [:])
        #expect(again.location.contains("unchanged"))
        #expect(await amina.get(again.location).text.contains("Nothing had changed"))
        #expect(try await server.site.journals.store.head(of: ID("test"))?.position == 4)
    }
}
