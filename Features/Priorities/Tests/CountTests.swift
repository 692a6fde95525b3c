import Exchange
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Priorities

@Suite("Counting the ballots of Members")
struct CountTests {
    private let trade = 0, revenue = 1, safety = 2, green = 3

    @Test("six ballots of seven Members by five rules, counted by hand")
    func rules() throws {
        let count = try World.begun().count
        #expect(count.members.borda.scores == [10.5, 6, 11, 8.5])
        #expect(count.members.approval == [3, 2, 4, 3])
        // Of those who named it: trade 3, 3, 3; revenue 2, 2; safety 2, 3, 3, 2; green 2, 2, 3.
        #expect(count.members.mean == [3, 2, 2.5, 7.0 / 3])
        // Trade and safety cost the same for a unit of use; trade is bought first, and then safety takes the rest of regions B and C.
        #expect(count.members.shares.selected == [trade, safety])
        #expect(count.first(by: .borda) == [safety, trade] && count.first(by: .approval) == [safety, trade, green], "of approvals two are tied for the second place")
    }

    @Test("where every region counts alike, the smallest weighs as much as the largest")
    func regions() throws {
        let count = try World.begun().count
        // Three ballots of A count twice, two of B three times, one of C six times.
        #expect(count.votes.weights(.regions) == [2, 2, 2, 3, 3, 6])
        #expect(try #require(count.regions).borda.scores == [24, 15, 36, 33])
        #expect(count.first(by: .borda, .regions) == [safety, green])
    }

    @Test("a class follows from the share of regions that have it among their first two")
    func classes() throws {
        let count = try World.begun().count
        #expect(count.byRegion.map { $0.first.sorted() } == [[trade, revenue], [safety, green], [safety, green]])
        #expect(count.supportingRegions == [1, 1, 2, 2] && count.classes == [.regional, .regional, .shared, .shared])
        #expect(try World.begun(["common": ["66"]]).count.classes == [.regional, .regional, .common, .common])
    }

    @Test("the list with a guarantee leaves no region without, or says for which it cannot be kept")
    func guarantee() throws {
        let half = try #require(try World.begun().count.guaranteed), all = try #require(try World.begun(["guarantee": ["100"]]).count.guaranteed)
        #expect(half.selected == [trade, safety] && half.unkept.isEmpty)
        #expect(all.selected == [safety, green] && all.unkept == [0])
    }

    @Test("what the silent could change, and the smallest change, are told exactly")
    func firmness() throws {
        func told() throws -> Firmness {
            let count = try World.begun().count
            return try #require(Firmness(count.votes, regions: count.byRegion.map(\.region), round: count.round))
        }
        let firmness = try told()
        #expect(firmness.silent == 1 && firmness.bounds == [.init(best: 1, worst: 3), .init(best: 3, worst: 4), .init(best: 1, worst: 3), .init(best: 1, worst: 4)])
        let change = try #require(firmness.change)
        #expect(change.margin == 4 && change.changed == 1 && change.added == 1)
        #expect(firmness.leavingOut.map { $0.first } == [[safety, green], [trade, revenue, safety], [trade, safety]], "without B two are tied")
        #expect(firmness.intervals == (try told()).intervals, "the same ballots, the same intervals")
        #expect(firmness.intervals.allSatisfy { 1...4 ~= $0.low && $0.low <= $0.high && $0.high <= 4 })
    }

    @Test("what was merged has the best place of any, what was split stands for all of its parts, what was dropped is named by nobody")
    func trail() throws {
        var world = try World.begun()
        try world.send("priorities/{round}/merge", ["from": ["n5"], "into": ["n4"], "because": ["The same"]])
        #expect(try world.count.votes.votes.map(\.tiers) == [[[0], [1]], [[0], [1]], [[0], [2]], [[2]], [[2]], [[2]]])
        try world.send("priorities/{round}/candidates/{candidate}/split", ["parts": ["At sea\nOn land"], "because": ["Two things"]], ["candidate": "n4"])
        // The parts stand where the whole stood.
        #expect(try world.count.votes.votes[3].tiers == [[2, 3]])
        try world.send("priorities/{round}/candidates/{candidate}/drop", ["because": ["Not ours"]], ["candidate": "n2"])
        #expect(try world.count.votes.votes.map(\.tiers) == [[[0]], [[0]], [[1, 2]], [[1, 2]], [[1, 2]], [[1, 2]]])
        try world.send("priorities/{round}/candidates/{candidate}/restore", ["because": ["It is"]], ["candidate": "n2"])
        #expect(try world.count.votes.votes[0].tiers == [[0], [1]])
    }

