/// A number as a coordinate: one decimal, few bytes, and always a number (what is not finite becomes 0).
func coordinate(_ number: Double) -> String {
    guard number.isFinite else { return "0" }
    let tenths = Int((max(-1e9, min(1e9, number)) * 10).rounded())
    if tenths % 10 == 0 { return String(tenths / 10) }
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

/// A share of the whole as an SVG length.
func percent(_ share: Double) -> String { coordinate(share * 100) + "%" }

/// A value that can be drawn: none for what is no number, and never so large that a difference overflows.
func drawable(_ value: Double?) -> Double? {
    guard let value, value.isFinite else { return nil }
    return max(-1e100, min(1e100, value))
}

/// A share between 0 and 1, or none.
func fraction(_ value: Double?) -> Double? { drawable(value).map { max(0, min(1, $0)) } }

/// Where a value lies between two others.
struct Scale: Sendable {
    let low: Double
    let high: Double

    /// From the smallest to the largest of the values; with one value only, a little room around it.
    init(_ values: [Double]) {
        let low = values.min() ?? 0
        let high = values.max() ?? 0
        let room = high - low > max(abs(low), abs(high)) * 1e-9 ? 0 : max(abs(high) * 0.1, 1e-9)
        self.low = low - room
        self.high = high + room
    }

    /// One that holds 0 as well.
    init(withZero values: [Double?]) {
        let values = values.compactMap(\.self)
        low = min(0, values.min() ?? 0)
        high = max(0, values.max() ?? 0, low == 0 && values.allSatisfy { $0 == 0 } ? 1 : 0)
    }

    init(low: Double, high: Double) {
        self.low = low
        self.high = high > low ? high : low + 1
    }

    /// 0 at the low end, 1 at the high end.
    func share(of value: Double) -> Double { max(0, min(1, (value - low) / (high - low))) }
}

/// Two to five round numbers that enclose a scale: steps of 1, 2, 2.5 or 5 times a power of ten.
struct RoundTicks: Sendable {
    let values: [Double]

    init(_ scale: Scale) {
        let wanted = max((scale.high - scale.low) / 3, 1e-12)
        var exponent = 0
        while exponent < 110, wanted >= RoundTicks.scaled(10, exponent) { exponent += 1 }
        while exponent > -20, wanted < RoundTicks.scaled(1, exponent) { exponent -= 1 }
        let candidates = [(10, exponent - 1), (20, exponent - 1), (25, exponent - 1), (50, exponent - 1), (100, exponent - 1)]
        let (digits, power) = candidates.first { RoundTicks.scaled(Double($0.0), $0.1) >= wanted * 0.999 } ?? (100, exponent - 1)
        let step = RoundTicks.scaled(Double(digits), power)
        let first = (scale.low / step + 1e-9).rounded(.down)
        let last = (scale.high / step - 1e-9).rounded(.up)
        let count = max(1, min(6, Int(min(6, last - first))))
        values = (0...count).map { RoundTicks.scaled((first + Double($0)) * Double(digits), power) }
    }

    /// Dividing by a power of ten, rather than multiplying by a tenth, keeps 0.3 from becoming 0.30000000000000004.
    private static func scaled(_ number: Double, _ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return (exponent < 0 ? number / power : number * power) + 0
    }
}

/// About how wide a text is set, in ems: generous, so that what is kept apart by it does not touch.
func roughWidth(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { width, scalar in
        switch scalar.value {
        case 0x0300...0x036F, 0x064B...0x065F, 0x0610...0x061A: width
        case 0x20, 0x2C, 0x2E, 0x3A, 0x69, 0x6C, 0x7C, 0xA0: width + 0.32
        case 0x41...0x5A, 0x0410...0x042F: width + 0.72
        case 0x6D, 0x77, 0x0436, 0x0448, 0x0449, 0x044B, 0x044E: width + 0.9
        case 0x2E80...0xFFFF, 0x1F000...0x1FFFF: width + 1.05
        default: width + 0.6
        }
    }
}
