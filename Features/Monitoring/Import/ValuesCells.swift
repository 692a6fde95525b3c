import Exchange
import Foundation
import Pages

/// The cells of a table of values by what stands in them. Each of some hundred thousand rows is read through here: what is plain
/// takes the short way.
struct ValuesCells: Sendable {
    enum Column: Int, CaseIterable {
        case indicator, period, member, value, note, evidence, judged, reason

        /// As in the header of the table.
        var name: String { String(describing: self) }
    }

    /// How the numbers of the file are written: as they say of themselves, or else as goes with its separator.
    let mark: DecimalMark
    /// Then numbers are numbers, and nothing about them is ambiguous.
    let isWorkbook: Bool
    /// By column; `nil` for those that the table does not have.
    private let positions: [Int?]

    init(_ table: CSVTable) {
        let names = table.header.map { $0.lowercased() }
        positions = Column.allCases.map { names.firstIndex(of: $0.name) }
        mark = table.decimalMark(in: [Column.value.name])
        isWorkbook = table.isWorkbook
    }

    /// Trimmed, without the apostrophe that keeps a spreadsheet from calculating; empty where the table has no such column.
    func text(_ column: Column, _ row: CSVTable.Row) -> String {
        guard let position = positions[column.rawValue] else { return "" }
        return row.cells[position].fromCell
    }

    /// Why a target was judged so; a table without a column for that says it in the note beside a judgement that stands alone.
    func reason(_ row: CSVTable.Row) -> String {
        if positions[Column.reason.rawValue] != nil { return text(.reason, row) }
        return text(.value, row).isEmpty ? text(.note, row) : ""
    }

    var hasReasons: Bool { positions[Column.reason.rawValue] != nil }

    /// A number, and whether only the file's decimal mark decided what it is.
    ///
    /// - Parameter units: what may stand behind it.
    func number(_ text: String, _ units: WrittenUnits? = nil) -> (value: Double, isPercent: Bool, wasAmbiguous: Bool)? {
        if let value = plainNumber(text) { return (value, false, false) }
        return WrittenNumber(units?.without(text) ?? text, decimalMark: mark).map { ($0.value, $0.isPercent, $0.wasAmbiguous) }
    }

    /// Whether a target is met; `nil` for what says neither.
    func verdict(_ text: String) -> Bool? {
        switch text.lowercased().replacing("_", with: " ").replacing("-", with: " ") {
        case "met": true
        case "not met": false
        default: nil
        }
    }
}

/// Digits, perhaps a minus before them and a point among them that cannot be taken for one between thousands; `nil` for all else,
/// which `WrittenNumber` then looks at.
private func plainNumber(_ text: String) -> Double? {
    let bytes = text.utf8
    guard bytes.count <= 15 else { return nil }
    var whole = 0
    var digits = 0
    var fraction: Int?
    for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x30...0x39:
            whole = whole * 10 + Int(byte - 0x30)
            digits += 1
            if let before = fraction { fraction = before + 1 }
        case 0x2D where index == 0: continue
        case 0x2E where fraction == nil && digits > 0: fraction = 0
        default: return nil
        }
    }
    guard digits > 0, fraction != 0, fraction != 3 else { return nil }
    // Both are exact, so that the quotient is the number nearest to what is written.
    let value = Double(whole) / powersOfTen[fraction ?? 0]
    return bytes.first == 0x2D ? -value : value
}

private let powersOfTen: [Double] = (0...15).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
