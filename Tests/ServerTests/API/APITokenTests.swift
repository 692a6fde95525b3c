import Accounts
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite("Tokens") struct APITokenTests {
    private let member = #"{"code":"new","name":{"en":"Newland"},"joined":"2024-01-01"}"#

    @Test func aTokenReachesAsFarAsItsScope() async throws {
        let world = try await APIWorld()
        let reader = try await APIWorld.client(world.server, ID("amina"), .read), reporter = try await APIWorld.client(world.server, ID("amina"), .report)
        #expect(await reader.get("indicators/secret").status == 200)
        let refused = await reader.post("members", member)
        #expect(refused.status == 403 && refused.problem == "insufficient-scope" && refused.header("WWW-Authenticate")?.contains("insufficient_scope") == true)
        #expect(await reporter.post("members", member).problem == "insufficient-scope")
        let value = { (client: Client) in await client.send(.put, "indicators/whole/values/2025", #"{"amount":1}"#, headers: ["if-none-match": "*"]).status }
        #expect(await value(reader) == 403)
        #expect(await value(reporter) == 201)
        #expect(await world.elif.post("members", member).problem == "forbidden", "a wide scope does not widen a role")
    }

    @Test func aTokenGivesWhatItsOwnerMayDoToday() async throws {
        let world = try await APIWorld()
        #expect(await world.amina.get("indicators/secret").status == 200)
        try await world.server.given([Proposal(Grants.self, .revoked(id: ID("g1"), because: "moved on"))])
        #expect(await world.amina.get("indicators/secret").status == 404)
        #expect(await world.amina.post("members", member).status == 403)
        #expect(await world.amina.get("members").status == 200, "what is public stays so")
        #expect(await world.amina.get("events").status == 403)
    }

    @Test func aTokenOfOneOrganisationIsNobodysInAnother() async throws {
        let world = try await APIWorld()
        try await world.server.given(
            [
                Proposal(Register.self, .profileDescribed(Profile(name: Localized("Other"), acronym: "O", isPublic: false))),
                Proposal(Grants.self, .granted(id: ID("g1"), Grant(account: ID("amina"), role: .planner, scope: .organisation))),
            ], in: ID("other"))
        let bound = try await APIWorld.client(world.server, ID("amina"), in: ID("test"))
        #expect(try await world.amina.everything("/api/v1/organisations").ids == ["other", "test"])
        #expect(try await bound.everything("/api/v1/organisations").ids == ["test"])
        #expect(await world.amina.get("/api/v1/organisations/other").status == 200)
        #expect(await bound.get("/api/v1/organisations/other").status == 404)
    }

    @Test func aTokenEndsAndIsRevoked() async throws {
        let world = try await APIWorld(), short = try await APIWorld.client(world.server, ID("amina"), days: 7)
        #expect(await short.get("events").status == 200)
        world.server.advance(seconds: 7 * 86_400)
        #expect(await short.get("events").status == 401)
        #expect(await world.amina.get("events").status == 200)
        for token in try await world.server.site.signIn.accessTokens(of: ID("amina")) { try await world.server.site.signIn.revoke(token.id, of: ID("amina")) }
        #expect(await world.amina.get("events").status == 401)
        #expect(await world.elif.get("events").status == 200)
    }

    @Test func aTokenIsMadeOnAPageShownOnceListedAndRevoked() async throws {
        let world = try await APIWorld(), browser = Browser(world.server)
        #expect(await browser.get("/account/tokens").location == "/sign-in?next=/account/tokens")
        await browser.signIn(as: "elif")
        #expect(await browser.submit("/account/tokens", ["name": "", "scope": "read", "days": "30"]).status == 422)
        #expect(await browser.submit("/account/tokens", ["name": "x", "scope": "all", "days": "30"]).status == 422)
        #expect(await browser.submit("/account/tokens", ["name": "x", "scope": "read", "days": "30", "organisation": "nowhere"]).status == 422)
        let made = await browser.submit("/account/tokens", ["name": "Dashboard", "scope": "read", "days": "30", "organisation": "test"])
        let token = try #require(made.text.firstMatch(of: /ptl_[A-Za-z0-9_-]{43}/)).output
        let client = Client(server: world.server, token: String(token))
        #expect(await client.get("events").status == 200)
        let listed = await browser.get("/account/tokens").text
        #expect(listed.contains("Dashboard") && !listed.contains(token), "it is shown only once")
        #expect(listed.contains("http://127.0.0.1:8080/api/v1/organisations/test") && listed.contains("Authorization: Bearer …") && listed.contains("/api/openapi.json"))
        let kept = try await world.server.site.signIn.accessTokens(of: ID("elif"))
        #expect(kept.contains { $0.name == "Dashboard" && $0.usedAt != nil && $0.organisation == ID("test") })
        let id = try #require(kept.first { $0.name == "Dashboard" }?.id), other = Browser(world.server)
        await other.signIn(as: "bruno")
        _ = await other.send([("csrf", other.csrf(in: await other.get("/account/tokens")))], to: "/account/tokens/\(id)/revoke")
        #expect(await client.get("events").status == 200, "nobody revokes what is another's")
        #expect(await browser.send([("csrf", "wrong")], to: "/account/tokens/\(id)/revoke").status == 403)
        #expect(await browser.send([("csrf", browser.csrf(in: await browser.get("/account/tokens")))], to: "/account/tokens/\(id)/revoke").status == 303)
        #expect(await client.get("events").status == 401)
    }
}
