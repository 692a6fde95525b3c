import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// What is laid down of units, for programs.
@Suite("The API of what is laid down of units") struct APIUnitsTests {
    @Test func whatIsNotNamedStaysAndWhatIsWrongIsPointedAt() async throws {
        let world = try await APIWorld()
        for name in ["Pilot office", "Chart office", "Yard"] { #expect(await world.amina.post("units", #"{"name":{"en":"\#(name)"},"kind":"team","answersTo":"body:council"}"#).status == 201) }
        let path = "assessments/units/pilot-office", empty = try await world.elif.get(path).json()
        #expect(empty["answersTo"] == "body:council" && empty["on"] == .null && empty["passes"]?.items == [])
        #expect(await world.stranger.get(path).status == 401)

        let laid = await put(
            world.amina, path,
            #"{"decidesOn":{"en":"Its watch"},"asks":["unit:yard","body:council"],"passes":[{"to":"chart-office","what":{"en":"Depths"},"often":{"en":"weekly"}},{"to":"yard","what":{"en":"Damage"}}]}"#
        )
        #expect(laid.status == 200 && laid.content["asks"]?.items == ["unit:yard", "body:council"] && laid.content["by"]?["name"] == "Amina", "\(laid.text)")
        let fewer = await put(world.amina, path, #"{"passes":[{"to":"yard","what":{"en":"Damage"}}]}"#)
        #expect(fewer.content["decidesOn"]?["en"] == "Its watch" && fewer.content["passes"]?.items?.map { $0["to"]?.text } == ["yard"], "\(fewer.text)")
        #expect(fewer.content["passes"]?.items?.first?["often"]?.pairs?.isEmpty == true, "nothing is left of the line that stood in its place: \(fewer.text)")

        let itself = await put(world.amina, path, #"{"passes":[{"to":"yard","what":{"en":"Damage"}},{"to":"pilot-office","what":{"en":"News"}}]}"#)
        #expect(itself.status == 422 && itself.pointers == ["/passes/1/to"], "\(itself.text)")
        #expect(await put(world.amina, path, #"{"asks":["unit:none"]}"#).pointers == ["/asks"])
        #expect(await put(world.amina, path, #"{"passes":[{"to":"chart-office","what":{}}]}"#).pointers == ["/passes/0/what"])
        let often = await put(world.amina, path, #"{"passes":[{"to":"yard","what":{"en":"Damage"},"cadence":"asItHappens"}]}"#)
        #expect(often.content["passes"]?.items?.first?["cadence"] == "asItHappens" && often.content["passesNothing"] == false, "\(often.text)")
        #expect(await put(world.amina, path, #"{"passesNothing":true}"#).pointers == ["/passesNothing"])
        #expect(await put(world.elif, path, #"{"decidesOn":{"en":"Mine"}}"#).status == 403)
        #expect(try await world.elif.get("assessments/units").json()["items"]?.items?.count == 3)
    }

    @Test func whatIsLaidDownCanBeRemovedForAReason() async throws {
        let world = try await APIWorld(), path = "assessments/units/yard"
        #expect(await world.amina.post("units", #"{"name":{"en":"Yard"},"kind":"team","answersTo":"body:council"}"#).status == 201)
        #expect(await put(world.amina, path, #"{"passesNothing":true}"#).content["passesNothing"] == true)
        #expect(await remove(world.elif, "\(path)?because=Wrong").status == 403)
        #expect(await remove(world.amina, path).status == 400)
        #expect(await remove(world.amina, "\(path)?because=Wrong").status == 204)
        let empty = try await world.elif.get(path).json()
        #expect(empty["on"] == .null && empty["passesNothing"] == false)
        #expect(await remove(world.amina, "\(path)?because=Wrong").status == 404)
    }

    private func remove(_ client: Client, _ path: String) async -> WebResponse {
        await client.send(.delete, path, headers: ["if-match": await client.get(String(path.prefix { $0 != "?" })).header("ETag") ?? "none"])
    }

    private func put(_ client: Client, _ path: String, _ body: String) async -> WebResponse {
        await client.send(.put, path, body, headers: ["if-match": await client.get(path).header("ETag") ?? "none"])
    }
}
