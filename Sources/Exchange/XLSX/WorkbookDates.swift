import Journal

/// Days in workbooks are numbers that a format shows as days.
struct WorkbookDates {
    /// Counted from 1904 instead of 1900, as old Macintosh files do.
    let from1904: Bool
    /// By number of the cell's format.
    private let isDate: [Bool]

    init(styles: MarkupElement?, from1904: Bool) {
        self.from1904 = from1904
        let formats = styles?.children.first { $0.name == "numFmts" }?.children ?? []
        let own = Dictionary(
            formats.compactMap { format in
                format.attributes["numFmtId"].flatMap { Int($0) }.map { ($0, WorkbookDates.showsDay(format.attributes["formatCode"] ?? "")) }
            }
        ) { first, _ in first }
        let cells = styles?.children.first { $0.name == "cellXfs" }?.children ?? []
        isDate = cells.map { cell in
            let number = cell.attributes["numFmtId"].flatMap { Int($0) } ?? 0
            return own[number] ?? ((14...17).contains(number) || number == 22 || (27...36).contains(number) || (50...58).contains(number))
        }
    }

    func shows(_ style: Int?) -> Bool { style.map { isDate.indices.contains($0) && isDate[$0] } ?? false }

    /// `yyyy-mm-dd`, with the time of day behind it where it is not midnight; `nil` beyond the calendar of workbooks.
    func text(_ serial: Double) -> String? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        // A day is no exact fraction: what is nearer to midnight than a workbook can tell is midnight. Within a day the time is cut off, never
        // rounded: whatever is a second before midnight belongs to the day that is ending.
        let milliseconds = Int((serial * 86_400_000).rounded()), minutes = milliseconds / 60_000 % 1440
        guard let day = day(milliseconds / 86_400_000) else { return nil }
        guard milliseconds % 86_400_000 > 0 else { return "\(day)" }
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day)T\(parts.joined(separator: ":"))"
    }

    /// Workbooks count a 29 February 1900, which there was not.
    private func day(_ serial: Int) -> Day? {
        if from1904 { return Day(1904, 1, 1)?.adding(days: serial) }
        guard serial > 0 else { return nil }
        return Day(1899, 12, 31)?.adding(days: serial > 59 ? serial - 1 : serial)
    }

    /// Whether a format has a day or a year in it, outside what it quotes.
    private static func showsDay(_ code: String) -> Bool {
        var isQuoted = false, isEscaped = false, depth = 0
        for character in code.lowercased().prefix(200) {
            if isEscaped { isEscaped = false; continue }
            switch character {
            case "\\", "_", "*": isEscaped = !isQuoted
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: depth += 1
            case "]" where !isQuoted: depth = max(0, depth - 1)
            case "d", "y": if !isQuoted, depth == 0 { return true }
            default: break
            }
        }
        return false
    }
}
