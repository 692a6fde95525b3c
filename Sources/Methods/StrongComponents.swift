/// The strongly connected components of a directed graph: groups in which every node reaches every other.
///
/// `successors[node]` lists the nodes it points to, each within `successors.indices`. Each node is in exactly one component; members ascend.
/// Time and memory grow with nodes plus links. Source: Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972.
func strongComponents(successors: [[Int]]) -> [[Int]] {
    var walk = Walk(successors: successors)
    for node in successors.indices where walk.order[node] == nil {
        walk.explore(from: node)
    }
    return walk.components
}

/// Tarjan's walk with its own path instead of recursion, which a chain of 100,000 nodes would overflow.
private struct Walk {
    let successors: [[Int]]
    private(set) var components: [[Int]] = []

    /// When each node was first entered.
    private(set) var order: [Int?]

    /// The earliest open node each node is known to reach.
    private var earliest: [Int]

    /// Entered, and not yet in a component.
    private var open: [Int] = []
    private var isOpen: [Bool]

    private var path: [(node: Int, next: Int)] = []
    private var clock = 0

    init(successors: [[Int]]) {
        self.successors = successors
        order = Array(repeating: nil, count: successors.count)
        earliest = Array(repeating: 0, count: successors.count)
        isOpen = Array(repeating: false, count: successors.count)
    }

    mutating func explore(from root: Int) {
        enter(root)
        while let (node, next) = path.last {
            if next < successors[node].count {
                path[path.count - 1].next += 1
                follow(from: node, to: successors[node][next])
            } else {
                leave(node)
            }
        }
    }

    private mutating func enter(_ node: Int) {
        order[node] = clock
        earliest[node] = clock
        clock += 1
        open.append(node)
        isOpen[node] = true
        path.append((node, 0))
    }

    private mutating func follow(from node: Int, to successor: Int) {
        guard let seen = order[successor] else { return enter(successor) }
        if isOpen[successor] {
            earliest[node] = min(earliest[node], seen)
        }
    }

    private mutating func leave(_ node: Int) {
        path.removeLast()
        if let parent = path.last?.node {
            earliest[parent] = min(earliest[parent], earliest[node])
        }
        if earliest[node] == order[node] {
            close(at: node)
        }
    }

    private mutating func close(at root: Int) {
        var members: [Int] = []
        while let node = open.popLast() {
            isOpen[node] = false
            members.append(node)
            if node == root { break }
        }
        components.append(members.sorted())
    }
}
