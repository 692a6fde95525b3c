import Exchange
import Journal
import Organisation
import Pages

/// The columns of the table of translations, the same in and out: what is needed to find a text again, and what a translator needs beside it.
enum TranslationColumn: String, CaseIterable {
    case key, title, text, originalLanguage = "original_language", original, language, translation, state, thing, kind

    static let all = allCases.map { column in
        ImportColumn(
            column.rawValue, required: column == .key || column == .translation, help: "translation.column.\(column.rawValue.replacing("_", with: "-"))",
            example: column.example)
    }

    private var example: String {
        switch self {
        case .key: "plan:so1/title/fr"
        case .title: "SO1 Faster clearance"
        case .text: "Title"
        case .originalLanguage: "en"
        case .original: "Faster clearance"
        case .language: "fr"
        case .translation: "Dédouanement plus rapide"
        case .state: TranslationState.draft.rawValue
        case .thing: "plan:so1"
        case .kind: "Objective"
        }
    }

    func cell(of text: TranslatedText, _ visit: Visit) -> CSVCell {
        let document = text.document, content = text.content
        return switch self {
        case .key: .text(text.key)
        case .title: .text(visit.plain(document.title.coded(document.code)))
        case .text: .text(visit.say(text.name))
        case .originalLanguage: .text(content.original.rawValue)
        case .original: CSVCell(content.texts[content.original]?.text)
        case .language: .text(text.language.rawValue)
        case .translation: CSVCell(content.texts[text.language]?.text)
        case .state: .text(text.state.rawValue)
        case .thing: .text(document.reference.description)
        case .kind: .text(visit.say(document.kind))
        }
    }
}
