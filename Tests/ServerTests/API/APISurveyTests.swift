import Accounts
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// Surveys for programs: the same rules of who sees and may what as on the pages.
@Suite(.serialized) struct APISurveyTests {
    private let root = "/api/v1/organisations/harbours/surveys", open = "/api/v1/organisations/harbours/surveys/round-two"
    private var answer: String { "\(open)/answers/fike" }

    private func client(_ server: TestServer, _ account: ID<Actor>) async throws -> Client { try await APIWorld.client(server, account) }

    @Test func surveysAndTheirQuestionsAreReadByWhoeverMaySeeThem() async throws {
        let server = try await ExampleWorld.shared(), amina = try await client(server, ID("amina")), bruno = try await client(server, ID("bruno"))
        let planner = await amina.get(open).content, drafter = await bruno.get(open).content
        #expect(planner["phase"]?.text == "open" && planner["asked"] == .integer(183) && planner["missing"]?["drafting"] != nil)
        #expect(drafter["answered"] == planner["answered"] && drafter["missing"] == .null)
        let questions = await bruno.get("\(open)/questions").content["items"]?.items ?? []
        #expect(questions.map { $0["kind"]?.text } == ["scale", "multiple", "range", "date", "text"])
        #expect(questions.first?["options"]?.items?.first?["fr"] != nil)
        #expect(await bruno.get("\(open)/questions/r2-ships").content["unit"]?["en"]?.text == "ships")
        #expect(await Client(server: server).get(open).status == 404, "for participants")
        #expect(await Client(server: server).get("\(root)/round-one").status == 200, "for everybody")
    }

