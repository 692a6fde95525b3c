import Exchange
import Journal
import Organisation
import Pages

let translationRoutes: [Route] = [TranslationsPage.route, TranslationsFile.route]

/// Every text of a questionnaire in every language beside its original, as a table.
enum TranslationsFile {
    static let route = Route.file("surveys/{survey}/translations.csv", .staff) { file(try SurveyReading($0)) }

    static let columns = ["part", "number", "code", "id", "text", "original_language", "original", "language", "translation", "state", "part_state"]

    private static func file(_ reading: SurveyReading) -> File {
        let translations = reading.translations
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write(columns.map { .text($0) })
        for part in translations.parts {
            for text in part.texts {
                for language in translations.languages {
                    guard let state = text.content.state(in: language), let standing = part.standing(in: language) else { continue }
                    let content = text.content, number: CSVCell = part.number.map { .integer($0) } ?? .empty
                    writer.write(
                        [.text(part.thing.rawValue), number] + [part.code, part.id].map { CSVCell($0) }
                            + [
                                .text(text.entry), .text(content.original.rawValue), CSVCell(content.texts[content.original]?.text), .text(language.rawValue),
                                CSVCell(content.texts[language]?.text), .text(state.rawValue), .text(standing.rawValue),
                            ])
                }
            }
        }
        return File(name: "translations-\(reading.id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }
}
