import Testing

@testable import Methods

@Suite("How information passes between units")
struct UnitFlowsTests {
    private func flows(_ count: Int, _ links: [(Int, Int)], _ superiors: [UnitFlows.Superior]? = nil, unknown: Set<Int> = []) -> UnitFlows? {
        UnitFlows(
            superiors: superiors ?? Array(repeating: .other, count: count), isDescribed: (0..<count).map { !unknown.contains($0) }, flows: links.map { Link(from: $0.0, to: $0.1) })
    }

    @Test("a chain is a way in one direction; who begins it is not informed, who ends it informs nobody")
    func chain() throws {
        let found = try #require(flows(4, [(0, 1), (1, 2), (0, 1), (2, 2)]))
        #expect(found.uninformed == [0, 3] && found.silent == [2, 3] && found.headless.isEmpty && found.circles.isEmpty)
        #expect(found.way(from: 0, to: 1) == .direct && found.way(from: 0, to: 2) == .roundabout && found.way(from: 2, to: 0) == .none && found.way(from: 1, to: 1) == .none)
        #expect(found.apart == [Link(from: 0, to: 3), Link(from: 1, to: 3), Link(from: 2, to: 3)])
    }

    @Test("whoever is informed by the same unit alone has no way to the other; a ring has a way between all")
    func apart() throws {
        #expect(try #require(flows(3, [(0, 1), (0, 2)])).apart == [Link(from: 1, to: 2)])
        let ring = try #require(flows(3, [(0, 1), (1, 2), (2, 0)]))
        #expect(ring.apart.isEmpty && ring.uninformed.isEmpty && ring.silent.isEmpty && ring.way(from: 1, to: 0) == .roundabout)
    }

    @Test("of what nobody laid down nothing is said but that nobody informs it")
    func unknown() throws {
        let found = try #require(flows(3, [(0, 1), (1, 0)], unknown: [2]))
        #expect(found.silent.isEmpty && found.apart.isEmpty && found.uninformed == [2])
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
        #expect(one.uninformed.isEmpty && one.silent.isEmpty)
        #expect(flows(2, [(0, 2)]) == nil && flows(2, [], [.unit(2), .nobody]) == nil && flows(2, [], [.other]) == nil && flows(UnitFlows.most + 1, []) == nil)
    }

    @Test("by reachability as counted by hand, and the most units there may be in no time", arguments: [1, 2, 3] as [UInt64])
    func seeded(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = 70, links = (0..<90).map { _ in (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator)) }
        let found = try #require(flows(count, links))
        var reaches = Array(repeating: Array(repeating: false, count: count), count: count)
        for (from, to) in links where from != to { reaches[from][to] = true }
        for middle in 0..<count { for from in 0..<count where reaches[from][middle] { for to in 0..<count where reaches[middle][to] { reaches[from][to] = true } } }
        for from in 0..<count { for to in 0..<count where from != to { #expect((found.way(from: from, to: to) != .none) == reaches[from][to]) } }
        let all = (0..<UnitFlows.most).flatMap { from in (0..<40).map { (from, (from + $0 * 7 + 1) % UnitFlows.most) } }
        #expect(try #require(flows(UnitFlows.most, all)).apart.isEmpty)
    }
}
