import Pages

/// What the tests of the charts read: the text of markup, its drawn numbers, and hostile data.
enum ChartsKit {
    static let hostile: [Double?] = [
        .nan, .infinity, -.infinity, nil, 0, -0.0, 1e308, -1e308, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1 + 0.2, -7,
    ]

    /// Markup in it, quotes, a combining mark after a quote, Russian and Arabic.
    static let hostileText = "<script>alert('x')</script> \"\u{301}onload=\" Организационное & التطوير"

    static func frame(id: String = "c", isRightToLeft: Bool = false) -> ChartFrame {
        ChartFrame(id: id, finding: "What it shows & proves.", tableLabel: "As a table", isRightToLeft: isRightToLeft)
    }

    static func text(_ markup: Markup) -> String { String(decoding: markup.bytes, as: UTF8.self) }

    /// The values of all attributes that hold geometry.
    static func geometry(_ markup: Markup) -> [String] {
        ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "width", "height", "viewBox", "transform"]
            .flatMap { values(of: $0, in: text(markup)) }
    }

    static func values(of attribute: String, in text: String) -> [String] {
        text.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst()
            .map { String($0.prefix { $0 != "\"" }) }
    }

    /// Only finite numbers with few digits, path letters and units.
    static func isDrawable(_ value: String) -> Bool {
        let rest = value.replacing("translate", with: "")
        let numbers = rest.split { !"0123456789.-".contains($0) }
        return rest.allSatisfy { "0123456789.- %MLChz()".contains($0) }
            && numbers.allSatisfy { ($0.split(separator: ".").dropFirst().first?.count ?? 0) <= 1 }
    }

    static func words(_ text: String) -> [Substring] { text.split(separator: " ") }

    /// Start and end tags are in balance.
    static func isBalanced(_ markup: Markup) -> Bool {
        var open: [Substring] = []
        for piece in text(markup).split(separator: "<").dropFirst(text(markup).hasPrefix("<") ? 0 : 1) {
            let name = piece.prefix { $0 != " " && $0 != ">" }
            if name.hasPrefix("/") {
                guard open.popLast() == name.dropFirst() else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}