    @Test("points of merged options add up, those of one that was split are parted equally")
    func points() throws {
        var world = try World.begun(kind: .points)
        try world.send("priorities/{round}/merge", ["from": ["n3"], "into": ["n2"], "because": ["The same"]])
        #expect(try world.count.votes.votes[0].points == [0: 100])
        try world.send("priorities/{round}/candidates/{candidate}/split", ["parts": ["One\nOther"], "because": ["Two"]], ["candidate": "n4"])
        #expect(try world.count.votes.votes[3].points == [1: 35, 2: 35, 3: 30])
        #expect(try world.count.members.mean == [90, 30, 30, 30], "a3 gave trade 70, the others all of it; it gave each part 15")
    }

    @Test("of short ballots only what somebody named is among the first ones of a region")
    func short() throws {
        let count = try World.begun(["size": ["3"]]).count
        #expect(count.byRegion.map { $0.first.sorted() } == [[trade, revenue, safety], [safety, green], [safety, green]])
        #expect(count.supportingRegions == [1, 1, 3, 2] && count.classes == [.regional, .regional, .common, .shared])
        #expect(count.first(by: .borda, .regions) == [safety, green, trade])
    }

    @Test("what a part would have had that was dropped lapses; a part of a part has a part of its points")
    func nested() throws {
        var world = try World.begun(kind: .points)
        try world.send("priorities/{round}/candidates/{candidate}/split", ["parts": ["One\nOther"], "because": ["Two"]], ["candidate": "n4"])
        let parts = try world.state.successors(of: ID("n4"))
        try world.send("priorities/{round}/candidates/{candidate}/drop", ["because": ["Not ours"]], ["candidate": parts[0].text])
        #expect(try world.count.votes.votes[3].points.values.sorted() == [30, 35])
        try world.send("priorities/{round}/candidates/{candidate}/split", ["parts": ["A\nB"], "because": ["Two"]], ["candidate": parts[1].text])
        #expect(try world.count.votes.votes[3].points.values.sorted() == [17.5, 17.5, 30])
    }

    @Test("a ballot with few places cannot swing as far: the smallest change is told from what a ballot can do")
    func reach() {
        #expect(Votes.AddingRule.borda.reach(10, .ranking, most: 1) == 10 && Votes.AddingRule.borda.reach(10, .ranking, most: nil) == 18)
        #expect(Votes.AddingRule.borda.reach(4, .approval, most: nil) == 4 && Votes.AddingRule.approval(size: 2).reach(4, .ranking, most: 2) == 1)
    }

    @Test("options that were taken from the list of candidates are theirs without being told so")
    func listed() throws {
        var world = try World.begun()
        for (place, name) in ["n5", "n4", "n3", "n2"].enumerated() { world.box.options[place].listed = name }
        for name in ["n2", "n3", "n4", "n5"] { try world.send("priorities/{round}/candidates/{candidate}/edit", ["title.en": [name], "options": []], ["candidate": name]) }
        #expect(try world.count.votes.votes[0].tiers == [[green], [safety]])
    }

    @Test("approvals, and with costs Equal Shares buys what there is money for")
    func costs() throws {
        var world = try World.begun(kind: .approval, ["budget": ["100"], "rule": ["approval"]])
        for (name, cost) in [("n2", "60"), ("n3", "10"), ("n4", "40"), ("n5", "80")] {
            try world.send("priorities/{round}/candidates/{candidate}/edit", ["title.en": [name], "cost": [cost], "options": [String((Int(name.dropFirst()) ?? 2) - 1)]], ["candidate": name])
        }
        let count = try world.count
        #expect(count.members.approval == [3, 2, 4, 3])
        let costed = try #require(count.members.costed)
        #expect(costed.cost <= 10_000 && Set(costed.selected).isSuperset(of: [revenue, safety]))
    }

    @Test("anybody can count the ballots again: what is handed out is read by the reader of PrefLib's files and gives the same")
    func recount() async throws {
        let world = try World.begun(), text = try await world.page("priorities/{round}/ballots.toi")
        let election = try PrefLibElection(preflib: Array(text.utf8), limits: .standard)
        var box = try #require(RankedBallotBox(candidateCount: election.names.count))
        for line in election.ballots { _ = box.rank(line.tiers, count: line.count) }
        #expect(box.ballots.borda.scores == [10.5, 6, 11, 8.5] && election.voterCount == 6)
        await #expect(throws: Missing.self) { try await World.begun(cell: 3).page("priorities/{round}/ballots.toi", as: .bruno) }
    }
}
