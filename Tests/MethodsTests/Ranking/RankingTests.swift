import Testing

@testable import Methods

@Suite("Ranking by ordered ballots")
struct RankingTests {
    /// Forty-five ballots over A to E, as Schulze has them.
    private func fortyFive() throws -> RankedBallots {
        try ballots(5, [(5, "ACBED"), (5, "ADECB"), (8, "BEDAC"), (3, "CABED"), (7, "CAEBD"), (2, "CBADE"), (7, "DCEBA"), (8, "EBADC")])
    }

    @Test("Forty-five ballots: Schulze has E, A, C, B, D, with the published strengths of paths")
    func schulze() throws {
        let result = SchulzeResult(try #require(PairwiseVotes(fortyFive())))
        #expect(result.ranking.groups == [[4], [0], [2], [1], [3]])
        #expect(result.strength(from: 0, to: 4) == 24)
        #expect(result.strength(from: 4, to: 0) == 25)
        #expect(result.strength(from: 1, to: 3) == 33)
        #expect(result.wins == [3, 1, 2, 0, 4])
    }

    @Test("Forty-five ballots: Borda has E 102, A 98, B 92, C 89, D 69")
    func borda() throws {
        let borda = try fortyFive().borda
        #expect(borda.scores == [98, 92, 89, 69, 102])
        #expect(borda.ranking.groups == [[4], [0], [1], [2], [3]])
    }

    @Test("Tied and unnamed candidates share the mean of their points")
    func averages() throws {
        var box = try #require(RankedBallotBox(candidateCount: 5))
        _ = box.rank([[2], [0, 4]], count: 1)
        #expect(box.ballots.borda.scores == [2.5, 0.5, 4, 0.5, 2.5])
        _ = box.rank([], count: 2)
        #expect(box.ballots.borda.scores == [6.5, 4.5, 8, 4.5, 6.5])
        let votes = try #require(PairwiseVotes(box.ballots))
        #expect(votes[2, 0] == 1 && votes[0, 2] == 0 && votes[0, 4] == 0 && votes[0, 1] == 1 && votes[1, 3] == 0)
    }

    @Test("Points for shares of a budget count who is named below")
    func points() throws {
        var box = try #require(RankedBallotBox(candidateCount: 5))
        _ = box.rank([[3], [0], [4]], count: 1)
        _ = box.rank([[1, 2], [0]], count: 1)
        let points = box.ballots.points
        #expect(points.pointScores == [1, 1, 1, 2, 0])
        #expect(points.voterCount == 2)
        #expect(box.ballots.approvals.approvalScores == [2, 1, 1, 1, 1])
    }

    @Test("Every ballot gives the same number of Borda points, and neither rule minds the names of candidates")
    func properties() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<100 {
            let count = Int.random(in: 1...7, using: &random)
            let names = Array(0..<count).shuffled(using: &random)
            var box = try #require(RankedBallotBox(candidateCount: count)), renamed = box
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                var order = Array(0..<count).shuffled(using: &random), tiers: [[Int]] = []
                order.removeLast(Int.random(in: 0...count, using: &random))
                while !order.isEmpty {
                    let size = Int.random(in: 1...order.count, using: &random)
                    tiers.append(Array(order.prefix(size)))
                    order.removeFirst(size)
                }
                _ = box.rank(tiers, count: 1)
                _ = renamed.rank(tiers.map { $0.map { names[$0] } }, count: 1)
            }
            let ballots = box.ballots, other = renamed.ballots
            #expect(ballots.borda.doubled.reduce(0, +) == ballots.voterCount * count * (count - 1))
            #expect(ballots.borda.ranking.groups.map { $0.map { names[$0] }.sorted() } == other.borda.ranking.groups)
            let one = SchulzeResult(try #require(PairwiseVotes(ballots))), two = SchulzeResult(try #require(PairwiseVotes(other)))
            #expect(one.ranking.groups.map { $0.map { names[$0] }.sorted() } == two.ranking.groups)
            #expect(one.ranking.groups.flatMap { $0 }.sorted() == Array(0..<count))
        }
    }

    @Test("A candidate that a majority prefers to each other is first")
    func condorcet() throws {
        let ballots = try ballots(4, [(3, "BACD"), (2, "ABCD"), (2, "DBCA"), (1, "CDBA")])
        #expect(SchulzeResult(try #require(PairwiseVotes(ballots))).ranking.groups.first == [1])
    }

    @Test("Scores make groups; what is no number comes last")
    func scores() {
        let ranking = Ranking(scores: [2, .nan, 3, 2, .nan] as [Double])
        #expect(ranking.groups == [[2], [0, 3], [1, 4]])
        #expect(ranking.places == [2, 4, 1, 2, 4])
        #expect(ranking.meanPlaces == [2.5, 4.5, 1, 2.5, 4.5])
        #expect(ranking.top(1) == [2] && ranking.top(2) == [0, 2, 3])
        #expect(Ranking(scores: [Int]()).groups.isEmpty)
    }

    @Test("Approval and mean scores")
    func means() throws {
        var box = try #require(WeightedBallotBox(pointsFor: 3))
        _ = box.give([(candidate: 0, points: 3), (candidate: 1, points: 1), (candidate: 2, points: 0)], count: 2)
        _ = box.give([(candidate: 1, points: 2)], count: 1)
        let ballots = box.ballots
        #expect(ballots.approvalScores == [2, 3, 0])
        #expect(ballots.pointScores == [6, 4, 0])
        #expect(ballots.meanScores == [2, 4.0 / 3, 0])
        #expect(ballots.meanScoresOfNamed == [3, 4.0 / 3, nil])
    }

    @Test("Ranked ballots that name somebody twice or somebody unknown are refused")
    func refused() throws {
        var box = try #require(RankedBallotBox(candidateCount: 3))
        #expect(box.rank([[0], [0]], count: 1) == nil)
        #expect(box.rank([[0], []], count: 1) == nil)
        #expect(box.rank([[3]], count: 1) == nil)
        #expect(box.rank([[0]], count: -1) == nil)
        #expect(box.rank([[0], [1]], count: 1) == 0)
        #expect(box.ballots.voterCount == 1)
        #expect(box.ballots.recounted([7])?.voterCount == 7)
        #expect(box.ballots.recounted([1, 2]) == nil)
    }
}

/// Ballots whose letters stand for candidates, best first.
func ballots(_ candidates: Int, _ orders: [(Int, String)]) throws -> RankedBallots {
    var box = try #require(RankedBallotBox(candidateCount: candidates))
    for (count, order) in orders { _ = box.rank(order.utf8.map { [Int($0) - 65] }, count: count) }
    return box.ballots
}
