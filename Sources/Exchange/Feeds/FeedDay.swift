import Journal

/// The day of a moment as feeds write it.
enum FeedDay {
    /// `2026-05-01T12:00:00Z` (RFC 3339).
    static func ofStamp(_ text: String) -> Day? { Day(String(text.drop(while: \.isWhitespace).prefix(10))) }

    /// `Fri, 01 May 2026 12:00:00 GMT` (RFC 822 and 2822); years of two digits are of this century up to 50.
    static func ofMail(_ text: String) -> Day? {
        let parts = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        guard let place = parts.firstIndex(where: { (1...31).contains(Int($0) ?? 0) && $0.count <= 2 }), place + 2 < parts.count,
            let month = months.firstIndex(of: parts[place + 1].prefix(3).lowercased()), let written = Int(parts[place + 2]), (0...9999).contains(written)
        else { return nil }
        let year = parts[place + 2].count > 2 ? written : written <= 50 ? 2000 + written : 1900 + written
        func padded(_ number: Int, _ width: Int) -> String { String(repeating: "0", count: max(0, width - String(number).count)) + String(number) }
        return Day("\(padded(year, 4))-\(padded(month + 1, 2))-\(padded(Int(parts[place]) ?? 0, 2))")
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
