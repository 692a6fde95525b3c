import Methods

/// What is left to chance in an example: the same story for the same seed.
struct Chance: RandomNumberGenerator {
    private var bits: SeededGenerator

    /// One stream for each purpose, so that more of one thing does not change another.
    init(seed: UInt64, for purpose: String) {
        bits = SeededGenerator(seed: purpose.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }

    mutating func next() -> UInt64 { bits.next() }

    /// Evenly from 0 up to, not including, 1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// About normal with mean 0 and deviation 1: six even draws, never beyond 4.3.
    mutating func normal() -> Double { ((0..<6).reduce(0.0) { sum, _ in sum + unit() } - 3) * 1.414213562 }

    mutating func pick<Thing>(_ things: [Thing]) -> Thing? {
        things.isEmpty ? nil : things[Int(next() % UInt64(things.count))]
    }
}
