import Exchange
import Journal
import Organisation
import Pages

/// Texts with their translations on their way out: a text and language to the line, what is to be done first.
struct TranslationsExport: Exporting {
    let name = "translations"
    let title = "translation.table"
    let audience = Audience.staff
    let states: TextsOfStates
    /// Whether only those go out that the address asks for, as the page lists them.
    let isAsked: Bool

    func columns(for organisation: Organisation) -> [ImportColumn] { TranslationColumn.all }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        guard visit.viewer.belongs(to: audience) else { return }
        let translations = Translations(visit, states)
        let filter = isAsked ? try TranslationFilter(visit, translations) : nil
        for text in translations.texts.filter({ filter?.holds($0) ?? true }).inOrderOfWork {
            try take(TranslationColumn.allCases.map { $0.cell(of: text, visit) })
        }
    }
}

/// What the page lists as a table that comes in again, for whoever gives out the work.
func translationFile(_ visit: Visit, _ states: TextsOfStates) throws -> File {
    var file = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
    file.write(TranslationColumn.allCases.map { .text($0.rawValue) })
    try TranslationsExport(states: states, isAsked: true).rows(for: visit) { file.write($0) }
    return File(name: "translations-\(visit.organisation.id)-\(visit.times.day).csv", type: "text/csv; charset=utf-8", bytes: file.bytes)
}
