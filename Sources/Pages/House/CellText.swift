import Exchange
import Foundation
import Organisation

/// Texts on their way through tables: cleaned like whatever is typed into a form.
extension Localized {
    /// With a cell in place of what stands in a language. What reads so already, there or in the language shown instead, is left alone, so
    /// that a table taken along changes nothing.
    package func taking(_ cell: String, in language: Language) -> Localized {
        let cell = cell.asCell
        if cell.isEmpty || plain(in: language).asCell == cell { return self }
        return isEmpty ? Localized(cell, language) : with(cell, in: language)
    }
}

extension String {
    /// As it comes back out of a table: NFC, without control characters and outer blanks.
    package var asCell: String { asTyped.trimmingCharacters(in: .whitespacesAndNewlines) }
}
