import Testing

@testable import Methods

@Suite("Checking a layered graph of links")
struct LinkChecksTests {
    @Test("Links that run upward and sideways from the lowest layer to the top raise nothing")
    func sound() {
        let findings = checkLinks(layers: [0, 0, 1, 2], links: links((0, 1), (1, 2), (2, 3), (0, 2)))
        #expect(findings == LinkFindings(cycles: [], orphans: [], unsupported: [], downward: []))
    }

    @Test("Each kind of fault is found where it is")
    func faults() {
        let findings = checkLinks(layers: [0, 1, 1, 2, 2], links: links((0, 1), (1, 3), (3, 2), (3, 2)))
        #expect(findings?.cycles == [])
        #expect(findings?.orphans == [2])
        #expect(findings?.unsupported == [4])
        #expect(findings?.downward == links((3, 2)))
    }

    @Test("A cycle is told from its smallest node, in the order of its links")
    func oneCycle() {
        let findings = checkLinks(layers: [0, 0, 0, 0], links: links((3, 1), (1, 2), (2, 3), (0, 1)))
        #expect(findings?.cycles == [Cycle(path: [1, 2, 3], members: [1, 2, 3])])
    }

    @Test("Cycles that share a node are one report, with the shortest way round and everyone involved")
    func sharedNode() {
        let findings = checkLinks(layers: [0, 0, 0, 0], links: links((0, 1), (1, 2), (2, 0), (0, 3), (3, 0)))
        #expect(findings?.cycles == [Cycle(path: [0, 3], members: [0, 1, 2, 3])])
    }

    @Test("Of two equally short ways round, the one through smaller nodes is told, however the links were listed")
    func equallyShort() {
        let findings = checkLinks(layers: [0, 0, 0], links: links((0, 2), (2, 0), (0, 1), (1, 0)))
        #expect(findings?.cycles.map(\.path) == [[0, 1]])
    }

    @Test("A node that links to itself is a cycle and supports nothing")
    func selfLink() {
        let findings = checkLinks(layers: [0, 1], links: links((0, 0), (1, 1)))
        #expect(findings?.cycles == [Cycle(path: [0], members: [0]), Cycle(path: [1], members: [1])])
        #expect(findings?.orphans == [0])
        #expect(findings?.unsupported == [1])
    }

    @Test("An empty graph and a single layer have nothing to report; a link to nowhere is refused")
    func edges() {
        let clean = LinkFindings(cycles: [], orphans: [], unsupported: [], downward: [])
        #expect(checkLinks(layers: [], links: []) == clean)
        #expect(checkLinks(layers: [5, 5], links: []) == clean)
        #expect(checkLinks(layers: [.min, .max], links: links((0, 1))) == clean)
        #expect(checkLinks(layers: [0], links: links((0, 1))) == nil)
        #expect(checkLinks(layers: [0], links: links((-1, 0))) == nil)
    }

    @Test("A chain and a ring of 100,000 nodes do not overflow the stack")
    func long() {
        let count = 100_000
        let chain = (1..<count).map { Link(from: $0 - 1, to: $0) }
        let layers = Array(0..<count)
        #expect(checkLinks(layers: layers, links: chain)?.cycles == [])
        let ring = chain + [Link(from: count - 1, to: 0)]
        #expect(checkLinks(layers: layers, links: ring)?.cycles == [Cycle(path: layers, members: layers)])
    }

    @Test("200 random graphs agree with a reference that tries everything")
    func reference() {
        var random = SeededGenerator(seed: 2026)
        for _ in 0..<200 {
            let count = Int.random(in: 1...9, using: &random)
            let layers = (0..<count).map { _ in Int.random(in: 0...3, using: &random) }
            let links = (0..<Int.random(in: 0...(count * 2), using: &random)).map { _ in
                Link(from: .random(in: 0..<count, using: &random), to: .random(in: 0..<count, using: &random))
            }
            let findings = checkLinks(layers: layers, links: links)
            let naive = NaiveGraph(layers: layers, links: links)
            #expect(findings?.cycles.map(\.members) == naive.cyclicGroups)
            #expect(findings?.cycles.allSatisfy(naive.isShortestWayRound) == true)
            #expect(findings?.orphans == naive.orphans)
            #expect(findings?.unsupported == naive.unsupported)
            #expect(Set(findings?.downward ?? []) == naive.downward)
            #expect(checkLinks(layers: layers, links: links.shuffled(using: &random))?.cycles == findings?.cycles)
        }
    }

    private func links(_ pairs: (Int, Int)...) -> [Link] { pairs.map { Link(from: $0.0, to: $0.1) } }
}

/// The same questions answered from the table of all distances, slow and obvious.
private struct NaiveGraph {
    let layers: [Int]
    let links: [Link]
    let distance: [[Int]]

    private static let unreachable = 1_000

    init(layers: [Int], links: [Link]) {
        self.layers = layers
        self.links = links
        let nodes = layers.indices
        var distance = nodes.map { from in nodes.map { to in links.contains(Link(from: from, to: to)) ? 1 : Self.unreachable } }
        for via in nodes {
            for from in nodes {
                for to in nodes {
                    distance[from][to] = min(distance[from][to], distance[from][via] + distance[via][to])
                }
            }
        }
        self.distance = distance
    }

    var cyclicGroups: [[Int]] {
        let groups = layers.indices.filter { reaches($0, $0) }.map { node in
            layers.indices.filter { reaches(node, $0) && reaches($0, node) }
        }
        return Set(groups).sorted { $0[0] < $1[0] }
    }

    var orphans: [Int] {
        layers.indices.filter { node in layers[node] < top && !links.contains { $0.from == node && $0.to != node } }
    }

    var unsupported: [Int] {
        layers.indices.filter { node in layers[node] > lowest && !links.contains { $0.to == node && $0.from != node } }
    }

    var downward: Set<Link> { Set(links.filter { layers[$0.from] > layers[$0.to] }) }

    func isShortestWayRound(_ cycle: Cycle) -> Bool {
        let start = cycle.path[0]
        let steps = zip(cycle.path, cycle.path.dropFirst() + [start])
        return start == cycle.members[0]
            && steps.allSatisfy { links.contains(Link(from: $0, to: $1)) }
            && Set(cycle.path).count == cycle.path.count
            && cycle.path.count == distance[start][start]
    }

    private var top: Int { layers.max() ?? 0 }
    private var lowest: Int { layers.min() ?? 0 }

    private func reaches(_ from: Int, _ to: Int) -> Bool { distance[from][to] < Self.unreachable }
}
