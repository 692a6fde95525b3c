import Testing

@testable import Methods

@Suite("How information passes between units")
struct UnitFlowsTests {
    private func flows(_ count: Int, _ links: [(Int, Int)], _ superiors: [UnitFlows.Superior]? = nil, unknown: Set<Int> = []) -> UnitFlows? {
        UnitFlows(
            superiors: superiors ?? Array(repeating: .other, count: count), isKnown: (0..<count).map { !unknown.contains($0) }, flows: links.map { Link(from: $0.0, to: $0.1) })
    }

    private func pairs(_ links: [Link]) -> [[Int]] { links.map { [$0.from, $0.to] } }

    @Test("a chain is a way in one direction; who begins it is not informed, who ends it informs nobody")
    func chain() throws {
        let found = try #require(flows(4, [(0, 1), (1, 2), (0, 1), (2, 2)]))
        #expect(found.uninformed == [0, 3] && found.silent == [2, 3] && found.headless.isEmpty && found.circles.isEmpty)
        #expect(found.way(from: 0, to: 1) == .direct && found.way(from: 0, to: 2) == .roundabout && found.way(from: 2, to: 0) == .none && found.way(from: 1, to: 1) == .none)
        #expect(pairs(found.apart) == [[0, 3], [1, 3], [2, 3]] && pairs(found.oneWay) == [[0, 1], [0, 2], [1, 2]] && !found.isWhole)
    }

    @Test("whoever is informed by the same unit alone has no way to the other; a ring has a way between all")
    func apart() throws {
        let fan = try #require(flows(3, [(0, 1), (0, 2)])), ring = try #require(flows(3, [(0, 1), (1, 2), (2, 0)]))
        #expect(pairs(fan.apart) == [[1, 2]] && !fan.isWhole)
        #expect(ring.apart.isEmpty && ring.oneWay.isEmpty && ring.uninformed.isEmpty && ring.silent.isEmpty && ring.way(from: 1, to: 0) == .roundabout && ring.isWhole)
    }

    @Test("two pairs that inform each other, with a way from one pair to the other alone, are not whole")
    func back() throws {
        let found = try #require(flows(4, [(0, 1), (1, 0), (2, 3), (3, 2), (0, 2)]))
        #expect(found.apart.isEmpty && found.silent.isEmpty && found.uninformed.isEmpty && !found.isWhole)
        #expect(pairs(found.oneWay) == [[0, 2], [0, 3], [1, 2], [1, 3]] && found.way(from: 2, to: 0) == .none)
    }

    @Test("a unit between two others whose flows are not known may inform both: nothing is ruled out through it")
    func unknown() throws {
        let between = try #require(flows(3, [(0, 1), (2, 1)], unknown: [1]))
        #expect(between.apart.isEmpty && between.oneWay.isEmpty && between.silent.isEmpty && !between.isWhole)
        #expect(between.way(from: 0, to: 2) == .unknown && between.way(from: 1, to: 0) == .unknown && between.way(from: 0, to: 1) == .direct)
        #expect(between.uninformed == [0, 2], "of those whose flows are known none informs them")
        let beside = try #require(flows(4, [(0, 1), (2, 0)], unknown: [3]))
        #expect(beside.way(from: 1, to: 2) == .none && beside.way(from: 3, to: 2) == .unknown && pairs(beside.oneWay) == [[0, 1], [2, 0], [2, 1]] && beside.apart.isEmpty)
        let without = try #require(flows(3, [], unknown: [2]))
        #expect(pairs(without.apart) == [[0, 1]] && without.silent == [0, 1] && without.uninformed == [0, 1, 2])
        let ring = try #require(flows(3, [(0, 1), (1, 0)], unknown: [2]))
        #expect(!ring.isWhole && ring.uninformed == [2] && ring.apart.isEmpty)
    }

    @Test("that nobody informs a unit is said where somebody else is known not to")
    func uninformed() throws {
        #expect(try #require(flows(2, [(0, 1)], unknown: [1])).uninformed.isEmpty)
        #expect(try #require(flows(2, [], unknown: [1])).uninformed == [1])
        #expect(try #require(flows(2, [], unknown: [0, 1])).uninformed.isEmpty)
    }

    @Test("chains of command: who answers to nobody, and who in the end to itself")
    func command() throws {
        let found = try #require(flows(6, [], [.other, .unit(0), .nobody, .unit(4), .unit(3), .unit(5)]))
        #expect(found.headless == [2] && found.circles == [[3, 4], [5]])
    }

    @Test("of none, of one, and of what is no unit")
    func bounds() throws {
        #expect(try #require(flows(0, [])).apart.isEmpty)
        let one = try #require(flows(1, []))
        #expect(one.uninformed.isEmpty && one.silent.isEmpty && !one.isWhole)
        #expect(flows(2, [(0, 2)]) == nil && flows(2, [], [.unit(2), .nobody]) == nil && flows(2, [], [.other]) == nil && flows(UnitFlows.most + 1, []) == nil)
    }

    @Test("by reachability as counted by hand, with units that may pass anything on, and the most units there may be in no time", arguments: [1, 2, 3] as [UInt64])
    func seeded(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = 70, links = (0..<90).map { _ in (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator)) }
        let unknown = Set((0..<4).map { _ in Int.random(in: 0..<count, using: &generator) })
        let found = try #require(flows(count, links, unknown: unknown))
        func closed(_ links: [(Int, Int)]) -> [[Bool]] {
            var reaches = Array(repeating: Array(repeating: false, count: count), count: count)
            for (from, to) in links where from != to { reaches[from][to] = true }
            for middle in 0..<count { for from in 0..<count where reaches[from][middle] { for to in 0..<count where reaches[middle][to] { reaches[from][to] = true } } }
            return reaches
        }
        let laid = closed(links), possible = closed(links + unknown.flatMap { from in (0..<count).map { (from, $0) } })
        let apart = Set(found.apart), oneWay = Set(found.oneWay)
        for from in 0..<count {
            for to in 0..<count where from != to {
                let way = found.way(from: from, to: to)
                #expect((way == .direct || way == .roundabout) == laid[from][to] && (way != .none) == possible[from][to])
                #expect(apart.contains(Link(from: min(from, to), to: max(from, to))) == (!possible[from][to] && !possible[to][from]))
                #expect(oneWay.contains(Link(from: from, to: to)) == (laid[from][to] && !possible[to][from]))
            }
        }
        let all = (0..<UnitFlows.most).flatMap { from in (0..<40).map { (from, (from + $0 * 7 + 1) % UnitFlows.most) } }
        #expect(try #require(flows(UnitFlows.most, all)).isWhole)
    }
}
