import Journal

/// A time as a year with a fraction: `2021`, `2021.5`, `2021,5`, the month `2021-07` or the day `2021-07-02` of ISO 8601, in plain or in Arabic digits.
package enum WrittenYear {
    /// Rounded to a millionth of a year (half a minute), so that what a table writes is read back as the same; nil for anything else. A comma is a decimal mark: nothing else can be
    /// meant in a year. A month is its first day, a day its beginning; what follows a `T` is not looked at.
    package static func reading(_ text: String) -> Double? {
        guard text.utf8.count <= 120 else { return nil }
        let scalars = text.unicodeScalars.drop(while: \.properties.isWhitespace).reversed().drop(while: \.properties.isWhitespace).reversed().map(plain)
        let written = String(String.UnicodeScalarView(scalars))
        return year(written) ?? day(written)
    }

    private static func year(_ text: String) -> Double? {
        let digits = text.drop { $0 == "-" }, pieces = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count - digits.utf8.count <= 1, pieces.count <= 2, pieces.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 20 && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else { return nil }
        return Double(text).map { ($0 * 1e6).rounded() / 1e6 }
    }

    private static func day(_ text: String) -> Double? {
        let parts = text.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let text = ISODay.reading("\(parts[0])-\(parts[1])-\(parts.count == 3 ? parts[2] : "01")"), let day = Day(text) else { return nil }
        guard let first = Day(day.year, 1, 1), let last = Day(day.year, 12, 31) else { return nil }
        return ((Double(day.year) + Double(first.days(until: day)) / Double(first.days(until: last) + 1)) * 1e6).rounded() / 1e6
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2C, 0x066B: "."
        case 0x2010, 0x2011, 0x2212: "-"
        default: scalar.plainDigit ?? scalar
        }
    }
}
