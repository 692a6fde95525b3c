/// The ways of the links: curves in the gutters above the rows, and straight passages between the boxes of rows that they cross.
///
/// A link leaves its box on the side that looks towards its aim, takes one curve in each gutter, and crosses rows in the gap nearest
/// to its straight way. Two boxes of one row are joined through the gutter above them.
struct MapRoutes {
    struct Curve {
        /// Where it leaves the row below and the row above the gutter; an arch has both ends below.
        let below: Double
        let above: Double
        let isArch: Bool
        let head: Head
        let isSupposed: Bool

        /// Which of its ends is an arrowhead.
        enum Head { case none, above, below }
    }

    struct Passage {
        let at: Double
        let isSupposed: Bool
    }

    /// One for each row, the gutter above it.
    private(set) var gutters: [[Curve]]
    /// One for each row, what passes between its boxes.
    private(set) var passages: [[Passage]]

    init(_ ranks: MapRanks) {
        gutters = Array(repeating: [], count: ranks.ranks.count)
        passages = gutters.map { _ in [] }
        let ways = ranks.links.compactMap { Way($0, ranks) }
        let gaps = Gaps(ways)
        let ports = Ports(ways, ranks)
        for (index, way) in ways.enumerated() {
            let start = ports.port(of: index, at: .start)
            let end = ports.port(of: index, at: .end)
            if way.isArch {
                gutters[way.from.rank].append(Curve(below: start, above: end, isArch: true, head: .below, isSupposed: way.isSupposed))
                continue
            }
            for rank in way.crossed { passages[rank].append(Passage(at: gaps.place(of: index, in: rank), isSupposed: way.isSupposed)) }
            for gutter in way.gutters {
                let ends = [gutter, gutter - 1].map { rank in
                    rank == way.from.rank ? start : rank == way.to.rank ? end : gaps.place(of: index, in: rank)
                }
                let head: Curve.Head = way.to.rank == gutter - 1 ? .above : way.to.rank == gutter ? .below : .none
                gutters[gutter].append(Curve(below: ends[0], above: ends[1], isArch: false, head: head, isSupposed: way.isSupposed))
            }
        }
    }
}

/// The rows a link goes by.
private struct Way {
    let from: MapRanks.Place
    let to: MapRanks.Place
    let isSupposed: Bool
    /// For each row crossed, the number of the gap (0 before the first box) and how many boxes the row has.
    let gaps: [Int: (gap: Int, boxes: Int)]
    let start: Double
    let end: Double

    init?(_ link: LayeredMap.Link, _ ranks: MapRanks) {
        guard let from = ranks.place(of: link.from), let to = ranks.place(of: link.to) else { return nil }
        self.from = from
        self.to = to
        isSupposed = link.isSupposed
        start = ranks.middle(of: from)
        end = ranks.middle(of: to)
        var gaps: [Int: (gap: Int, boxes: Int)] = [:]
        let distance = Double(to.rank - from.rank)
        for rank in Way.between(from.rank, to.rank) {
            let straight = start + (end - start) * Double(rank - from.rank) / distance
            let boxes = max(1, ranks.ranks[rank].boxes.count)
            gaps[rank] = (Int((straight * Double(boxes)).rounded()), boxes)
        }
        self.gaps = gaps
    }

    var isArch: Bool { from.rank == to.rank }
    var crossed: [Int] { Way.between(from.rank, to.rank) }
    var gutters: [Int] { Array(min(from.rank, to.rank) + 1..<max(from.rank, to.rank) + 1) }

    private static func between(_ a: Int, _ b: Int) -> [Int] { abs(a - b) < 2 ? [] : Array(min(a, b) + 1..<max(a, b)) }
}

/// Where in a gap each link passes: side by side.
private struct Gaps {
    private var places: [[Int]: Double] = [:]

    init(_ ways: [Way]) {
        var users: [[Int]: [Int]] = [:]
        for (index, way) in ways.enumerated() {
            for (rank, gap) in way.gaps { users[[rank, gap.gap], default: []].append(index) }
        }
        for (key, indices) in users {
            let sorted = indices.sorted { (ways[$0].start + ways[$0].end, $0) < (ways[$1].start + ways[$1].end, $1) }
            let boxes = ways[sorted[0]].gaps[key[0]]?.boxes ?? 1
            let step = min(0.0045, 0.012 / Double(sorted.count))
            for (number, index) in sorted.enumerated() {
                let aside = (Double(number) - Double(sorted.count - 1) / 2) * step
                let middle = Double(key[1]) / Double(boxes) + aside
                places[[index, key[0]]] = max(0.001 + Double(number) * step, min(0.999 - Double(sorted.count - 1 - number) * step, middle))
            }
        }
    }

    func place(of way: Int, in rank: Int) -> Double { places[[way, rank]] ?? 0.5 }
}

/// Where on the edge of its box each link ends: side by side, in the order of where they come from, so that they do not cross there.
private struct Ports {
    enum End: Int { case start, end }

    private struct Edge: Hashable {
        let place: MapRanks.Place
        let isTop: Bool
    }

    private var places: [[Int]: Double] = [:]

    init(_ ways: [Way], _ ranks: MapRanks) {
        var users: [Edge: [(way: Int, end: End, other: Double)]] = [:]
        for (index, way) in ways.enumerated() {
            let start = Edge(place: way.from, isTop: way.to.rank <= way.from.rank)
            let end = Edge(place: way.to, isTop: way.from.rank <= way.to.rank)
            users[start, default: []].append((index, .start, way.end))
            users[end, default: []].append((index, .end, way.start))
        }
        for (edge, ends) in users {
            let sorted = ends.sorted { ($0.other, $0.way) < ($1.other, $1.way) }
            let width = 0.7 / Double(ranks.ranks[edge.place.rank].boxes.count)
            let step = min(width / Double(sorted.count), 0.05)
            for (number, end) in sorted.enumerated() {
                let aside = (Double(number) - Double(sorted.count - 1) / 2) * step
                places[[end.way, end.end.rawValue]] = ranks.middle(of: edge.place) + aside
            }
        }
    }

    func port(of way: Int, at end: End) -> Double { places[[way, end.rawValue]] ?? 0.5 }
}
