import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Priorities

@Suite("Priorities for programs")
struct ResourceTests {
    private func things(_ resource: Resource, as viewer: Viewer, _ world: World) async throws -> [JSON] {
        let list = try #require(resource.list)
        return try await list(try world.visit(as: viewer), nil, 200).items.map { $0.json() }
    }

    @Test("what the page shows is what a program reads; before the results are open, neither")
    func read() async throws {
        var world = try World.begun()
        try world.send("priorities/{round}/candidates/{candidate}/drop", ["because": ["Not ours"]], ["candidate": "n3"])
        try world.send("priorities/{round}/adopt", World.decision)
        let round = try #require(try await things(RoundResource.resource, as: .bruno, world).first)
        #expect(round["ballots"] == .integer(6) && round["asked"] == .integer(7) && round["adopted"]?["candidates"] == .list([.text("n4"), .text("n2")]))
        let safety = try #require(try await things(CandidateResource.resource, as: .bruno, world).first { $0["id"]?.text == "n4" })
        #expect(safety["count"]?["borda"] == .integer(1) && safety["count"]?["class"]?.text == "common" && safety["adoptedAs"] == .integer(1))
        let dropped = try #require(try await things(CandidateResource.resource, as: .bruno, world).first { $0["id"]?.text == "n3" })
        #expect(dropped["standing"]?.text == "dropped" && dropped["count"] == .null && dropped["successors"] == .list([]))
        let early = try World.begun(audience: .staff)
        #expect(try await things(RoundResource.resource, as: .bruno, early).first?["ballots"] == .null)
        #expect(try await things(CandidateResource.resource, as: .bruno, early).allSatisfy { $0["count"] == .null })
        #expect(try await things(RoundResource.resource, as: .public, early).isEmpty)
    }
}
