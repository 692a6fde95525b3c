/// The rows a map is set in: a layer with many boxes takes several rows of much the same length.
struct MapRanks {
    struct Rank {
        let layer: Int
        let isFirstOfLayer: Bool
        let boxes: [LayeredMap.Box]
    }

    struct Place: Hashable {
        let rank: Int
        let column: Int
    }

    static let widest = 6

    let ranks: [Rank]
    /// Each once, between boxes that exist.
    let links: [LayeredMap.Link]
    private let places: [String: Place]
    private let aims: [String: [String]]

    init(_ map: LayeredMap) {
        var ranks: [Rank] = []
        for (index, layer) in map.layers.enumerated() {
            for (number, boxes) in MapRanks.rows(of: layer.boxes).enumerated() {
                ranks.append(Rank(layer: index, isFirstOfLayer: number == 0, boxes: boxes))
            }
        }
        var places: [String: Place] = [:]
        var codes: [String: String] = [:]
        for (index, rank) in ranks.enumerated() {
            for (column, box) in rank.boxes.enumerated() where places[box.id] == nil {
                places[box.id] = Place(rank: index, column: column)
                codes[box.id] = box.code
            }
        }
        var seen: Set<[String]> = []
        links = map.links.filter { link in
            link.from != link.to && places[link.from] != nil && places[link.to] != nil && seen.insert([link.from, link.to]).inserted
        }
        aims = Dictionary(grouping: links, by: \.from).mapValues { $0.compactMap { codes[$0.to] } }
        self.ranks = ranks
        self.places = places
    }

    /// 8 become 4 and 4 rather than 6 and 2; a layer without boxes keeps its row.
    private static func rows(of boxes: [LayeredMap.Box]) -> [[LayeredMap.Box]] {
        let count = max(1, (boxes.count + widest - 1) / widest)
        return (0..<count).map { row in Array(boxes[boxes.count * row / count..<boxes.count * (row + 1) / count]) }
    }

    /// The codes of what a box contributes to.
    func aims(of box: LayeredMap.Box) -> [String] { aims[box.id] ?? [] }

    func place(of id: String) -> Place? { places[id] }

    /// The middle of a box across its row, as a share of the width.
    func middle(of place: Place) -> Double {
        (Double(place.column) + 0.5) / Double(ranks[place.rank].boxes.count)
    }
}
