/// A ring in its frame: the drawing, what its marks mean, and the same as a table.
package func ringGraph(_ graph: RingGraph, in frame: ChartFrame) -> Markup {
    guard graph.dots.count > 1 else { return frame.nothing() }
    let drawing = RingDrawing(graph: graph, places: RingPlaces(graph.dots.count, isRightToLeft: frame.isRightToLeft))
    return frame.figure("scatter", table: drawing.table) {
        drawing.picture(frame)
        drawing.legend
    }
}

private struct RingDrawing {
    let graph: RingGraph
    let places: RingPlaces

    func picture(_ frame: ChartFrame) -> Markup {
        let about = "\(frame.id)-about"
        return element("svg", [.role("img"), .labelledBy(frame.captionID), .describedBy(about), .init("viewBox", "0 0 360 360")]) {
            element("desc", [.id(about)]) { graph.words.about }
            lines(graph.across, "lead supposed")
            lines(graph.within, "lead")
            for place in graph.dots.indices { dot(place) }
        }
    }

    /// All of a kind in one path: sixty actors can have more than a thousand.
    private func lines(_ lines: [(Int, Int)], _ name: String) -> Markup {
        guard !lines.isEmpty else { return Markup() }
        let path = lines.map { one, other in
            let (from, to) = (places.dots[one], places.dots[other])
            return "M\(coordinate(from.x)) \(coordinate(from.y))L\(coordinate(to.x)) \(coordinate(to.y))"
        }
        return element("path", [.class(name), .init("d", path.joined())]) {}
    }

    private func dot(_ place: Int) -> Markup {
        let dot = graph.dots[place], at = places.dots[place], mark = RingGraph.mark(of: dot.group)
        return group {
            if dot.isRinged { circle(at, places.reach * 1.7, .class("lead")) }
            element("g", [.class("blip \(mark.shape.rawValue) \(mark.fill.rawValue)")]) {
                element("title", []) { "\(place + 1). \(dot.label) – \(dot.group.map(graph.words.group) ?? graph.words.alone)" }
                markShape(mark.shape, places.reach, at: at)
                element("text", [.init("x", coordinate(at.x)), .init("y", coordinate(at.y + 4)), .init("text-anchor", "middle")]) { "\(place + 1)" }
            }
        }
    }

    private func circle(_ at: (x: Double, y: Double), _ reach: Double, _ more: Attribute...) -> Markup {
        element("circle", more + [.init("cx", coordinate(at.x)), .init("cy", coordinate(at.y)), .init("r", coordinate(reach))]) {}
    }

    /// Each group with its mark and who is in it, then what lines and rings mean.
    var legend: Markup {
        let groups = Set(graph.dots.compactMap(\.group)).sorted(), alone = graph.dots.indices.filter { graph.dots[$0].group == nil }
        return ul(.class("keys")) {
            for number in groups { key(RingGraph.mark(of: number), graph.words.group(number), graph.dots.indices.filter { graph.dots[$0].group == number }) }
            if !alone.isEmpty { key(RingGraph.mark(of: nil), graph.words.alone, alone) }
            if !graph.within.isEmpty { sample(graph.words.within) { element("path", [.class("lead"), .init("d", "M-14 0L14 0")]) {} } }
            if !graph.across.isEmpty { sample(graph.words.across) { element("path", [.class("lead supposed"), .init("d", "M-14 0L14 0")]) {} } }
            if graph.dots.contains(where: \.isRinged) { sample(graph.words.ringed) { circle((0, 0), 12, .class("lead")) } }
        }
    }

    private func key(_ mark: (shape: Radar.Dot.Shape, fill: Radar.Dot.Fill), _ name: String, _ members: [Int]) -> Markup {
        sample("\(name): \(members.map { "\($0 + 1) \(graph.dots[$0].label)" }.joined(separator: " · "))") {
            element("g", [.class("blip \(mark.shape.rawValue) \(mark.fill.rawValue)")]) { markShape(mark.shape, 9, at: (0, 0)) }
        }
    }

    private func sample(_ meaning: String, @MarkupBuilder drawing: () -> Markup) -> Markup {
        li {
            element("svg", [.hidden(), .init("viewBox", "-14 -14 28 28"), .init("width", "18"), .init("height", "18")], content: drawing)
            meaning
        }
    }

    var table: Markup {
        Pages.table {
            thead { tr { for heading in [graph.words.number, graph.words.label] + graph.columns { th(.scope("col")) { heading } } } }
            tbody {
                for (place, dot) in graph.dots.enumerated() {
                    tr {
                        td(.class("n")) { "\(place + 1)" }
                        th(.scope("row")) { dot.label }
                        for cell in dot.cells { td(.class("n")) { isolated(cell) } }
                    }
                }
            }
        }
    }
}
