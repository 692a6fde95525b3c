import Testing

@testable import Methods

@Suite("How far groups differ")
struct DivergenceTests {
    @Test("by hand: ranks 1 to 9 in three groups, no ties")
    func byHand() throws {
        // Ranks: 1 2 4 | 3 5 6 | 7 8 9: sums 7, 14, 24. H = 12/90 · (49 + 196 + 576)/3 − 30 = 36.4889 − 30 = 6.4889.
        let divergence = try #require(Divergence([[10, 20, 40], [30, 50, 60], [70, 80, 90]]))
        #expect(abs(divergence.statistic - 6.488888888888889) < 1e-12 && abs(divergence.effect - 6.488888888888889 / 8) < 1e-12)
    }

    @Test("by hand: with ties, as SciPy has it")
    func ties() throws {
        // 1 1 2 | 2 3 3: ranks 1.5 1.5 3.5 | 3.5 5.5 5.5, sums 6.5 and 14.5; H = 12/42 · (42.25 + 210.25)/3 − 21 = 3.0476; ties 3 · 6, C = 1 − 18/210; H/C = 10/3.
        let divergence = try #require(Divergence([[1, 1, 2], [2, 3, 3]]))
        #expect(abs(divergence.statistic - 10.0 / 3) < 1e-12)
    }

    @Test("the permutation test agrees with counting every arrangement")
    func permutation() throws {
        // 20 ways to deal six ranks into 3 and 3; only the observed one and its mirror are as far apart: p = 0.1.
        let divergence = try #require(Divergence([[1, 2, 3], [4, 5, 6]]))
        var generator = SeededGenerator(seed: 7)
        #expect(abs(divergence.chance(shuffles: 20_000, using: &generator) - 0.1) < 0.01)
        let alike = try #require(Divergence([[1, 4, 5], [2, 3, 6]]))
        #expect(alike.chance(shuffles: 2000, using: &generator) > 0.9)
    }

    @Test("chance is what it says: of samples without any difference one in twenty falls below 5 %")
    func calibrated() {
        var generator = SeededGenerator(seed: 11), below = 0
        for _ in 0..<400 {
            let groups = (0..<4).map { _ in (0..<6).map { _ in Double(Int.random(in: 1...5, using: &generator)) } }
            if let divergence = Divergence(groups), divergence.chance(shuffles: 199, using: &generator) <= 0.05 { below += 1 }
        }
        #expect((8...34).contains(below), "\(below) of 400")
    }

    @Test("nothing can be said of one group, of none, or where all say the same", arguments: [[[1.0, 2]], [[], [1, 2]], [], [[3, 3], [3]]])
    func nothing(_ groups: [[Double]]) { #expect(Divergence(groups) == nil) }
}
