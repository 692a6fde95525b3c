import Exchange
import Foundation
import Journal
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

    /// With cells in place of what stands in their languages; empty ones change nothing.
    ///
    /// - Parameter first: in which the organisation writes first: shown where there is nothing else.
    package func taking(_ cells: [Language: String], first: Language) -> Localized {
        // Together, so that a translation that comes along with a changed original is not taken for an older one.
        let taken = taking(cells[first] ?? "", in: first)
        var changes = taken == self ? [:] : [first: taken.plain(in: first)]
        for (language, cell) in cells where language != first && !cell.isEmpty && texts[language]?.text?.asCell != cell { changes[language] = cell }
        return with(changes)
    }
}

extension String {
    /// As it comes back out of a table: NFC, without control characters and outer blanks.
    package var asCell: String { asTyped.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// What a cell of a file says: also without the apostrophe that keeps a spreadsheet from calculating.
    package var fromCell: String {
        guard let first = utf8.first, let last = utf8.last else { return "" }
        // Of some hundred thousand cells most have nothing to be trimmed.
        if first.isPlain, last.isPlain, first != UInt8(ascii: "'") { return asTyped }
        return CSVFormula.unguarded(self).asCell
    }
}

extension UInt8 {
    /// Printable ASCII other than the space.
    fileprivate var isPlain: Bool { (0x21...0x7E).contains(self) }
}
