import Accounts
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Assessments for programs: a round is prepared, answered for oneself, and never changed in what was promised.
@Suite("The API of assessments") struct APIAssessmentTests {
    @Test func aRoundIsPreparedAnsweredAndStaysAsPromised() async throws {
        let world = try await APIWorld(), amina = Browser(world.server)
        amina.hold(session: try await world.server.site.signIn.session(for: ID("amina")).text)
        _ = await amina.submit("/test/assessments/frameworks/new", ["from": "essentials"])

        let body =
            #"{"framework":"essentials","title":{"en":"This year"},"readers":"participants","least":4,"groups":[{"title":{"en":"Staff"},"kind":"staff"},{"title":{"en":"Members"},"kind":"members"}]}"#
        let made = await world.amina.post("assessments/rounds", body), round = try #require(try made.json()["id"]?.text), path = "assessments/rounds/\(round)"
        #expect(made.status == 201 && made.content["groups"]?.items?.map { $0["kind"]?.text } == ["staff", "members"] && made.content["least"]?.amount == 4, "\(made.text)")
        let wrong = await world.amina.post("assessments/rounds", body.replacing("\"least\":4", with: "\"least\":1").replacing("\"Staff\"", with: "\"\""))
        #expect(wrong.status == 422 && wrong.pointers.contains("/least"), "\(wrong.text)")
        let fewer = await world.amina.patch(path, #"{"groups":[{"title":{"en":"All"},"kind":"participants"}]}"#)
        #expect(fewer.status == 200 && fewer.content["groups"]?.items?.count == 1 && fewer.content["title"]?["en"] == "This year", "\(fewer.text)")
        #expect(await world.bruno.get("\(path)/answers/aspire").status == 404, "nobody is asked yet")
        _ = await amina.submit("/test/\(path)/open", [:])

        let given = await put(world.amina, "\(path)/answers/aspire", #"{"scores":[{"statement":"aspire-1","value":3},{"statement":"aspire-2","value":null}]}"#)
        #expect(given.status == 200 && values(given) == [.integer(3), .null], "\(given.text)")
        let more = await put(world.amina, "\(path)/answers/aspire", #"{"scores":[{"statement":"aspire-1","value":2}]}"#)
        #expect(values(more) == [.integer(2), .null], "what is not named stays")
        let misfit = await put(world.amina, "\(path)/answers/aspire", #"{"scores":[{"statement":"aspire-1","value":9},{"statement":"nothing","value":1}]}"#)
        #expect(misfit.status == 422 && !misfit.pointers.isEmpty, "\(misfit.text)")
        let others = try await world.elif.get("\(path)/answers").json()["items"]?.items ?? []
        #expect(!others.isEmpty && others.allSatisfy { $0["scores"]?.items?.isEmpty == true }, "nobody reads anybody else's")
        #expect(await world.stranger.get("\(path)/answers").status == 401)

        let promised = await world.amina.patch(path, #"{"least":3,"groups":[]}"#)
        #expect(promised.status == 422 && promised.pointers.isSuperset(of: ["/least"]), "\(promised.text)")
        #expect(try await world.amina.get(path).json()["least"]?.amount == 4)
    }

    private func put(_ client: Client, _ path: String, _ body: String) async -> WebResponse {
        await client.send(.put, path, body, headers: ["if-match": await client.get(path).header("ETag") ?? "none"])
    }

    private func values(_ answer: WebResponse) -> [JSON] { (answer.content["scores"]?.items ?? []).compactMap { $0["value"] } }
}
