/// A directed link between two nodes, each named by its place in the array of layers.
package struct Link: Hashable, Sendable {
    /// The node that contributes.
    package let from: Int

    /// The node contributed to.
    package let to: Int

    package init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }
}

/// A group of nodes that all lead back to one another.
package struct Cycle: Equatable, Sendable {
    /// A shortest way round through the smallest member: it starts there, and its last node links back to the first.
    package let path: [Int]

    /// Every node of the group, ascending; more than the path where several cycles share nodes.
    package let members: [Int]
}

/// What is wrong with a layered graph of links, each list in ascending order of its first node.
package struct LinkFindings: Equatable, Sendable {
    /// One per strongly connected component that has a link inside.
    package let cycles: [Cycle]

    /// Nodes below the top layer that contribute to nothing.
    package let orphans: [Int]

    /// Nodes above the lowest layer that nothing contributes to.
    package let unsupported: [Int]

    /// Links to a lower layer, in the order given, each once.
    package let downward: [Link]
}

/// Checks that links run upward or sideways, without cycles, and that every node has its place between the layers.
///
/// `layers[node]` is any integer; a higher layer is nearer the results, and the top and lowest layers are the highest and lowest that occur.
/// Repeated links count once; a link from a node to itself is a cycle and neither a contribution nor support. Nil when a link names a node that
/// does not exist. Source: house default, standard Balanced Scorecard practice.
package func checkLinks(layers: [Int], links: [Link]) -> LinkFindings? {
    guard links.allSatisfy({ layers.indices.contains($0.from) && layers.indices.contains($0.to) }) else { return nil }
    let between = links.filter { $0.from != $0.to }
    let contributing = Set(between.map(\.from))
    let supported = Set(between.map(\.to))
    let top = layers.max()
    let lowest = layers.min()
    return LinkFindings(
        cycles: cycles(successors: successors(count: layers.count, links: links)),
        orphans: layers.indices.filter { layers[$0] != top && !contributing.contains($0) },
        unsupported: layers.indices.filter { layers[$0] != lowest && !supported.contains($0) },
        downward: unique(links.filter { layers[$0.to] < layers[$0.from] })
    )
}

private func successors(count: Int, links: [Link]) -> [[Int]] {
    var successors: [[Int]] = Array(repeating: [], count: count)
    for link in links {
        successors[link.from].append(link.to)
    }
    // Sorted, so that the same graph reports the same path however its links were listed.
    return successors.map { $0.sorted() }
}

private func unique(_ links: [Link]) -> [Link] {
    var seen: Set<Link> = []
    return links.filter { seen.insert($0).inserted }
}

private func cycles(successors: [[Int]]) -> [Cycle] {
    strongComponents(successors: successors)
        .compactMap { cycle(within: $0, successors: successors) }
        .sorted { $0.path[0] < $1.path[0] }
}

/// Searches breadth-first from the smallest member back to itself; nil for a lone node without a link to itself.
private func cycle(within members: [Int], successors: [[Int]]) -> Cycle? {
    let start = members[0]
    let isMember = Set(members)
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
        let node = queue[head]
        head += 1
        for next in successors[node] where isMember.contains(next) {
            if next == start {
                return Cycle(path: path(from: start, to: node, cameFrom: cameFrom), members: members)
            }
            if cameFrom[next] == nil {
                cameFrom[next] = node
                queue.append(next)
            }
        }
    }
    return nil
}

private func path(from start: Int, to end: Int, cameFrom: [Int: Int]) -> [Int] {
    var backwards = [end]
    while let last = backwards.last, last != start, let previous = cameFrom[last] {
        backwards.append(previous)
    }
    return backwards.reversed()
}
