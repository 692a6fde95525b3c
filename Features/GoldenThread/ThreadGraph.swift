import Journal
import Organisation
import Pages

/// Things and the strands between them, indexed once so that walking costs only what is walked over.
///
/// Of two things with one reference the first counts; a strand from a thing to itself leads nowhere and is left out; the same strand told
/// twice is one.
struct ThreadGraph {
    /// Which way one walks along the strands.
    enum Way: CaseIterable {
        /// Against them: where does it come from?
        case back
        /// Along them: what became of it?
        case onward
    }

    let nodes: [Node]
    private let places: [Reference: Int]
    /// For each thing, the strands that end in it and those that begin in it.
    private let incoming: [[Edge]]
    private let outgoing: [[Edge]]

    /// The other end of a strand, as a place among `nodes`, and the kind of the strand.
    struct Edge: Hashable {
        var place: Int
        var kind: String
    }

    init(_ thread: Thread) {
        var nodes: [Node] = [], places: [Reference: Int] = [:]
        for node in thread.nodes where places[node.reference] == nil {
            places[node.reference] = nodes.count
            nodes.append(node)
        }
        var incoming = [[Edge]](repeating: [], count: nodes.count), outgoing = incoming
        var seen = Set<Strand>()
        for strand in thread.strands where strand.from != strand.to {
            // Two features may tell the same strand to different people; both were let through, so it is one strand here.
            let told = Strand(from: strand.from, to: strand.to, kind: strand.kind, audience: .everyone)
            guard let from = places[strand.from], let to = places[strand.to], seen.insert(told).inserted else { continue }
            outgoing[from].append(Edge(place: to, kind: strand.kind))
            incoming[to].append(Edge(place: from, kind: strand.kind))
        }
        self.nodes = nodes
        self.places = places
        self.incoming = incoming
        self.outgoing = outgoing
    }

    func place(of reference: Reference) -> Int? { places[reference] }

    func edges(at place: Int, _ way: Way) -> [Edge] { way == .back ? incoming[place] : outgoing[place] }

    /// Whether a thing has a reason, and something is to follow from it. Members, regions, bodies and units are there for themselves: that nothing
    /// became of a Member would be wrong of one that reports every value.
    func hasCause(_ place: Int) -> Bool { nodes[place].reference.chapter != Register.name }

    /// Whether any strand touches the thing.
    func isConnected(_ place: Int) -> Bool { !incoming[place].isEmpty || !outgoing[place].isEmpty }
}

// MARK: - Walking

extension ThreadGraph {
    /// One thing met on the way, how it was reached, and from which thing one step nearer.
    struct Step: Equatable {
        var place: Int
        var kind: String
        var through: Int
    }

    /// What was met on a walk.
    struct Walk: Equatable {
        /// The steps at distance 1, 2, 3 …, as far as asked. At distance 1 a thing stands once for each kind of strand, further on once.
        var steps: [[Step]] = []
        /// How many things can be reached at all, the one where the walk began left aside.
        var reached = 0
    }

    /// Walks breadth first. Every thing stands at its smallest distance, so that a cycle ends where it was entered.
    func walk(from start: Int, _ way: Way, shown distance: Int) -> Walk {
        var walk = Walk(), met: Set<Int> = [start], border = [start]
        while !border.isEmpty {
            var steps: [Step] = [], next: [Int] = []
            for place in border {
                for edge in edges(at: place, way) {
                    let isNew = met.insert(edge.place).inserted
                    if isNew { next.append(edge.place) }
                    if isNew || (place == start && edge.place != start) {
                        steps.append(Step(place: edge.place, kind: edge.kind, through: place))
                    }
                }
            }
            if walk.steps.count < distance, !steps.isEmpty { walk.steps.append(steps) }
            walk.reached += next.count
            border = next
        }
        return walk
    }
}
