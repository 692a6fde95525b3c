/// Things between two pairs of poles, hollow as they are and full as they are to be, as large as what is spent on them, and shaped by a third measure; an arrow leads from one mean to the other.
package struct BubbleMap: Sendable {
    package struct Bubble: Sendable {
        /// As it stands in the bubble and in the table.
        package let number: Int
        package let label: String
        package let across: Double
        package let up: Double
        /// 0 to 1.
        package let size: Double
        package let shape: Radar.Dot.Shape
        /// To be, not as is.
        package let isFull: Bool

        package init(number: Int, label: String, across: Double, up: Double, size: Double, shape: Radar.Dot.Shape, isFull: Bool) {
            self.number = number
            self.label = label
            self.across = across
            self.up = up
            self.size = size
            self.shape = shape
            self.isFull = isFull
        }
    }

    package struct Words: Sendable {
        package let acrossLow: String, acrossHigh: String
        package let upLow: String, upHigh: String
        package let asIs: String, toBe: String
        /// From mean to mean.
        package let arrow: String
        /// What each shape means, in the order of the key.
        package let shapes: [(shape: Radar.Dot.Shape, meaning: String)]

        package init(
            acrossLow: String, acrossHigh: String, upLow: String, upHigh: String, asIs: String, toBe: String, arrow: String, shapes: [(shape: Radar.Dot.Shape, meaning: String)]
        ) {
            self.acrossLow = acrossLow
            self.acrossHigh = acrossHigh
            self.upLow = upLow
            self.upHigh = upHigh
            self.asIs = asIs
            self.toBe = toBe
            self.arrow = arrow
            self.shapes = shapes
        }
    }

    package let bubbles: [Bubble]
    package let reach: Int
    /// From the mean as is to the mean to be; `nil` where one of both is not known.
    package let arrow: (from: (across: Double, up: Double), to: (across: Double, up: Double))?
    package let words: Words
    package let headings: [String]
    /// The same as a table; the first of each row is its heading.
    package let rows: [[String]]

    package init(
        bubbles: [Bubble], reach: Int, arrow: (from: (across: Double, up: Double), to: (across: Double, up: Double))?, words: Words, headings: [String], rows: [[String]]
    ) {
        self.bubbles = bubbles
        self.reach = reach
        self.arrow = arrow
        self.words = words
        self.headings = headings
        self.rows = rows
    }
}

package func bubbleMap(_ map: BubbleMap, in frame: ChartFrame) -> Markup {
    guard !map.bubbles.isEmpty else { return frame.nothing() }
    let drawing = BubbleDrawing(map: map, isRightToLeft: frame.isRightToLeft)
    return frame.figure("scatter", table: plainTable(map.headings, map.rows)) {
        drawing.picture(frame)
        drawing.legend
    }
}
