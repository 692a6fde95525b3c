import Exchange
import Foundation
import Organisation

extension Language {
    /// What its readers write between the whole and the fraction.
    package var decimalMark: DecimalMark {
        switch self {
        case .en, .ar: .point
        case .fr, .es, .ru, .pt: .comma
        }
    }
}

/// A number for an input: every digit, no grouping, the reader's decimal mark, so that it reads back as the same number.
package func plainDigits(_ amount: Double, _ mark: DecimalMark) -> String {
    var digits = amount.description
    if digits.contains("e"), let plain = Decimal(string: digits), plain.isFinite { digits = plain.description }
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    return mark == .comma ? digits.replacing(".", with: ",") : digits
}
