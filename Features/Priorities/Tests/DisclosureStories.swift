import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Priorities

@Suite("What of single ballots is told, and to whom")
struct DisclosureStories {
    private let own = "priorities/{round}/members/{member}", candidate = "priorities/{round}/candidates/{candidate}", table = "priorities/{round}/count.csv"

    @Test("a whole ballot is read by its own Member's people and by planners, whatever it lets others read; not by an auditor, who counts as staff")
    func wholeBallots() async throws {
        let world = try World.begun()
        for viewer in [Viewer.amina, .greta] { #expect(try await world.page(own, as: viewer, ["member": "b2"]).contains("Safety")) }
        for viewer in [Viewer.oskar, .bruno] { await #expect(throws: Missing.self) { try await world.page(own, as: viewer, ["member": "b2"]) } }
    }

    @Test("where a region is withheld, nothing is told by region: two worlds that differ in its ballots alone read the same but for their sums")
    func byRegion() async throws {
        var one = try World.begun(kind: .approval, cell: 2), other = one
        func approving(_ member: String, in world: inout World) {
            world.box.ballots = world.box.ballots.map { ballot in
                var ballot = ballot
                if ballot.member.text == member { ballot.choices = (ballot.choices + [1]).sorted() }
                return ballot
            }
        }
        approving("b1", in: &one)
        approving("c1", in: &other)
        #expect(try await one.page(table, as: .bruno) == other.page(table, as: .bruno))
        #expect(try await one.page(table) != other.page(table), "planners see the difference")
        #expect(try await one.page("priorities/{round}/count", as: .bruno).contains("How the list would be by region is not shown here"))
    }

    @Test("nobody is named beside the counts of a region where too few of it would be left over")
    func named() async throws {
        // Of region A a1 and a3 may be read, a2 not: from “2 of 3” and the two names its choice would follow.
        let page = try await World.begun(cell: 3).page(candidate, as: .greta, ["candidate": "n2"])
        #expect(page.contains("0 Members by name") || !page.contains("Member a1"))
        #expect(try await World.begun().page(candidate, as: .greta, ["candidate": "n2"]).contains("Member a1"), "where all is shown anyway")
        #expect(try await World.begun(cell: 3).page(candidate, ["candidate": "n2"]).contains("Member a2"), "planners read all")
    }

    @Test("what was counted after a body had decided is said beside the count")
    func changedSince() async throws {
        var world = try World.begun()
        for place in world.box.ballots.indices { world.box.ballots[place].position = 1 }
        try world.send("priorities/{round}/adopt", World.decision)
        #expect(try await !world.page("priorities/{round}/count").contains("Since the list was adopted"))
        world.box.ballots[0].position = 100_000
        #expect(try await world.page("priorities/{round}/count").contains("Since the list was adopted 1 ballot has been cast or replaced"))
    }
}

@Suite("What a count does not claim")
struct CountBoundsStories {
    @Test("Equal Shares proposes nothing that nobody named, however much money is left")
    func unnamed() throws {
        var world = try World.begun(["size": ["4"], "rule": ["equalShares"]])
        world.box.ballots = world.box.ballots.map { ballot in
            var ballot = ballot
            ballot.choices = [0]
            return ballot
        }
        #expect(try world.count.first(by: .equalShares) == [0] && world.count.proposed == [ID("n2")] && (try world.count.place(of: 1, by: .equalShares)) == nil)
    }

    @Test("an option that was split names several: what one ballot can swing is told from them")
    func split() throws {
        var world = try World.begun()
        world.box.most = 2
        #expect(try world.count.votes.reachable == 2)
        try world.send("priorities/{round}/candidates/{candidate}/split", ["parts": ["One\nOther\nThird"], "because": ["Three"]], ["candidate": "n4"])
        #expect(try world.count.votes.reachable == 4)
    }

    @Test("large points are counted by region too")
    func points() throws {
        var world = try World.begun(kind: .points)
        world.box.ballots = world.box.ballots.map { ballot in
            var ballot = ballot
            ballot.points = ballot.points.map { $0 * 10_000 }
            return ballot
        }
        #expect(try world.count.regions != nil)
    }

    @Test("ways that meet again are gone once: twenty parts merged into one, four times over")
    func portions() throws {
        var world = try World.begun()
        var whole: ID<Candidate> = ID("n2")
        for turn in 1...5 {
            let parts = (1...20).compactMap { ID<Candidate>("p\(turn)-\($0)") }, next: ID<Candidate> = ID<Candidate>("w\(turn)") ?? whole
            for id in parts + [next] { world.tell(Proposal(Priorities.self, .candidateDescribed(id: id, Candidate(round: ID("n1"), title: Localized(id.text), order: turn)))) }
            world.tell(
                Proposal(Priorities.self, .candidateSplit(id: whole, into: parts, because: "?")), Proposal(Priorities.self, .candidatesMerged(from: parts, into: next, because: "?")))
            whole = next
        }
        let portions = try world.state.portions(of: ID("n2"))
        #expect(portions.map(\.id) == [whole] && abs((portions.first?.portion ?? 0) - 1) < 1e-9)
    }

    @Test("a round is retitled after a decision, however many digits its thresholds have; a list shows the words in which it was adopted")
    func retitled() async throws {
        var world = try World.begun(["common": ["66.667"]])
        try world.send("priorities/{round}/adopt", World.decision)
        try world.send("priorities/{round}/edit", World.settings.merging(["title.en": ["Where to?"], "common": ["66.67"]]) { $1 })
        #expect(try world.state.rounds[ID("n1")]?.commonFrom == 66.667)
        try world.send("priorities/{round}/candidates/{candidate}/edit", ["title.en": ["Fair trade"], "options": ["1"]], ["candidate": "n2"])
        #expect(try await !world.page("priorities").contains("Fair trade"))
    }

    @Test("what is taken up again has room as well; a day before there were any records is none")
    func room() throws {
        var world = try World.begun()
        #expect(throws: Refusal("pages.refusal.out-of-range", field: "on")) { try world.send("priorities/{round}/adopt", World.decision.merging(["on": ["0001-01-01"]]) { $1 }) }
        try world.send("priorities/{round}/candidates/{candidate}/drop", ["because": ["Not ours"]], ["candidate": "n3"])
        for number in 0..<97 {
            if let id = ID<Candidate>("m\(number)") { world.tell(Proposal(Priorities.self, .candidateDescribed(id: id, Candidate(round: ID("n1"), title: Localized("M"), order: number)))) }
        }
        #expect(throws: Refusal("priorities.refusal.too-many", ["most": "100"])) {
            try world.send("priorities/{round}/candidates/{candidate}/restore", ["because": ["It is"]], ["candidate": "n3"])
        }
    }
}
