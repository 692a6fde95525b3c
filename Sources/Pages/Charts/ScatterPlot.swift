import Foundation

/// Things by two measures: which are high on both, which on one, which on none.
package struct ScatterPlot: Sendable {
    package struct Point: Sendable {
        package let across: Double
        package let up: Double
        package let label: String
        package let href: String?
        /// Drawn full, the others hollow.
        package let isMarked: Bool
        /// What the table says of it besides its label, one for each of `columns`.
        package let cells: [String]

        package init(across: Double, up: Double, label: String, href: String?, isMarked: Bool, cells: [String]) {
            self.across = across
            self.up = up
            self.label = label
            self.href = href
            self.isMarked = isMarked
            self.cells = cells
        }
    }

    package struct Words: Sendable {
        package let number: String, label: String
        package let across: String, up: String
        /// What it means to be drawn full, and hollow.
        package let marked: String, unmarked: String

        package init(number: String, label: String, across: String, up: String, marked: String, unmarked: String) {
            self.number = number
            self.label = label
            self.across = across
            self.up = up
            self.marked = marked
            self.unmarked = unmarked
        }
    }

    /// In the order of their numbers.
    package let points: [Point]
    /// The same for both measures, such as 1 to 5; each whole step is written.
    package let range: ClosedRange<Int>
    package let columns: [String]
    package let words: Words

    package init(points: [Point], range: ClosedRange<Int>, columns: [String], words: Words) {
        self.points = points
        self.range = range
        self.columns = columns
        self.words = words
    }
}

/// Where the marks of a scatter plot lie: at their values, or beside them where another one lies there already.
struct ScatterPlaces {
    struct Place: Equatable {
        /// As drawn.
        let x: Double, y: Double
        /// As measured.
        let trueX: Double, trueY: Double

        var isMoved: Bool { abs(x - trueX) > 0.5 || abs(y - trueY) > 0.5 }
    }

    /// The field on a sheet of 360 by 386: as wide as a telephone, so that its numbers are as large there as the text.
    static let left = 30.0, right = 350.0, top = 26.0, bottom = 346.0
    static let radius = 10.0
    /// From one mark to the next.
    static let apart = 21.0

    let places: [Place]

    /// The first ones keep their places.
    init(_ plot: ScatterPlot, isRightToLeft: Bool) {
        let scale = Scale(low: Double(plot.range.lowerBound), high: Double(plot.range.upperBound)), room = ScatterPlaces.radius + 2
        var places: [Place] = []
        for point in plot.points {
            let share = scale.share(of: drawable(point.across) ?? 0), height = scale.share(of: drawable(point.up) ?? 0)
            let inner = ScatterPlaces.right - ScatterPlaces.left - 2 * room
            let x = ScatterPlaces.left + room + (isRightToLeft ? 1 - share : share) * inner, y = ScatterPlaces.bottom - room - height * inner
            let spot = ScatterPlaces.spots(around: x, y).first { spot in places.allSatisfy { hypot($0.x - spot.x, $0.y - spot.y) >= ScatterPlaces.apart - 0.5 } } ?? (x, y)
            places.append(Place(x: spot.x, y: spot.y, trueX: x, trueY: y))
        }
        self.places = places
    }

    /// A point and the rings around it, as far as they lie in the field.
    private static func spots(around x: Double, _ y: Double) -> [(x: Double, y: Double)] {
        let room = radius + 1
        let rings = (1...16).flatMap { ring in
            (0..<(6 * ring)).map { number in
                let angle = Double(number) / Double(6 * ring) * 2 * .pi, away = Double(ring) * apart
                return (x: x + away * cos(angle), y: y - away * sin(angle))
            }
        }
        return [(x: x, y: y)] + rings.filter { $0.x >= left + room && $0.x <= right - room && $0.y >= top + room && $0.y <= bottom - room }
    }
}
