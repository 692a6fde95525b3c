import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Priorities

@Suite("How candidates ended, and were taken up again")
struct TrailStories {
    private let merge = "priorities/{round}/merge", candidate = "priorities/{round}/candidates/{candidate}"

    @Test("what was taken up again still tells how it had ended; the parts of what was split go with it, or it is said what keeps them")
    func restored() async throws {
        var world = try World.begun()
        try world.send("\(candidate)/drop", ["because": ["Not ours"]], ["candidate": "n3"])
        try world.send("\(candidate)/restore", ["because": ["It is"]], ["candidate": "n3"])
        let page = try await world.page(candidate, ["candidate": "n3"])
        #expect(page.contains("Dropped: Not ours") && page.contains("Taken up again on") && page.contains("It is"))
        try world.send("\(candidate)/split", ["parts": ["One\nOther"], "because": ["Two"]], ["candidate": "n4"])
        let parts = try world.state.successors(of: ID("n4"))
        try world.send(merge, ["from": ["n5"], "into": [parts[0].text], "because": ["The same"]])
        #expect(throws: Refusal("priorities.refusal.parts-went-on", ["titles": "One"])) { try world.send("\(candidate)/restore", ["because": ["One thing"]], ["candidate": "n4"]) }
        try world.send("\(candidate)/restore", ["because": ["Not the same"]], ["candidate": "n5"])
        try world.send("\(candidate)/restore", ["because": ["One thing"]], ["candidate": "n4"])
        #expect(try parts.allSatisfy { try world.state.ended[$0]?.how == .dropped } && world.state.standing(in: ID("n1")).map(\.id.text) == ["n2", "n3", "n4", "n5"])
        #expect(try world.count.votes.votes[3].tiers == [[2], [3]], "counted as before")
    }
}
