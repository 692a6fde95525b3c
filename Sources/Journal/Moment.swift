import Foundation

/// What the server's clock said, to the millisecond, in UTC.
package struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(_ date: Date) { milliseconds = Int64(exactly: (date.timeIntervalSince1970 * 1000).rounded()) ?? 0 }

    /// Reads `2026-11-21T21:37:49.123Z` and nothing else.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let moment = text.withUTF8({ Moment(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = moment
    }

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 24, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x2E, bytes[23] == 0x5A,
            let day = Day(UnsafeRawBufferPointer(rebasing: bytes[0..<10])), let hour = Day.digits(bytes[11..<13]), hour < 24,
            let minute = Day.digits(bytes[14..<16]), minute < 60, let second = Day.digits(bytes[17..<19]), second < 60,
            let fraction = Day.digits(bytes[20..<23])
        else { return nil }
        let minutes = (Int(day.number) * 24 + hour) * 60 + minute
        milliseconds = Int64(minutes * 60_000 + second * 1000 + fraction)
    }

    package static var now: Moment { Moment(.now) }

    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package var day: Day { Day(number: Int32(clamping: Moment.floor(milliseconds, 86_400_000))) }

    package func adding(seconds: Int) -> Moment { Moment(milliseconds: milliseconds &+ Int64(seconds) &* 1000) }

    package static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

    /// Midnight at the start of a day.
    package init(startOf day: Day) { milliseconds = Int64(day.number) * 86_400_000 }

    private static func floor(_ a: Int64, _ b: Int64) -> Int64 { a / b - (a % b < 0 ? 1 : 0) }
}

extension Moment: CustomStringConvertible {
    package var description: String {
        String(unsafeUninitializedCapacity: 24) { text in
            let rest = Int(milliseconds - Int64(day.number) * 86_400_000), second = rest / 1000
            _ = day.write(into: text)
            for (place, mark) in [(10, 0x54), (13, 0x3A), (16, 0x3A), (19, 0x2E), (23, 0x5A)] as [(Int, UInt8)] { text[place] = mark }
            Day.write(second / 3600, 2, into: text, at: 11)
            Day.write(second / 60 % 60, 2, into: text, at: 14)
            Day.write(second % 60, 2, into: text, at: 17)
            Day.write(rest % 1000, 3, into: text, at: 20)
            return 24
        }
    }
}

extension Moment: Codable {
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
