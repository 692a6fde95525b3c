/// How often each node of an undirected graph lies on the shortest ways between two others, each way counting its share among equally short ones.
///
/// Unweighted: a link is there or is not. From 0 to (n − 1)(n − 2) / 2, where every pair of others goes through the node. Source: Brandes, "A faster algorithm for betweenness
/// centrality", Journal of Mathematical Sociology 25, 2001. Time grows with nodes times links.
///
/// - Parameter neighbours: of each node, each within `neighbours.indices`; the graph is undirected where both ends name each other.
package func betweenness(neighbours: [[Int]]) -> [Double] {
    var scores = [Double](repeating: 0, count: neighbours.count)
    for source in neighbours.indices {
        var order: [Int] = [], before = [[Int]](repeating: [], count: neighbours.count)
        var ways = [Double](repeating: 0, count: neighbours.count), distance = [Int](repeating: -1, count: neighbours.count)
        (ways[source], distance[source]) = (1, 0)
        var queue = [source], next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            order.append(node)
            for neighbour in neighbours[node] {
                if distance[neighbour] < 0 {
                    distance[neighbour] = distance[node] + 1
                    queue.append(neighbour)
                }
                if distance[neighbour] == distance[node] + 1 {
                    ways[neighbour] += ways[node]
                    before[neighbour].append(node)
                }
            }
        }
        var dependency = [Double](repeating: 0, count: neighbours.count)
        for node in order.reversed() {
            for earlier in before[node] { dependency[earlier] += ways[earlier] / ways[node] * (1 + dependency[node]) }
            if node != source { scores[node] += dependency[node] }
        }
    }
    // Each pair was counted from both of its ends.
    return scores.map { $0 / 2 }
}
