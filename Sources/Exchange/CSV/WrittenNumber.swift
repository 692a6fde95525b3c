import Foundation

/// The character between the whole and the fraction of a number.
package enum DecimalMark: String, Hashable, Sendable, CaseIterable {
    case point
    case comma
}

/// A number as people write it in a table.
///
/// Understood: `1,234.5`, `1 234,5`, `1.234,5`, `1'234.5`, `-12.5`, `−12,5 %`, spaces of every width, digits of Arabic, Persian and
/// full-width script with `٫` `٬`. Groups must have exactly three digits. Where both marks occur, the last is the decimal mark; where one
/// occurs several times, it groups. **One mark followed by exactly three digits (`1,234`) says nothing by itself**: it is read by the
/// decimal mark declared for the table, and `wasAmbiguous` tells so. No exponents, no currencies.
package struct WrittenNumber: Hashable, Sendable {
    /// The number written, always finite; `12,5 %` is 12.5, not 0.125.
    package let value: Double
    package let isPercent: Bool
    /// Whether only the table's declared decimal mark decided between thousands and thousandths.
    package let wasAmbiguous: Bool

    /// Reads a number, or answers nil for anything else; at most 60 characters.
    package init?(_ text: String, decimalMark declared: DecimalMark) {
        guard text.unicodeScalars.prefix(61).count <= 60 else { return nil }
        var scalars = Self.plain(text)
        isPercent = scalars.last == "%"
        if isPercent { scalars.removeLast() }
        while scalars.last == " " { scalars.removeLast() }
        let isNegative = scalars.first == "-"
        if isNegative || scalars.first == "+" { scalars.removeFirst() }
        guard let parts = Self.parts(scalars, declared: declared), let value = Double(parts.digits), value.isFinite else { return nil }
        self.value = isNegative ? -value : value
        wasAmbiguous = parts.wasAmbiguous
    }

    /// Trimmed, with plain digits, spaces, marks and signs.
    private static func plain(_ text: String) -> [Character] {
        text.trimmingCharacters(in: .whitespacesAndNewlines).unicodeScalars.map { scalar in
            switch scalar.value {
            case 0xA0, 0x2007, 0x2009, 0x202F: " "
            case 0x2019, 0x066C: "'"
            case 0x2212, 0xFF0D: "-"
            case 0xFF0C: ","
            case 0xFF0E: "."
            case 0x066A, 0xFF05: "%"
            default: Character(scalar.plainDigit ?? scalar)
            }
        }
    }

    private static func parts(_ characters: [Character], declared: DecimalMark) -> (digits: String, wasAmbiguous: Bool)? {
        let marks = characters.filter { !$0.isPlainDigit }
        guard let last = marks.last else {
            return characters.isEmpty ? nil : (String(characters), false)
        }
        let kinds = Set(marks)
        guard kinds.isSubset(of: [" ", "'", ",", ".", "\u{066B}"]), kinds.count <= 2 else { return nil }
        let pieces = characters.split(separator: last, omittingEmptySubsequences: false)
        let isOnce = pieces.count == 2

        if kinds.count == 2 {
            guard isOnce, last != " ", last != "'", let grouping = marks.first, grouping != "\u{066B}" else { return nil }
            guard let whole = ungrouped(pieces[0], by: grouping), !pieces[1].isEmpty else { return nil }
            return (whole + "." + pieces[1], false)
        }
        if last == " " || last == "'" || !isOnce {
            guard last != "\u{066B}" else { return nil }
            return ungrouped(characters[...], by: last).map { ($0, false) }
        }
        let (whole, fraction) = (pieces[0], pieces[1])
        guard !fraction.isEmpty else { return nil }
        let couldGroup = fraction.count == 3 && (1...3).contains(whole.count) && whole.first != "0" && last != "\u{066B}"
        let declaredMark: Character = declared == .comma ? "," : "."
        if couldGroup, last != declaredMark { return (String(whole + fraction), true) }
        return ((whole.isEmpty ? "0" : String(whole)) + "." + fraction, couldGroup)
    }

    /// One to three digits, then groups of exactly three.
    private static func ungrouped(_ characters: ArraySlice<Character>, by mark: Character) -> String? {
        let groups = characters.split(separator: mark, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), groups.count > 1 else { return nil }
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return String(groups.joined())
    }
}

extension Unicode.Scalar {
    /// The digit of 0 to 9 that a digit of Arabic, Persian or full-width script stands for; `nil` of anything else.
    var plainDigit: Unicode.Scalar? {
        let zero: UInt32
        switch value {
        case 0x0660...0x0669: zero = 0x0660
        case 0x06F0...0x06F9: zero = 0x06F0
        case 0xFF10...0xFF19: zero = 0xFF10
        default: return nil
        }
        return Unicode.Scalar(UInt8(truncatingIfNeeded: 0x30 + value - zero))
    }
}

extension Character {
    fileprivate var isPlainDigit: Bool { ("0"..."9").contains(self) && utf8.count == 1 }
}
