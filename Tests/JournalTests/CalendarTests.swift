import Foundation
import TestKit
import Testing

@testable import Journal

@Suite("Days and moments")
struct CalendarTests {
    private let foundation: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        return calendar
    }()

    @Test("agree with Foundation's calendar from 1583 to 9999, and walk without a gap from the year 1")
    func agree() throws {
        for number in stride(from: -141_427, through: Int(Day.end.number), by: 997) {
            let day = Day(number: Int32(number)), date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = foundation.dateComponents([.year, .month, .day], from: date)
            #expect(day.parts == (parts.year, parts.month, parts.day))
            #expect(Day(day.parts.year, day.parts.month, day.parts.day) == day)
        }
        var before = (year: 0, month: 12, day: 31)
        for number in Day.beginning.number..<Day.beginning.number + 146_097 {
            let day = Day(number: number), parts = day.parts
            let follows = parts.day == before.day + 1 || parts.day == 1 && (parts.month == before.month + 1 || parts.month == 1 && parts.year == before.year + 1)
            guard follows, Day("\(day)") == day else {
                Issue.record("\(before) is followed by \(parts)")
                return
            }
            before = parts
        }
        #expect(before == (400, 12, 31))
    }

    @Test("begin and end where they can be written with four digits")
    func limits() throws {
        #expect("\(Day.beginning)" == "0001-01-01")
        #expect("\(Day.end)" == "9999-12-31")
        #expect(Day.end.adding(days: 1) == .end)
        #expect(Day.beginning.adding(days: .min) == .beginning)
        #expect(Day.testDay.adding(days: .max) == .end)
        #expect(Day.testDay.adding(years: .max) == .testDay)
        #expect(try #require(Day(2024, 2, 29)).adding(years: 1) == Day(2025, 2, 28))
        #expect(try #require(Day(2024, 2, 29)).adding(years: 4) == Day(2028, 2, 29))
        #expect(Day.testDay.adding(days: 30).days(until: .testDay) == -30)
    }

    @Test(
        "refuse what is not exactly yyyy-mm-dd",
        arguments: [
            "", "2026", "2026-1-1", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-10-00", "2026-04-31", "0000-01-01", "-001-01-01",
            "+026-01-01", "2026-01-01 ", " 2026-01-1", "2026/01/01", "20260101", "2026-01-01T00:00", "２０２６-01-01", "٢٠٢٦-01-01", "2026-1é-01", "10000-01-01",
        ])
    func refusedDays(_ text: String) { #expect(Day(text) == nil) }

    @Test("A moment is read back as it was written, before 1970 too")
    func moments() throws {
        for milliseconds: Int64 in [0, 1, -1, 999, -86_400_000, -86_400_001, 1_795_297_069_123, -62_135_596_800_000, 253_402_300_799_999] {
            let moment = Moment(milliseconds: milliseconds)
            #expect(Moment("\(moment)") == moment)
            #expect(Moment(moment.date) == moment)
            #expect(try JSONDecoder().decode([Moment].self, from: JSONEncoder().encode([moment])) == [moment])
        }
        #expect("\(Moment(milliseconds: -1))" == "1969-12-31T23:59:59.999Z")
        #expect(Moment(milliseconds: -1).day == Day(1969, 12, 31))
    }

    @Test("A clock that is out of its mind does not end the process", arguments: [Int64.min, .max])
    func extremes(_ milliseconds: Int64) {
        let moment = Moment(milliseconds: milliseconds)
        #expect(!"\(moment)".isEmpty)
        #expect(Moment(Date(timeIntervalSince1970: .infinity)) == Moment(milliseconds: 0))
        #expect(moment.adding(seconds: .max) != moment)
    }

    @Test(
        "Moments refuse everything but milliseconds in UTC",
        arguments: [
            "", "2026-11-21T21:37:49Z", "2026-11-21T21:37:49.12Z", "2026-11-21T21:37:49.123", "2026-11-21T21:37:49.123+00:00", "2026-11-21 21:37:49.123Z",
            "2026-11-21T24:00:00.000Z", "2026-11-21T23:60:00.000Z", "2026-11-21T23:59:60.000Z", "2026-02-30T00:00:00.000Z", "2026-11-21T+1:00:00.000Z",
            "2026-11-21T01:-1:00.000Z", "2026-11-21T01:00:00.+12Z", "2026-11-21t21:37:49.123z",
        ])
    func refusedMoments(_ text: String) { #expect(Moment(text) == nil) }

    @Test("Days are kept as text, and only days are read")
    func coding() throws {
        #expect(String(decoding: try JSONEncoder().encode([Day.testDay]), as: UTF8.self) == "[\"2026-09-15\"]")
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data("[\"2026-9-15\"]".utf8)) }
    }
}
