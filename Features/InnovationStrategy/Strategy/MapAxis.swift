import Journal
import Organisation

/// The three axes of the innovation strategy map: Table 1 of the founding paper, after Pisano (2015).
enum MapAxis: String, Codable, Sendable, CaseIterable {
    /// Routine (−2) to radical (+2).
    case degree
    /// Component (−2) to architectural (+2).
    case locus
    /// Complementary assets (−2) to core innovation (+2): so all that the table says of today lies below zero.
    case source

    static let steps = -2...2
}

/// As the organisation innovates, and as it wants to.
enum MapTime: String, Codable, Sendable, CaseIterable { case asIs, toBe }

/// A place on the map; each axis may be unknown.
struct MapPlace: Hashable, Codable, Sendable {
    var degree: Int?
    var locus: Int?
    var source: Int?

    /// A step beyond the axis lies at its end.
    init(degree: Int? = nil, locus: Int? = nil, source: Int? = nil) {
        func bounded(_ step: Int?) -> Int? { step.map { min(MapAxis.steps.upperBound, max(MapAxis.steps.lowerBound, $0)) } }
        (self.degree, self.locus, self.source) = (bounded(degree), bounded(locus), bounded(source))
    }

    /// A journal from elsewhere may say anything.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            degree: try container.decodeIfPresent(Int.self, forKey: .degree), locus: try container.decodeIfPresent(Int.self, forKey: .locus),
            source: try container.decodeIfPresent(Int.self, forKey: .source))
    }

    private enum CodingKeys: String, CodingKey { case degree, locus, source }

    subscript(_ axis: MapAxis) -> Int? {
        switch axis {
        case .degree: degree
        case .locus: locus
        case .source: source
        }
    }

    var isKnown: Bool { degree != nil || locus != nil || source != nil }
}

/// One of the places of an initiative, with its part of the budget: an organisation is not always at one pole.
struct MapPosition: Hashable, Codable, Sendable {
    /// What of the initiative it is; empty for the whole.
    var part: Localized = .empty
    /// Of the initiative's budget, from 0 to 1.
    var share: Double
    var asIs = MapPlace()
    var toBe = MapPlace()

    subscript(_ time: MapTime) -> MapPlace { time == .asIs ? asIs : toBe }
}

/// What is said of the map in words: the rows of Table 1.
struct MapWords: Equatable, Codable, Sendable {
    struct Row: Equatable, Codable, Sendable {
        var asIs: Localized = .empty
        var toBe: Localized = .empty
    }

    var degree = Row()
    var locus = Row()
    var source = Row()

    subscript(_ axis: MapAxis, _ time: MapTime) -> Localized {
        get {
            let row = self[axis]
            return time == .asIs ? row.asIs : row.toBe
        }
        set {
            var row = self[axis]
            if time == .asIs { row.asIs = newValue } else { row.toBe = newValue }
            switch axis {
            case .degree: degree = row
            case .locus: locus = row
            case .source: source = row
            }
        }
    }

    private subscript(_ axis: MapAxis) -> Row {
        switch axis {
        case .degree: degree
        case .locus: locus
        case .source: source
        }
    }
}
