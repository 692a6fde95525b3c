/// The curves in the gutter above a row. The gutter is as wide as the row and so high as its curves need.
func gutter(_ curves: [MapRoutes.Curve], in frame: ChartFrame) -> Markup {
    let height = heightOfGutter(curves)
    guard !curves.isEmpty else { return Markup() }
    return element("svg", [.class("gutter"), .hidden(), .init("width", "100%"), .init("height", coordinate(height))]) {
        element(
            "svg",
            [
                .init("viewBox", "0 0 1000 \(coordinate(height))"), .init("preserveAspectRatio", "none"), .init("width", "100%"),
                .init("height", "100%"),
            ]
        ) {
            for curve in curves { shape("path", .class(curve.className), .init("d", path(of: curve, height, in: frame))) }
        }
        for curve in curves {
            switch curve.head {
            case .none: Markup()
            case .above: head(at: curve.above, y: "0", "M-4 8 0 0 4 8z", in: frame)
            case .below: head(at: curve.isArch ? curve.above : curve.below, y: "100%", "M-4-8 0 0 4-8z", in: frame)
            }
        }
    }
}

/// The straight lines between the boxes of a row.
func passages(_ passages: [MapRoutes.Passage], in frame: ChartFrame) -> Markup {
    guard !passages.isEmpty else { return Markup() }
    return silentDrawing {
        for passage in passages {
            shape(
                "line", .class(passage.isSupposed ? "course supposed" : "course"), .init("x1", frame.across(passage.at)),
                .init("x2", frame.across(passage.at)), .init("y2", "100%"))
        }
    }
}

private func heightOfGutter(_ curves: [MapRoutes.Curve]) -> Double {
    let widest = curves.map { abs($0.above - $0.below) }.max() ?? 0
    return 40 + min(40, widest * 44) + min(24, Double(curves.count) * 2)
}

private func path(of curve: MapRoutes.Curve, _ height: Double, in frame: ChartFrame) -> String {
    let below = (frame.isRightToLeft ? 1 - curve.below : curve.below) * 1000
    let above = (frame.isRightToLeft ? 1 - curve.above : curve.above) * 1000
    let (x1, x2) = (coordinate(below), coordinate(above))
    if curve.isArch {
        let top = coordinate(height - min(height * 0.9, 30 + abs(above - below) * 0.12))
        return "M\(x1) \(coordinate(height))C\(x1) \(top) \(x2) \(top) \(x2) \(coordinate(height - 7))"
    }
    let from = curve.head == .below ? height - 7 : height
    let to = curve.head == .above ? 7.0 : 0
    if abs(below - above) < 1 { return "M\(x1) \(coordinate(from))L\(x2) \(coordinate(to))" }
    return "M\(x1) \(coordinate(from))C\(x1) \(coordinate(height * 0.35)) \(x2) \(coordinate(height * 0.65)) \(x2) \(coordinate(to))"
}

private func head(at x: Double, y: StaticString, _ form: StaticString, in frame: ChartFrame) -> Markup {
    element("svg", [.init("x", frame.across(x)), .init("y", "\(y)"), .init("overflow", "visible")]) {
        shape("path", .class("head"), .init("d", "\(form)"))
    }
}

extension MapRoutes.Curve {
    fileprivate var className: String { isSupposed ? "course supposed" : "course" }
}
