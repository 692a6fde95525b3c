import Foundation

/// Things on a ring and the lines between those that have to do with each other; those of a group stand side by side.
package struct RingGraph: Sendable {
    package struct Dot: Sendable {
        /// From 0; nil for what belongs to none.
        package let group: Int?
        /// Whether it is set apart from the others by a ring.
        package let isRinged: Bool
        package let label: String
        /// What the table says of it, one for each of `columns`.
        package let cells: [String]

        package init(group: Int?, isRinged: Bool, label: String, cells: [String]) {
            self.group = group
            self.isRinged = isRinged
            self.label = label
            self.cells = cells
        }
    }

    package struct Words: Sendable {
        package let number: String, label: String
        /// What is drawn, for those who do not see it.
        package let about: String
        package let within: String, across: String, ringed: String, alone: String
        /// What a group is called.
        package let group: @Sendable (Int) -> String

        package init(
            number: String, label: String, about: String, within: String, across: String, ringed: String, alone: String, group: @escaping @Sendable (Int) -> String
        ) {
            self.number = number
            self.label = label
            self.about = about
            self.within = within
            self.across = across
            self.ringed = ringed
            self.alone = alone
            self.group = group
        }
    }

    /// In the order in which they stand, from the top.
    package let dots: [Dot]
    /// Places among the dots; what names none is left out.
    package let lines: [(Int, Int)]
    package let columns: [String]
    package let words: Words

    package init(dots: [Dot], lines: [(Int, Int)], columns: [String], words: Words) {
        self.dots = dots
        self.lines = lines.filter { dots.indices ~= $0.0 && dots.indices ~= $0.1 }
        self.columns = columns
        self.words = words
    }

    /// Lines between two of one group, and all others.
    package var within: [(Int, Int)] { lines.filter { isWithin($0) } }
    package var across: [(Int, Int)] { lines.filter { !isWithin($0) } }

    private func isWithin(_ line: (Int, Int)) -> Bool { dots[line.0].group != nil && dots[line.0].group == dots[line.1].group }

    /// The mark of a group, a shape with a fill: eleven are told apart, then they begin anew. A hollow circle belongs to none.
    static func mark(of group: Int?) -> (shape: Radar.Dot.Shape, fill: Radar.Dot.Fill) {
        guard let group else { return (.circle, .hollow) }
        let shapes: [Radar.Dot.Shape] = [.circle, .triangle, .diamond, .square], number = max(0, group) % 11
        return number < 8 ? (shapes[number % 4], number < 4 ? .full : .half) : (shapes[number - 7], .hollow)
    }
}

/// Where the dots of a ring lie, clockwise from the top; where reading goes leftwards, the other way.
struct RingPlaces {
    static let middle = 180.0
    static let radius = 152.0

    let dots: [(x: Double, y: Double)]
    /// Of a mark: smaller where many stand on the ring, so that none touches the next.
    let reach: Double

    init(_ count: Int, isRightToLeft: Bool) {
        let step = 2 * Double.pi / Double(max(1, count))
        dots = (0..<max(0, count)).map { place in
            let angle = Double(place) * step
            return (RingPlaces.middle + (isRightToLeft ? -1 : 1) * RingPlaces.radius * sin(angle), RingPlaces.middle - RingPlaces.radius * cos(angle))
        }
        reach = max(6, min(11, RingPlaces.radius * step / 2.5))
    }
}
