import Foundation

/// One value of a table to be written.
package enum CSVCell: Hashable, Sendable {
    case text(String)
    case integer(Int)
    /// Written plainly with as many digits as identify it; what is not finite is written as an empty cell.
    case number(Double)
    case empty

    /// Empty for a text without words.
    package init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }

    /// As it stands in a file with a decimal point, without quotes or guard.
    package var plain: String {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): CSVWriter.digits(of: number, decimalMark: .point)
        case .empty: ""
        }
    }
}

/// Writes a table: RFC 4180, UTF-8, CRLF, quotes where needed.
///
/// With the formula guard, a *text* that a spreadsheet would run (first character = + - @ tab, a line break, or full-width ＝ ＋ － ＠) gets a
/// leading apostrophe (OWASP "CSV Injection"; ASVS 5.0 1.2.10; tab and CR as in CVE-2021-41270); numbers are never touched. Guard what
/// people open, leave files for machines raw and say so. Raw, only a text that has such an apostrophe of its own gets another, since our
/// import takes one away. Cells are otherwise written as they are, so control characters other than tab and line break make a table that
/// our own reader refuses.
package struct CSVWriter: Sendable {
    /// What has been written so far and not been handed out.
    package private(set) var bytes: [UInt8]
    private let separator: CSVSeparator
    private let formulaGuard: Bool
    private let decimalMark: DecimalMark

    /// Starts a file; `byteOrderMark` is what Excel needs in order to read UTF-8, and `decimalMark` is how `CSVCell.number` is written.
    package init(separator: CSVSeparator, formulaGuard: Bool, byteOrderMark: Bool, decimalMark: DecimalMark) {
        bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        self.separator = separator
        self.formulaGuard = formulaGuard
        self.decimalMark = decimalMark
    }

    /// Hands out what has been written since the last time, and keeps it no longer.
    package mutating func drained() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Appends one record.
    package mutating func write(_ cells: [CSVCell]) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { bytes.append(separator.rawValue) }
            write(cell, alone: cells.count == 1)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func write(_ cell: CSVCell, alone: Bool) {
        switch cell {
        case .text(let text): write(text: formulaGuard ? CSVFormula.guarded(text) : CSVFormula.escaped(text), alone: alone)
        case .integer(let integer): write(text: String(integer), alone: alone)
        case .number(let number): write(text: Self.digits(of: number, decimalMark: decimalMark), alone: alone)
        case .empty: write(text: "", alone: alone)
        }
    }

    /// A blank lone cell is quoted too, or else its line would be read as no record.
    private mutating func write(text: String, alone: Bool) {
        let utf8 = text.utf8
        let special = utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == separator.rawValue }
        let isEdged = utf8.first == 0x20 || utf8.last == 0x20
        guard special || isEdged || (alone && utf8.isEmpty) else {
            bytes.append(contentsOf: utf8)
            return
        }
        bytes.append(0x22)
        for byte in utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    static func digits(of number: Double, decimalMark: DecimalMark) -> String {
        guard number.isFinite else { return "" }
        var digits = number.description
        if digits.contains("e"), let plain = Decimal(string: digits), plain.isFinite { digits = plain.description }
        if digits.hasSuffix(".0") { digits.removeLast(2) }
        return decimalMark == .comma ? digits.replacing(".", with: ",") : digits
    }
}

/// Texts that a spreadsheet would take for a formula.
package enum CSVFormula {
    /// The text with a leading apostrophe if a spreadsheet would run it, or would once an apostrophe is taken away again.
    package static func guarded(_ text: String) -> String {
        startsFormula(text) ? "'" + text : text
    }

    /// The text with a second apostrophe if `unguarded` would take its own away: for files that no spreadsheet runs.
    package static func escaped(_ text: String) -> String { text.unicodeScalars.first == "'" ? guarded(text) : text }

    /// The text without the apostrophe that `guarded` put there; other apostrophes stay, so that every text comes back as it was.
    package static func unguarded(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let rest = String(text.unicodeScalars.dropFirst())
        return startsFormula(rest) ? rest : text
    }

    /// By scalars, since "\r\n" or "=" with a combining mark is one `Character`.
    private static func startsFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first(where: { $0 != "'" }) {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
