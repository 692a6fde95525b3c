import Foundation

/// What comes from which side and how soon: sectors for the sides, rings for the time, the nearest in the middle.
package struct Radar: Sendable {
    package struct Dot: Sendable {
        package enum Shape: String, Sendable { case circle, triangle, diamond, square }
        package enum Fill: String, Sendable { case full, half, hollow }

        /// From 0, as its place among the sectors and the rings.
        package let sector: Int
        package let ring: Int
        /// 0 to 1.
        package let size: Double
        package let shape: Shape
        package let fill: Fill
        package let label: String
        package let href: String
        /// What the table says of it besides its sector and ring, one for each of `columns`.
        package let cells: [String]

        package init(sector: Int, ring: Int, size: Double, shape: Shape, fill: Fill, label: String, href: String, cells: [String]) {
            self.sector = sector
            self.ring = ring
            self.size = size
            self.shape = shape
            self.fill = fill
            self.label = label
            self.href = href
            self.cells = cells
        }
    }

    /// Clockwise from the top.
    package let sectors: [String]
    /// From the middle outwards; at most four.
    package let rings: [String]
    /// Those that matter most first: where there is no room for all, these are drawn.
    package let dots: [Dot]
    package let columns: [String]
    package let words: Words

    package struct Words: Sendable {
        package let number: String, label: String, sector: String, ring: String
        /// What the rings are called together: “from the middle outwards”.
        package let outwards: String
        /// What each shape and each fill means, in the order of the cases.
        package let shapes: [(Dot.Shape, String)]
        package let fills: [(Dot.Fill, String)]
        /// Says how many are not drawn.
        package let hidden: @Sendable (Int) -> String
        /// How many there are besides the dots that were handed in.
        package let beyond: Int

        package init(
            number: String, label: String, sector: String, ring: String, outwards: String, shapes: [(Dot.Shape, String)], fills: [(Dot.Fill, String)],
            hidden: @escaping @Sendable (Int) -> String, beyond: Int = 0
        ) {
            self.number = number
            self.label = label
            self.sector = sector
            self.ring = ring
            self.outwards = outwards
            self.shapes = shapes
            self.fills = fills
            self.hidden = hidden
            self.beyond = beyond
        }
    }

    package init(sectors: [String], rings: [String], dots: [Dot], columns: [String], words: Words) {
        self.sectors = sectors
        self.rings = rings
        self.dots = dots
        self.columns = columns
        self.words = words
    }
}

/// Where the dots of a radar lie: within the cell of their sector and ring, the first ones nearest its middle.
struct RadarPlaces {
    struct Place: Equatable {
        /// Of which dot, as its place among all.
        let dot: Int
        let x: Double
        let y: Double
    }

    static let radius = 300.0
    /// Where the rings end, as shares of the radius: the inner ones are wider, or nothing would fit there.
    static let ends = [0.42, 0.65, 0.84, 1.0]
    /// From one dot to the next.
    static let step = 27.0

    let places: [Place]
    /// How many of each sector and ring had no room, by `sector * rings + ring`.
    let hidden: [Int: Int]

    init(_ radar: Radar) {
        let sectors = max(1, radar.sectors.count), rings = min(RadarPlaces.ends.count, max(1, radar.rings.count))
        var cells: [Int: [Int]] = [:], hidden: [Int: Int] = [:], places: [Place] = []
        for (number, dot) in radar.dots.enumerated() where 0..<sectors ~= dot.sector && 0..<rings ~= dot.ring {
            cells[dot.sector * rings + dot.ring, default: []].append(number)
        }
        for (cell, dots) in cells.sorted(by: { $0.key < $1.key }) {
            let spots = RadarPlaces.spots(sector: cell / rings, of: sectors, ring: cell % rings)
            for (dot, spot) in zip(dots, spots) { places.append(Place(dot: dot, x: spot.x, y: spot.y)) }
            if dots.count > spots.count { hidden[cell] = dots.count - spots.count }
        }
        self.places = places.sorted { $0.dot < $1.dot }
        self.hidden = hidden
    }

    /// The places of one cell: on arcs, the nearest to its middle first.
    private static func spots(sector: Int, of sectors: Int, ring: Int) -> [(x: Double, y: Double)] {
        let inner = ring == 0 ? 0 : ends[ring - 1] * radius, outer = ends[ring] * radius
        let width = 2 * Double.pi / Double(sectors), middle = (Double(sector) + 0.5) * width
        var spots: [(x: Double, y: Double, away: Double)] = [], arc = outer - step * 0.6
        while arc > inner + step * 0.45, arc > step {
            // Beside the lines between sectors stays half a step.
            let room = min(width, 2 * Double.pi * 0.999) * arc - step, most = room < 0 ? (arc > step * 1.4 ? 1 : 0) : Int(room / step) + 1
            for number in 0..<most {
                let offset = (Double(number) - Double(most - 1) / 2) * step / arc, angle = middle + offset
                spots.append((arc * sin(angle), -arc * cos(angle), abs(arc - (inner + outer) / 2) + abs(offset) * arc))
            }
            arc -= step
        }
        return spots.sorted { $0.away < $1.away }.map { ($0.x, $0.y) }
    }
}
