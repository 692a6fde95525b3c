/// What is wrong with who enables whom among initiatives of three levels: product and service, business model, system.
///
/// An enabler is of the same level or a lower one, and nothing enables itself, be it by others. What changes a system and has no enabler of a lower level, be it by others of its own, is named:
/// "moving innovation from one type to another could be regarded as more of a linear progression than a radical change" (the founding paper, after Teece 1986).
package struct EnablerChecks: Equatable, Sendable {
    /// Shortest ways round, each from its smallest place.
    package let cycles: [[Int]]
    /// Links whose enabler stands higher than what it enables.
    package let downward: [Link]
    /// Those of the highest level without anything lower that enables them, ascending.
    package let unenabled: [Int]

    /// Nil where a link names a place that there is not.
    ///
    /// - Parameters:
    ///   - levels: of each initiative, the higher the larger.
    ///   - links: from the enabler to what it enables.
    ///   - top: of which level a lower enabler is asked for.
    package init?(levels: [Int], links: [Link], top: Int) {
        guard let checked = checkLinks(layers: levels, links: links) else { return nil }
        cycles = checked.cycles.map(\.path)
        downward = checked.downward
        var enablers: [[Int]] = Array(repeating: [], count: levels.count)
        for link in links where link.from != link.to { enablers[link.to].append(link.from) }
        unenabled = levels.indices.filter { levels[$0] == top && !EnablerChecks.hasLower($0, levels, enablers) }
    }

    private static func hasLower(_ start: Int, _ levels: [Int], _ enablers: [[Int]]) -> Bool {
        var seen: Set<Int> = [start], queue = [start], head = 0
        while head < queue.count {
            for next in enablers[queue[head]] where seen.insert(next).inserted {
                if levels[next] < levels[start] { return true }
                queue.append(next)
            }
            head += 1
        }
        return false
    }
}
