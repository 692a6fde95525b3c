/// A trend at a glance, 80 by 22, beside the figure it belongs to; it says nothing to a screen reader. Gaps stay gaps.
package func sparkline(_ values: [Double?], standing: Standing, isRightToLeft: Bool) -> Markup {
    let values = values.map(drawable)
    let scale = Scale(values.compactMap(\.self))
    let step = 74 / Double(max(1, values.count - 1))
    let points = values.enumerated().map { index, value in
        value.map { value in
            let x = 3 + Double(index) * step
            return Point(x: isRightToLeft ? 80 - x : x, y: 19 - 16 * scale.share(of: value))
        }
    }
    return element(
        "svg",
        [.class("spark \(standing.className)"), .hidden(), .init("width", "80"), .init("height", "22"), .init("viewBox", "0 0 80 22")]
    ) {
        shape("path", .init("d", course(through: points)))
        if let last = points.last(where: { $0 != nil }) ?? nil {
            shape("circle", .init("cx", coordinate(last.x)), .init("cy", coordinate(last.y)), .init("r", "2.6"))
        }
    }
}

/// A place in a drawing.
struct Point: Sendable {
    let x: Double
    let y: Double
}

/// The path through the points that there are; a gap interrupts it, and a point alone is drawn as a dot by its round line ends.
func course(through points: [Point?]) -> String {
    var path = ""
    var isInterrupted = true
    for (index, point) in points.enumerated() {
        guard let point else {
            isInterrupted = true
            continue
        }
        path += "\(isInterrupted ? "M" : "L")\(coordinate(point.x)) \(coordinate(point.y))"
        let isAlone = isInterrupted && (index + 1 >= points.count || points[index + 1] == nil)
        if isAlone { path += "h0" }
        isInterrupted = false
    }
    return path
}
