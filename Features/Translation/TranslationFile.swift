import Exchange
import Journal
import Organisation
import Pages

/// What the page lists as a table, for whoever gives out the work: a text to the line.
func translationFile(_ visit: Visit, _ states: TextsOfStates) throws(Missing) -> File {
    let translations = Translations(visit, states), filter = try TranslationFilter(visit, translations)
    var file = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
    file.write(["thing", "kind", "title", "text", "original_language", "original", "language", "state", "translation"].map { .text($0) })
    for text in translations.texts.filter(filter.holds).inOrderOfWork { file.write(cells(of: text, visit).map { .text($0) }) }
    return File(name: "translations-\(visit.organisation.id)-\(visit.times.day).csv", type: "text/csv; charset=utf-8", bytes: file.bytes)
}

private func cells(of text: TranslatedText, _ visit: Visit) -> [String] {
    let document = text.document, content = text.content
    return [
        document.reference.description, visit.say(document.kind), visit.plain(document.title.coded(document.code)), visit.say(text.name),
        content.original.rawValue, content.texts[content.original]?.text ?? "", text.language.rawValue, text.state.rawValue,
        content.texts[text.language]?.text ?? "",
    ]
}
