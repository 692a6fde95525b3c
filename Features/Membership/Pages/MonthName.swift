import Foundation
import Journal
import Organisation
import Pages

extension Say {
    /// July.
    func monthName(_ month: Int) -> String {
        guard let first = Day(2026, month, 1) else { return number(month) }
        let style = Date.FormatStyle(locale: Locale(identifier: language.rawValue), timeZone: .gmt).month(.wide)
        return Moment(startOf: first).date.formatted(style)
    }
}
