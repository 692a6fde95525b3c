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
        guard parts.count == 2 || parts.count == 3, ISODay.reading("\(parts[0])-\(parts[1])-\(parts.count == 3 ? parts[2] : "01")") != nil else { return nil }
        guard let year = Int(parts[0]), let month = Int(parts[1]), let day = parts.count == 3 ? Int(parts[2]) : 1 else { return nil }
        let before = (1..<month).reduce(day - 1) { $0 + ISODay.days(in: $1, of: year) }
        return ((Double(year) + Double(before) / (ISODay.days(in: 2, of: year) == 29 ? 366 : 365)) * 1e6).rounded() / 1e6
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x0660...0x0669: digit(scalar.value - 0x0660)
        case 0x06F0...0x06F9: digit(scalar.value - 0x06F0)
        case 0xFF10...0xFF19: digit(scalar.value - 0xFF10)
        case 0x2C, 0x066B: "."
        case 0x2010, 0x2011, 0x2212: "-"
        default: scalar
        }
    }

    private static func digit(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(truncatingIfNeeded: 0x30 + value)) }
}
