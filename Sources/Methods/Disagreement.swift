/// Whether groups differ by more than chance would do, and by enough to matter.
package struct Disagreement: Equatable, Sendable {
    /// p of the permutation test.
    package let chance: Double
    /// ε², 0 to 1.
    package let effect: Double

    /// Seldom by chance, and a large effect (from 0.14 on). House defaults.
    package var isNotable: Bool { chance <= 0.05 && effect >= 0.14 }

    /// Of fewer values than these nothing is said. House default.
    private static let least = 6
    private static let shuffles = 1999

    /// Nil where nothing can be said: of too few values, of one group, or where all are the same.
    ///
    /// - Parameter seed: of the shuffling, so that everybody reads the same.
    package init?(between groups: [[Double]], seed: UInt64 = 1) {
        guard let divergence = Divergence(groups), divergence.values >= Disagreement.least else { return nil }
        var generator = SeededGenerator(seed: seed)
        chance = divergence.chance(shuffles: Disagreement.shuffles, using: &generator)
        effect = divergence.effect
    }
}
