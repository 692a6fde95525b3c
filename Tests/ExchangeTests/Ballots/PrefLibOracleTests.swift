import Exchange
import Foundation
import Methods
import Testing

/// Council elections, held against what pref_voting found (data/expected/rankings.json).
@Suite("Ranked ballots of real elections")
struct PrefLibOracleTests {
    struct Expected: Decodable {
        struct Winners: Decodable { let value: [Int] }
        let ballots: Int
        let unique: Int
        let pairwise_wins: [[Int]]
        let borda_avg_rank_scores: [Double]
        let borda_order: [Int]
        let schulze: Winners
        let bootstrap_borda_1000: Bootstrap

        struct Bootstrap: Decodable {
            struct Ranks: Decodable { let rank_p025: [Double], rank_p975: [Double], p_first: [Double] }
            let value: Ranks
        }
    }

    static let isHere = FileManager.default.fileExists(atPath: sharedData.appendingPathComponent("expected/rankings.json").path)

    private func all() throws -> [(String, Expected, RankedBallots)] {
        let data = try Data(contentsOf: sharedData.appendingPathComponent("expected/rankings.json"))
        return try JSONDecoder().decode([String: Expected].self, from: data).sorted { $0.key < $1.key }.map { name, expected in
            let bytes = [UInt8](try Data(contentsOf: sharedData.appendingPathComponent("rankings/dev/\(name).soi")))
            let election = try PrefLibElection(preflib: bytes, limits: .standard)
            #expect(election.remarks == [] && election.voterCount == expected.ballots)
            return (name, expected, try election.ranked())
        }
    }

    @Test("Pairs, Borda's scores and order and Schulze's winners are theirs", .enabled(if: isHere, "the shared data are not beside the project"))
    func rules() throws {
        for (name, expected, ballots) in try all() {
            #expect(ballots.distinctCount == expected.unique, "\(name)")
            let votes = try #require(PairwiseVotes(ballots))
            let pairs = (0..<ballots.candidateCount).map { one in (0..<ballots.candidateCount).map { votes[one, $0] } }
            #expect(pairs == expected.pairwise_wins, "\(name)")
            #expect(ballots.borda.scores == expected.borda_avg_rank_scores, "\(name)")
            #expect(ballots.borda.ranking.groups.flatMap { $0.map { $0 + 1 } } == expected.borda_order, "\(name)")
            #expect(SchulzeResult(votes).ranking.groups.first?.map { $0 + 1 } == expected.schulze.value, "\(name)")
        }
    }

    @Test("Samples drawn anew give their intervals of places, within one", .enabled(if: isHere, "the shared data are not beside the project"))
    func bootstrap() throws {
        let (_, expected, ballots) = try #require(all().first { $0.0 == "preflib_ers_00007-00000010" })
        var random = SeededGenerator(seed: 2026)
        let found = try #require(
            bootstrapRanks(groups: [ballots.counts], samples: 100, confidence: 0.95, using: &random) { counts in
                ballots.recounted(counts)?.borda.ranking ?? Ranking(scores: [Int]())
            })
        for (candidate, interval) in found.enumerated() {
            #expect(abs(interval.low - expected.bootstrap_borda_1000.value.rank_p025[candidate]) <= 1)
            #expect(abs(interval.high - expected.bootstrap_borda_1000.value.rank_p975[candidate]) <= 1)
            #expect(abs(interval.first - expected.bootstrap_borda_1000.value.p_first[candidate]) <= 0.15)
        }
    }
}
