import Methods
import Testing

@Suite("A list in which no group is left without")
struct GuaranteedSelectionTests {
    @Test("is the best of all lists there are, on two hundred small elections that are all tried out")
    func exhaustive() throws {
        var random = SeededGenerator(seed: 2018)
        for _ in 0..<200 {
            let count = Int.random(in: 1...8, using: &random), size = Int.random(in: 0...count, using: &random), least = Int.random(in: 0...3, using: &random)
            let scores = (0..<count).map { _ in Int.random(in: 0...6, using: &random) }
            let groups = (0..<Int.random(in: 0...4, using: &random)).map { _ in Set((0..<count).filter { _ in Bool.random(using: &random) }) }
            let found = try #require(guaranteedSelection(scores: scores, size: size, groups: groups, least: least))
            func kept(_ chosen: Set<Int>) -> Int { groups.count { $0.intersection(chosen).count >= min(least, $0.count, size) } }
            func value(_ chosen: Set<Int>) -> (Int, Int) { (kept(chosen), chosen.reduce(0) { $0 + scores[$1] }) }
            let all = (0..<(1 << count)).map { bits in Set((0..<count).filter { bits & 1 << $0 != 0 }) }.filter { $0.count == size }
            let best = try #require(all.map(value).max { $0 < $1 })
            #expect(found.selected.count == size && value(Set(found.selected)) == best)
            #expect(found.unkept.count == groups.count - best.0)
        }
    }

    @Test("of equal lists the one with the first candidates; a search that would take too long says nothing")
    func ties() {
        #expect(guaranteedSelection(scores: [1, 1, 1], size: 2, groups: [], least: 1)?.selected == [0, 1])
        #expect(guaranteedSelection(scores: [1, 1, 1], size: 1, groups: [[2]], least: 1)?.selected == [2])
        #expect(guaranteedSelection(scores: Array(repeating: 1, count: 40), size: 20, groups: (0..<30).map { [$0, 39 - $0] }, least: 2, mostSteps: 100) == nil)
        #expect(guaranteedSelection(scores: [1], size: 2, groups: [], least: 1) == nil)
        #expect(guaranteedSelection(scores: Array(repeating: 1, count: 64), size: 64, groups: [], least: 1)?.selected == Array(0..<64))
    }
}

@Suite("Places whatever the silent would have said")
struct PlaceBoundsTests {
    @Test("nothing that the silent could say brings a candidate beyond its bounds; tried on all that two silent voters could say of three candidates")
    func exhaustive() throws {
        // Points a silent voter can give, the first two, the second one.
        let orders = [[2, 1, 0], [2, 0, 1], [1, 2, 0], [0, 2, 1], [1, 0, 2], [0, 1, 2]]
        for scores in [[5, 4, 0], [9, 1, 1], [3, 3, 3], [12, 6, 0]] {
            let bounds = try #require(placeBounds(scores: scores, silent: 2, reach: 2))
            for one in orders {
                for other in orders {
                    let all = scores.indices.map { scores[$0] + one[$0] + other[$0] }, places = Ranking(scores: all).places
                    for (place, bound) in zip(places, bounds) { #expect(bound.best <= place && place <= bound.worst) }
                }
            }
        }
    }

    @Test("without silent voters the place itself; far ahead is first for certain; what cannot be counted is nothing")
    func edges() {
        #expect(placeBounds(scores: [3, 1, 3], silent: 0, reach: 2) == [.init(best: 1, worst: 1), .init(best: 3, worst: 3), .init(best: 1, worst: 1)])
        #expect(placeBounds(scores: [100, 1, 2], silent: 3, reach: 2)?.first == .init(best: 1, worst: 1))
        #expect(placeBounds(scores: [1], silent: -1, reach: 2) == nil && placeBounds(scores: [1], silent: .max, reach: 2) == nil)
    }
}
