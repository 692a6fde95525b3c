import Exchange
import Pages

/// The objectives of a table in an order in which each comes after the one that it is a part of, wherever both stand in the file.
///
/// Each row is looked at a few times and no more: a file may be one chain from its first row to its last.
struct PartsInOrder {
    typealias Entry = PlanTableMapping.Entry

    private(set) var inOrder: [Entry] = []
    /// Those that would become parts of themselves; what hangs on them comes last in the order.
    private(set) var circling: [Entry] = []

    init(_ all: [Entry]) {
        let above = PartsInOrder.above(all), ids = Set(all.map(\.id))
        let parts = Dictionary(grouping: all.filter { above[$0.id] != nil }) { above[$0.id] ?? "" }
        var level = all.filter { above[$0.id] == nil }, reached: Set<String> = []
        while !level.isEmpty {
            inOrder += level
            reached.formUnion(level.map(\.id))
            level = level.flatMap { parts[$0.id] ?? [] }.sorted { $0.number < $1.number }
        }
        let circles = PartsInOrder.circles(among: ids.subtracting(reached), above), left = all.filter { !reached.contains($0.id) }
        circling = left.filter { circles.contains($0.id) }
        inOrder += left.filter { !circles.contains($0.id) }
    }

    /// Of each row the one above it, where that is in the file too: by its identifier, or by a code that only one has.
    private static func above(_ all: [Entry]) -> [String: String] {
        let ids = Set(all.map(\.id))
        let coded = Dictionary(grouping: all.compactMap { entry in entry.row.text("code").map { (key: NameKey($0), id: entry.id) } }, by: \.key)
        return all.reduce(into: [:]) { above, entry in
            guard let named = entry.row.text("parent") else { return }
            let sameCode = coded[NameKey(named)] ?? [], parent = ids.contains(named) ? named : sameCode.count == 1 ? sameCode.first?.id : nil
            if let parent, parent != entry.id { above[entry.id] = parent }
        }
    }

    /// Those from which the way up leads back to themselves.
    private static func circles(among ids: Set<String>, _ above: [String: String]) -> Set<String> {
        var circles: Set<String> = [], seen: Set<String> = []
        for start in ids {
            var way: [String] = [], id = start
            while seen.insert(id).inserted, let next = above[id] {
                way.append(id)
                id = next
            }
            if let first = way.firstIndex(of: id) { circles.formUnion(way[first...]) }
        }
        return circles
    }
}
