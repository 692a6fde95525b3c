import Accounts
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite("The API read") struct APIReadingTests {
    @Test func aStrangerReadsWhatIsPublicAndNothingElse() async throws {
        let world = try await APIWorld()
        #expect(try await world.stranger.everything("/api/v1/organisations").ids == ["test"])
        #expect(try await world.stranger.get("members/fik").json()["name"]?["en"]?.text == "Fikland")
        #expect(try await world.stranger.everything("indicators").ids == ["each", "whole"])
        #expect(try await world.amina.everything("indicators").ids == ["each", "secret", "whole"])
        #expect(await world.stranger.get("indicators/secret").status == 404)
        #expect(await world.stranger.get("indicators/secret/values").status == 404)
        #expect(await world.stranger.get("events").status == 401)
        #expect(try await world.elif.get("plan").json()["id"]?.text == "p1")
    }

    @Test func aClosedOrganisationIsAsIfItWereNotThere() async throws {
        let world = try await APIWorld()
        try await world.server.given([Proposal(Register.self, .profileDescribed(Profile(name: Localized("Closed"), acronym: "C", isPublic: false)))])
        let closed = await world.stranger.get("members"), absent = await world.stranger.get("/api/v1/organisations/nowhere/members")
        #expect(closed.status == 404 && absent.status == 404)
        let instance = /"instance":"[^"]*"/
        #expect(closed.text.replacing(instance, with: "") == absent.text.replacing(instance, with: ""))
        #expect(try await world.stranger.everything("/api/v1/organisations").ids.isEmpty)
        #expect(await world.elif.get("members").status == 200)
    }

    @Test func aDraftIsForThoseWhoTakePart() async throws {
        let world = try await APIWorld(), from = Day(2031, 1, 1) ?? .beginning
        try await world.server.given([
            Proposal(Plan.self, .planDescribed(id: ID("p2"), StrategicPlan(title: Localized("Draft"), from: from, until: from, status: .draft))),
            Proposal(Plan.self, .perspectiveDescribed(id: ID("next"), Perspective(plan: ID("p2"), name: Localized("Next"), level: 1))),
            Proposal(Plan.self, .objectiveDescribed(id: ID("so9"), Objective(perspective: ID("next"), code: "SO9", title: Localized("Hidden")))),
        ])
        #expect(await world.stranger.get("objectives/so9").status == 404)
        #expect(await world.stranger.get("plan?plan=p2").status == 404)
        #expect(await world.elif.get("objectives/so9").status == 200)
        #expect(try await world.elif.get("plan?plan=p2").json()["id"]?.text == "p2")
    }

    @Test func eventsAreToldToThoseTheyAreFor() async throws {
        let world = try await APIWorld()
        let all = try await world.amina.everything("events", id: "position").ids, some = try await world.elif.everything("events?limit=3", id: "position")
        let grants = ["8", "9", "10"]
        #expect(all == (1...17).map { "\($0)" }.filter { !grants.contains($0) }, "grants are told to administrators")
        #expect(some.ids == all.filter { $0 != "17" } && some.pages > 3, "what is said of a closed indicator is told to staff")
        let event = try await world.amina.get("events/16").json()
        #expect(event["chapter"]?.text == "plan" && event["about"]?.items == ["plan:each"] && event["actor"]?["id"]?.text == "system")
        #expect(event["sentence"]?.text?.contains("I2 Each") == true)
        #expect(await world.elif.get("events/17").status == 404)
        #expect(try await world.amina.everything("events?after=15", id: "position").ids == ["16", "17"])
        #expect(try await world.amina.everything("events?chapter=register", id: "position").ids == (1...7).map { "\($0)" })
        #expect(try await world.amina.everything("events?chapter=grants", id: "position").ids.isEmpty)
        #expect(await world.amina.get("events/8").status == 404)
    }

    @Test func howEverythingStandsIsToldToThoseWhoMayKnow() async throws {
        let world = try await APIWorld(), new = ["if-none-match": "*"]
        #expect(await world.amina.patch("indicators/whole", #"{"targets":[{"by":"2025-12-31","kind":"value","value":10}],"baseline":{"value":0,"on":"2024-12-31"}}"#).status == 200)
        #expect(await world.amina.send(.put, "indicators/whole/values/2025", #"{"amount":5}"#, headers: new).status == 201)
        #expect(try await world.amina.everything("progress", id: "of").ids == ["plan:each", "plan:p1", "plan:results", "plan:secret", "plan:so1", "plan:whole"])
        #expect(try await world.stranger.everything("progress?kind=indicator&limit=1", id: "of").ids == ["plan:each", "plan:whole"])
        #expect(try await world.amina.everything("progress?kind=objective", id: "of").ids == ["plan:so1"])
        let whole = try await world.amina.get("progress/plan:whole").json(), objective = try await world.amina.get("progress/plan:so1").json()
        #expect(whole["score"]?.amount == 50 && whole["status"] == "offTrack" && whole["counted"] == 1, "\(whole)")
        #expect(objective["kind"] == "objective" && objective["counted"] == 1 && objective["countedOf"] == 3, "\(objective)")
        for hidden in ["plan:secret", "plan:nothing", "register:fik", "nothing"] { #expect(await world.stranger.get("progress/\(hidden)").status == 404, "\(hidden)") }
        #expect(await world.stranger.get("progress?kind=member").status == 400)
        #expect(try await world.stranger.everything("progress?as-of=2020-01-01", id: "of").ids.isEmpty)
    }

    @Test func thePastIsReadWithTheRightsOfToday() async throws {
        let world = try await APIWorld()
        #expect(try await world.stranger.everything("members?as-of=2020-01-01").ids == ["fik", "gol"])
        #expect(try await world.stranger.everything("members?known-on=2020-01-01").ids.isEmpty)
        #expect(await world.stranger.get("indicators/secret?as-of=2026-09-15").status == 404)
        #expect(await world.stranger.get("objectives/so1?as-of=2020-01-01").status == 404)
    }

    @Test func aListIsReadPageByPageWhateverComesInBetween() async throws {
        let world = try await APIWorld()
        let first = try await world.stranger.get("members?limit=1").json(), next = try #require(first["next"]?.text)
        #expect(first["items"]?.items?.count == 1)
        let new = await world.amina.post("members", #"{"code":"aaa","name":{"en":"Aaa"},"joined":"2020-01-01"}"#)
        #expect(new.status == 201, "\(new.text)")
        #expect(try await world.stranger.everything(next).ids == ["gol"], "what came in before neither repeats nor hides anything")
        #expect(try await world.stranger.everything("members?limit=1").ids == ["aaa", "fik", "gol"])
        for wrong in ["limit=0", "limit=201", "limit=x", "limit=1&limit=2", "offset=3", "as-of=2026-02-30"] {
            let answer = await world.stranger.get("members?\(wrong)")
            #expect(answer.status == 400 && answer.problem == "bad-parameter", "\(wrong)")
        }
        for wrong in ["abc", "Zmlr.AAAAAAAAAAAA", ".", "a.b.c"] { #expect(await world.stranger.get("members?cursor=\(wrong)").problem == "cursor-unusable", "\(wrong)") }
        let cursor = try #require(next.split(separator: "cursor=").last?.split(separator: "&").first)
        #expect(await world.stranger.get("regions?cursor=\(cursor)").status == 422, "a cursor is of its own list")
    }

    @Test func whatIsUnchangedIsNotSentAgain() async throws {
        let world = try await APIWorld()
        let first = await world.stranger.get("members/fik"), tag = try #require(first.header("ETag"))
        #expect(tag.hasPrefix("\"") && first.header("Content-Type") == "application/json; charset=utf-8")
        for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let again = await world.stranger.get("members/fik", headers: ["if-none-match": known])
            #expect(again.status == 304 && again.body.isEmpty && again.header("ETag") == tag)
        }
        let packed = await world.stranger.get("indicators", headers: ["accept-encoding": "gzip"])
        #expect(packed.header("Content-Encoding") == "gzip" && packed.header("ETag")?.hasSuffix("-gzip\"") == true)
        #expect(await world.stranger.get("members/fik", headers: ["accept-language": "ar"]).header("ETag") == tag)
    }

    @Test func everyErrorIsAProblemInTheLanguageAskedFor() async throws {
        let world = try await APIWorld()
        let cases: [(WebRequest.Method, String, [String: String], Int, String)] = [
            (.get, "/api/v1/nothing", [:], 404, "not-found"), (.get, "members/none", [:], 404, "not-found"), (.get, "members/NOT%20ONE", [:], 404, "not-found"),
            (.put, "members", [:], 405, "method-not-allowed"), (.delete, "members/fik", [:], 405, "method-not-allowed"),
            (.get, "members", ["accept": "text/html"], 406, "not-acceptable"), (.get, "members", ["accept": "application/json;q=0"], 406, "not-acceptable"),
            (.get, "members?as-of=2025-02-30", [:], 400, "bad-parameter"), (.get, "members/fik?known-on=abc", [:], 400, "bad-parameter"),
            (.get, "members?as-of=%ff", [:], 400, "bad-parameter"), (.get, "members?%ff", [:], 400, "bad-parameter"),
            (.post, "members", [:], 401, "unauthenticated"), (.get, "members/%ff", [:], 400, "unreadable-address"),
            (.get, "members", ["authorization": "Bearer ptl_wrong"], 401, "unauthenticated"), (.get, "members", ["authorization": "Basic YTpi"], 401, "unauthenticated"),
        ]
        for (method, path, headers, status, name) in cases {
            let answer = await world.stranger.send(method, path, headers: headers.merging(["accept-language": "fr"]) { _, new in new })
            #expect(answer.status == status && answer.problem == name, "\(method) \(path): \(answer.status) \(answer.text)")
            #expect(answer.header("Content-Type") == "application/problem+json; charset=utf-8" && answer.header("Content-Language") == "fr")
            let json = try answer.json()
            #expect(json["status"]?.amount == Double(status) && json["instance"]?.text?.hasPrefix("urn:uuid:") == true && json["detail"]?.text?.isEmpty == false)
            #expect(!answer.text.contains("⟦"), "\(answer.text)")
        }
        #expect(await world.stranger.send(.put, "members").header("Allow") == "GET, HEAD, POST")
        #expect(await world.stranger.send(.post, "members").header("WWW-Authenticate")?.hasPrefix("Bearer") == true)
        for kind in APIProblem.Kind.allCases { #expect(await world.stranger.get("/api/problems/\(kind.rawValue)").status == 200) }
        let refused = world.server.site.asProblem(
            .text("too large", status: 413), target: "/api/v1/organisations/test/members", acceptLanguage: "ru")
        let unknown = world.server.site.asProblem(.text("unknown", status: 501), target: "/api/v1/organisations", acceptLanguage: nil)
        #expect(unknown.status == 405 && unknown.header("Allow") == "GET, HEAD")
        var torn = WebResponse.text("no body", status: 400)
        torn.problemKind = .unreadableContent
        #expect(world.server.site.asProblem(torn, target: "/api/v1/organisations", acceptLanguage: nil).problem == "unreadable-content")
        #expect(refused.problem == "too-large" && refused.header("Content-Language") == "ru")
    }

    @Test func cookiesOpenNothing() async throws {
        let world = try await APIWorld()
        let session = try await world.server.site.signIn.session(for: ID("amina"))
        let cookie = ["cookie": "\(Site.sessionCookie)=\(session.text)"]
        #expect(await world.stranger.get("indicators/secret", headers: cookie).status == 404)
        let answer = await world.stranger.send(.post, "members", "{}", headers: cookie)
        #expect(answer.status == 401 && answer.header("Set-Cookie") == nil && answer.header("Access-Control-Allow-Origin") == nil)
    }
}
