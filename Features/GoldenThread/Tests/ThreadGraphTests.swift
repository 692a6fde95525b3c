import Journal
import Methods
import Organisation
import Pages
import Testing

@testable import GoldenThread

@Suite("Walking the thread")
struct ThreadGraphTests {
    @Test("reaches what a naive search reaches, at the same distances, on random graphs with cycles", arguments: 0..<40)
    func agreesWithNaiveSearch(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let size = Int.random(in: 1...40, using: &generator)
        let strands = (0..<Int.random(in: 0...90, using: &generator)).map { _ in
            Strand.sample("n\(Int.random(in: 0..<size, using: &generator))", "n\(Int.random(in: 0..<size, using: &generator))")
        }
        let graph = ThreadGraph(Thread(nodes: (0..<size).map { Node.sample("n\($0)") }, strands: strands))
        for start in 0..<size {
            for way in ThreadGraph.Way.allCases {
                let walk = graph.walk(from: start, way, shown: 3), naive = naiveLevels(strands, from: start, way)
                #expect(walk.reached == naive.joined().count, "seed \(seed)")
                let shown = walk.steps.map { Set($0.map { graph.nodes[$0.place].reference.id }) }
                #expect(shown == naive.prefix(3).map { Set($0.map { "n\($0)" }) }, "seed \(seed)")
            }
        }
    }

    @Test("back is the mirror of onward")
    func mirrored() throws {
        let strands = [Strand.sample("n0", "n1"), .sample("n1", "n2"), .sample("n2", "n0"), .sample("n2", "n3")]
        let mirror = strands.map { Strand(from: $0.to, to: $0.from, kind: $0.kind, audience: $0.audience) }
        let nodes = (0..<4).map { Node.sample("n\($0)") }
        let graph = ThreadGraph(Thread(nodes: nodes, strands: strands)), other = ThreadGraph(Thread(nodes: nodes, strands: mirror))
        for start in 0..<4 { #expect(graph.walk(from: start, .onward, shown: 3) == other.walk(from: start, .back, shown: 3)) }
    }

    @Test("two kinds of strand to the same thing stand once each; it counts once")
    func kinds() throws {
        let strands = [Strand.sample("a", "b", kind: "x"), .sample("a", "b", kind: "y"), .sample("a", "b", kind: "y"), .sample("a", "a")]
        let walk = ThreadGraph(Thread(nodes: [.sample("a"), .sample("b")], strands: strands)).walk(from: 0, .onward, shown: 3)
        #expect(walk.reached == 1)
        #expect(walk.steps.map { $0.map(\.kind) } == [["x", "y"]])
    }

    @Test("twenty thousand things are indexed and walked")
    func large() throws {
        let nodes = (0..<20_000).map { Node.sample("n\($0)") }
        let strands = (1..<20_000).map { Strand.sample("n\($0 / 3)", "n\($0)") }
        let graph = ThreadGraph(Thread(nodes: nodes, strands: strands))
        #expect(graph.walk(from: 0, .onward, shown: 3).reached == 19_999)
    }

    /// Lets the set of what is reached grow until nothing is added, looking at every strand each time.
    private func naiveLevels(_ strands: [Strand], from start: Int, _ way: ThreadGraph.Way) -> [[Int]] {
        let pairs = strands.map { strand in
            let ends = (Int(strand.from.id.dropFirst()) ?? 0, Int(strand.to.id.dropFirst()) ?? 0)
            return way == .onward ? ends : (ends.1, ends.0)
        }
        var levels: [[Int]] = [], met: Set<Int> = [start], last: Set<Int> = [start]
        while true {
            let next = Set(pairs.filter { last.contains($0.0) }.map(\.1)).subtracting(met)
            if next.isEmpty { return levels }
            levels.append(next.sorted())
            met.formUnion(next)
            last = next
        }
    }
}
