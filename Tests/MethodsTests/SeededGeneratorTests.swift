import Testing

@testable import Methods

@Suite("The seeded generator")
struct SeededGeneratorTests {
    @Test("It gives the published numbers of SplitMix64")
    func published() {
        var random = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ])
    }

    @Test("Every seed is valid and tells its own story", arguments: [0, 1, UInt64.max])
    func seeds(seed: UInt64) {
        var first = SeededGenerator(seed: seed)
        var second = SeededGenerator(seed: seed)
        var other = SeededGenerator(seed: seed ^ 2)
        let numbers = (0..<50).map { _ in first.next() }
        #expect(numbers == (0..<50).map { _ in second.next() })
        #expect(numbers != (0..<50).map { _ in other.next() })
    }
}
