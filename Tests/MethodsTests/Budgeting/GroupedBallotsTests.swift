import Testing

@testable import Methods

@Suite("Ballots in another order")
struct GroupedBallotsTests {
    @Test("those that begin alike lie together; each keeps what it says, how often it came, and knows its place")
    func grouped() throws {
        var box = try #require(WeightedBallotBox(pointsFor: 4))
        let given: [[(candidate: Int, points: Int)]] = [[(3, 1)], [(0, 2), (2, 5)], [], [(0, 1), (1, 1)], [(3, 4)], [(0, 7)]]
        for (number, ballot) in given.enumerated() { _ = box.give(ballot, count: number + 1) }
        let ballots = box.ballots, grouped = GroupedBallots(ballots)
        #expect(grouped.places == [3, 1, 5, 0, 4, 2])
        for (own, place) in grouped.places.enumerated() {
            #expect(grouped.ballots.candidates[grouped.ballots.range(own)] == ballots.candidates[ballots.range(place)][...])
            #expect(grouped.ballots.range(own).map(grouped.ballots.points(at:)) == ballots.range(place).map(ballots.points(at:)))
            #expect(grouped.ballots.counts[own] == ballots.counts[place])
        }
        #expect(grouped.ballots.voterCount == ballots.voterCount)
    }

    @Test("what each ballot paid and has left is told of its own place, whatever the order in which it was counted")
    func outcome() throws {
        var random = SeededGenerator(seed: 90)
        for _ in 0..<40 {
            let election = try randomElection(using: &random)
            let plain = equalShares(election, utility: .points, completion: .add1, looksAhead: false), other = equalShares(election, utility: .points, completion: .add1, looksAhead: true)
            for ballot in election.ballots.counts.indices {
                let (one, two) = (plain.payments(of: ballot), other.payments(of: ballot))
                #expect(one.map(\.round) == two.map(\.round) && one.map(\.isLast) == two.map(\.isLast))
            }
        }
    }
}
