import Exchange
import Foundation
import Pages
import Testing

@testable import Server

/// What somebody who means ill writes where a text, a number, a day or a choice is asked for, by class.
enum Hostile {
    /// Markup that would run and attributes that would end, with combining marks behind what must be escaped; what a spreadsheet or a database
    /// would run; headers, controls and what turns other characters around. All in one: whichever of it is not made harmless shows.
    static let script = "=1+1\"\u{301}'\u{338}></textarea></title><\u{338}b><script>alert(7)</script>Cafe\u{301}\r\nSet-Cookie: a=b\u{0}\u{7}\u{1B}\u{202E}\u{2066}'; DROP TABLE entries; -- ORDER BY 1"

    /// The last is to be found on every page afterwards.
    static let texts = ["\u{200B}\u{2800}\u{E0041}", String(repeating: "x", count: 20_001), script]

    /// What JSON and CSV allow in a text of it.
    static let readable = texts.map { String(String.UnicodeScalarView($0.unicodeScalars.filter { $0 == "\r" || $0 == "\n" || $0.value >= 0x20 })) }

    static let numbers = ["1e400", "-9223372036854775809", "NaN", "1.2.3,4,5", String(repeating: "9", count: 400), "1\u{202E}2", "١٢٣"]
    static let days = ["2026-02-30", "99999-01-01", "٢٠٢٦-٠١-٠١", "2026-01-01\u{0}'--"]
    /// Of somebody else, of nothing, and of what is no identifier.
    static let choices = ["i-staff", "m-two", "none-such", "' OR 1=1 --<script>alert(7)</script>\u{202E}"]

    /// Answers to the questions of an address, as they are sent: the script and all that goes with it, what is no text, numbers and days that are none,
    /// pages that there cannot be, names of others, and far too much.
    static let questions =
        ([script, "9223372036854775808", "-9223372036854775809", "-1", "1 ORDER BY 1; --", "' OR '1'='1", "plan:i-staff", "../../sign-out"] + numbers.filter { $0.count < 40 } + days)
        .map(percentEncoded) + ["%FF%FE%C3%28", "%", "%zz%0d%0aSet-Cookie:%20a=b", String(repeating: "x", count: 8_192), ""]

    /// What is wrong with an answer, whatever was sent; `nil` for nothing.
    static func harm(in answer: WebResponse) -> String? {
        if answer.status >= 500 { return "status \(answer.status)" }
        for (name, value) in answer.headers where value.utf8.contains(where: { $0 < 0x20 }) { return "the header \(name) is broken" }
        let type = answer.header("Content-Type") ?? ""
        guard type.hasPrefix("text/") || type.contains("json") || type.hasPrefix("application/xml") else { return nil }
        // Inside the escapes of JSON a quote is none.
        let running = type.hasPrefix("text/html") ? ["<script>alert", "<\u{338}b>", "\"\u{301}", "'\u{338}>", "</textarea></title>"] : []
        return (running + ["\u{0}", "\u{7}", "\u{1B}", "\u{202E}", "\u{2066}"]).first { answer.body.place(of: $0) != nil }.map { "\($0.debugDescription) in \(type)" }
    }

    /// Cells of a table that a spreadsheet would run.
    static func formulas(in answer: WebResponse) -> [String] {
        guard answer.status == 200, answer.header("Content-Type")?.hasPrefix("text/csv") == true else { return [] }
        guard let table = try? CSVTable(bytes: answer.body, limits: .standard) else { return [] }
        return table.rows.flatMap(\.cells).filter { cell in "=@+\t".contains(cell.first ?? " ") || (cell.hasPrefix("-") && Double(cell) == nil && cell.count > 1) }
    }
}

extension WebResponse {
    /// Whether it says what is wrong, in words.
    var saysWhatIsWrong: Bool { body.place(of: "class=\"error-summary\"") != nil && body.place(of: "pages.refusal.") == nil }
}

extension [UInt8] {
    /// Where some bytes first stand at or after a place: by the C library, which is as fast in a debug build.
    func place(of text: String, from start: Int = 0) -> Int? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, start <= count else { return nil }
        return withUnsafeBytes { all -> Int? in
            guard let base = all.baseAddress else { return nil }
            var place = start
            while place + wanted.count <= count, let found = memchr(base + place, Int32(first), count - place) {
                place = base.distance(to: UnsafeRawPointer(found))
                if place + wanted.count <= count, memcmp(base + place, wanted, wanted.count) == 0 { return place }
                place += 1
            }
            return nil
        }
    }
}