    @Test func resultsAreThoseOfTheTable() async throws {
        let server = try await ExampleWorld.shared(), stranger = Client(server: server)
        let result = await stranger.get("\(root)/round-one/results/r1-plan").content, groups = result["groups"]?.items ?? []
        #expect(groups.first?["isWhole"] == .flag(true) && groups.count == 7)
        let table = await Browser(server).get("/harbours/surveys/round-one/results.csv").text
        let shares = groups.first?["shares"]?.items ?? []
        #expect(shares.count == 4, "three options, and what was written in besides")
        for share in shares { #expect(table.contains("\(share.amount ?? -1)"), "\(share)") }
        #expect(await stranger.get("\(open)/results").status == 404)
        #expect(try await stranger.everything("\(root)/round-one/results", id: "question").ids == ["r1-priorities", "r1-money", "r1-plan"])
    }

    @Test func aDraftIsForItsOwnPeopleAlone() async throws {
        let server = try await ExampleWorld.shared(), bruno = try await client(server, ID("bruno"))
        #expect(await bruno.get(answer).content["responses"]?.items?.first?["step"] == .integer(4))
        #expect(await bruno.get("\(open)/answers").content["items"]?.items?.count == 1)
        #expect(await bruno.get("\(open)/answers/ahal").status == 404)
        for path in [answer, "\(answer)/clearance", "\(answer)/official", "\(answer)/versions"] {
            #expect(await (try client(server, ID("amina"))).get(path).status == 403, "\(path)")
            #expect(await Client(server: server).get(path).status == 401, "\(path)")
        }
    }

    @Test func aDraftIsWrittenClearedAndSubmittedByTheDecisionsOfTheForms() async throws {
        let server = try await ExampleWorld.copy(), bruno = try await client(server, ID("bruno")), chen = try await client(server, ID("chen"))
        let body =
            #"{"responses":[{"question":"r2-useful","step":5},{"question":"r2-first","options":[3,1]},{"question":"r2-ships","low":10,"likely":12.5,"high":20},"#
            + #"{"question":"r2-when","day":"2027-06-30"},{"question":"r2-else","text":"Between us"}]}"#
        let written = await bruno.patch(answer, body)
        #expect(written.status == 200)
        #expect(written.content["responses"]?.items?.map { $0["question"]?.text } == ["r2-useful", "r2-first", "r2-ships", "r2-when", "r2-else"])
        #expect(written.content["responses"]?.items?[1]["options"] == .list([.integer(1), .integer(3)]) && written.content["open"] == .list([]))
        let stale = await bruno.send(.patch, answer, #"{"responses":[]}"#, headers: ["if-match": "\"another\""])
        #expect(stale.status == 412)
        let cleared = await bruno.patch(answer, #"{"responses":[{"question":"r2-when"}]}"#)
        #expect(cleared.content["responses"]?.items?.count == 4, "an answer without anything is taken back")
        func tag(_ path: String, _ client: Client) async -> [String: String] { ["if-match": await client.get(path).header("ETag") ?? ""] }
        let early = await bruno.send(.put, "\(answer)/official", #"{"seal":"\#(cleared.content["seal"]?.text ?? "")","consent":"participants"}"#, headers: ["if-none-match": "*"])
        #expect(early.status == 422 && early.codes == ["survey.refusal.head-clears"])
        #expect(await bruno.send(.put, "\(answer)/clearance", #"{"note":"Please"}"#, headers: tag("\(answer)/clearance", bruno)).content["asked"]?["note"]?.text == "Please")
        #expect(await bruno.send(.delete, "\(answer)/clearance?because=No", headers: tag("\(answer)/clearance", bruno)).status == 422)
        #expect(await chen.send(.delete, "\(answer)/clearance?because=No", headers: tag("\(answer)/clearance", chen)).status == 204)
        #expect(await chen.get("\(answer)/clearance").content["givenBack"]?["note"]?.text == "No")
        let seal = await chen.get(answer).content["seal"]?.text ?? ""
        #expect(await chen.send(.put, "\(answer)/official", #"{"seal":"other","consent":"nobody"}"#, headers: ["if-none-match": "*"]).codes == ["survey.refusal.changed-meanwhile"])
        let submitted = await chen.send(.put, "\(answer)/official", #"{"seal":"\#(seal)","consent":"participants"}"#, headers: ["if-none-match": "*"])
        #expect(submitted.status == 201 && submitted.content["version"] == .integer(1) && submitted.content["consent"]?.text == "participants")
        #expect(await bruno.get("\(answer)/versions/1").content["clearedBy"]?["id"]?.text == "chen")
        #expect(await bruno.get("\(answer)/versions/2").status == 404)
        #expect(await chen.send(.put, "\(answer)/official", #"{"seal":"\#(seal)","consent":"nobody"}"#, headers: ["if-none-match": "*"]).status == 412, "there is one already")
    }

    @Test func whatIsWrongIsSaidWhereItStands() async throws {
        let server = try await ExampleWorld.copy(), bruno = try await client(server, ID("bruno"))
        let cases: [(String, String)] = [
            (#"{"question":"r2-useful","text":"Very"}"#, "survey.refusal.answered-otherwise"), (#"{"question":"r2-useful","step":9}"#, "pages.refusal.choose"),
            (#"{"question":"r1-plan","options":[1]}"#, "survey.refusal.no-such-question"), (#"{"question":"r2-first","options":[1,2,3]}"#, "survey.refusal.too-many"),
            (#"{"question":"r2-ships","low":10,"likely":5,"high":20}"#, "survey.refusal.range-order"), (#"{"question":"r2-first","options":[99]}"#, "pages.refusal.choose"),
            (#"{"question":"r2-first","notApplicable":true}"#, "survey.refusal.answered-otherwise"),
        ]
        for (item, code) in cases {
            let answer = await bruno.patch(answer, #"{"responses":[{"question":"r2-else","text":"Fine"},\#(item)]}"#)
            #expect(answer.status == 422 && answer.codes == [code] && answer.pointers == ["/responses/1"], "\(item): \(answer.text)")
        }
        #expect(await bruno.get(answer).content["responses"]?.items?.count == 1, "nothing of it was kept")
        #expect(await (try client(server, ID("amina"))).send(.patch, answer, #"{"responses":[]}"#, headers: ["if-match": "*"]).status == 403)
        #expect(await bruno.send(.patch, "\(open)/answers/ahal", #"{"responses":[]}"#, headers: ["if-match": "*"]).status == 404)
    }
}
