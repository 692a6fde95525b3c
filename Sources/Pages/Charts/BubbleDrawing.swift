import Foundation

/// The drawing of a bubble map, and what its marks mean.
struct BubbleDrawing {
    private let map: BubbleMap
    private let places: [BubblePlaces.Place]
    private let isRightToLeft: Bool

    private typealias Field = BubblePlaces

    init(map: BubbleMap, isRightToLeft: Bool) {
        self.map = map
        self.isRightToLeft = isRightToLeft
        places = BubblePlaces(map, isRightToLeft: isRightToLeft).places
    }

    func picture(_ frame: ChartFrame) -> Markup {
        let (back, ahead) = isRightToLeft ? ("▶", "◀") : ("◀", "▶"), start = isRightToLeft ? Field.right : Field.left, end = isRightToLeft ? Field.left : Field.right
        return element("svg", [.role("img"), .labelledBy(frame.captionID), .init("viewBox", "0 0 360 404")]) {
            shape(
                "rect", .class("area"), .init("x", coordinate(Field.left)), .init("y", coordinate(Field.top)), .init("width", coordinate(Field.right - Field.left)),
                .init("height", coordinate(Field.bottom - Field.top)))
            ticks
            text("▲ \(map.words.upHigh)", start, Field.top - 9, "start")
            text("▼ \(map.words.upLow)", start, Field.bottom + 52, "start")
            text("\(back) \(map.words.acrossLow)", start, Field.bottom + 34, "start")
            text("\(map.words.acrossHigh) \(ahead)", end, Field.bottom + 34, "end")
            for (bubble, place) in zip(map.bubbles, places) { mark(bubble, place) }
            arrow
        }
    }

    /// A line at each whole step, and its number.
    private var ticks: Markup {
        group {
            for step in -map.reach...map.reach {
                let at = Field.at(Double(step), Double(step), reach: map.reach, isRightToLeft: isRightToLeft), name = step == 0 ? "axis" : "rule"
                line(name, at.x, Field.top, at.x, Field.bottom)
                line(name, Field.left, at.y, Field.right, at.y)
                text(BubbleDrawing.signed(step), at.x, Field.bottom + 16, "middle")
                text(BubbleDrawing.signed(step), isRightToLeft ? Field.right + 2 : Field.left - 12, at.y + 4, isRightToLeft ? "end" : "middle")
            }
        }
    }

    /// Apart from the direction of what stands around it.
    private static func signed(_ step: Int) -> String { "\u{2066}\(step < 0 ? "−\(-step)" : step > 0 ? "+\(step)" : "0")\u{2069}" }

    private func mark(_ bubble: BubbleMap.Bubble, _ place: BubblePlaces.Place) -> Markup {
        element("g", [.class("blip \(bubble.shape.rawValue) \(bubble.isFull ? "full" : "hollow")")]) {
            element("title", []) { "\(bubble.number). \(bubble.label)" }
            BubbleDrawing.outline(bubble.shape, place.radius * 0.86, at: (place.x, place.y))
            if bubble.number < 100 || place.radius > 11 { text("\(bubble.number)", place.x, place.y + 4, "middle") }
        }
    }

    /// Dashed, with a head; nothing where both means lie in one place.
    @MarkupBuilder private var arrow: Markup {
        if let ends = map.arrow {
            let from = Field.at(ends.from.across, ends.from.up, reach: map.reach, isRightToLeft: isRightToLeft),
                to = Field.at(ends.to.across, ends.to.up, reach: map.reach, isRightToLeft: isRightToLeft)
            let length = hypot(to.x - from.x, to.y - from.y)
            if length > 12 {
                let along = ((to.x - from.x) / length, (to.y - from.y) / length)
                let head = [(to.x, to.y), (to.x - 11 * along.0 - 5 * along.1, to.y - 11 * along.1 + 5 * along.0), (to.x - 11 * along.0 + 5 * along.1, to.y - 11 * along.1 - 5 * along.0)]
                line("agreed", from.x, from.y, to.x - 9 * along.0, to.y - 9 * along.1)
                shape("path", .class("point"), .init("d", "M" + head.map { "\(coordinate($0.0)) \(coordinate($0.1))" }.joined(separator: "L") + "z"))
            }
        }
    }

    private func line(_ name: String, _ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> Markup {
        shape("line", .class(name), .init("x1", coordinate(x)), .init("y1", coordinate(y)), .init("x2", coordinate(toX)), .init("y2", coordinate(toY)))
    }

    private func text(_ text: String, _ x: Double, _ y: Double, _ anchor: String) -> Markup {
        element("text", [.init("x", coordinate(x)), .init("y", coordinate(y)), .init("text-anchor", anchor)]) { Markup(text) }
    }

    private static func outline(_ shape: Radar.Dot.Shape, _ reach: Double, at: (x: Double, y: Double)) -> Markup {
        func path(_ points: [(Double, Double)]) -> Markup {
            Pages.shape("path", .init("d", "M" + points.map { "\(coordinate(at.x + $0.0 * reach)) \(coordinate(at.y + $0.1 * reach))" }.joined(separator: "L") + "z"))
        }
        switch shape {
        case .circle: return Pages.shape("circle", .init("cx", coordinate(at.x)), .init("cy", coordinate(at.y)), .init("r", coordinate(reach)))
        case .triangle: return path([(0, -1.35), (1.25, 0.85), (-1.25, 0.85)])
        case .diamond: return path([(0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)])
        case .square: return path([(-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)])
        }
    }

    var legend: Markup {
        ul(.class("keys")) {
            for (shape, meaning) in map.words.shapes {
                li {
                    sample(shape, "full"); meaning
                }
            }
            for (fill, meaning) in [("hollow", map.words.asIs), ("full", map.words.toBe)] {
                li {
                    sample(.circle, fill); meaning
                }
            }
            if map.arrow != nil { li(.class("key agreed")) { map.words.arrow } }
        }
    }

    private func sample(_ shape: Radar.Dot.Shape, _ fill: String) -> Markup {
        element("svg", [.hidden(), .init("viewBox", "-14 -14 28 28"), .init("width", "18"), .init("height", "18")]) {
            element("g", [.class("blip \(shape.rawValue) \(fill)")]) { BubbleDrawing.outline(shape, 9, at: (0, 0)) }
        }
    }
}
