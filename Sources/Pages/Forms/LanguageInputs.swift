import Journal
import Organisation

/// One text in the languages of the organisation: the reader's stands open, the others are one press away. Beside each translation stands
/// how far it may be relied on, and what a person who has read it beside the original can say.
struct LanguageInputs {
    let field: Field
    let rows: Int
    let languages: [Language]
    let isWrong: Bool
    let say: Say

    private var original: Language { field.content.isEmpty ? first : field.content.original }
    private var first: Language { LanguageInputs.first(of: languages, for: say.language) }

    private static func first(of languages: [Language], for reader: Language) -> Language { languages.contains(reader) ? reader : languages.first ?? .en }

    /// What the input is called in the page.
    static func id(of field: String, in language: Language, of languages: [Language], for reader: Language) -> String {
        language == first(of: languages, for: reader) ? "field-\(field)" : "field-\(field)-\(language.rawValue)"
    }
    private var others: [Language] { languages.filter { $0 != first } }

    var markup: Markup {
        let written = others.filter { !field.value(in: $0).isEmpty }.count
        return group {
            if first != original { source }
            input(first)
            if !others.isEmpty {
                details(.flag("open", field.value(in: first).isEmpty && written > 0)) {
                    summary {
                        say("pages.other-languages", count: written, ["all": say.number(others.count)])
                        if others.contains(where: { field.content.state(in: $0) == .outdated }) { " "; translationMark(.outdated, say) }
                    }
                    for language in others { input(language) }
                }
            }
        }
    }

    /// What is to be translated, unless the translation is known to say the same.
    @MarkupBuilder private var source: Markup {
        if let text = field.content.texts[original]?.text, field.content.state(in: first) != .reviewed {
            p(.class("help source")) {
                say("pages.translation.source", ["language": say.language(original)])
                " "
                element("span", Attribute.language(original)) { text }
            }
        }
    }

    private func input(_ language: Language) -> Markup {
        let state = field.content.state(in: language), id = LanguageInputs.id(of: field.name, in: language, of: languages, for: say.language)
        let shared: [Attribute] =
            [.id(id), .name("\(field.name).\(language.rawValue)")] + Attribute.language(language)
            + (isWrong && language == first ? [Attribute("aria-invalid", "true"), .describedBy("problem-\(field.name)")] : [])
        return div(.class("language")) {
            label(.for(id), .lang(language.rawValue)) { language.ownName }
            if rows > 1 {
                element("textarea", shared + [Attribute("rows", String(rows))]) { field.value(in: language) }
            } else {
                element("input", shared + [.type("text"), .value(field.value(in: language))]).asVoid
            }
            if let state, state != .missing {
                div(.class("standing")) {
                    translationMark(state, say)
                    if state != .reviewed { box(Field.reviewed(field.name, language), say("pages.translation.says-the-same")) }
                }
            } else if language == original, !field.content.translated.isEmpty {
                div(.class("standing")) { box(Field.stillHold(field.name), say("pages.translation.still-hold")) }
            }
        }
    }

    private func box(_ name: String, _ title: String) -> Markup {
        Pages.label(.class("choice")) {
            void("input", .type("checkbox"), .name(name), .value("yes"), .flag("checked", field.ticked.contains(name)))
            span { title }
        }
    }
}

extension Visit {
    /// In which content is asked for on forms.
    package var languages: [Language] { organisation.languages }

    /// Where on a form of this reader's the input of a text in a language stands.
    package func input(of field: String, in language: Language) -> String {
        LanguageInputs.id(of: field, in: language, of: languages, for: say.language)
    }
}

/// `<span class="state warn">draft</span>`
package func translationMark(_ state: TranslationState, _ say: Say) -> Markup {
    let standing: Standing =
        switch state {
        case .missing: .noData
        case .draft, .checked: .atRisk
        case .reviewed: .onTrack
        case .outdated: .offTrack
        }
    return statusMark(StatusMark(standing, label: say("pages.translation.\(state.rawValue)")))
}
