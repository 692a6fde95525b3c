import Foundation

/// A radar in its frame: the drawing, what its marks mean, and the same as a table, in which the links are.
package func radar(_ radar: Radar, in frame: ChartFrame) -> Markup {
    guard !radar.dots.isEmpty, !radar.sectors.isEmpty else { return frame.nothing() }
    let drawing = RadarDrawing(radar: radar)
    return frame.figure("radar", table: drawing.table) {
        drawing.picture(frame)
        drawing.legend
    }
}

private struct RadarDrawing {
    let radar: Radar
    let places: RadarPlaces

    init(radar: Radar) {
        self.radar = radar
        places = RadarPlaces(radar)
    }

    private var rings: Int { min(RadarPlaces.ends.count, radar.rings.count) }

    func picture(_ frame: ChartFrame) -> Markup {
        let edge = RadarPlaces.radius + 34
        return element("svg", [.role("img"), .labelledBy(frame.captionID), .init("viewBox", [-edge, -edge, 2 * edge, 2 * edge].map(coordinate).joined(separator: " "))]) {
            for ring in RadarPlaces.ends.prefix(rings).reversed() { element("circle", [.class("ring"), .init("r", coordinate(ring * RadarPlaces.radius))]) {} }
            for sector in radar.sectors.indices { side(sector) }
            for place in places.places { dot(place) }
        }
    }

    /// The line before a sector, and its number outside.
    private func side(_ sector: Int) -> Markup {
        let width = 2 * Double.pi / Double(radar.sectors.count), start = Double(sector) * width, middle = start + width / 2
        let edge = RadarPlaces.radius * (RadarPlaces.ends.prefix(rings).last ?? 1), outside = edge + 20
        return group {
            if radar.sectors.count > 1 { element("path", [.class("rule"), .init("d", "M0 0L\(coordinate(edge * sin(start))) \(coordinate(-edge * cos(start)))")]) {} }
            element("text", [.class("side"), .init("x", coordinate(outside * sin(middle))), .init("y", coordinate(-outside * cos(middle) + 7)), .init("text-anchor", "middle")]) {
                "\(sector + 1)"
            }
        }
    }

    private func dot(_ place: RadarPlaces.Place) -> Markup {
        let dot = radar.dots[place.dot], reach = 8.5 + 4.5 * max(0, min(1, dot.size))
        return element("g", [.class("blip \(dot.shape.rawValue) \(dot.fill.rawValue)")]) {
            element("title", []) { "\(place.dot + 1). \(dot.label)" }
            markShape(dot.shape, reach, at: (place.x, place.y))
            element("text", [.init("x", coordinate(place.x)), .init("y", coordinate(place.y + 4)), .init("text-anchor", "middle")]) { "\(place.dot + 1)" }
        }
    }

    /// The sides by their numbers, the rings, and what shape and fill say.
    var legend: Markup {
        let hidden = places.hidden.values.reduce(radar.words.beyond, +)
        return group {
            ol { for sector in radar.sectors { li { sector } } }
            p(.class("help")) { "\(radar.words.outwards) \(radar.rings.prefix(rings).joined(separator: " · "))" }
            ul(.class("keys")) {
                for (shape, meaning) in radar.words.shapes {
                    li {
                        sample(shape, .full); meaning
                    }
                }
                for (fill, meaning) in radar.words.fills {
                    li {
                        sample(.circle, fill); meaning
                    }
                }
            }
            if hidden > 0 { p(.class("note")) { radar.words.hidden(hidden) } }
        }
    }

    private func sample(_ shape: Radar.Dot.Shape, _ fill: Radar.Dot.Fill) -> Markup {
        element("svg", [.hidden(), .init("viewBox", "-14 -14 28 28"), .init("width", "18"), .init("height", "18")]) {
            element("g", [.class("blip \(shape.rawValue) \(fill.rawValue)")]) { markShape(shape, 9, at: (0, 0)) }
        }
    }

    /// Of those that are drawn.
    var table: Markup {
        Pages.table {
            thead {
                tr { for heading in [radar.words.number, radar.words.label, radar.words.sector, radar.words.ring] + radar.columns { th(.scope("col")) { heading } } }
            }
            tbody {
                for place in places.places {
                    let dot = radar.dots[place.dot]
                    tr {
                        td(.class("n")) { "\(place.dot + 1)" }
                        th(.scope("row")) { link(dot.href) { dot.label } }
                        td { radar.sectors[dot.sector] }
                        td { radar.rings[dot.ring] }
                        for cell in dot.cells { td { cell } }
                    }
                }
            }
        }
    }
}

/// A mark as it is drawn on radars and rings.
func markShape(_ shape: Radar.Dot.Shape, _ reach: Double, at: (x: Double, y: Double)) -> Markup {
    func path(_ points: [(Double, Double)]) -> Markup {
        element("path", [.init("d", "M" + points.map { "\(coordinate(at.x + $0.0 * reach)) \(coordinate(at.y + $0.1 * reach))" }.joined(separator: "L") + "z")]) {}
    }
    switch shape {
    case .circle: return element("circle", [.init("cx", coordinate(at.x)), .init("cy", coordinate(at.y)), .init("r", coordinate(reach))]) {}
    case .triangle: return path([(0, -1.35), (1.25, 0.85), (-1.25, 0.85)])
    case .diamond: return path([(0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)])
    case .square: return path([(-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)])
    }
}
