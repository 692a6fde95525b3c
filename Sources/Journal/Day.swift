/// A calendar day in the proleptic Gregorian calendar, without a time zone: `2026-11-21`.
///
/// Facts that have a date of their own carry a day; what the clock says is a `Moment`.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// `nil` unless the three make a real date between the years 1 and 9999.
    package init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let shifted = year - (month <= 2 ? 1 : 0)
        let era = shifted / 400, yearOfEra = shifted % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let candidate = Day(number: Int32(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468))
        guard candidate.parts == (year, month, day) else { return nil }
        self = candidate
    }

    /// Reads `yyyy-mm-dd` and nothing else.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let day = text.withUTF8({ Day(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = day
    }

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]), let day = Day.digits(bytes[8..<10])
        else { return nil }
        self.init(year, month, day)
    }

    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package var year: Int { parts.year }

    /// Before every other day: the `on` of what held before the records begin.
    package static let beginning = Day(number: -719_162)
    /// 9999-12-31, the last that can be written.
    package static let end = Day(number: 2_932_896)

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    /// Stays between the years 1 and 9999.
    package func adding(days: Int) -> Day {
        min(max(Day(number: Int32(clamping: Int(number) + min(max(days, -4_000_000), 4_000_000))), .beginning), .end)
    }

    /// The same day of another year; 29 February becomes 28 February where there is none; itself beyond the years 1 to 9999.
    package func adding(years: Int) -> Day {
        let (year, month, day) = parts, then = year + min(max(years, -20_000), 20_000)
        return Day(then, month, day) ?? Day(then, month, min(day, 28)) ?? self
    }

    package func days(until other: Day) -> Int { Int(other.number) - Int(number) }

    /// Decimal digits and nothing else.
    static func digits(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}

extension Day: CustomStringConvertible {
    /// `yyyy-mm-dd`.
    package var description: String { String(unsafeUninitializedCapacity: 10) { write(into: $0) } }

    func write(into text: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let (year, month, day) = parts
        Day.write(year, 4, into: text, at: 0)
        text[4] = 0x2D
        Day.write(month, 2, into: text, at: 5)
        text[7] = 0x2D
        Day.write(day, 2, into: text, at: 8)
        return 10
    }

    /// Decimal digits with zeros in front.
    static func write(_ value: Int, _ width: Int, into text: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
        var rest = value
        for place in stride(from: start + width - 1, through: start, by: -1) {
            text[place] = 0x30 + UInt8(truncatingIfNeeded: (rest % 10).magnitude)
            rest /= 10
        }
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a day: \(text)"))
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
