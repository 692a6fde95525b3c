import Testing

@testable import Methods

@Suite("How firm a ranking is")
struct StabilityTests {
    @Test("Samples drawn anew give intervals of places, the same for the same seed")
    func bootstrap() throws {
        let ballots = try ballots(3, [(60, "ABC"), (40, "BAC"), (1, "C")])
        func intervals(seed: UInt64) -> [RankInterval]? {
            var random = SeededGenerator(seed: seed)
            return bootstrapRanks(groups: [ballots.counts], samples: 200, confidence: 0.95, using: &random) { counts in
                ballots.recounted(counts)?.borda.ranking ?? Ranking(scores: [0, 0, 0])
            }
        }
        let found = try #require(intervals(seed: 1))
        #expect(found == intervals(seed: 1))
        #expect(found[2] == RankInterval(low: 3, high: 3, first: 0))
        #expect(found[0].low == 1 && found[0].first > 0.9)
        #expect(abs(found[0].first + found[1].first - 1) < 1e-9)
    }

    @Test("Each group draws as many as it has: groups that agree within never change the order")
    func strata() {
        var random = SeededGenerator(seed: 4)
        let found = bootstrapRanks(groups: [[5, 0], [0, 4]], samples: 20, confidence: 0.9, using: &random) { Ranking(scores: $0) }
        #expect(found == [RankInterval(low: 1, high: 1, first: 1), RankInterval(low: 2, high: 2, first: 0)])
        #expect(bootstrapRanks(groups: [[0]], samples: 20, confidence: 0.9, using: &random) { Ranking(scores: $0) } == nil)
        #expect(bootstrapRanks(groups: [[1], [1, 2]], samples: 20, confidence: 0.9, using: &random) { Ranking(scores: $0) } == nil)
        #expect(bootstrapRanks(groups: [[1]], samples: 20, confidence: 1, using: &random) { Ranking(scores: $0) } == nil)
    }

    @Test("Leaving out the one group that decides turns the order round")
    func leaveOneOut() {
        let rankings = rankingsLeavingOneOut(groups: [[9, 0], [2, 3], [1, 4]]) { Ranking(scores: $0) }
        #expect(rankings?.map(\.groups) == [[[1], [0]], [[0], [1]], [[0], [1]]])
    }

    @Test("The smallest change is found, as trying everything finds it")
    func smallest() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<150 {
            let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in (0..<3).map { _ in Int.random(in: 0...1, using: &random) } }
            let k = Int.random(in: 1...2, using: &random)
            let found = try #require(smallestChange(points: rows, counts: rows.map { _ in 1 }, reach: 1, top: k))
            #expect(found.changed == fewestByTrying(rows, top: k))
            #expect(found.added == found.margin + 1)
        }
    }

    @Test("Borda in half points: one ballot turned round is worth more than one added")
    func bordaChange() {
        // A has 6 half points more than B; a turned ballot moves 4 + what it gave A over B, an added one 4.
        let found = smallestChange(points: [[4, 2, 0]], counts: [3], reach: 4, top: 1)
        #expect(found == SmallestChange(margin: 6, changed: 2, added: 2))
        #expect(smallestChange(points: [[1, 0]], counts: [1], reach: 1, top: 2) == nil)
        #expect(smallestChange(points: [[1, 0]], counts: [1, 1], reach: 1, top: 1) == nil)
    }

    @Test("Common from four fifths of groups, shared from a third, regional from one")
    func classes() {
        let groups = [[3, 2, 1, 0], [3, 2, 0, 1], [3, 2, 1, 0], [3, 0, 2, 1], [3, 0, 2, 0]].map { Ranking(scores: $0) }
        #expect(consensus(of: groups, top: 2, thresholds: .standard) == [.common, .shared, .shared, .none])
        #expect(consensus(of: groups, top: 1, thresholds: .standard) == [.common, .none, .none, .none])
        let six = (0..<6).map { Ranking(scores: $0 < 2 ? [1, 0] : [0, 1]) }
        #expect(consensus(of: six, top: 1, thresholds: .standard) == [.shared, .shared])
        let one = (0..<6).map { Ranking(scores: $0 < 1 ? [1, 0] : [0, 1]) }
        #expect(consensus(of: one, top: 1, thresholds: .standard) == [.regional, .common])
        #expect(consensus(of: [], top: 1, thresholds: .standard) == nil)
    }

    /// Of approvals: every choice of ballots, each cast in every way.
    private func fewestByTrying(_ rows: [[Int]], top k: Int) -> Int? {
        let all = (0..<8).map { [$0 & 1, $0 >> 1 & 1, $0 >> 2 & 1] }
        func scores(_ rows: [[Int]]) -> [Int] { (0..<3).map { candidate in rows.reduce(0) { $0 + $1[candidate] } } }
        let before = scores(rows)
        let first = before.indices.sorted { before[$0] == before[$1] ? $0 < $1 : before[$0] > before[$1] }.prefix(k)
        var best: Int?
        func turn(_ place: Int, _ rows: [[Int]], _ changed: Int) {
            if best.map({ changed >= $0 }) == true { return }
            let now = scores(rows)
            if first.contains(where: { inside in now.indices.contains { !first.contains($0) && now[$0] > now[inside] } }) { best = changed }
            guard place < rows.count else { return }
            turn(place + 1, rows, changed)
            for other in all where other != rows[place] {
                var turned = rows
                turned[place] = other
                turn(place + 1, turned, changed + 1)
            }
        }
        turn(0, rows, 0)
        return best
    }
}
